import type { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Files } from './files';
import { FollowedThreads, type ThreadEntry } from './followedThreads';
import { KeptThreads, type ThreadsContent } from './keptThreads';
import type { Live } from './live';
import type { Message, MessageId } from './message';
import { roomId, type RoomId } from './room';
import type { Session } from './session';
import { ThreadCoverage } from './threadCoverage';
import { ThreadSearch } from './threadSearch';

/** What the threads need of their session. */
export interface ThreadsSource extends Pick<
  Session,
  'account' | 'client' | 'rooms' | 'messages' | 'sync' | 'receive' | 'settings'
> {
  readonly live: Pick<Live, 'state' | 'onDidChange'>;
}

export interface ThreadsOptions {
  readonly clock: Clock;
  readonly files?: Files;
}

/**
 * The threads that I follow or began, over all rooms. No call of the server lists them: they are gathered from what is
 * seen live, from what was kept on this machine, and by looking in one room after another while somebody looks on.
 */
export class Threads implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly followed: FollowedThreads;
  private readonly coverage: ThreadCoverage;
  private readonly search: ThreadSearch;
  private readonly kept: KeptThreads;
  private restoring: Promise<void> | undefined;
  private hasRestored = false;
  private isWatched = false;
  private wasLive = false;

  /** Fires when the threads are others, in another order, read or unread, and when the search has gone on. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly source: ThreadsSource,
    { clock, files }: ThreadsOptions,
  ) {
    const { account, client, rooms, messages, sync, live } = source;
    this.followed = this.lifetime.own(new FollowedThreads(messages, rooms));
    this.coverage = new ThreadCoverage(rooms, messages);
    this.search = this.lifetime.own(
      new ThreadSearch({
        client,
        clock,
        messages,
        coverage: this.coverage,
        receive: (wires) => source.receive(wires),
        settings: () => source.settings('background'),
      }),
    );
    const me = account.userId;
    this.kept = this.lifetime.own(new KeptThreads({ clock, files, me }, () => this.content()));
    this.lifetime.own(this.followed.onDidChange(() => this.tell()));
    this.lifetime.own(this.search.onDidChange(() => this.tellFound()));
    this.lifetime.own(messages.onDidChange((ids) => this.keep(ids)));
    this.lifetime.own(rooms.onDidChange((ids) => this.follow(ids)));
    this.lifetime.own(sync.onDidRefresh(() => this.compare()));
    this.lifetime.own(live.onDidChange(() => this.turn()));
  }

  /** Unread ones first, then by their last reply. */
  all(): readonly ThreadEntry[] {
    return this.followed.all;
  }

  isUnread(id: MessageId): boolean {
    return this.followed.all.some((entry) => entry.id === id && entry.isUnread);
  }

  /** In how many rooms nobody has looked for threads yet. */
  get roomsToSearch(): number {
    return this.search.roomsLeft;
  }

  get isSearching(): boolean {
    return this.search.isRunning;
  }

  /** Whether the server's limit keeps the search waiting. */
  get waitsForLimit(): boolean {
    return this.search.waitsForLimit;
  }

  /** Why the search waits; it goes on by itself. */
  get error(): ApiError | undefined {
    return this.search.error;
  }

  /** Shows what was kept on this machine, once: the network need not answer for that. */
  restore(): Promise<void> {
    this.restoring ??= this.takeKept();
    return this.restoring;
  }

  /** To be told whether somebody sees the threads, in a window that has the focus: only then they are looked for. */
  setWatched(isWatched: boolean): void {
    if (isWatched === this.isWatched || this.lifetime.signal.aborted) return;
    this.isWatched = isWatched;
    if (isWatched) void this.begin();
    else this.rest();
  }

  /** Renews what is shown, and tries again what has failed. Goes on behind what the person does. */
  refresh(): void {
    this.coverage.outdate(this.all().map(({ room }) => room));
    this.search.goOn();
  }

  dispose(): void {
    this.isWatched = false;
    this.lifetime.dispose();
  }

  private async begin(): Promise<void> {
    await this.restore();
    this.wake();
  }

  private rest(): void {
    this.search.setActive(false);
    this.kept.save();
  }

  private async takeKept(): Promise<void> {
    const found = await this.kept.read();
    if (this.lifetime.signal.aborted) return;
    this.hasRestored = true;
    if (!found) return;
    const { rooms } = this.source;
    this.source.receive(found.messages.filter(({ rid }) => rooms.get(roomId(rid))?.isEncrypted !== true));
    this.coverage.restore(found.rooms);
    this.changed.fire();
  }

  /** Before the rooms have come from the server, nobody knows where to look. */
  private wake(): void {
    if (this.isWatched && this.hasRestored && this.source.sync.state === 'ready') this.search.setActive(true);
  }

  private tell(): void {
    this.touch();
    this.changed.fire();
  }

  private tellFound(): void {
    if (this.isKeepable) this.kept.touchSoon();
    this.changed.fire();
  }

  private keep(ids: ReadonlySet<MessageId>): void {
    if ([...ids].some((id) => this.followed.has(id))) this.touch();
  }

  private touch(): void {
    if (this.isKeepable) this.kept.touch();
  }

  /** What is kept is read before anything is written over it; without the rooms, nobody knows which are encrypted. */
  private get isKeepable(): boolean {
    return this.hasRestored && this.source.rooms.all().length > 0;
  }

  private content(): ThreadsContent<Message> {
    if (this.wasLive) this.coverage.followAll();
    const { rooms, messages } = this.source;
    const readable = this.all().filter(({ room }) => rooms.get(room)?.isEncrypted === false);
    const firsts = readable.map(({ id }) => messages.get(id)).filter((message) => message !== undefined);
    return { rooms: this.coverage.keep(), messages: firsts };
  }

  private follow(ids: ReadonlySet<RoomId>): void {
    this.coverage.leave(ids);
    if (this.wasLive) this.coverage.follow(ids);
    if (this.coverage.concerns(ids)) this.wake();
  }

  /** The server has answered: it told what changed unseen, and can be asked for the rest. */
  private compare(): void {
    if (this.source.sync.state !== 'ready') return;
    this.coverage.compare();
    if (this.error && !this.waitsForLimit) this.search.goOn();
    this.wake();
  }

  /** What happened while it was live was seen; what happened since then was not. */
  private turn(): void {
    const isLive = this.source.live.state.mode === 'live';
    if (isLive === this.wasLive) return;
    this.wasLive = isLive;
    if (isLive) this.coverage.compare();
    else this.coverage.followAll();
    this.wake();
  }
}
