import { ApiError, failureOf } from '../api/errors';
import { sleep } from '../base/async';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Files } from './files';
import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import type { RoomId } from './room';
import { newestFirst } from './roomLists';
import { SavedFile } from './savedFile';
import { SavedSearch } from './savedSearch';
import type { Session } from './session';
import { StarredRooms } from './starredRooms';

type Source = Pick<Session, 'account' | 'client' | 'rooms' | 'messages' | 'signal' | 'receive'>;

export interface SavedOptions {
  readonly clock: Clock;
  readonly files?: Files;
}

const second = 1000;
const minute = 60 * second;
/** One after another; then it waits until it is asked for again. */
const mostFailures = 3;

/**
 * My stars over all rooms, which no call lists: those in messages seen so far, and those of rooms that were looked
 * through one by one, which a person has to ask for. Looks at nothing but messages of its session by itself.
 */
export class Saved implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly members = new Set<MessageId>();
  private readonly places: StarredRooms;
  private readonly search: SavedSearch;
  private readonly file: SavedFile;
  private readonly followed = new WeakSet<MessageList>();
  private begun: Promise<void> | undefined;
  private isReady = false;
  private run: Lifetime | undefined;
  private failure: ApiError | undefined;
  private writing: Disposable | undefined;

  /** Fires when a star came or went, and as the looking goes on. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly source: Source,
    private readonly options: SavedOptions,
  ) {
    const { account, client, messages, rooms } = source;
    this.places = new StarredRooms(rooms, options.clock);
    this.search = new SavedSearch(client, options.clock);
    this.file = new SavedFile(options.files, options.clock, account.userId);
    // One that has only just come is none of the members yet.
    this.lifetime.own(messages.hold(({ isStarred }) => isStarred));
    this.lifetime.own(messages.onDidChange((ids) => this.review(ids)));
    this.lifetime.own(
      rooms.onDidChange((ids) => this.isReady && this.places.review(ids) && this.changed.fire()),
    );
    this.lifetime.own({ dispose: () => this.end() });
  }

  /** Newest first. */
  get ids(): readonly MessageId[] {
    return this.known().map((message) => message.id);
  }

  /** In how many rooms nobody has looked yet. */
  get roomsLeft(): number {
    return this.places.left;
  }

  /** What looking there will take; 0 where nothing slows it down. */
  get minutesLeft(): number {
    return this.search.minutesFor(this.places.left);
  }

  get isLooking(): boolean {
    return this.run !== undefined;
  }

  /** Why it does not get on. */
  get error(): ApiError | undefined {
    return this.failure;
  }

  has(id: MessageId): boolean {
    return this.members.has(id);
  }

  /** Takes in what is kept on this machine, once. Asks nothing of the server. */
  begin(): Promise<void> {
    this.begun ??= this.restore();
    return this.begun;
  }

  /** Looks through the rooms that are left, those where most goes on first. Never throws an `ApiError`. */
  async look(): Promise<void> {
    await this.begin();
    if (this.run || this.lifetime.signal.aborted) return;
    const run = new Lifetime();
    this.run = run;
    this.failure = undefined;
    this.changed.fire();
    try {
      for (const room of this.places.byActivity()) await this.lookIn(room, run);
    } finally {
      if (this.run === run) this.stop();
    }
  }

  /** What was found stays, and the next time goes on from there. */
  stop(): void {
    this.run?.dispose();
    this.run = undefined;
    this.changed.fire();
  }

  /** A room's own list of stars, once it is whole, says what there is in that room. */
  follow(room: RoomId, list: MessageList): void {
    if (this.followed.has(list)) return;
    this.followed.add(list);
    this.lifetime.own(
      list.onDidChange(() => {
        if (list.hasLoaded && !list.hasMore) this.settle(room, list.ids);
      }),
    );
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async restore(): Promise<void> {
    const kept = await this.file.read();
    if (this.lifetime.signal.aborted) return;
    this.isReady = true;
    this.places.begin(kept?.looked);
    if (kept) this.source.messages.merge(kept.messages);
    this.changed.fire();
  }

  /** Three failures end it: a person who still wants it asks again. */
  private async lookIn(room: RoomId, run: Lifetime): Promise<void> {
    for (let failures = 0; this.places.isLeft(room) && !run.signal.aborted; failures++) {
      if (failures === mostFailures) {
        run.dispose();
        return;
      }
      try {
        const wires = await this.search.starsIn(room, run.signal);
        this.failure = undefined;
        this.settle(room, this.ofRoom(this.source.receive(wires), room));
      } catch (error) {
        await this.heed(error, room, run);
      }
    }
  }

  private async heed(error: unknown, room: RoomId, { signal }: Lifetime): Promise<void> {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    if (isOfRoom(error)) {
      this.places.leaveOut(room);
      return;
    }
    this.failure = error;
    this.changed.fire();
    await sleep(this.options.clock, minute, signal).catch(() => undefined);
  }

  private ofRoom(messages: readonly Message[], room: RoomId): MessageId[] {
    return messages.filter((message) => message.room === room).map(({ id }) => id);
  }

  /** The whole of a room is known: what it does not hold has lost its star unseen. */
  private settle(room: RoomId, ids: readonly MessageId[]): void {
    const gone = this.known().filter((message) => message.room === room && !ids.includes(message.id));
    for (const { id } of gone) this.members.delete(id);
    this.places.settle(room);
    this.keep();
    this.changed.fire();
  }

  private review(ids: ReadonlySet<MessageId>): void {
    const touched = [...ids].filter((id) => this.members.has(id) || this.isStar(id));
    if (touched.length === 0) return;
    const moved = touched.filter((id) => this.members.has(id) !== this.isStar(id));
    for (const id of moved) if (!this.members.delete(id)) this.members.add(id);
    this.keep();
    if (moved.length > 0) this.changed.fire();
  }

  private isStar(id: MessageId): boolean {
    return this.source.messages.get(id)?.isStarred === true;
  }

  private known(): Message[] {
    const { messages, rooms } = this.source;
    return [...this.members]
      .map((id) => messages.get(id))
      .filter((message) => message !== undefined)
      .filter((message) => rooms.get(message.room) !== undefined)
      .sort(newestFirst);
  }

  /** Nothing before it is known what is kept already. */
  private keep(): void {
    if (this.isReady) this.writing ??= this.options.clock.after(second, () => this.write());
  }

  private write(): void {
    this.writing?.dispose();
    this.writing = undefined;
    const { rooms } = this.source;
    const messages = this.known().filter((message) => rooms.get(message.room)?.isEncrypted === false);
    void this.file.write({ messages, looked: this.places.looked });
  }

  private end(): void {
    if (this.writing) this.write();
    this.run?.dispose();
    this.run = undefined;
  }
}

/** What one room refuses says nothing of the others. */
function isOfRoom(error: ApiError): boolean {
  return ['forbidden', 'notFound', 'refused', 'invalid'].includes(failureOf(error)?.kind ?? '');
}
