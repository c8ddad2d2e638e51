import { failure, meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { User } from '../../world/documents';
import { inviteAll, kickFrom } from '../../world/membership';
import { type RoomRole, setRoomRole } from '../../world/roomRoles';
import type { World } from '../../world/world';
import { namedUser } from '../users/named';
import { roomWith, text } from '../schemas';
import {
  anyGroup,
  channels,
  type Family,
  firstText,
  findOpen,
  groups,
  postRoute,
  roomAnswer,
} from './family';

/** Who comes, who goes, and who has a say in a room. */
export function peopleRoutes(family: Family): readonly Route[] {
  return [...(family === channels ? channelRoutes : groupRoutes), ...roleRoutes(family)];
}

const channelRoutes: readonly Route[] = [
  postRoute(channels, 'invite', { handle: inviteToChannel }),
  postRoute(channels, 'kick', {
    body: roomWith({ userId: text }),
    handle: kickFromChannel,
  }),
];

const groupRoutes: readonly Route[] = [
  postRoute(groups, 'invite', { handle: inviteToGroup }),
  postRoute(groups, 'kick', { handle: kickFromGroup }),
];

const roles = { Owner: 'owner', Moderator: 'moderator', Leader: 'leader' } as const;

function roleRoutes(family: Family): Route[] {
  return Object.entries(roles).flatMap(([name, role]) => [
    postRoute(family, `add${name}`, { handle: (call) => changeRole(family, call, { role, on: true }) }),
    postRoute(family, `remove${name}`, { handle: (call) => changeRole(family, call, { role, on: false }) }),
  ]);
}

function changeRole(family: Family, call: Call, change: { role: RoomRole; on: boolean }): undefined {
  const { world, user: by, body } = call;
  const room = findOpen(family, call, body);
  setRoomRole(world, { ...change, room, by, user: namedUser(world, body) });
}

function inviteToChannel(call: Call): JsonObject {
  const { world, user, body } = call;
  const room = findOpen(channels, call, body);
  const people = invited(world, body);
  if (people.length === 0) {
    // The server swaps the text and the code.
    const errorType = 'Cannot invite if no users are provided';
    throw failure({ error: 'invalid-user-invite-list', errorType });
  }
  inviteAll(world, room, people, user);
  return roomAnswer(channels, call, room);
}

/** The caller need not see the group: an administrator of it may be outside. */
function inviteToGroup(call: Call): JsonObject {
  const { world, user, body } = call;
  const room = anyGroup(world, body);
  const people = invited(world, body);
  if (people.length === 0) {
    throw meteorError('error-empty-invite-list', 'Cannot invite if no valid users are provided');
  }
  inviteAll(world, room, people, user);
  return roomAnswer(groups, call, room);
}

/** Each once; those whom nobody knows are left out. */
function invited(world: World, body: JsonObject): User[] {
  const list: unknown = body['userIds'] ?? body['usernames'];
  const several: unknown[] = Array.isArray(list) ? list : [];
  const wanted = new Set([...several, firstText(body, 'userId', 'username', 'user')].filter(isSomeText));
  if (wanted.size === 0) {
    const reason = 'Please provide "userId" or "username" or "userIds" or "usernames" as param';
    throw meteorError('error-users-params-not-provided', reason);
  }
  const byId = Boolean(body['userIds'] ?? body['userId']);
  return [...wanted].flatMap(
    (one) => (byId ? world.users.byId(one) : world.users.byUsernameIgnoringCase(one)) ?? [],
  );
}

function isSomeText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function kickFromChannel(call: Call): JsonObject {
  const { world, user, body } = call;
  const room = findOpen(channels, call, body);
  kickFrom(world, room, namedUser(world, body), user);
  return roomAnswer(channels, call, room);
}

function kickFromGroup({ world, user, body }: Call): undefined {
  const room = anyGroup(world, body);
  kickFrom(world, room, namedUser(world, body), user);
}
