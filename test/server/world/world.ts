import { EventEmitter } from 'node:events';
import type { Filling } from '../data/large/large';
import type { Seed } from '../data/seed';
import type { SettingValue } from '../settings';
import { addUser, type NewUser } from './accounts';
import type { Avatar } from './avatars';
import type { Cleaning } from './cleaning';
import { type CustomEmoji, CustomEmojis } from './customEmoji';
import type { Message, Room, Subscription, User, UserRef } from './documents';
import { hexId, readableId, type Random } from './ids';
import { Messages } from './messages';
import { Permissions } from './permissions';
import { playSeed } from './playback';
import { Receipts } from './receipts';
import { Rooms } from './rooms';
import { Subscriptions } from './subscriptions';
import { Foundings } from './teams';
import { Uploads } from './uploads';
import { Users } from './users';

export interface WorldOptions {
  readonly clock: { now(): number };
  /** Played back in order of time, or put in place by itself. */
  readonly seed: Seed | Filling;
  readonly settings: { get(id: string): unknown; set(id: string, value: SettingValue): void };
  readonly random: Random;
  /** The release that this is: `8.8.1`. */
  readonly version: string;
}

type Change = 'inserted' | 'updated' | 'removed';

export interface EphemeralNote {
  readonly rid: string;
  readonly msg: string;
  readonly tmid?: string;
}

/** What whoever listens live has to hear of. */
interface WorldEvents {
  message: [message: Message];
  /** It is new, with all that followed from it; not of what the server itself says. */
  posted: [message: Message];
  subscription: [change: Change, subscription: Subscription];
  room: [change: Change, room: Room];
  user: [change: Change, user: User];
  /** Some of the person's tokens count no more. */
  tokens: [user: User];
  setting: [id: string, value: SettingValue];
  permission: [id: string, roles: readonly string[]];
  /** Somebody was given a role in one room, or has lost it. */
  roomRole: [role: string, change: 'added' | 'removed', user: UserRef, rid: string];
  /** Someone types, or has stopped: the event of the room, what came with it, and by which connection. */
  activity: [event: string, args: readonly unknown[], from: object | undefined];
  /** A note to one person alone, kept nowhere. */
  ephemeral: [userId: string, note: EphemeralNote];
  /** For good: it is no longer in the room. */
  deletion: [message: Message];
  /** Many at once: gone for good, or only their files. */
  cleaning: [rid: string, cleaning: Cleaning, ids: readonly string[] | undefined];
  /** All members have seen what was said until then. */
  allRead: [rid: string, until: string];
  customEmoji: [change: Change, emoji: CustomEmoji];
  /** Without an `etag` there is none any more. */
  avatar: [of: { readonly username: string } | { readonly rid: string }, etag: string | undefined];
}

/** One workspace in memory: its documents, its time, its chance. Knows nothing of HTTP. */
export class World {
  readonly users = new Users((user) => this.events.emit('tokens', user));
  readonly rooms = new Rooms();
  readonly subscriptions = new Subscriptions();
  readonly foundings = new Foundings();
  readonly messages = new Messages();
  readonly receipts = new Receipts();
  readonly uploads = new Uploads(() => this.timestamp());
  readonly customEmoji = new CustomEmojis();
  /** By the id of a user or a room. */
  readonly avatars = new Map<string, Avatar>();
  /** Modules of a licence that this workspace has: `message-read-receipt`. */
  readonly licences = new Set<string>();
  readonly permissions = new Permissions();
  /** Until then no slash command is known. */
  appsLoaded = true;
  readonly events = new EventEmitter<WorldEvents>();
  private playingAt: number | undefined;
  /** Documents whose time has been set by a change. */
  private readonly changed = new WeakSet<object>();

  constructor(private readonly options: WorldOptions) {
    if (typeof options.seed === 'function') options.seed(this);
    else playSeed(this, options.seed);
  }

  get version(): string {
    return this.options.version;
  }

  now(): number {
    return this.playingAt ?? this.options.clock.now();
  }

  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** Lets `run` happen at another time: how a data set gets its past. */
  playAt(time: number, run: () => void): void {
    this.playingAt = time;
    try {
      run();
    } finally {
      this.playingAt = undefined;
    }
  }

  newReadableId(): string {
    return readableId(this.options.random);
  }

  newHexId(): string {
    return hexId(this.options.random);
  }

  setting(id: string): unknown {
    return this.options.settings.get(id);
  }

  changeSetting(id: string, value: SettingValue): void {
    this.options.settings.set(id, value);
    this.events.emit('setting', id, value);
  }

  isOn(id: string): boolean {
    return this.setting(id) === true;
  }

  /** Zero for a setting that is no number. */
  number(id: string): number {
    const value = this.setting(id);
    return typeof value === 'number' ? value : 0;
  }

  /** Empty for a setting that is no text. */
  text(id: string): string {
    const value = this.setting(id);
    return typeof value === 'string' ? value : '';
  }

  hasPermission(user: User, permission: string, room?: Room): boolean {
    const local = room && this.subscriptions.of(user._id, room._id)?.roles;
    return this.permissions.hold([...user.roles, ...(local ?? [])], permission);
  }

  addUser(user: NewUser): User {
    return addUser(this, user);
  }

  /** Every change of a message, a room, a user or a subscription ends here: it gets its time and is told on. */
  touchMessage(message: Message): void {
    this.changeQuietly(message);
    if (message['_hidden'] !== true) this.events.emit('message', message);
  }

  /** A change that who asks later finds, and nobody is told of. */
  changeQuietly(message: Message): void {
    this.stamp(message);
    this.messages.noteChange(message);
  }

  touchRoom(room: Room, change: Change = 'updated'): void {
    this.stamp(room);
    this.events.emit('room', change, room);
  }

  touchUser(user: User, change: Change = 'updated'): void {
    this.stamp(user);
    this.events.emit('user', change, user);
  }

  touchSubscription(subscription: Subscription, change: Change = 'updated'): void {
    this.stamp(subscription);
    this.events.emit('subscription', change, subscription);
  }

  /** Later than the last time, even within one millisecond: whoever merges goes by it. */
  private stamp(document: { _updatedAt: string }): void {
    const now = this.timestamp();
    const isTaken = this.changed.has(document) && now <= document._updatedAt;
    document._updatedAt = isTaken ? new Date(Date.parse(document._updatedAt) + 1).toISOString() : now;
    this.changed.add(document);
  }
}
