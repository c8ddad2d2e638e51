import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Folder } from './files';
import type { MessageId } from './message';
import { newMessageId, Outbox, type Outcome } from './outbox';
import type { Place } from './place';
import type { RoomId } from './room';
import { Adoption } from './sendingAdoption';
import { entryFrom, entryName, entryText, isEntryName, type KeptEntry, type Written } from './sendingFile';
import { SendingItems, type Item, type Outgoing } from './sendingItems';
import { Lease } from './sendingLease';
import { mayPass, pauseMs } from './sendingPatience';
import { entryOf } from './sendingText';
import type { Session } from './session';

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
  private readonly arrived = this.lifetime.own(new Emitter<Outgoing>());
  private readonly missed = this.lifetime.own(new Emitter<Outgoing>());
  private readonly busy = new Set<RoomId>();
  private readonly outbox: Outbox;
  private readonly lease: Lease;
  private readonly items: SendingItems;
  private readonly adoption: Adoption;
  private failures = 0;
  private retry: Disposable | undefined;

  /** Of the room whose entries are others now, or stand otherwise. */
  readonly onDidChange: Event<RoomId>;
  /** One that this window took care of. */
  readonly onDidArrive: Event<Outgoing> = this.arrived.event;
  /** One that did not get there this time, and waits or failed. */
  readonly onDidMiss: Event<Outgoing> = this.missed.event;

  constructor(
    private readonly session: SendingSession,
    private readonly options: SendingOptions,
  ) {
    this.outbox = new Outbox(session);
    const { folder, clock } = options;
    this.lease = this.lifetime.own(new Lease(folder, clock, crypto.randomUUID().slice(0, 8)));
    this.items = this.lifetime.own(new SendingItems(folder, this.lease));
    this.onDidChange = this.items.onDidChange;
    const work = (room: RoomId) => this.work(room);
    this.adoption = this.lifetime.own(new Adoption(this.items, { folder, clock, lease: this.lease, work }));
    this.lifetime.own(session.messages.onDidChange((ids) => this.heedEchoes(ids)));
    this.lifetime.own(
      session.live.onDidChange(({ mode }) => (mode === 'live' || mode === 'polling') && this.hurry()),
    );
  }

  /** The oldest first; a reply that its room shows too is in both. Never one whose message has arrived. */
  entries(place: Place): readonly Outgoing[] {
    return this.items.of(place);
  }

  /** Of all places, the oldest first. */
  all(): readonly Outgoing[] {
    return this.items.all();
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
    await this.adoption.look();
    this.heedEchoes(new Set(this.items.all().map(({ id }) => id)));
    await this.lease.tidy(names);
  }

  /** Resolves once it is kept: from then on it is not lost. `id`: of whoever has to know it before. */
  async send(place: Place, written: Written, id: MessageId = newMessageId()): Promise<Outgoing> {
    const item: Item = {
      ...written,
      id,
      place,
      acceptedAt: this.options.clock.now(),
      state: 'sending',
      owner: this.lease.owner,
      isKept: false,
      isInDoubt: false,
      tries: 0,
    };
    this.items.put(item);
    await this.items.keep(item);
    this.items.change(item.id, { isKept: true });
    void this.work(place.room);
    return item;
  }

  /** Once more, under the same id: it arrives once at most. */
  async resend(id: MessageId): Promise<void> {
    const item = this.items.change(id, {
      state: 'sending',
      error: undefined,
      tries: 0,
      owner: this.lease.owner,
    });
    if (!item) return;
    await this.items.keep(item);
    await this.work(item.place.room);
  }

  /** What was kept elsewhere by an earlier version: it stays until somebody says what is to become of it. */
  async takeOver(entry: Written & Pick<KeptEntry, 'id' | 'place'>): Promise<void> {
    if (this.items.get(entry.id)) return;
    const acceptedAt = this.options.clock.now();
    const kept = { ...entry, acceptedAt, owner: this.lease.owner, error: leftLying() };
    this.take(kept);
    await this.options.folder.write(entryName(entry.id), entryText(kept));
  }

  async discard(id: MessageId): Promise<void> {
    await this.items.drop(id);
  }

  /** Discards it, for its text to be written anew. */
  async takeBack(id: MessageId): Promise<Outgoing | undefined> {
    const item = this.items.get(id);
    if (item) await this.items.drop(id);
    return item;
  }

  dispose(): void {
    this.retry?.dispose();
    this.lifetime.dispose();
  }

  private take(entry: KeptEntry): void {
    if (this.items.get(entry.id)) return;
    const state = entry.error ? 'failed' : 'sending';
    this.items.put({ ...entry, state, isKept: true, isInDoubt: true, tries: 0 });
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
    const next = this.items.queue(room)[0];
    return next?.isKept && !this.lifetime.signal.aborted ? next : undefined;
  }

  /** Whether the next one may follow. */
  private async attempt(item: Item): Promise<boolean> {
    const { id } = item;
    this.items.change(id, { state: 'sending', error: undefined });
    const entry = await entryOf(this.session, item);
    if (this.isGone(id)) return true;
    if (entry instanceof ApiError) return this.judge(item, { state: 'failed', error: entry });
    const outcome = await (item.isInDoubt ? this.outbox.resume(entry) : this.outbox.deliver(entry));
    return this.isGone(id) || this.judge(item, outcome);
  }

  /** Settled by its echo, or discarded; or all has ended. */
  private isGone(id: MessageId): boolean {
    return this.lifetime.signal.aborted || !this.items.get(id);
  }

  private async judge(item: Item, outcome: Outcome): Promise<boolean> {
    const { id, place } = item;
    if (outcome.state === 'delivered') {
      await this.settle(item);
      return true;
    }
    const { error } = outcome;
    const tries = item.tries + 1;
    this.items.change(id, { tries, isInDoubt: outcome.state === 'unknown' });
    if (mayPass(error, tries)) {
      this.wait(place.room, error);
      return false;
    }
    const failed = this.items.change(id, { state: 'failed', error });
    if (!failed) return true;
    await this.items.keep(failed);
    this.missed.fire(failed);
    return true;
  }

  private wait(room: RoomId, error: ApiError): void {
    const { clock } = this.options;
    const queue = this.items.queue(room).map(({ id }) => this.items.change(id, { state: 'waiting', error }));
    this.retry?.dispose();
    this.retry = clock.after(pauseMs(error, this.failures, clock.now()), () => this.hurry());
    this.failures += 1;
    for (const item of queue) if (item) this.missed.fire(item);
  }

  private hurry(): void {
    this.retry?.dispose();
    this.retry = undefined;
    for (const room of this.items.rooms()) void this.work(room);
  }

  private heedEchoes(ids: ReadonlySet<MessageId>): void {
    for (const item of this.items.all())
      if (ids.has(item.id) && this.hasArrived(item.id)) void this.settle(item);
  }

  /** The answer and the echo come in any order: the first one counts. */
  private async settle(item: Item): Promise<void> {
    this.failures = 0;
    const end = this.items.drop(item.id);
    if (item.owner === this.lease.owner) this.arrived.fire(item);
    await end;
  }

  /** Only what I said proves anything. */
  private hasArrived(id: MessageId): boolean {
    return this.session.messages.get(id)?.author.id === this.session.account.userId;
  }
}

function leftLying(): ApiError {
  return new ApiError('It was not sent before.', { kind: 'cancelled' }, { route: 'POST chat.sendMessage' });
}
