import type { CompositionDelivery, DeliveryOutcome } from '../model/compositionDelivery';
import type { SentTo } from '../model/compositionDrafts';
import type { RoomId } from '../model/room';
import { reported } from '../platform/command';
import type { ComposeMemory } from './composeMemory';
import type { Obstacle } from './composeOutcomes';
import type { OpenComposer } from './composePart';
import { goesWithText } from './composePreview';
import { ComposeUploads } from './composeUploads';

/** A delivery whose files follow, until it is given up for another. */
export interface Run {
  readonly delivery: CompositionDelivery;
  readonly signal: AbortSignal;
}

/** Brings the files of one composer to the targets that have its message. */
export class ComposeShipping {
  private readonly uploads: ComposeUploads;
  /** Why the files did not come to a target. */
  private readonly obstacles = new Map<string, Obstacle>();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly composer: OpenComposer,
    /** How it stands with a target has changed. */
    private readonly changed: () => void,
  ) {
    this.uploads = new ComposeUploads(composer);
  }

  obstacle(entry: string): Obstacle | undefined {
    return this.obstacles.get(entry);
  }

  /** A new attempt, for one target or for all. */
  forget(entry?: string): void {
    if (entry === undefined) this.obstacles.clear();
    else this.obstacles.delete(entry);
  }

  /** The window ended before they came there. */
  leave(entry: string): void {
    this.obstacles.set(entry, { kind: 'left' });
  }

  /** What earlier attempts have brought. False where nothing may be sent now. */
  async findOut(sent: readonly SentTo[], memory: ComposeMemory): Promise<boolean> {
    for (const target of sent) {
      const known = await this.uploads.findOut(target, memory.labelOf(target));
      if (known.state === 'turnedAway' || this.composer.signal.aborted) return false;
      // What was changed goes in its place, or not at all.
      if (known.state !== 'unclear' || !memory.isChanged) continue;
      this.obstacles.set(target.entry, { kind: 'failed', reason: known.reason });
      this.changed();
      return false;
    }
    return true;
  }

  /** The file was taken off. */
  stop(file: string): void {
    this.uploads.stop(file);
  }

  /** Whether files are still to come to a target. */
  isLeft({ entry }: DeliveryOutcome): boolean {
    const { draft } = this.composer;
    const arrived = this.arrived(entry);
    return draft.files.some(({ id }) => !arrived.includes(id));
  }

  /** All that was to go there was files, and they were taken off: it stays a target. */
  isEmptyHanded(outcome: DeliveryOutcome): boolean {
    const { state, entry, id } = outcome;
    const isBare = state === 'delivered' && id === undefined && this.arrived(entry).length === 0;
    return isBare && !this.isLeft(outcome);
  }

  /** Behind what is being shipped already: no file is ever on its way twice. Resolves once it is done. */
  ship(run: Run, entries: readonly string[]): Promise<void> {
    this.turn = this.turn.then(() => reported('send files', () => this.shipAll(run, entries)));
    return this.turn;
  }

  /** To one target after the other, each once it has the message. */
  private async shipAll(run: Run, entries: readonly string[]): Promise<void> {
    const tried = new Set<RoomId>();
    for (const entry of entries) {
      const outcome = await arrival(run, entry);
      if (run.signal.aborted) return;
      if (outcome?.state !== 'delivered' || outcome.room === undefined || !this.isLeft(outcome)) continue;
      if (!tried.has(outcome.room)) await this.shipTo(run, entry, outcome.room);
      tried.add(outcome.room);
    }
  }

  private async shipTo({ delivery }: Run, entry: string, room: RoomId): Promise<void> {
    const { draft } = this.composer;
    const words = goesWithText(draft) ? draft.form.text.trim() : '';
    const here = delivery.outcomes.filter((one) => one.room === room);
    for (const one of here) this.obstacles.delete(one.entry);
    this.changed();
    const obstacle = await this.uploads.ship(entry, room, words);
    if (obstacle) for (const one of here) this.obstacles.set(one.entry, obstacle);
    this.changed();
  }

  private arrived(entry: string): readonly string[] {
    return this.composer.draft.sent.find((one) => one.entry === entry)?.files ?? [];
  }
}

/** Resolves once it is there, or is not going to be. */
function arrival({ delivery, signal }: Run, entry: string): Promise<DeliveryOutcome | undefined> {
  return new Promise((resolve) => {
    const heed = () => {
      const outcome = delivery.outcomes.find((one) => one.entry === entry);
      const isUnderWay = outcome?.state === 'sending' || outcome?.state === 'waiting';
      if (isUnderWay && !signal.aborted) return;
      listening.dispose();
      signal.removeEventListener('abort', heed);
      resolve(outcome);
    };
    const listening = delivery.onDidChange(heed);
    signal.addEventListener('abort', heed);
    heed();
  });
}
