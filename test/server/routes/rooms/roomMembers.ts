import { forbidden, meteorError, notFound, plainError, unauthorized } from '../../failures';
import type { Call, JsonObject, Page, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room, Subscription, User } from '../../world/documents';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { pageOf, sorted } from '../lists';
import { neededText, textOf } from '../parameters';
import { activeRoom, anyRoom } from './roomTargets';
import { get } from '../rows';
import { alike, closed, someText, text, texts } from '../schemas';
import { isWantedMember } from './searchFields';

/** Who is in a room, and who may what there. */
export const roomMemberRoutes: readonly Route[] = [
  {
    ...get,
    name: 'rooms.isMember',
    query: {
      ...closed(alike('roomId userId username', someText)),
      oneOf: [{ required: ['roomId', 'userId'] }, { required: ['roomId', 'username'] }],
    },
    handle: isMember,
  },
  {
    ...get,
    name: 'rooms.membersOrderedByRole',
    since: '7.3',
    query: {
      ...closed({
        ...alike('roomId roomName filter sort', text),
        ...alike('count offset', { type: 'integer' }),
        status: texts,
      }),
      oneOf: [{ required: ['roomId'] }, { required: ['roomName'] }],
    },
    handle: membersOrderedByRole,
  },
  { ...get, name: 'rooms.roles', since: '7.10', query: closed({ rid: text }, ['rid']), handle: roles },
];

function isMember({ world, user, query }: Call): JsonObject {
  const room = activeRoom(world, { roomId: query['roomId'] });
  const nameOrId = textOf(query, 'userId') ?? neededText(query, 'username');
  const person = world.users.byId(nameOrId) ?? world.users.byUsername(nameOrId);
  if (!person) throw plainError('error-user-not-found');
  if (!canAccess(world, user, room)) throw forbidden();
  return { isMember: world.subscriptions.of(person._id, room._id) !== undefined };
}

function membersOrderedByRole({ world, user, query, page }: Call): JsonObject {
  const room = anyRoom(world, query);
  if (!canAccess(world, user, room)) {
    throw notFound('The required "roomId" or "roomName" param provided does not match any room');
  }
  if (room.t === 'd') throw plainError('error-room-type-not-supported');
  if (room.broadcast && !world.hasPermission(user, 'view-broadcast-member-list', room)) throw unauthorized();
  const members = membersOf(world, room).filter(({ user }) => isWantedMember(world, user, query));
  const { items, place } = pageOf(sorted(members, orderOf(world, page)), page);
  return { members: items.map(shownMember), ...place };
}

/** Who is offline comes last: with that, `presence` is the empty text, which is before all others. */
function orderOf(world: World, { sort = {} }: Page): Record<string, 1 | -1> {
  const name = world.isOn('UI_Use_Real_Name') ? 'name' : 'username';
  const { rolePriority: priority = 1, username } = sort;
  return { priority, presence: -1, ...(username ? { username } : { [name]: 1 }) };
}

interface Member {
  readonly user: User;
  readonly subscription: Subscription;
  readonly username: string;
  readonly name: string;
  readonly priority: number;
  readonly presence: string;
}

function membersOf(world: World, room: Room): Member[] {
  return world.subscriptions.inRoom(room._id).flatMap((subscription) => {
    const user = world.users.byId(subscription.u._id);
    if (!user?.active) return [];
    const { username, name, status } = user;
    const presence = status === 'offline' ? '' : status;
    return [{ user, subscription, username, name, presence, priority: priorityOf(subscription) }];
  });
}

const priorities: Readonly<Record<string, number>> = { owner: 0, leader: 250, moderator: 500 };
const ordinary = 10_000;

function priorityOf({ roles = [] }: Subscription): number {
  return Math.min(ordinary, ...roles.map((role) => priorities[role] ?? ordinary));
}

function shownMember({ user, subscription }: Member): JsonObject {
  const { roles } = subscription;
  return {
    ...picked(user, ['_id', 'name', 'username', 'nickname', 'status', 'avatarETag', '_updatedAt']),
    ...(roles && { roles }),
    subscription,
  };
}

function roles({ world, user, query }: Call): JsonObject {
  const details = { method: 'getRoomRoles' };
  const room = world.rooms.byId(neededText(query, 'rid'));
  if (!room) throw meteorError('error-invalid-room', 'Invalid room', details);
  if (!canAccess(world, user, room)) throw meteorError('error-invalid-user', 'Invalid user', details);
  return { roles: rolesIn(world, room) };
}

/** Only those who have a role in the room. */
function rolesIn(world: World, room: Room): JsonObject[] {
  const holders = world.subscriptions.inRoom(room._id).filter((one) => (one.roles ?? []).length > 0);
  return holders.map(({ u, roles }) => ({ rid: room._id, u, roles }));
}
