import type { Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Realtime } from '../api/realtime/realtime';
import type { WireMessage } from '../api/wire';
import { systemClock, type Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account } from './account';
import type { Files } from './files';
import { Horizon } from './horizon';
import type { Live, PollReason } from './live';
import { LiveSide } from './liveSide';
import { LoadedRooms } from './loadedRooms';
import { messageFromWire, withRealName, type Message, type MessageId } from './message';
import type { MessageList } from './messageList';
import { MessageLists } from './messageLists';
import { MessageStore } from './messageStore';
import { parsed, records } from './parse';
import { permalink } from './permalink';
import { Presence } from './presence';
import { Reading } from './reading';
import type { Room, RoomId } from './room';
import type { RoomListKind } from './roomLists';
import { RoomStore } from './roomStore';
import { RoomSync, type Priority } from './roomSync';
import { Saved } from './saved';
import { loadSettings, type ServerSettings } from './serverSettings';
import { Threads } from './threads';
import { preferencesFromWire, samePreferences, type Preferences } from './user';

export interface SessionOptions {
  readonly account: Account;
  /** Signed in; the caller's own. */
  readonly client: Client;
  /** The server's real-time interface; where there is none, the session polls. Ends with the session. */
  readonly realtime?: Realtime;
  /** Why there is none. */
  readonly pollsBecause?: Exclude<PollReason, 'blocked'>;
  /** What is kept of this account on this machine; nothing where the person wants nothing kept. */
  readonly files?: Files;
  readonly clock?: Clock;
  /** 0 up to 1, for jitter. */
  readonly random?: () => number;
}

/** The account in use, whichever it is just now. */
export interface CurrentSession {
  get(): Session | undefined;
  readonly onDidChange: Event<Session | undefined>;
}

