import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Folder } from './files';
import type { MessageId } from './message';
import { newMessageId, Outbox, type Outcome } from './outbox';
import { samePlace, type Place } from './place';
import type { RoomId } from './room';
import { entryFrom, entryName, entryText, isEntryName, type KeptEntry, type Written } from './sendingFile';
import { Lease } from './sendingLease';
import { mayPass, pauseMs } from './sendingPatience';
import { entryOf } from './sendingText';
import type { Session } from './session';

/** A message of mine that the server does not have yet. */
export interface Outgoing extends Written {
  readonly id: MessageId;
  readonly place: Place;
  /** ms since the epoch, by this machine's clock. */
  readonly acceptedAt: number;
  /** `waiting`: goes by itself as soon as the server can be reached. */
  readonly state: 'sending' | 'waiting' | 'failed';
  /** Of one that is waiting or failed. */
  readonly error?: ApiError;
}

interface Item extends Outgoing {
  readonly owner: string;
  readonly isKept: boolean;
  /** It may have been sent already. */
  readonly isInDoubt: boolean;
  readonly tries: number;
}

type SendingSession = Pick<
  Session,
  'account' | 'client' | 'receive' | 'signal' | 'messages' | 'rooms' | 'live' | 'settings' | 'linkTo'
>;

export interface SendingOptions {
  /** What is accepted is kept there until it has arrived. */
  readonly folder: Folder;
  readonly clock: Clock;
}

/**
 * What one account says. Accepted means kept: each message is a file before the first request, and is found again
 * after a reload or a crash. In order per room; one that the server refuses does not hold up the next.
 */
