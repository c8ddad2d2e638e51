import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Composition } from '../model/composition';
import {
  isEmptyDraft,
  largestKept,
  type CompositionDraft,
  type CompositionDrafts,
  type DraftFile,
  type MessageInRoom,
  type SentTo,
} from '../model/compositionDrafts';
import { DraftKeeping, type KeepingOptions } from '../model/compositionDraftKeeping';
import { ComingFiles } from './composeComing';
import { bringFiles, ready, staged, type Bytes, type FileStatus, type StagedFile } from './composeStaged';

/** What has come to be otherwise. `moved`: another window has it, and it goes on under a new id. */
export type DraftChange = 'form' | 'files' | 'kept' | 'moved';

interface ReadOptions {
  readonly bytes: Bytes;
  readonly otherwise: CompositionDraft;
  /** It is newer than what this window has seen on the disk. */
  readonly isAhead?: boolean | undefined;
  /** As this window has seen it before; by now another one may have it. */
  readonly seen?: CompositionDraft | undefined;
}

/** What stands in one composer: kept on the disk from key to key. */
export class ComposeDraft implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<DraftChange>());
  private writes = 0;
  private written: Promise<unknown> = Promise.resolve();
  private readonly keeping: DraftKeeping;
  private isWithoutCustomFields = false;
  private staged: readonly StagedFile[];

  /** Files that are being read. */
  readonly coming = new ComingFiles();
  readonly onDidChange: Event<DraftChange> = this.changed.event;

  private constructor(
    private readonly drafts: CompositionDrafts,
    { id, seen, isThere }: Pick<KeepingOptions, 'seen' | 'isThere'> & { readonly id: string },
    private current: CompositionDraft,
    private readonly bytes: Bytes,
  ) {
    const moveTo = (moved: CompositionDraft) => this.move(moved);
    this.keeping = new DraftKeeping(id, { drafts, seen, isThere, content: () => this.current, moveTo });
    this.staged = staged(current.files, bytes);
  }

  /** As it was left; where nothing was, as it is to begin. */
  static async read(
    drafts: CompositionDrafts,
    id: string,
    { bytes, otherwise, isAhead, seen: before }: ReadOptions,
  ): Promise<ComposeDraft> {
    const kept = await drafts.read(id);
    const [content, seen] = isAhead === true ? [otherwise, before] : [kept ?? otherwise, kept ?? before];
    const isThere = seen !== undefined || (await drafts.has(id));
    await bringFiles(bytes, content, (file) => drafts.readFile(id, file));
    const draft = new ComposeDraft(drafts, { id, seen, isThere }, content, bytes);
    // Before anybody has typed: its target is known.
    if (!isThere || isAhead === true) await draft.keep();
    return draft;
  }

  get id(): string {
    return this.keeping.id;
  }

  /** As it is kept. */
  get content(): CompositionDraft {
    return this.current;
  }

  /** As it was on the disk when this window has read or written it the last time. */
  get seen(): CompositionDraft | undefined {
    return this.keeping.seen;
  }

  get form(): Composition {
    return this.current.form;
  }

  get files(): readonly StagedFile[] {
    return this.staged;
  }

  get edits(): MessageInRoom | undefined {
    return this.current.edits;
  }

  get corrects(): MessageInRoom | undefined {
    return this.current.corrects;
  }

  get sent(): readonly SentTo[] {
    return this.current.sent ?? [];
  }

  /** As it was when it was sent the last time. */
  get said(): Composition | undefined {
    return this.current.said;
  }

  /** All that was said so far is on the disk. */
  get isKept(): boolean {
    return this.writes === 0 && this.keeping.isOnDisk;
  }

  /** As the server has said: it tells nobody before. */
  get refusesCustomFields(): boolean {
    return this.isWithoutCustomFields;
  }

  learnCustomFieldsRefused(): void {
    if (this.isWithoutCustomFields) return;
    this.isWithoutCustomFields = true;
    this.changed.fire('form');
  }

  get isEmpty(): boolean {
    return isEmptyDraft(this.current);
  }

  setForm(form: Composition): void {
    this.current = { ...this.current, form };
    this.changed.fire('form');
    void this.keep();
  }

  setSaid(said: Composition): void {
    this.current = { ...this.current, said };
    void this.keep();
  }

  /** What has gone to a target, from now on never again. */
  setSent(sent: readonly SentTo[]): void {
    void this.rememberSent(sent);
  }

  /** Resolves once that is on the disk. */
  rememberSent(sent: readonly SentTo[]): Promise<void> {
    this.current = { ...this.current, sent };
    return this.keep();
  }

  /** From the change of a message that was sent to another one in its place. */
  correct(): void {
    const { edits, ...content } = this.current;
    if (!edits) return;
    this.current = { ...content, corrects: edits, said: undefined };
    this.changed.fire('form');
    void this.keep();
  }

  addFile(file: Omit<DraftFile, 'id' | 'size' | 'description'>, bytes: Blob): void {
    const id = crypto.randomUUID().replaceAll('-', '');
    this.bytes.set(id, bytes);
    const added = { ...file, id, size: bytes.size, description: '' };
    this.setFiles([...this.staged, ready(added, bytes)]);
    this.keepBytes(id, bytes);
  }

  describeFile(id: string, description: string): void {
    this.patchFile(id, { description });
    this.keepFiles();
  }

  /** As it may leave, in place of the one with its id. */
  exchange({
    id,
    name,
    description,
    bytes,
  }: Pick<StagedFile, 'id' | 'name' | 'description' | 'bytes'>): void {
    const before = this.staged.find((file) => file.id === id);
    if (!before) return;
    const isOther = before.bytes !== bytes;
    if (!isOther && before.name === name && before.description === description) return;
    const changed = { ...before, name, description, bytes, size: bytes.size };
    this.setFiles(this.staged.map((file) => (file === before ? changed : file)));
    if (!isOther) return;
    this.bytes.set(id, bytes);
    this.keepBytes(id, bytes);
  }

  setStatus(id: string, status: FileStatus): void {
    this.patchFile(id, { status });
  }

  moveFile(id: string, to: number): void {
    const file = this.staged.find((one) => one.id === id);
    if (!file) return;
    const others = this.staged.filter((one) => one.id !== id);
    this.setFiles(others.toSpliced(to, 0, file));
  }

  removeFile(id: string): void {
    this.bytes.delete(id);
    this.setFiles(this.staged.filter((one) => one.id !== id));
    this.onceKept(() => this.drafts.dropFile(this.id, id));
  }

  /** Whether it is there again after a restart. */
  outlives({ size }: DraftFile): boolean {
    return size <= largestKept;
  }

  /** Another window has changed, sent or discarded it since this one has seen it. */
  async isTaken(): Promise<boolean> {
    const { id } = this;
    await this.written;
    return this.id !== id || this.keeping.isTaken();
  }

  /** Resolves once all that was said so far is on the disk, or could not be put there even when tried again. */
  async whenKept(): Promise<void> {
    await this.written;
    if (!this.keeping.isOnDisk) await this.keep();
  }

  /** It was kept, and another window has sent or discarded it. */
  async isGone(): Promise<boolean> {
    return this.seen !== undefined && !(await this.drafts.has(this.id));
  }

  get isRemoved(): boolean {
    return this.keeping.isRemoved;
  }

  /** From now on nothing of it is kept but what another window has made of it. */
  remove(): Promise<void> {
    return this.keeping.remove();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private keep(): Promise<void> {
    return this.counted(this.keeping.keep());
  }

  private keepBytes(id: string, bytes: Blob): void {
    this.onceKept(() => this.drafts.keepFile(this.id, id, bytes));
  }

  /** By then it is known whose draft it is. */
  private onceKept(work: () => Promise<unknown>): void {
    void this.counted(this.keeping.keep().then(() => (this.isRemoved ? undefined : work())));
  }

  /** Under its new id; the other window may still need the files of the old one. */
  private async move(content: CompositionDraft): Promise<void> {
    const { id } = this;
    this.current = content;
    this.changed.fire('moved');
    const files = this.staged.filter(({ isLost }) => isLost !== true);
    await Promise.all(files.map((file) => this.drafts.keepFile(id, file.id, file.bytes)));
  }

  private patchFile(id: string, patch: Partial<StagedFile>): void {
    this.staged = this.staged.map((file) => (file.id === id ? { ...file, ...patch } : file));
    this.changed.fire('files');
  }

  private setFiles(files: readonly StagedFile[]): void {
    this.staged = files;
    this.changed.fire('files');
    this.keepFiles();
  }

  private keepFiles(): void {
    const files = this.staged.map(({ id, name, type, size, description }) => ({
      ...{ id, name, type, size, description },
    }));
    this.current = { ...this.current, files };
    void this.keep();
  }

  private async counted(work: Promise<unknown>): Promise<void> {
    this.written = Promise.all([this.written, work]);
    this.writes += 1;
    if (this.writes === 1) this.changed.fire('kept');
    await work;
    this.writes -= 1;
    if (this.writes === 0) this.changed.fire('kept');
  }
}
