import type { Client } from '../api/client';
import type { Realtime } from '../api/realtime/realtime';
import type { WireMessage } from '../api/wire';
import { systemClock, type Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account } from './account';
import { CompositionDrafts } from './compositionDrafts';
import { Drafts } from './drafts';
import { MemoryFolder, type Files, type Folder } from './files';
import { Inventory, type Kept } from './inventory';
import { Knowledge } from './knowledge';
import type { Live, PollReason } from './live';
import { LiveSide } from './liveSide';
import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import type { MessageStore } from './messageStore';
import { permalink } from './permalink';
import type { Place } from './place';
import { Presence } from './presence';
import { Reading } from './reading';
import { Rights } from './rights';
import type { Room, RoomId } from './room';
import type { RoomListKind } from './roomLists';
import type { RoomStore } from './roomStore';
import type { Priority, RoomSync } from './roomSync';
import { Saved } from './saved';
import { Sending } from './sending';
import type { ServerSettings } from './serverSettings';
import { SlashCommands } from './slashCommands';
import { Threads } from './threads';
import type { Timeline } from './timeline';
import { Uploads } from './uploads';
import type { Preferences } from './user';

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
  /** Where what the person wrote is kept until the server has it; in memory alone where it is absent. */
  readonly writing?: Folder;
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
  private readonly tookInHand = this.lifetime.own(new Emitter<RoomId | undefined>());
  private readonly knowledge: Knowledge;
  private readonly inventory: Inventory;
  private readonly presence: Presence | undefined;
  private hand: RoomId | undefined;

  readonly account: Account;
  readonly client: Client;
  readonly rooms: RoomStore;
  readonly messages: MessageStore;
  readonly sync: RoomSync;
  readonly live: Live;
  readonly reading: Reading;
  readonly threads: Threads;
  readonly saved: Saved;
  readonly rights: Rights;
  readonly sending: Sending;
  readonly drafts: Drafts;
  readonly compositions: CompositionDrafts;
  readonly uploads: Uploads;
  readonly slashCommands: SlashCommands;
  /** Aborts when the session ends: hand it to every request made for it. */
  readonly signal = this.lifetime.signal;
  readonly onDidChangePreferences: Event<Preferences>;
  readonly onDidTakeInHand: Event<RoomId | undefined> = this.tookInHand.event;

  constructor(options: SessionOptions) {
    const { account, client, realtime, files, clock = systemClock, random = Math.random } = options;
    const { lifetime, signal } = this;
    this.account = account;
    this.client = client;
    // The last to end: the others take leave of it first.
    if (realtime) lifetime.own(realtime);
    this.knowledge = lifetime.own(new Knowledge(client, account.preferences));
    this.onDidChangePreferences = this.knowledge.onDidChangePreferences;
    const { knowledge } = this;
    this.inventory = lifetime.own(new Inventory({ client, me: account, knowledge, clock, random }));
    this.rooms = this.inventory.rooms;
    this.messages = this.inventory.messages;
    this.sync = this.inventory.sync;
    this.rights = lifetime.own(new Rights({ me: account, rooms: this.rooms, knowledge, clock }));
    const { pollsBecause = 'unsupported' } = options;
    const hand = { inHand: () => this.hand, onDidTakeInHand: this.onDidTakeInHand };
    const means = { account, client, knowledge, realtime, pollsBecause, clock, random };
    this.live = lifetime.own(new LiveSide({ ...means, ...hand }, this.inventory));
    this.reading = lifetime.own(new Reading({ client, rooms: this.rooms, clock, signal }));
    this.threads = lifetime.own(new Threads(this, { clock, files }));
    this.saved = lifetime.own(new Saved(this, { clock, files }));
    const { writing: folder = new MemoryFolder() } = options;
    this.sending = lifetime.own(new Sending(this, { folder, clock }));
    this.drafts = new Drafts(folder, clock);
    this.compositions = new CompositionDrafts(folder, clock);
    this.uploads = lifetime.own(new Uploads(this));
    this.slashCommands = new SlashCommands(this);
    this.presence = realtime && lifetime.own(this.presenceOver(realtime, clock));
    knowledge.learnBehind(this.sync);
  }

  /** As last seen on this machine; renewed behind the rooms, first of all and whenever a person refreshes. */
  get preferences(): Preferences {
    return this.knowledge.preferences;
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
    const list = this.inventory.lists.ofRoom(room, kind);
    if (kind === 'starred') this.saved.follow(room, list);
    return list;
  }

  /** Replies of a thread in order of time; the newest page is loaded first. */
  replies(thread: MessageId): MessageList {
    return this.inventory.lists.replies(thread);
  }

  /** What was said in a room lately, the newest first. */
  recent(room: RoomId): MessageList {
    return this.inventory.lists.recent(room);
  }

  /** A window of its own on the messages of a room or thread, for one viewer, who ends it. */
  timeline(place: Place): Timeline {
    return this.inventory.timeline(place, this.live);
  }

  /** Takes messages that the server sent into the store; malformed and hidden ones stay out. */
  receive(wires: readonly WireMessage[]): readonly Message[] {
    return this.inventory.receive(wires);
  }

  /** Shows what was kept, until the server tells what has changed since. For a session that knows nothing yet. */
  restore(kept: Kept): void {
    this.inventory.restore(kept);
  }

  /** Up to when messages of a room are known, by the server's time; undefined where none were asked for. */
  knownUntil(room: RoomId): number | undefined {
    return this.inventory.loaded.mark(room)?.until;
  }

  /** Asked for once; after a failure, again. */
  settings(priority: Priority = 'person'): Promise<ServerSettings> {
    return this.knowledge.askSettings(priority);
  }

  /** As far as they have come; asks for nothing. */
  get knownSettings(): ServerSettings | undefined {
    return this.knowledge.settings;
  }

  /** The address in the web client, by the server's own idea of where it is once that is known. */
  linkTo(room: Room, message?: Pick<Message, 'id' | 'thread'>): string {
    return permalink(this.knownSettings?.siteUrl ?? this.account.server, room, message);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private presenceOver(realtime: Realtime, clock: Clock): Presence {
    const { onDidChangePreferences } = this;
    return new Presence({ realtime, clock, preferences: () => this.preferences, onDidChangePreferences });
  }
}
