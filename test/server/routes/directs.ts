import type { Call, JsonObject, Route } from '../route';
import { openDirect } from '../world/directs';
import { directTarget } from '../world/targets';
import { roomFor } from '../world/views';
import { history, historyKeys } from './history';
import { listed } from './lists';
import { isTrue, neededText, textOf } from './parameters';
import { closed, flag, roomBy, text } from './schemas';

type Half = Omit<Route, 'name' | 'auth'>;

const calls: Readonly<Record<string, Half>> = {
  list: { verb: 'GET', handle: list },
  history: {
    verb: 'GET',
    query: closed({ roomId: text, ...historyKeys }, ['roomId']),
    handle: directHistory,
  },
  create: { verb: 'POST', body: roomBy('username', 'usernames', { excludeSelf: flag }), handle: create },
};

/** Every call under both of its names. */
export const directRoutes: readonly Route[] = Object.entries(calls).flatMap(([name, half]) => [
  { ...half, name: `im.${name}`, auth: 'required' },
  { ...half, name: `dm.${name}`, auth: 'required' },
]);

function list({ world, user, page }: Call): JsonObject {
  const own = world.subscriptions.ofUser(user._id).filter((subscription) => subscription.t === 'd');
  const rooms = own.flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
  // Direct messages have no name: the usual order is none.
  const { items, place } = listed(rooms, page, { name: 1 });
  return { ims: items.map((room) => roomFor(world, user, room)), ...place };
}

/** Makes the room if it is asked for by a person's name or id. */
function directHistory(call: Call): JsonObject {
  const { world, user, query, page } = call;
  const room = directTarget(world, user, neededText(query, 'roomId'));
  const withReplies = isTrue(query, 'showThreadMessages');
  return history(call, room, { offset: page.offset, count: page.count, withReplies });
}

function create({ world, user, body }: Call): JsonObject {
  const one = textOf(body, 'username');
  const several = textOf(body, 'usernames')?.split(',') ?? [];
  const usernames = one === undefined ? several.map((name) => name.trim()) : [one];
  const { _id, usernames: members } = openDirect(world, user, {
    usernames,
    excludeSelf: isTrue(body, 'excludeSelf'),
  });
  return { room: { t: 'd', rid: _id, _id, usernames: members } };
}