/** One signed-in account: its rooms, messages and lists. Asks nothing of the server until it is asked. */
export class Session implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly preferencesChanged = this.lifetime.own(new Emitter<Preferences>());
  private readonly tookInHand = this.lifetime.own(new Emitter<RoomId | undefined>());
  private readonly horizon: Horizon;
  private readonly lists: MessageLists;
  private readonly presence: Presence | undefined;
  private asked: Promise<ServerSettings> | undefined;
  private known: ServerSettings | undefined;
  private hand: RoomId | undefined;
  private shown: Preferences;

  readonly account: Account;
  readonly client: Client;
  readonly rooms = this.lifetime.own(new RoomStore());
  readonly messages = this.lifetime.own(new MessageStore());
  readonly sync: RoomSync;
  readonly live: Live;
  readonly reading: Reading;
  readonly threads: Threads;
  readonly saved: Saved;
  /** Aborts when the session ends: hand it to every request made for it. */
  readonly signal = this.lifetime.signal;
  readonly onDidChangePreferences: Event<Preferences> = this.preferencesChanged.event;
  readonly onDidTakeInHand: Event<RoomId | undefined> = this.tookInHand.event;

  constructor(options: SessionOptions) {
    const {
      account,
      client,
      realtime,
      pollsBecause = 'unsupported',
      files,
      clock = systemClock,
      random = Math.random,
    } = options;
    this.account = account;
    this.client = client;
    this.shown = account.preferences;
    const horizon = new Horizon(clock);
    this.horizon = horizon;
    const loaded = this.lifetime.own(new LoadedRooms(horizon));
    const { rooms, messages } = this;
    this.sync = this.lifetime.own(new RoomSync({ client, rooms, me: account, horizon, clock, random }));
    this.lists = this.lifetime.own(
      new MessageLists({
        client,
        messages: this.messages,
        signal: this.signal,
        receive: (wires) => this.receive(wires),
        room: (id) => this.rooms.get(id),
        loaded,
      }),
    );
    this.live = this.lifetime.own(
      new LiveSide({
        userId: account.userId,
        client,
        realtime,
        pollsBecause,
        clock,
        random,
        horizon,
        loaded,
        rooms,
        messages,
        lists: this.lists,
        sync: this.sync,
        receive: (updated, deleted) => void this.receive(updated, deleted),
        inHand: () => this.hand,
      }),
    );
    this.reading = this.lifetime.own(new Reading({ client, rooms: this.rooms, clock, signal: this.signal }));
    this.threads = this.lifetime.own(new Threads(this, { clock, files }));
    this.saved = this.lifetime.own(new Saved(this, { clock, files }));
    this.presence =
      realtime &&
      this.lifetime.own(
        new Presence({
          realtime,
          clock,
          preferences: () => this.shown,
          onDidChangePreferences: this.onDidChangePreferences,
        }),
      );
    this.learnBehindRooms();
  }

  /** As last seen on this machine; renewed behind the rooms, first of all and whenever a person refreshes. */
  get preferences(): Preferences {
    return this.shown;
  }

  /** Whether this window has the focus; it counts as focused until it is told. */
  setFocused(isFocused: boolean): void {
    this.live.setFocused(isFocused);
    this.presence?.setFocused(isFocused);
  }

  /** The room that the person is busy with. */
  get inHand(): RoomId | undefined {
    return this.hand;
  }

  takeInHand(room: RoomId | undefined): void {
    if (room === this.hand) return;
    this.hand = room;
    this.tookInHand.fire(room);
  }

  list(room: RoomId, kind: RoomListKind): MessageList {
    const list = this.lists.ofRoom(room, kind);
    if (kind === 'starred') this.saved.follow(room, list);
    return list;
  }

  /** Replies of a thread in order of time; the newest page is loaded first. */
  replies(thread: MessageId): MessageList {
    return this.lists.replies(thread);
  }

  /** What was said in a room lately, the newest first. */
  recent(room: RoomId): MessageList {
    return this.lists.recent(room);
  }

  /** Takes messages that the server sent into the store; malformed and hidden ones stay out, deleted ones go. */
  receive(wires: readonly WireMessage[], deleted: readonly MessageId[] = []): readonly Message[] {
    const visible = records(wires).filter((wire) => wire['_hidden'] !== true);
    // What each claims to be is for `messageFromWire` to find out.
    const messages = parsed(visible as unknown as readonly WireMessage[], (wire) =>
      this.named(messageFromWire(wire, this.account.userId)),
    );
    this.horizon.seeAll(visible);
    this.messages.merge(messages, deleted);
    return messages;
  }

  /** Asked for once; after a failure, again. */
  settings(priority: Priority = 'person'): Promise<ServerSettings> {
    this.asked ??= this.askSettings(priority);
    return this.asked;
  }

  /** As far as they have come; asks for nothing. */
  get knownSettings(): ServerSettings | undefined {
    return this.known;
  }

  /** The address in the web client, by the server's own idea of where it is once that is known. */
  linkTo(room: Room, message?: Message): string {
    return permalink(this.known?.siteUrl ?? this.account.server, room, message);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async askSettings(priority: Priority): Promise<ServerSettings> {
    try {
      this.known = await loadSettings(this.client, { signal: this.signal, priority });
    } catch (error) {
      this.asked = undefined;
      throw error;
    }
    if (this.known.usesRealNames) this.messages.revise(withRealName);
    return this.known;
  }

  private named(message: Message): Message {
    return this.known?.usesRealNames ? withRealName(message) : message;
  }

  /** Nobody waits for what is learnt here, so it stays out of the way of the first paint. */
  private learnBehindRooms(): void {
    let hasLearnt = false;
    this.lifetime.own(
      this.sync.onDidRefresh((priority) => {
        if (this.sync.state !== 'ready' || (hasLearnt && priority === 'background')) return;
        hasLearnt = true;
        void quietly(this.renewPreferences());
        void quietly(this.settings('background'));
      }),
    );
  }

  private async renewPreferences(): Promise<void> {
    const me = await this.client.session.me({}, { signal: this.signal, priority: 'background' });
    const preferences = preferencesFromWire(me.settings?.preferences);
    if (this.signal.aborted || samePreferences(preferences, this.shown)) return;
    this.shown = preferences;
    this.preferencesChanged.fire(preferences);
  }
}

/** For what is nice to know: the next refresh asks again. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
