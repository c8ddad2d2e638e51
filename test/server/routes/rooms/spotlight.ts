import { isObject } from '../../isObject';
import { jsonIn } from '../../json';
import type { Call, JsonObject, Route } from '../../route';
import type { Room, User } from '../../world/documents';
import { messageFor } from '../../world/views';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { sorted } from '../lists';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, optionalText, text } from '../schemas';

const mostRooms = 5;

const common = {
  verb: 'GET',
  name: 'spotlight',
  limit: { calls: 100, ms: 100_000 },
  handle: spotlight,
} as const;

/** Only since 8.6 there are more parameters than one, and strangers may ask. */
export const spotlightRoutes: readonly Route[] = [
  { ...common, auth: 'required', until: '8.6', query: closed({ query: text }, ['query']) },
  {
    ...common,
    auth: 'orAnonymous',
    since: '8.6',
    query: closed({ query: text, usernames: optionalText, type: optionalText, rid: optionalText }, ['query']),
  },
];

function spotlight({ world, maybeUser, query }: Call): JsonObject {
  const asked = neededText(query, 'query');
  const search = { text: asked.replace(/^[@#]/, '').toLowerCase(), query };
  const wants = wanted(asked, query['type']);
  return {
    users: wants.users && maybeUser ? people(world, maybeUser, search) : [],
    rooms: wants.rooms ? channels(world, maybeUser, search.text) : [],
  };
}

/** The sign before the text has the last word; `type` is JSON: `{"users":true}`. */
function wanted(asked: string, type: unknown): { users: boolean; rooms: boolean } {
  const kinds = typeof type === 'string' ? jsonIn(type) : type;
  const asks = (kind: string) => !isObject(kinds) || isTrue(kinds, kind);
  return {
    users: !asked.startsWith('#') && asks('users'),
    rooms: !asked.startsWith('@') && asks('rooms'),
  };
}

interface Search {
  /** In lower case. */
  readonly text: string;
  readonly query: JsonObject;
}

/** The exact name first, then members of the room in hand, then the others by name. */
function people(world: World, user: User, { text, query }: Search): JsonObject[] {
  const known = textOf(query, 'usernames')?.split(',') ?? [];
  const found = reachable(world, user).filter(
    (other) => other.active && !known.includes(other.username) && matches(text, [other.username, other.name]),
  );
  const inOrder = sorted(found, { [world.isOn('UI_Use_Real_Name') ? 'name' : 'username']: 1 });
  const rid = textOf(query, 'rid') ?? '';
  const distance = (other: User) => {
    if (other.username.toLowerCase() === text) return 0;
    return world.subscriptions.of(other._id, rid) ? 1 : 2;
  };
  return inOrder
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, world.number('Number_of_users_autocomplete_suggestions'))
    .map((one) => picked(one, ['_id', 'username', 'name', 'nickname', 'status', 'statusText', 'avatarETag']));
}

/** Without the two permissions only those with whom one has a direct message. */
function reachable(world: World, user: User): User[] {
  const seesAll = world.hasPermission(user, 'view-outside-room') && world.hasPermission(user, 'view-d-room');
  if (seesAll) return world.users.all();
  const directs = world.subscriptions.ofUser(user._id).filter((subscription) => subscription.t === 'd');
  const ids = new Set(directs.flatMap(({ rid }) => world.rooms.byId(rid)?.uids ?? []));
  return world.users.all().filter((other) => ids.has(other._id));
}

function channels(world: World, user: User | undefined, text: string): JsonObject[] {
  const maySearch =
    !user || ['view-outside-room', 'view-c-room'].every((one) => world.hasPermission(user, one));
  if (!maySearch) return [];
  const found = world.rooms
    .all()
    .filter((room) => isOpen(world, user, room) && matches(text, [room.name, room.fname]));
  const inOrder = sorted(found, { name: 1 }).slice(0, mostRooms);
  return inOrder.map((room) => glimpse(world, user, room));
}

/** A public channel that one is not in. Of teams the main rooms alone; to strangers no default rooms. */
function isOpen(world: World, user: User | undefined, room: Room): boolean {
  if (room.t !== 'c' || (room.teamId !== undefined && !room.teamMain)) return false;
  return user ? !world.subscriptions.of(user._id, room._id) : room.default !== true;
}

function glimpse(world: World, user: User | undefined, room: Room): JsonObject {
  const { _id, t, name, fname, teamMain, prid, lastMessage } = room;
  const mayPreview = user && lastMessage && world.hasPermission(user, 'preview-c-room');
  const shown = mayPreview ? { lastMessage: messageFor(world, user, lastMessage) } : {};
  return { _id, t, name, fname, teamMain, prid, ...shown };
}

function matches(text: string, names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name?.toLowerCase().includes(text));
}
