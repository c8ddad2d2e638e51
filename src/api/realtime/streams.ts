import type { WireMessage, WireRoom, WireSubscription } from '../wire';
import type { WirePermission } from '../wireServer';

/** One event stream of the server: the collection, the name of the event in it, and what its events carry. */
export interface Stream<Args extends readonly unknown[]> {
  readonly collection: string;
  readonly event: string;
  /** Absent at run time; binds the type of the events. */
  readonly shape?: (...args: Args) => void;
}

export type WireChange = 'inserted' | 'updated' | 'removed';

/** Of what was removed no more than this is sent. */
export type WireRemoved = Pick<WireSubscription, '_id' | 'rid'>;

/** What the server wants shown as a notification, the person's own preferences heeded. */
export interface WireNotification {
  readonly title: string;
  readonly text: string;
  readonly payload: {
    readonly _id: string;
    readonly rid: string;
    readonly tmid?: string;
    readonly sender: { readonly _id: string; readonly username: string; readonly name?: string };
    /** The letter of the room. */
    readonly type: string;
    readonly name?: string;
    readonly message: { readonly msg: string; readonly t?: string };
  };
}

/** Somebody got a role, or lost one. */
export interface WireRoleChange {
  readonly type: 'added' | 'removed' | 'changed';
  /** The role. */
  readonly _id: string;
  /** Absent where the role itself is another now. */
  readonly u?: { readonly _id: string; readonly username?: string };
  /** The room that it is for; absent for one on the whole server. */
  readonly scope?: string;
}

/** Which messages of a room were pruned. */
export interface WireCleaning {
  readonly rid: string;
  readonly ids?: readonly string[];
  /** From and until when, where no ids are named. */
  readonly ts?: Readonly<Record<string, string>>;
  readonly users?: readonly string[];
  readonly excludePinned?: boolean;
  readonly ignoreDiscussion?: boolean;
  /** The messages stay, their files go. */
  readonly filesOnly?: boolean;
  readonly showDeletedStatus?: boolean;
}

/** The streams we listen to. Events hold the wire's own values, times as in REST. Source: reference of streamers. */
export const streams = {
  /** Messages of every room that I am in: new and changed ones. */
  myMessages: stream<[message: WireMessage]>('stream-room-messages', () => '__my_messages__'),
  subscriptionsChanged: stream<[change: WireChange, subscription: WireSubscription | WireRemoved]>(
    'stream-notify-user',
    (userId) => `${userId}/subscriptions-changed`,
  ),
  roomsChanged: stream<[change: WireChange, room: WireRoom]>(
    'stream-notify-user',
    (userId) => `${userId}/rooms-changed`,
  ),
  notification: stream<[notification: WireNotification]>(
    'stream-notify-user',
    (userId) => `${userId}/notification`,
  ),
  /** For my eyes only, and never stored. */
  ephemeral: stream<[message: WireMessage]>('stream-notify-user', (userId) => `${userId}/message`),
  deleted: stream<[message: { readonly _id: string }]>('stream-notify-room', (rid) => `${rid}/deleteMessage`),
  deletedMany: stream<[cleaning: WireCleaning]>('stream-notify-room', (rid) => `${rid}/deleteMessageBulk`),
  /** Who is typing; nothing: has stopped. */
  activity: stream<[name: string, activities: readonly string[]]>(
    'stream-notify-room',
    (rid) => `${rid}/user-activity`,
  ),
} as const;

/** The same for everybody who is signed in. */
export const publicStreams = {
  /** Other roles hold a permission now. */
  permissionsChanged: publicStream<[change: WireChange, permission: WirePermission]>('permissions-changed'),
  rolesChanged: publicStream<[change: WireRoleChange]>('roles-change'),
} as const;

function publicStream<Args extends readonly unknown[]>(event: string): Stream<Args> {
  return { collection: 'stream-notify-logged', event };
}

function stream<Args extends readonly unknown[]>(
  collection: string,
  eventOf: (id: string) => string,
): (id: string) => Stream<Args> {
  return (id) => ({ collection, event: eventOf(id) });
}
