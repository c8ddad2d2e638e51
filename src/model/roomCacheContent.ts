import type { WireRoom, WireSubscription } from '../api/wire';
import type { Kept } from './inventory';
import { keptMessage } from './keptMessage';
import type { Message } from './message';
import { isRecord, optionalText } from './parse';
import type { Room } from './room';
import type { Session } from './session';

/** What is kept of a session. */
export type Cacheable = Pick<Session, 'account' | 'rooms' | 'messages' | 'sync' | 'restore' | 'knownUntil'>;

const mostRooms = 30;
const mostMessages = 50;

/** Only what a room is made of: no message, no draft and no key of encryption gets in by an oversight. */
const roomKeys = [
  '_id',
  't',
  'name',
  'fname',
  'topic',
  'announcement',
  'ts',
  'lm',
  'ro',
  'reactWhenReadOnly',
  'broadcast',
  'archived',
  'encrypted',
  'muted',
  'unmuted',
  'prid',
  'teamId',
  'teamMain',
  'uids',
  'usernames',
  'usersCount',
  '_updatedAt',
] as const satisfies readonly (keyof WireRoom)[];

const subscriptionKeys = [
  '_id',
  'rid',
  't',
  'name',
  'fname',
  'u',
  'ts',
  'ls',
  'lr',
  'open',
  'alert',
  'unread',
  'userMentions',
  'groupMentions',
  'tunread',
  'tunreadUser',
  'tunreadGroup',
  'f',
  'roles',
  'ignored',
  'archived',
  'encrypted',
  'hideUnreadStatus',
  'hideMentionStatus',
  'disableNotifications',
  'blocked',
  'blocker',
  '_updatedAt',
] as const satisfies readonly (keyof WireSubscription)[];

/** Undefined before the rooms have come for the first time. */
export function contentOf(session: Cacheable): Kept | undefined {
  const { account, rooms, messages, sync } = session;
  const kept = sync.keep();
  if (!kept) return undefined;
  const shown = latest(rooms.all())
    .map(({ id }) => ({ id, said: messages.ofRoom(id).filter(isKept).slice(0, mostMessages) }))
    .filter(({ said }) => said.length > 0);
  return {
    rooms: {
      rooms: kept.rooms.map((room) => only(room, roomKeys)),
      subscriptions: kept.subscriptions.map((subscription) => only(subscription, subscriptionKeys)),
      since: kept.since,
    },
    messages: shown.flatMap(({ said }) => said.map((message) => keptMessage(message, account.userId))),
    known: shown.map(({ id, said }) => ({ room: id, until: session.knownUntil(id) ?? oldest(said) })),
  };
}

/** What comes out of a file, if it has the shape that it was written in. */
export function contentFrom(value: unknown): Kept | undefined {
  if (!isRecord(value) || !isRecord(value['rooms'])) return undefined;
  const { rooms, subscriptions, since } = value['rooms'];
  const { messages, known } = value;
  if (![rooms, subscriptions, messages].every(Array.isArray) || typeof since !== 'number') return undefined;
  if (!Array.isArray(known) || !known.every(isKnown)) return undefined;
  // Lists, as was seen; their entries are read as carefully as if the server had sent them.
  return value as unknown as Kept;
}

function isKnown(value: unknown): boolean {
  return isRecord(value) && optionalText(value['room']) !== undefined && typeof value['until'] === 'number';
}

function latest(rooms: readonly Room[]): Room[] {
  return rooms
    .filter((room) => !room.isEncrypted)
    .sort((one, other) => other.lastActivity - one.lastActivity)
    .slice(0, mostRooms);
}

/** What the room shows; what is encrypted can be in a room that is not so any more. */
function isKept({ kind, thread, isShownInRoom }: Message): boolean {
  return kind !== 'encrypted' && (thread === undefined || isShownInRoom === true);
}

/** What has merely been heard, or found, may have changed unheard since. */
function oldest(messages: readonly Message[]): number {
  return Math.min(...messages.map(({ updatedAt }) => updatedAt));
}

function only<Thing extends object, Key extends keyof Thing>(
  thing: Thing,
  keys: readonly Key[],
): Pick<Thing, Key> {
  const some: Partial<Pick<Thing, Key>> = {};
  for (const key of keys) if (thing[key] !== undefined) some[key] = thing[key];
  // A key that is not there was `undefined`, which its type allows then.
  return some as Pick<Thing, Key>;
}
