import { forbidden, meteorError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { canAccess } from '../world/access';
import type { Room } from '../world/documents';
import { join } from '../world/membership';
import { roomFor } from '../world/views';
import type { World } from '../world/world';
import { history, historyKeys } from './history';
import { listed } from './lists';
import { isTrue, textOf } from './parameters';
import { closed, optionalText, paging, roomBy } from './schemas';

const registration = 'old';

export const channelRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'channels.list',
    auth: 'required',
    permissions: ['view-c-room', 'view-joined-room'],
    registration,
    query: closed({ _id: optionalText, query: optionalText, fields: optionalText, ...paging }),
    handle: list,
  },
  { verb: 'GET', name: 'channels.info', auth: 'required', registration, handle: info },
  {
    verb: 'POST',
    name: 'channels.join',
    auth: 'required',
    registration,
    body: roomBy('roomId', 'roomName', { joinCode: optionalText }),
    handle: joinChannel,
  },
  {
    verb: 'GET',
    name: 'channels.history',
    auth: 'required',
    registration,
    query: roomBy('roomId', 'roomName', historyKeys),
    handle: (call) => {
      const { offset, count } = call.page;
      const withReplies = isTrue(call.query, 'showThreadMessages');
      return history(call, channel(call.world, call.query), { offset, count, withReplies });
    },
  },
];

/** The rooms of a team show only to who is in them. */
function list({ world, user, query, page }: Call): JsonObject {
  const mayViewAll = world.hasPermission(user, 'view-c-room');
  const id = textOf(query, '_id');
  const channels = world.rooms.all().filter((room) => {
    if (room.t !== 'c' || (id !== undefined && room._id !== id)) return false;
    const isOpen = mayViewAll && room.teamId === undefined;
    return isOpen || world.subscriptions.of(user._id, room._id) !== undefined;
  });
  const { items, place } = listed(channels, page, { name: 1 });
  return { channels: items.map((room) => roomFor(world, user, room)), ...place };
}

function info({ world, user, query }: Call): JsonObject {
  const room = openChannel(world, query);
  if (!canAccess(world, user, room)) throw forbidden();
  return { channel: roomFor(world, user, room) };
}

function joinChannel({ world, user, body }: Call): JsonObject {
  const room = openChannel(world, body);
  join(world, room, user);
  return { channel: roomFor(world, user, room) };
}

function openChannel(world: World, parameters: JsonObject): Room {
  const room = channel(world, parameters);
  if (room.archived) {
    throw meteorError('error-room-archived', `The channel, ${room.name ?? ''}, is archived`);
  }
  return room;
}

function channel(world: World, parameters: JsonObject): Room {
  const byId = textOf(parameters, 'roomId');
  const room =
    byId === undefined ? world.rooms.byName(textOf(parameters, 'roomName') ?? '') : world.rooms.byId(byId);
  if (room?.t === 'c') return room;
  const reason = 'The required "roomId" or "roomName" param provided does not match any channel';
  throw meteorError('error-room-not-found', reason);
}