export class Sending implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<RoomId>());
  private readonly items = new Map<MessageId, Item>();
  private readonly busy = new Set<RoomId>();
  private readonly outbox: Outbox;
  private readonly lease: Lease;
  private failures = 0;
  private retry: Disposable | undefined;
  private look: Disposable | undefined;

  /** Of the room whose entries are others now, or stand otherwise. */
  readonly onDidChange: Event<RoomId> = this.changed.event;

  constructor(
    private readonly session: SendingSession,
    private readonly options: SendingOptions,
  ) {
    this.outbox = new Outbox(session);
    this.lease = this.lifetime.own(new Lease(options.folder, options.clock, crypto.randomUUID().slice(0, 8)));
    this.lifetime.own(session.messages.onDidChange((ids) => this.heedEchoes(ids)));
    this.lifetime.own(
      session.live.onDidChange(({ mode }) => (mode === 'live' || mode === 'polling') && this.hurry()),
    );
  }

  /** The oldest first; a reply that its room shows too is in both. Never one whose message has arrived. */
  entries(place: Place): readonly Outgoing[] {
    const isHere = (item: Item) =>
      samePlace(item.place, place) ||
      (item.alsoToRoom && place.thread === undefined && item.place.room === place.room);
    return [...this.items.values()].filter(isHere);
  }

  get(id: MessageId): Outgoing | undefined {
    return this.items.get(id);
  }

  /** Takes up what earlier windows have left. Reads files; what it finds there is asked for and sent. */
  async resume(): Promise<void> {
    const names = await this.options.folder.names();
    const texts = await Promise.all(names.filter(isEntryName).map((name) => this.options.folder.read(name)));
    const found = texts.map(entryFrom).filter((entry) => entry !== undefined);
    for (const entry of found.sort((one, other) => one.acceptedAt - other.acceptedAt)) this.take(entry);
    this.heedEchoes(new Set(this.items.keys()));
    await this.adopt();
    await this.lease.tidy(names);
  }

  /** Resolves once it is kept: from then on it is not lost. */
  async send(place: Place, written: Written): Promise<Outgoing> {
    const item: Item = {
      ...written,
      id: newMessageId(),
      place,
      acceptedAt: this.options.clock.now(),
      state: 'sending',
      owner: this.lease.owner,
      isKept: false,
      isInDoubt: false,
      tries: 0,
    };
    this.put(item);
    await this.keep(item);
    this.change(item.id, { isKept: true });
    void this.work(place.room);
    return item;
  }

  /** Once more, under the same id: it arrives once at most. */
  async resend(id: MessageId): Promise<void> {
    const item = this.change(id, { state: 'sending', error: undefined, tries: 0, owner: this.lease.owner });
    if (!item) return;
    await this.keep(item);
    await this.work(item.place.room);
  }

  async discard(id: MessageId): Promise<void> {
    await this.drop(id);
  }

  /** Discards it, for its text to be written anew. */
  async takeBack(id: MessageId): Promise<Outgoing | undefined> {
    const item = this.items.get(id);
    if (item) await this.drop(id);
    return item;
  }

  dispose(): void {
    this.retry?.dispose();
    this.look?.dispose();
    this.lifetime.dispose();
  }

  private take(entry: KeptEntry): void {
    if (this.items.has(entry.id)) return;
    const state = entry.error ? 'failed' : 'sending';
    this.put({ ...entry, state, isKept: true, isInDoubt: true, tries: 0 });
  }

  /** Takes care of what belongs to windows that are gone; looks again at what belongs to those that live. */
  private async adopt(): Promise<void> {
    const others = [...this.items.values()].filter((item) => this.isOthers(item));
    const ends = await Promise.all(others.map((item) => this.adoptOne(item)));
    for (const room of new Set(others.map(({ place }) => place.room))) void this.work(room);
    const alive = ends.filter((end) => end !== undefined);
    if (alive.length === 0 || this.lifetime.signal.aborted) return;
    const { clock } = this.options;
    this.look?.dispose();
    this.look = clock.after(Math.max(1_000, Math.min(...alive) - clock.now()), () => void this.adopt());
  }

  /** Up to when its window is sure to be alive. */
  private async adoptOne({ id, owner }: Item): Promise<number | undefined> {
    const { folder } = this.options;
    const until = await this.lease.until(owner);
    const entry = entryFrom(await folder.read(entryName(id)));
    if (!this.items.has(id)) return undefined;
    if (!entry) this.forget(id);
    else if (entry.error) this.change(id, { state: 'failed', error: entry.error });
    else if (until === undefined) {
      const item = this.change(id, { owner: this.lease.owner });
      if (item) await this.keep(item);
    } else return until;
    return undefined;
  }

  private isOthers({ owner, state }: Item): boolean {
    return state !== 'failed' && owner !== this.lease.owner;
  }

  /** In order, until all has been tried or the server cannot be reached. */
  private async work(room: RoomId): Promise<void> {
    if (this.busy.has(room)) return;
    this.busy.add(room);
    try {
      for (let item = this.nextIn(room); item; item = this.nextIn(room))
        if (!(await this.attempt(item))) break;
    } finally {
      this.busy.delete(room);
    }
  }

  private nextIn(room: RoomId): Item | undefined {
    const next = this.queue(room)[0];
    return next?.isKept && !this.lifetime.signal.aborted ? next : undefined;
  }

  /** What this window has to send there. */
  private queue(room: RoomId): Item[] {
    return [...this.items.values()].filter(
      (item) => item.place.room === room && item.state !== 'failed' && !this.isOthers(item),
    );
  }

  /** Whether the next one may follow. */
  private async attempt(item: Item): Promise<boolean> {
    const { id } = item;
    this.change(id, { state: 'sending', error: undefined });
    const entry = await entryOf(this.session, item);
    if (this.isGone(id)) return true;
    if (entry instanceof ApiError) return this.judge(item, { state: 'failed', error: entry });
    const outcome = await (item.isInDoubt ? this.outbox.resume(entry) : this.outbox.deliver(entry));
    return this.isGone(id) || this.judge(item, outcome);
  }

  /** Settled by its echo, or discarded; or all has ended. */
  private isGone(id: MessageId): boolean {
    return this.lifetime.signal.aborted || !this.items.has(id);
  }

  private async judge(item: Item, outcome: Outcome): Promise<boolean> {
    const { id, place } = item;
    if (outcome.state === 'delivered') {
      this.failures = 0;
      await this.drop(id);
      return true;
    }
    const { error } = outcome;
    const tries = item.tries + 1;
    this.change(id, { tries, isInDoubt: item.isInDoubt || outcome.state === 'unknown' });
    if (mayPass(error, tries)) {
      this.wait(place.room, error);
      return false;
    }
    const failed = this.change(id, { state: 'failed', error });
    if (failed) await this.keep(failed);
    return true;
  }

  private wait(room: RoomId, error: ApiError): void {
    const { clock } = this.options;
    for (const { id } of this.queue(room)) this.change(id, { state: 'waiting', error });
    this.retry?.dispose();
    this.retry = clock.after(pauseMs(error, this.failures, clock.now()), () => this.hurry());
    this.failures += 1;
  }

  private hurry(): void {
    this.retry?.dispose();
    this.retry = undefined;
    for (const room of new Set([...this.items.values()].map(({ place }) => place.room))) void this.work(room);
  }

  private heedEchoes(ids: ReadonlySet<MessageId>): void {
    for (const id of this.items.keys()) if (ids.has(id) && this.hasArrived(id)) void this.drop(id);
  }

  /** Only what I said proves anything. */
  private hasArrived(id: MessageId): boolean {
    return this.session.messages.get(id)?.author.id === this.session.account.userId;
  }

  private put(item: Item): void {
    this.items.set(item.id, item);
    this.show(item.place.room);
  }

  private change(id: MessageId, patch: Partial<Item>): Item | undefined {
    const before = this.items.get(id);
    if (!before) return undefined;
    const item = { ...before, ...patch };
    this.items.set(id, item);
    if (item.state !== before.state || item.error !== before.error) this.show(item.place.room);
    return item;
  }

  private async drop(id: MessageId): Promise<void> {
    this.forget(id);
    await this.options.folder.remove(entryName(id));
  }

  private forget(id: MessageId): void {
    const item = this.items.get(id);
    if (!this.items.delete(id) || !item) return;
    this.show(item.place.room);
  }

  private show(room: RoomId): void {
    const isNeeded = [...this.items.values()].some(
      (item) => item.state !== 'failed' && item.owner === this.lease.owner,
    );
    void this.lease.hold(isNeeded);
    this.changed.fire(room);
  }

  private keep(item: Item): Promise<void> {
    return this.options.folder.write(entryName(item.id), entryText(item));
  }
}
