import { forbidden, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room, User } from '../../world/documents';
import { isLastOwner } from '../../world/roomRoles';
import { addRooms, removeRoom, setTeamDefault } from '../../world/teamLife';
import { isInTeam, mainRoom, roomsOfTeam, teamById, type Team } from '../../world/teams';
import { roomFor } from '../../world/views';
import type { World } from '../../world/world';
import { pageOf } from '../lists';
import { isTrue, neededText, textOf } from '../parameters';
import { get, post } from '../rows';
import { closed, flag, optionalText, paging, text, texts } from '../schemas';
import { namedTeam, teamBy, textsIn } from './teamTargets';

/** The rooms of a team beside its main one. */
export const teamRoomRoutes: readonly Route[] = [
  {
    ...get,
    name: 'teams.listRooms',
    query: teamBy({ filter: text, type: text, ...paging }),
    handle: listRooms,
  },
  {
    ...get,
    name: 'teams.listRoomsOfUser',
    query: teamBy({ userId: text, canUserDelete: text, ...paging }, ['userId']),
    handle: listRoomsOfUser,
  },
  {
    ...post,
    name: 'teams.addRooms',
    body: teamBy({ rooms: texts }, ['rooms']),
    handle: add,
  },
  { ...post, name: 'teams.removeRoom', body: teamBy({ roomId: text }, ['roomId']), handle: remove },
  {
    ...post,
    name: 'teams.updateRoom',
    body: closed({ roomId: text, isDefault: flag, teamId: optionalText }, ['roomId', 'isDefault']),
    handle: update,
  },
];

function listRooms({ world, user, query, page }: Call): JsonObject {
  const team = namedTeam(world, query);
  const main = mainRoom(world, team);
  refuseStrangers(world, user, team);
  const seesAll = world.hasPermission(user, 'view-all-team-channels', main);
  const filter = (textOf(query, 'filter') ?? '').trim().toLowerCase();
  const found = roomsOfTeam(world, team._id)
    .filter((room) => (room.name ?? '').toLowerCase().includes(filter))
    .filter((room) => textOf(query, 'type') !== 'autoJoin' || room.teamDefault)
    .filter((room) => seesAll || room.t === 'c' || world.subscriptions.of(user._id, room._id));
  const { items, place } = pageOf(found, page);
  return { rooms: items.map((room) => roomFor(world, user, room)), ...place };
}

/** Where in the list the page is, the server forgets to say. */
function listRoomsOfUser({ world, user, query, page }: Call): JsonObject {
  const team = namedTeam(world, query);
  const userId = neededText(query, 'userId');
  const maySee = world.hasPermission(user, 'view-all-team-channels', mainRoom(world, team));
  if (user._id !== userId && !maySee) throw forbidden();
  refuseStrangers(world, user, team);
  const person = world.users.byId(userId);
  const joined = person ? roomsWith(world, team, person) : [];
  const mustBeDeletable = textOf(query, 'canUserDelete') === 'true';
  const found = joined.filter((room) => !mustBeDeletable || (person && mayDelete(world, person, room)));
  const { items, place } = pageOf(found, page);
  const rooms = items.map((room) => ({
    ...roomFor(world, user, room),
    isLastOwner: person !== undefined && isLastOwner(world, room, person),
  }));
  return { rooms, ...place, offset: 0 };
}

function roomsWith(world: World, team: Team, person: User): Room[] {
  return roomsOfTeam(world, team._id).filter((room) => world.subscriptions.of(person._id, room._id));
}

function mayDelete(world: World, person: User, room: Room): boolean {
  const main = room.teamId === undefined ? undefined : world.rooms.mainOfTeam(room.teamId);
  const inTeam = room.t === 'c' ? 'delete-team-channel' : 'delete-team-group';
  return world.hasPermission(person, inTeam, main) && world.hasPermission(person, `delete-${room.t}`, room);
}

/** A private team is nobody else's business. */
function refuseStrangers(world: World, user: User, team: Team): void {
  if (team.type === 0 || isInTeam(world, user, team)) return;
  if (world.hasPermission(user, 'view-all-teams', mainRoom(world, team))) return;
  throw plainError('user-not-on-private-team');
}

function add({ world, user, body }: Call): JsonObject {
  const team = namedTeam(world, body);
  if (!world.hasPermission(user, 'move-room-to-team', mainRoom(world, team))) {
    throw forbidden('error-no-permission-team-channel');
  }
  const rooms = textsIn(body, 'rooms')
    .filter((rid) => rid !== '')
    .map((rid) => visibleRoom(world, user, rid));
  addRooms(world, user, team, rooms);
  return { rooms: rooms.map((room) => roomFor(world, user, room)) };
}

function remove({ world, user, body }: Call): JsonObject {
  const team = namedTeam(world, body);
  const main = mainRoom(world, team);
  if (!world.hasPermission(user, 'remove-team-channel', main)) throw forbidden();
  const room = anyOrVisibleRoom(world, user, { rid: neededText(body, 'roomId'), main });
  removeRoom(world, user, team, room);
  return { room: roomFor(world, user, room) };
}

function update({ world, user, body }: Call): JsonObject {
  const rid = neededText(body, 'roomId');
  const main = mainRoom(world, teamOfRoom(world, rid));
  if (!world.hasPermission(user, 'edit-team-channel', main)) throw forbidden();
  const room = anyOrVisibleRoom(world, user, { rid, main });
  setTeamDefault(world, user, room, isTrue(body, 'isDefault'));
  return { room: roomFor(world, user, room) };
}

function teamOfRoom(world: World, rid: string): Team {
  const room = world.rooms.byId(rid);
  if (!room) throw plainError('invalid-room');
  if (room.teamId === undefined) throw plainError('room-not-on-team');
  const team = teamById(world, room.teamId);
  if (!team) throw plainError('team-does-not-exist');
  return team;
}

/** Who may see all rooms of the team need not see this one. */
function anyOrVisibleRoom(
  world: World,
  user: User,
  { rid, main }: { readonly rid: string; readonly main: Room },
): Room {
  const room = world.rooms.byId(rid);
  const seesAll = world.hasPermission(user, 'view-all-team-channels', main);
  return room && seesAll ? room : visibleRoom(world, user, rid);
}

function visibleRoom(world: World, user: User, rid: string): Room {
  const room = world.rooms.byId(rid);
  if (!room || !canAccess(world, user, room)) throw plainError('invalid-room');
  return room;
}
