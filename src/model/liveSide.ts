import type { Client } from '../api/client';
import { failureOf, type ApiError } from '../api/errors';
import type { LinkState, Realtime } from '../api/realtime/realtime';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account } from './account';
import type { Line } from './horizon';
import type { Inventory } from './inventory';
import type { Knowledge } from './knowledge';
import type { Live, LiveState, PollReason, Whisper } from './live';
import { LiveIntake } from './liveIntake';
import { Newsbox } from './liveNews';
import { LivePolling } from './livePolling';
import { followRights } from './liveRights';
import { collectNews } from './liveStreams';
import { LiveTyping } from './liveTyping';
import { LiveWatch } from './liveWatch';
import type { Notice } from './notice';
import { jittered } from './refreshInterval';
import { Repair } from './repair';
import type { RoomId } from './room';

export interface LiveOptions {
  readonly account: Pick<Account, 'userId' | 'username' | 'name'>;
  readonly client: Client;
  readonly knowledge: Pick<Knowledge, 'hearPermission' | 'hearRole' | 'catchUp'>;
  readonly realtime: Realtime | undefined;
  readonly pollsBecause: PollReason;
  readonly clock: Clock;
  readonly random: () => number;
  readonly inHand: () => RoomId | undefined;
  readonly onDidTakeInHand: Event<RoomId | undefined>;
}

