import { plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { isBefore } from '../../version';
import type { Room } from '../../world/documents';
import { roomsOfTeam, teamById } from '../../world/teams';
import { picked } from '../fields';
import { freeQuery } from '../freeQuery';
import { listed, type Listed } from '../lists';
import { textOf } from '../parameters';
import { closed, optionalText, paging } from '../schemas';
import { matchesSearchFields } from './searchFields';

/** What the workspace has: channels, teams, people. */
export const directoryRoute: Route = {
  verb: 'GET',
  name: 'directory',
  auth: 'required',
  limit: { calls: 100, ms: 100_000 },
  query: closed({
    text: optionalText,
    type: optionalText,
    workspace: optionalText,
    query: optionalText,
    ...paging,
  }),
  handle: (call) => directory(asItIsAsked(call)),
};

type Order = Readonly<Record<string, 1 | -1>>;
type Kind = 'channels' | 'teams' | 'users';

const sortable: Readonly<Record<Kind, readonly string[]>> = {
  channels: ['name', 'createdAt', 'usersCount', 'usernames', 'lastMessage'],
  teams: ['name', 'createdAt', 'usersCount', 'usernames', 'lastMessage'],
  users: ['name', 'createdAt', 'usersCount', 'username', 'email', 'bio'],
};

/** Where the documents keep what is asked for by another name. */
const keys: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  channels: { createdAt: 'ts', lastMessage: 'lastMessage.ts' },
  teams: { createdAt: 'ts', lastMessage: 'lastMessage.ts' },
  users: { email: 'emails.0.address' },
};

/** Before 7.0 the parameters lay inside `query`. */
function asItIsAsked(call: Call): Call {
  return isBefore(call.world.version, '7.0') ? { ...call, query: freeQuery(call) } : call;
}

function directory(call: Call): JsonObject {
  const kind = textOf(call.query, 'type') ?? 'channels';
  const asked = Object.entries(call.page.sort ?? {});
  if (asked.length > 1) throw plainError('This method support only one "sort" parameter');
  if (!isKind(kind)) throw refused();
  // Without a sort the server turns the names round.
  const [by, direction] = asked[0] ?? ['name', -1];
  if (!sortable[kind].includes(by)) throw refused();
  const found = listings[kind](call, { [keys[kind][by] ?? by]: direction });
  return { result: found.items, ...found.place };
}

const listings: Readonly<Record<Kind, (call: Call, order: Order) => Listed<JsonObject>>> = {
  channels,
  teams,
  users,
};

/** Also the private groups that one is in; of teams what their members and everyone may see. */
function channels(call: Call, order: Order): Listed<JsonObject> {
  const { world, user } = call;
  if (!world.hasPermission(user, 'view-c-room')) throw refused();
  const isVisible = (room: Room) => {
    if (world.subscriptions.of(user._id, room._id)) return true;
    if (room.t !== 'c') return false;
    const main = room.teamId === undefined ? undefined : world.rooms.mainOfTeam(room.teamId);
    return main?.t !== 'p' || world.subscriptions.of(user._id, main._id) !== undefined;
  };
  const found = matching(call).filter((room) => !room.teamMain && room.prid === undefined && isVisible(room));
  return shown(page(call, found, order), (room) => ({ ...shownRoom(room), ...teamName(call, room) }));
}

function teams(call: Call, order: Order): Listed<JsonObject> {
  const { world, user } = call;
  const found = matching(call)
    .filter((room) => room.teamMain)
    .filter((room) => room.t === 'c' || world.subscriptions.of(user._id, room._id) !== undefined);
  return shown(page(call, found, order), (room) => ({
    ...shownRoom(room),
    teamMain: true,
    roomsCount: roomsOfTeam(world, room.teamId ?? '').length,
  }));
}

function users(call: Call, order: Order): Listed<JsonObject> {
  const { world, user, query } = call;
  const mayLook = ['view-outside-room', 'view-d-room'].every((one) => world.hasPermission(user, one));
  if (!mayLook) throw refused();
  const text = textOf(query, 'text') ?? '';
  // Nobody comes from another server.
  const local = textOf(query, 'workspace') === 'external' ? [] : world.users.all();
  const found = local.filter((one) => one.active && matchesSearchFields(world, one, text));
  const details = world.hasPermission(user, 'view-full-other-user-info') ? (['emails'] as const) : [];
  return shown(page(call, found, order), (one) =>
    picked(one, ['_id', 'username', 'name', 'nickname', 'bio', 'createdAt', 'avatarETag', ...details]),
  );
}

/** Rooms with a name that holds the text. */
function matching({ world, query }: Call): Room[] {
  const text = (textOf(query, 'text') ?? '').trim().toLowerCase();
  const rooms = world.rooms.all().filter((room) => room.t !== 'd');
  if (text === '') return rooms;
  return rooms.filter(({ name, fname }) => [name, fname].some((one) => one?.toLowerCase().includes(text)));
}

/** There is no way to ask for all: that is ten. */
function page<T extends object>(
  { page: { offset, count } }: Call,
  found: readonly T[],
  order: Order,
): Listed<T> {
  const sort = { featured: -1 as const, ...order };
  return listed(found, { offset, count: count === Infinity ? 10 : count, sort }, order);
}

function shown<T>({ items, place }: Listed<T>, show: (item: T) => JsonObject): Listed<JsonObject> {
  return { items: items.map(show), place };
}

const shownKeys = [
  ['_id', 't', 'description', 'topic', 'name', 'fname', 'lastMessage', 'ts', 'archived'],
  ['default', 'featured', 'usersCount', 'teamId'],
] as const;

function shownRoom(room: Room): JsonObject {
  return picked(room, shownKeys.flat());
}

function teamName({ world }: Call, { teamId }: Room): JsonObject {
  const team = teamId === undefined ? undefined : teamById(world, teamId);
  return team ? { belongsTo: team.name } : {};
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(sortable, text);
}

function refused() {
  return plainError('Please verify the parameters');
}
