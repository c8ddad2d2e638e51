import { Line } from '../base/line';
import type { Composition } from './composition';
import type { CompositionDraft, CompositionDrafts, SentTo } from './compositionDrafts';
import { sameValue } from './sameValue';

export interface KeepingOptions {
  readonly drafts: CompositionDrafts;
  /** As this window has seen it on the disk the last time; undefined where it has seen nothing. */
  readonly seen: CompositionDraft | undefined;
  /** Whether something was there, also where it could not be read. */
  readonly isThere: boolean;
  /** As it stands now. */
  readonly content: () => CompositionDraft;
  /** Another window has changed, sent or discarded it: what was written here goes on as another one. */
  readonly moveTo: (content: CompositionDraft) => Promise<unknown>;
}

/** What another window has made of it: nothing, other words, or that something went out, or that it is gone. */
type Change = 'none' | 'written' | 'taken';

/** One draft on the disk, as one window keeps it: never in place of what another window has made of it. */
export class DraftKeeping {
  /** What went out, as this window has sent or seen it. */
  private readonly known: SentTo[] = [];
  private onDisk: CompositionDraft | undefined;
  /** As it was written the last time, whether or not that is on the disk. */
  private tried: CompositionDraft | undefined;
  /** What cannot be kept at all is never there, and so never missed. */
  private isThere: boolean;
  private isGone = false;
  private couldWrite = true;
  /** One after the other: whoever looks sees no half of what this window is writing. */
  private readonly line = new Line();
  private storing: Promise<void> | undefined;

  constructor(
    private current: string,
    private readonly options: KeepingOptions,
  ) {
    this.onDisk = options.seen;
    this.isThere = options.isThere;
    this.learn(options.seen);
  }

  get id(): string {
    return this.current;
  }

  get isRemoved(): boolean {
    return this.isGone;
  }

  /** As it was on the disk when this window has read or written it the last time. */
  get seen(): CompositionDraft | undefined {
    return this.onDisk;
  }

  /** What was written last is on the disk: it may be full, or closed to us. */
  get isOnDisk(): boolean {
    return this.couldWrite;
  }

  /** Of several changes in quick succession only the last is written. Resolves once it is. */
  keep(): Promise<void> {
    return this.isGone ? Promise.resolve() : (this.storing ??= this.line.take(() => this.store()));
  }

  /** Another window has changed, sent or discarded it since this one has seen it. */
  isTaken(): Promise<boolean> {
    return this.line.take(async () => (await this.look()) !== 'none');
  }

  /** From now on nothing of it is kept but what another window has made of it. */
  async remove(): Promise<void> {
    this.isGone = true;
    const { drafts } = this.options;
    await this.line.take(async () => {
      const isOurs = (await this.look()) === 'none' || !(await drafts.has(this.id));
      if (isOurs) await drafts.remove(this.id);
    });
  }

  private async store(): Promise<void> {
    const change = await this.look();
    // What is changed from here on is not in what is written now.
    this.storing = undefined;
    if (this.isGone) return;
    if (change === 'none') return this.write();
    const { onDisk, options } = this;
    const content = options.content();
    if (onDisk && !saysMore(content, onDisk)) return;
    await this.moveOn(change === 'written' ? content : asUnsent(content, onDisk));
  }

  private async moveOn(content: CompositionDraft): Promise<void> {
    this.current = this.options.drafts.newId();
    this.isThere = false;
    this.onDisk = undefined;
    const moving = this.options.moveTo(content);
    await Promise.all([this.write(), moving]);
  }

  private async write(): Promise<void> {
    const { id } = this;
    const { drafts, content } = this.options;
    const writing = content();
    this.tried = writing;
    this.learn(writing);
    const written = await drafts.write(id, writing);
    this.couldWrite = written !== undefined;
    if (!written) return;
    this.onDisk = written;
    this.learn(written);
    this.isThere = true;
  }

  /** What would be written over, or brought back, that this window has not seen. */
  private async look(): Promise<Change> {
    const { drafts, content } = this.options;
    const kept = await drafts.read(this.id);
    // It may be there and not to be read, for once.
    if (!kept) return this.isThere && !(await drafts.has(this.id)) ? 'taken' : 'none';
    if (!this.knows(kept.sent)) return 'taken';
    const ours = [this.onDisk, this.tried, content()];
    return ours.some((one) => one && this.saysSame(kept, one)) ? 'none' : 'written';
  }

  /** Where a target is let go of that has it, nothing is changed. */
  private saysSame(kept: CompositionDraft, ours: CompositionDraft): boolean {
    const isLeft = ({ entry }: Composition['targets'][number]) =>
      goesTo(kept, entry) || this.known.some((one) => one.entry === entry.trim());
    return (
      sameValue(textOf(kept), textOf(ours)) &&
      kept.form.targets.every(({ entry }) => goesTo(ours, entry)) &&
      ours.form.targets.every(isLeft)
    );
  }

  private knows(sent: readonly SentTo[] = []): boolean {
    return sent.every((one) => this.known.some((known) => sameValue(known, one)));
  }

  private learn({ sent = [] }: Partial<CompositionDraft> = {}): void {
    this.known.push(...sent.filter((one) => !this.knows([one])));
  }
}

/** Than that something has gone out, or arrived. */
function saysMore(now: CompositionDraft, before: CompositionDraft): boolean {
  return !sameValue(writtenOf(now), writtenOf(before)) || sentSince(now, before).length > 0;
}

function goesTo({ form }: CompositionDraft, entry: string): boolean {
  return form.targets.some((target) => target.entry === entry);
}

function textOf({ form, ...draft }: CompositionDraft) {
  return writtenOf({ ...draft, form: { ...form, targets: [] } });
}

function writtenOf({ form, files, edits, corrects }: CompositionDraft): Partial<CompositionDraft> {
  return { form, files, edits, corrects };
}

/** What went out from here alone. */
function sentSince({ sent = [] }: CompositionDraft, before: CompositionDraft | undefined): readonly SentTo[] {
  const known = before?.sent ?? [];
  return sent.filter((one) => !known.some((other) => sameValue(one, other)));
}

/** What had gone out before is of the draft that the other window has sent, or let go of. */
function asUnsent(content: CompositionDraft, before: CompositionDraft | undefined): CompositionDraft {
  const sent = sentSince(content, before);
  return { ...content, sent, ...(sent.length === 0 && !content.edits && { said: undefined }) };
}