/** The live side of one session. */
export class LiveSide implements Live, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<LiveState>());
  private readonly repair: Repair;
  private readonly intake: LiveIntake;
  private readonly box: Newsbox;
  private readonly watches: LiveWatch;
  private readonly polling: LivePolling;
  private readonly typists: LiveTyping;
  private retry: Disposable | undefined;
  private failures = 0;
  private hasBegun = false;
  private hasBeenLive = false;
  /** It has tried often enough to say that something is in the way. */
  private isBlocked = false;
  /** The connection on which nothing is missing any more. */
  private told: Line | undefined;
  /** Whether REST answers; unknown before it was asked. */
  private answers: boolean | undefined;
  private shown: LiveState = { mode: 'off' };

  readonly onDidChange: Event<LiveState> = this.changed.event;
  readonly onDidNotify: Event<Notice>;
  readonly onDidWhisper: Event<Whisper>;
  readonly onDidChangeTyping: Event<RoomId>;

  constructor(
    private readonly options: LiveOptions,
    private readonly inventory: Inventory,
  ) {
    const { account, client, clock, random, realtime } = options;
    const { loaded, sync } = inventory;
    const { signal } = this.lifetime;
    this.repair = new Repair({ client, inventory, signal, watched: () => this.watched() });
    const { repair } = this;
    const onDidDoubt = (what: 'rooms' | 'messages') => this.doubt(what);
    this.intake = this.lifetime.own(
      new LiveIntake({ userId: account.userId, clock, inventory, repair, onDidDoubt }),
    );
    this.onDidNotify = this.intake.notified.event;
    this.onDidWhisper = this.intake.whispered.event;
    this.box = this.lifetime.own(new Newsbox(clock, (news) => this.intake.take(news)));
    this.watches = this.lifetime.own(
      new LiveWatch({
        realtime,
        box: this.box,
        rooms: inventory.rooms,
        signal,
        onDidBegin: (room) => this.follow(room),
        onDidEnd: (room) => loaded.unfollow(room),
      }),
    );
    this.polling = this.lifetime.own(
      new LivePolling({
        clock,
        random,
        limit: () => client.limitOf('GET rooms.get'),
        retryAt: () => sync.retryAt,
        ask: () => this.settle(this.repair.everything()),
      }),
    );
    this.typists = this.lifetime.own(new LiveTyping({ me: account, realtime, clock }));
    this.onDidChangeTyping = this.typists.onDidChange;
    this.lifetime.own(loaded.onDidAdd((room) => loaded.isBehind(room) && this.doubt('messages')));
    this.lifetime.own(sync.onDidRefresh((priority) => priority === 'person' && this.refreshed()));
  }

  get state(): LiveState {
    return this.shown;
  }

  begin(): void {
    if (this.hasBegun || this.lifetime.signal.aborted) return;
    this.hasBegun = true;
    this.inventory.sync.lead();
    const { realtime } = this.options;
    if (realtime) this.connect(realtime);
    this.watches.begin();
    if (!realtime) this.polling.start();
    else if (!this.inventory.horizon.line) this.doubt('rooms');
    this.show();
  }

  setFocused(isFocused: boolean): void {
    this.repair.isFrugal = !isFocused;
    this.polling.setFocused(isFocused);
    if (!isFocused || !this.hasBegun) return;
    this.options.realtime?.hurry();
    this.doubt('messages');
  }

  watch(room: RoomId): Disposable {
    return this.watches.watch(room);
  }

  typing(room: RoomId): readonly string[] {
    return this.typists.in(room);
  }

  tellTyping(...told: Parameters<Live['tellTyping']>): void {
    this.typists.tell(...told);
  }

  dispose(): void {
    this.retry?.dispose();
    this.lifetime.dispose();
  }

  private connect(realtime: Realtime): void {
    const { account, knowledge, inHand, onDidTakeInHand } = this.options;
    const { horizon } = this.inventory;
    this.lifetime.own(collectNews(realtime, account.userId, this.box));
    this.lifetime.own(followRights(realtime, account.userId, knowledge));
    this.lifetime.own(realtime.onDidProve((sentAt) => horizon.prove(sentAt)));
    this.lifetime.own(realtime.onDidChangeState((link) => this.heed(link)));
    this.lifetime.own(onDidTakeInHand((room) => this.typists.setRoom(room)));
    this.typists.setRoom(inHand());
    realtime.open();
    this.heed(realtime.state);
  }

  private heed(link: LinkState): void {
    if (link.state === 'live') this.goLive();
    else this.loseLine(link);
    this.show();
  }

  private goLive(): void {
    const { horizon, loaded } = this.inventory;
    if (horizon.line) return;
    horizon.begin();
    if (this.hasBeenLive) this.options.knowledge.catchUp();
    this.hasBeenLive = true;
    this.isBlocked = false;
    this.polling.stop();
    for (const room of this.watches.rooms) loaded.follow(room);
    this.doubt('rooms');
  }

  private loseLine(link: LinkState): void {
    this.inventory.horizon.end();
    this.inventory.loaded.unfollowAll();
    this.told = undefined;
    this.retry?.dispose();
    if (this.isBlocked) return;
    this.isBlocked = this.isHopeless(link);
    if (!this.isBlocked) {
      this.polling.startSoon();
      return;
    }
    // What REST said while nobody asked says nothing of now. A token that is dead signs out by the first answer.
    if (!this.polling.isOn) this.answers = undefined;
    this.polling.start();
  }

  private isHopeless(link: LinkState): boolean {
    const patience = this.hasBeenLive ? 3 : 2;
    return link.state === 'refused' || (link.state === 'waiting' && link.failures >= patience);
  }

  /** Deletions in the room are told from now on, or it is time to ask about it. */
  private follow(room: RoomId): void {
    const { horizon, loaded } = this.inventory;
    if (horizon.line) loaded.follow(room);
    else this.repair.add(room);
    this.doubt('messages');
  }

  private doubt(what: 'rooms' | 'messages'): void {
    if (!this.hasBegun) return;
    void this.settle(what === 'rooms' ? this.repair.everything() : this.repair.messages());
  }

  /** Where a person got through, the connection may as well, sooner than it would be tried. */
  private refreshed(): void {
    const { mode } = this.shown;
    if (this.inventory.sync.error || (mode !== 'offline' && mode !== 'polling')) return;
    this.answers = true;
    this.options.realtime?.hurry();
    this.show();
  }

  private async settle(work: Promise<ApiError | undefined>): Promise<void> {
    const error = await work;
    if (this.lifetime.signal.aborted) return;
    const kind = error?.failure.kind;
    this.answers = kind !== 'offline' && kind !== 'timeout';
    if (!error) {
      this.failures = 0;
      this.told = this.inventory.horizon.line;
    } else if (kind !== 'signedOut') this.tryAgain(error);
    this.show();
  }

  private tryAgain(error: ApiError): void {
    const { clock, random } = this.options;
    this.retry?.dispose();
    // Where nothing is told, the next time comes anyway.
    if (!this.inventory.horizon.line) return;
    const failure = failureOf(error);
    const pause = jittered(Math.min(60_000, 2_000 * 2 ** this.failures), random());
    const due = failure?.kind === 'rateLimited' ? failure.retryAt.getTime() - clock.now() : 0;
    this.failures += 1;
    this.retry = clock.after(Math.max(pause, due), () => this.doubt('messages'));
  }

  /** The room in hand first. */
  private watched(): RoomId[] {
    const inHand = this.options.inHand();
    const { rooms } = this.watches;
    return inHand !== undefined && this.watches.has(inHand)
      ? [inHand, ...rooms.filter((room) => room !== inHand)]
      : rooms;
  }

  private show(): void {
    const state = this.found();
    const reasonOf = (one: LiveState) => (one.mode === 'polling' ? one.reason : '');
    if (state.mode === this.shown.mode && reasonOf(state) === reasonOf(this.shown)) return;
    this.shown = state;
    this.changed.fire(state);
  }

  private found(): LiveState {
    const { pollsBecause, realtime } = this.options;
    const { line } = this.inventory.horizon;
    if (!this.hasBegun) return { mode: 'off' };
    if (line && this.told === line) return { mode: 'live' };
    if (this.answers === false) return { mode: 'offline' };
    if (!realtime) return { mode: 'polling', reason: pollsBecause };
    return this.isBlocked && this.answers ? { mode: 'polling', reason: 'blocked' } : { mode: 'connecting' };
  }
}
