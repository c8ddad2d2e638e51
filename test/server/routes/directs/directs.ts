import type { Call, JsonObject, Route } from '../../route';
import { openDirect } from '../../world/directs';
import type { Room } from '../../world/documents';
import { roomFor } from '../../world/views';
import { directContentCalls } from './directContents';
import { directKeepingCalls } from './directKeeping';
import { listed } from '../lists';
import { isTrue, textOf } from '../parameters';
import { flag, roomBy } from '../schemas';

/** A row without what all calls share; its key follows `im.` and `dm.` */
export type DirectCall = Omit<Route, 'name' | 'auth'>;

const calls: Readonly<Record<string, DirectCall>> = {
  list: { verb: 'GET', handle: list },
  'list.everyone': { verb: 'GET', permissions: ['view-room-administration'], handle: listEveryone },
  create: { verb: 'POST', body: roomBy('username', 'usernames', { excludeSelf: flag }), handle: create },
  ...directContentCalls,
  ...directKeepingCalls,
};

/** Every call under both of its names. */
export const directRoutes: readonly Route[] = Object.entries(calls).flatMap(([name, call]) => [
  { ...call, name: `im.${name}`, auth: 'required' },
  { ...call, name: `dm.${name}`, auth: 'required' },
]);

function list(call: Call): JsonObject {
  const { world, user } = call;
  const own = world.subscriptions.ofUser(user._id).filter((subscription) => subscription.t === 'd');
  return shown(
    call,
    own.flatMap(({ rid }) => world.rooms.byId(rid) ?? []),
  );
}

function listEveryone(call: Call): JsonObject {
  return shown(
    call,
    call.world.rooms.all().filter((room) => room.t === 'd'),
  );
}

/** Direct messages have no name: the usual order is none. */
function shown({ world, user, page }: Call, rooms: readonly Room[]): JsonObject {
  const { items, place } = listed(rooms, page, { name: 1 });
  return { ims: items.map((room) => roomFor(world, user, room)), ...place };
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
