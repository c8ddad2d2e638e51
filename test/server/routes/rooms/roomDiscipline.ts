import { meteorError, plainError, unauthorized } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import { banFrom, muteIn, unbanFrom, unmuteIn } from '../../world/discipline';
import type { Room, User } from '../../world/documents';
import { isLastOwner } from '../../world/roomRoles';
import { picked } from '../fields';
import { pageOf } from '../lists';
import { namedUser } from '../users/named';
import { neededText } from '../parameters';
import { roomAndPerson } from './roomTargets';
import { post } from '../rows';
import { closed, paging, someText } from '../schemas';

const onPerson = { ...post, body: roomAndPerson };

/** Who is kept quiet in a room, or out of it. */
export const roomDisciplineRoutes: readonly Route[] = [
  { ...onPerson, name: 'rooms.muteUser', since: '6.8', handle: mute },
  { ...onPerson, name: 'rooms.unmuteUser', since: '6.8', handle: unmute },
  { ...onPerson, name: 'rooms.banUser', since: '8.3', handle: ban },
  { ...onPerson, name: 'rooms.unbanUser', since: '8.3', handle: unban },
  {
    verb: 'GET',
    name: 'rooms.bannedUsers',
    auth: 'required',
    since: '8.3',
    query: closed({ roomId: someText, count: paging.count, offset: paging.offset }, ['roomId']),
    handle: bannedUsers,
  },
];

function mute(call: Call): JsonObject {
  const { room, person } = disciplined(call, 'muteUserInRoom');
  muteIn(call.world, room, person, call.user);
  return {};
}

function unmute(call: Call): JsonObject {
  const { room, person } = disciplined(call, 'unmuteUserInRoom');
  unmuteIn(call.world, room, person, call.user);
  return {};
}

interface Discipline {
  readonly room: Room;
  readonly person: User;
}

/** The room and the person, if the caller may silence people there. */
function disciplined({ world, user, body }: Call, method: string): Discipline {
  const person = namedUser(world, body);
  const room = world.rooms.byId(neededText(body, 'roomId'));
  if (!world.hasPermission(user, 'mute-user', room)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
  if (!room) throw meteorError('error-invalid-room', 'Invalid room', { method });
  if (room.t === 'd') {
    const details = { method, type: room.t };
    throw meteorError('error-invalid-room-type', `${room.t} is not a valid room type`, details);
  }
  if (!world.subscriptions.of(person._id, room._id)) {
    throw meteorError('error-user-not-in-room', 'User is not in this room', { method });
  }
  return { room, person };
}

function ban(call: Call): JsonObject {
  const { world, user } = call;
  const { room, person } = bannable(call);
  if (world.subscriptions.banOf(person._id, room._id)) {
    throw plainError('User is already banned from this room');
  }
  if (!world.subscriptions.of(person._id, room._id)) throw plainError('User is not in this room');
  if (isLastOwner(world, room, person)) {
    throw plainError('You are the last owner. Please set new owner before banning the user.');
  }
  banFrom(world, room, person, user);
  return {};
}

function unban(call: Call): JsonObject {
  const { world } = call;
  const { room, person } = bannable(call);
  if (world.subscriptions.of(person._id, room._id)) throw plainError('error-user-not-banned');
  if (!world.subscriptions.banOf(person._id, room._id)) throw plainError('error-invalid-subscription');
  unbanFrom(world, room, person, call.user);
  return {};
}

/** Of all this the server speaks in plain errors. */
function bannable({ world, user, body }: Call): Discipline {
  const person = namedUser(world, body);
  const room = world.rooms.byId(neededText(body, 'roomId'));
  if (!world.hasPermission(user, 'ban-user', room) || !room || room.t === 'd') {
    throw plainError('Not allowed');
  }
  if (!canAccess(world, user, room)) {
    throw plainError('The required "roomId" or "roomName" param provided does not match any group');
  }
  return { room, person };
}

function bannedUsers({ world, user, query, page }: Call): JsonObject {
  const room = world.rooms.byId(neededText(query, 'roomId'));
  if (!room || !canAccess(world, user, room)) throw unauthorized();
  const { items, place } = pageOf(world.subscriptions.bannedIn(room._id), page);
  const users = items.flatMap(({ u }) => world.users.byId(u._id) ?? []);
  return { bannedUsers: users.map((one) => picked(one, ['_id', 'username', 'name'])), ...place };
}
