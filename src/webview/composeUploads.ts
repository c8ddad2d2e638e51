import { Lifetime } from '../base/lifetime';
import { CompositionFiles, type CargoFile, type CargoWatch } from '../model/compositionFiles';
import { messageId } from '../model/message';
import type { FileDoubt, SentTo } from '../model/compositionDrafts';
import type { Place } from '../model/place';
import type { RoomId } from '../model/room';
import { isSamePercent } from '../model/uploads';
import type { Obstacle } from './composeOutcomes';
import type { OpenComposer } from './composePart';
import { isThereAlready } from './composeAgain';
import { failureText, unclearText } from './uploadsWords';

export type Known =
  { readonly state: 'known' | 'turnedAway' } | { readonly state: 'unclear'; readonly reason: string };

/** The files of one composer on their way. */
export class ComposeUploads {
  private readonly files: CompositionFiles;
  private readonly running = new Map<string, Lifetime>();

  constructor(private readonly composer: OpenComposer) {
    this.files = new CompositionFiles(composer.session);
  }

  /**
   * Whether files that an earlier attempt may have posted are there, before anything is sent again. Where nobody can ever
   * say, the person is asked. `unclear`: of one that nobody can say it of now.
   */
  async findOut({ entry, room }: SentTo, label: string): Promise<Known> {
    const watch = this.watch(entry);
    const found = await this.files.findOut({ place: this.place(room), files: this.missing(entry) }, watch);
    for (const { id: file, name } of this.missing(entry).filter(({ id }) => found.has(id))) {
      const doubt = watch.doubtOf(file);
      if (doubt?.words === undefined) continue;
      if (doubt.fileId !== undefined) return { state: 'unclear', reason: unclearText(doubt) };
      const isThere = await isThereAlready(name, label);
      if (isThere === undefined) return { state: 'turnedAway' };
      if (isThere) watch.onPosted(file);
      else await watch.onDoubt({ file });
    }
    return { state: 'known' };
  }

  /** Those that are not there yet. The words go with the first of them, unless one has arrived with them before. */
  async ship(entry: string, room: RoomId, words: string): Promise<Obstacle | undefined> {
    const { draft } = this.composer;
    const isSaid = this.arrived(entry).length > 0;
    const files = this.missing(entry);
    // Before the server is asked for anything: from here on it is under way.
    if (files[0]) this.progress(files[0].id, undefined);
    const cargo = { place: this.place(room), files, words: isSaid ? '' : words };
    const shipped = await this.files.ship(cargo, this.watch(entry));
    this.running.clear();
    this.rest();
    if (shipped.state !== 'failed') return shipped.state === 'stopped' ? { kind: 'stopped' } : undefined;
    const reason = failureText(shipped);
    draft.setStatus(shipped.file, { state: 'failed', reason });
    return { kind: 'failed', reason };
  }

  stop(file: string): void {
    this.running.get(file)?.dispose();
  }

  private place(room: RoomId): Place {
    const { thread } = this.composer.draft.form;
    return { room, ...(thread && { thread: messageId(thread.id) }) };
  }

  private missing(entry: string): readonly CargoFile[] {
    const arrived = this.arrived(entry);
    const files = this.composer.draft.files.filter(({ id }) => !arrived.includes(id));
    return files.map(({ id, name, type, bytes, description }) => ({ id, name, type, bytes, description }));
  }

  private watch(entry: string): CargoWatch {
    const { draft } = this.composer;
    return {
      onPosted: (file) => {
        this.arrive(entry, file);
        draft.setStatus(file, { state: 'ready' });
      },
      doubtOf: (file) => this.sentTo(entry)?.doubts?.find((doubt) => doubt.file === file),
      onDoubt: (doubt) => this.remember(entry, doubt),
      onProgress: (file, progress) => this.progress(file, progress),
      signalOf: (file) => this.signalOf(file),
    };
  }

  /** Nothing is under way any more. */
  private rest(): void {
    const { draft } = this.composer;
    const left = draft.files.filter(({ status }) => status.state === 'sending');
    for (const { id } of left) draft.setStatus(id, { state: 'ready' });
  }

  private progress(file: string, progress: number | undefined): void {
    const before = this.composer.draft.files.find(({ id }) => id === file)?.status;
    if (before?.state === 'sending' && isSamePercent(before.progress, progress)) return;
    this.composer.draft.setStatus(file, { state: 'sending', progress });
  }

  /** Ends with the composer, and when the file is taken off. */
  private signalOf(file: string): AbortSignal {
    const run = new Lifetime();
    const { draft, signal } = this.composer;
    const isThere = draft.files.some(({ id }) => id === file);
    if (!isThere || signal.aborted) run.dispose();
    else this.progress(file, undefined);
    signal.addEventListener('abort', () => run.dispose(), { once: true });
    this.running.set(file, run);
    return run.signal;
  }

  private sentTo(entry: string): SentTo | undefined {
    return this.composer.draft.sent.find((one) => one.entry === entry);
  }

  private arrived(entry: string): readonly string[] {
    return this.sentTo(entry)?.files ?? [];
  }

  private arrive(entry: string, file: string): void {
    void this.change(entry, (one) => ({ ...withoutDoubt(one, file), files: [...one.files, file] }));
  }

  private async remember(entry: string, doubt: FileDoubt): Promise<void> {
    const { draft } = this.composer;
    const { id } = draft;
    await this.change(entry, (one) => {
      const others = withoutDoubt(one, doubt.file);
      return { ...others, doubts: [...(others.doubts ?? []), doubt] };
    });
    // Another window has it, and may be bringing the file as well.
    if (draft.id !== id) this.stop(doubt.file);
  }

  /** Of all targets that are the same room. Resolves once that is kept. */
  private change(entry: string, to: (one: SentTo) => SentTo): Promise<void> {
    const { draft } = this.composer;
    const room = this.sentTo(entry)?.room;
    return draft.rememberSent(draft.sent.map((one) => (one.room === room ? to(one) : one)));
  }
}

function withoutDoubt({ doubts = [], ...one }: SentTo, file: string): SentTo {
  const others = doubts.filter((doubt) => doubt.file !== file);
  return others.length > 0 ? { ...one, doubts: others } : one;
}
