import { forbidden } from '../failures';
import type { Call, JsonObject, Route } from '../route';
import { canAccess } from '../world/access';
import type { Room } from '../world/documents';
import { join } from '../world/membership';
import { channels, findOpen, getRoute, postRoute, roomAnswer, roomsAnswer } from './family/family';
import { sharedRoutes } from './family/shared';
import { meant } from './freeQuery';
import { history, historyKeys } from './history';
import { isTrue, textOf } from './parameters';
import { closed, optionalText, paging, roomBy } from './schemas';

export const channelRoutes: readonly Route[] = [
  getRoute(channels, 'list', {
    permissions: ['view-c-room', 'view-joined-room'],
    query: closed({ _id: optionalText, query: optionalText, fields: optionalText, ...paging }),
    handle: list,
  }),
  getRoute(channels, 'list.joined', { handle: (call) => roomsAnswer(channels, call, joined(call)) }),
  getRoute(channels, 'info', { handle: info }),
  postRoute(channels, 'join', {
    body: roomBy('roomId', 'roomName', { joinCode: optionalText }),
    handle: joinChannel,
  }),
  getRoute(channels, 'history', {
    query: roomBy('roomId', 'roomName', historyKeys),
    handle: (call) => {
      const { offset, count } = call.page;
      const withReplies = isTrue(call.query, 'showThreadMessages');
      return history(call, channels.find(call, call.query), { offset, count, withReplies });
    },
  }),
  ...sharedRoutes(channels),
];

/** The rooms of a team show only to who is in them. */
function list(call: Call): JsonObject {
  const { world, user, query } = call;
  const mayViewAll = world.hasPermission(user, 'view-c-room');
  const id = textOf(query, '_id');
  const visible = mayViewAll ? open(call) : [];
  const found = [...new Set([...visible, ...joined(call)])].filter((room) => !id || room._id === id);
  return roomsAnswer(channels, call, meant(call, found));
}

function open({ world }: Call): Room[] {
  return world.rooms.all().filter((room) => room.t === 'c' && room.teamId === undefined);
}

function joined({ world, user }: Call): Room[] {
  const own = world.subscriptions.ofUser(user._id).filter((subscription) => subscription.t === 'c');
  return own.flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
}

function info(call: Call): JsonObject {
  const room = findOpen(channels, call, call.query);
  if (!canAccess(call.world, call.user, room)) throw forbidden();
  return roomAnswer(channels, call, room);
}

function joinChannel(call: Call): JsonObject {
  const room = findOpen(channels, call, call.body);
  join(call.world, room, call.user, textOf(call.body, 'joinCode'));
  return roomAnswer(channels, call, room);
}
