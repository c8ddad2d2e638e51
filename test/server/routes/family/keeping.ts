import { failure, meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Room, Subscription } from '../../world/documents';
import { addMember, leaveRoom } from '../../world/membership';
import { hide, show } from '../../world/ownRooms';
import { archiveRoom, eraseRoom, unarchiveRoom } from '../../world/roomLife';
import { isTrue } from '../parameters';
import { flag, optionalObject, optionalText, roomBy } from '../schemas';
import { type Family, findOpen, postRoute, roomAnswer, shownName } from './family';

/** Taken, and not used. */
const openKeys = { query: optionalText, sort: optionalObject };

/** What happens to a room as a whole, or to the caller's place in it. */
export function keepingRoutes(family: Family): readonly Route[] {
  const isChannel = family.name === 'channels';
  const body = isChannel ? { body: roomBy('roomId', 'roomName') } : {};
  return [
    postRoute(family, 'delete', { ...body, handle: erase(family) }),
    postRoute(family, 'archive', { ...body, handle: archive(family) }),
    postRoute(family, 'unarchive', { ...body, handle: unarchive(family) }),
    postRoute(family, 'leave', { ...body, handle: leave(family) }),
    postRoute(family, 'open', {
      ...(isChannel && { body: roomBy('roomId', 'roomName', openKeys) }),
      handle: open(family),
    }),
    postRoute(family, 'close', { handle: close(family) }),
    postRoute(family, 'addAll', {
      ...(isChannel && { body: roomBy('roomId', 'roomName', { activeUsersOnly: flag }) }),
      handle: addAll(family),
    }),
  ];
}

type Handler = (call: Call) => JsonObject | undefined;

function erase(family: Family): Handler {
  return (call) => {
    eraseRoom(call.world, family.find(call, call.body), call.user);
    return undefined;
  };
}

function archive(family: Family): Handler {
  return (call) => {
    const room = findOpen(family, call, call.body);
    checkRight(call, room, { permission: 'archive-room', method: 'archiveRoom' });
    archiveRoom(call.world, room, call.user);
    return undefined;
  };
}

function unarchive(family: Family): Handler {
  return (call) => {
    const room = family.find(call, call.body);
    if (family.name === 'channels' && !room.archived) {
      throw plainError(`The channel, ${shownName(room)}, is not archived`);
    }
    checkRight(call, room, { permission: 'unarchive-room', method: 'unarchiveRoom' });
    unarchiveRoom(call.world, room, call.user);
    return undefined;
  };
}

function checkRight(
  { world, user }: Call,
  room: Room,
  { permission, method }: { permission: string; method: string },
): void {
  if (world.hasPermission(user, permission, room)) return;
  throw meteorError('error-not-authorized', 'Not authorized', { method });
}

function leave(family: Family): Handler {
  return (call) => {
    const room = findOpen(family, call, call.body);
    leaveRoom(call.world, room, call.user);
    return family.name === 'channels' ? roomAnswer(family, call, room) : undefined;
  };
}

function open(family: Family): Handler {
  return (call) => {
    const room = family.find(call, call.body);
    const { noun, name } = family;
    const subscription = ownPlace(call, room);
    if (!subscription) throw plainError(`The user/callee is not in the ${noun} "${shownName(room)}".`);
    if (subscription.open) {
      const whom = name === 'channels' ? 'to' : 'for';
      throw plainError(`The ${noun}, ${shownName(room)}, is already open ${whom} the sender`);
    }
    show(call.world, subscription);
    return undefined;
  };
}

function close(family: Family): Handler {
  return (call) => {
    const room = family.find(call, call.body);
    const subscription = ownPlace(call, room);
    if (!subscription && family.name === 'channels') {
      // The server forgets the closing quote.
      throw plainError(`The user/callee is not in the channel "${shownName(room)}.`);
    }
    if (!subscription?.open) {
      throw plainError(`The ${family.noun}, ${shownName(room)}, is already closed to the sender`);
    }
    hide(call.world, subscription);
    return undefined;
  };
}

function ownPlace({ world, user }: Call, room: Room): Subscription | undefined {
  return world.subscriptions.of(user._id, room._id);
}

function addAll(family: Family): Handler {
  return (call) => {
    const { world, user, body } = call;
    const room = findOpen(family, call, body);
    const details = { method: 'addAllToRoom' };
    if (!world.hasPermission(user, 'add-all-to-room')) {
      // The one code that is a number.
      throw failure({ error: 'Access to Method Forbidden [403]', errorType: 403, details });
    }
    const activeOnly = isTrue(body, 'activeUsersOnly');
    const users = world.users.all().filter((one) => one.active || !activeOnly);
    if (users.length > world.number('API_User_Limit')) {
      throw meteorError('error-user-limit-exceeded', 'User Limit Exceeded', details);
    }
    for (const one of users) {
      if (!world.subscriptions.of(one._id, room._id)) addMember(world, room, one);
    }
    return roomAnswer(family, call, room);
  };
}
