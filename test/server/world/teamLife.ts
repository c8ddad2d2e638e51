import { Rejection, plainError } from '../failures';
import type { Room, User } from './documents';
import { inviteTo } from './membership';
import { postSystemMessage } from './posting';
import { createRoom, eraseRoom } from './roomLife';
import { renameRoom, setType } from './roomSettings';
import { allTeams, mainRoom, membersOfTeam, roomsOfTeam, teamOf, type Team } from './teams';
import type { World } from './world';

export interface NewTeam {
  readonly name: string;
  readonly type: 0 | 1;
  /** By id or user name; who is not there is left out. */
  readonly members?: readonly string[];
  /** By id. The caller if absent. */
  readonly owner?: string | undefined;
  /** What the main room is to be beside its name; with `existing`, the room that it becomes. */
  readonly room?: {
    readonly existing?: Room;
    readonly topic?: string;
    readonly readOnly?: boolean;
    readonly broadcast?: boolean;
    readonly encrypted?: boolean;
  };
}

/** Whatever goes wrong with the main room is told as one and the same error. */
export function createTeam(world: World, caller: User, request: NewTeam): Team {
  refuseName(world, request);
  const teamId = world.newHexId();
  const main = request.room?.existing ?? madeMain(world, caller, { request, teamId });
  setTeam(world, main, teamId, true);
  const { _id, username } = caller;
  world.foundings.add(teamId, { createdBy: { _id, username }, createdAt: world.timestamp() });
  if (request.room?.existing) {
    postSystemMessage(world, {
      type: 'user-converted-to-team',
      room: main,
      author: caller,
      text: request.name,
    });
  }
  return teamOf(world, main) ?? fail();
}

function refuseName(world: World, { name, room }: NewTeam): void {
  const isTeam = allTeams(world).some((team) => team.name.toLowerCase() === name.toLowerCase());
  if (isTeam || world.users.byUsernameIgnoringCase(name)) throw plainError('team-name-already-exists');
  const holder = world.rooms.byName(name);
  if (holder && holder !== room?.existing) throw plainError('room-name-already-exists');
}

interface Making {
  readonly request: NewTeam;
  readonly teamId: string;
}

function madeMain(world: World, caller: User, { request, teamId }: Making): Room {
  const { name, owner, room } = request;
  const creator = owner === undefined ? caller : world.users.byId(owner);
  const t = request.type === 0 ? 'c' : 'p';
  if (!creator || !world.hasPermission(creator, `create-${t}`)) return fail();
  const members = activePeople(world, request.members ?? []);
  try {
    return createRoom(world, { ...room, t, name, creator, members, team: { id: teamId, main: true } });
  } catch (error) {
    if (error instanceof Rejection) return fail();
    throw error;
  }
}

function activePeople(world: World, namesOrIds: readonly string[]): User[] {
  return namesOrIds
    .flatMap((one) => world.users.byId(one) ?? world.users.byUsername(one) ?? [])
    .filter((user) => user.active);
}

function fail(): never {
  throw plainError('error-team-creation');
}

/** A team has its main room's name, and is private if that room is. */
export function updateTeam(
  world: World,
  user: User,
  { team, name, type }: { readonly team: Team; readonly name?: string; readonly type?: 0 | 1 },
): void {
  const main = mainRoom(world, team);
  if (name) renameRoom(world, main, user, name);
  if (type !== undefined) setType(world, main, user, type === 0 ? 'c' : 'p');
}

interface Ending {
  readonly team: Team;
  /** Ids of those rooms of the team that go with it; the others stay, outside. */
  readonly roomsToRemove: readonly string[];
}

/** The team ends, its main room stays a plain one. */
export function convertToChannel(world: World, user: User, { team, roomsToRemove }: Ending): void {
  for (const room of matching(world, team, roomsToRemove)) eraseRoom(world, room, user);
  dissolve(world, user, team);
}

/** The team ends with its main room. */
export function deleteTeam(world: World, user: User, { team, roomsToRemove }: Ending): void {
  const others = matching(world, team, roomsToRemove).filter((room) => room._id !== team.roomId);
  for (const room of others) eraseRoom(world, room, user);
  const main = mainRoom(world, team);
  dissolve(world, user, team);
  eraseRoom(world, main, user);
}

/** Those of the rooms that belong to the team. */
export function matching(world: World, team: Team, rids: readonly string[]): Room[] {
  return world.rooms.ofTeam(team._id).filter((room) => rids.includes(room._id));
}

function dissolve(world: World, user: User, team: Team): void {
  const main = mainRoom(world, team);
  const text = main.name ?? '';
  postSystemMessage(world, { type: 'user-converted-to-channel', room: main, author: user, text });
  for (const room of world.rooms.ofTeam(team._id)) setTeam(world, room, undefined);
  world.foundings.remove(team._id);
}

/** Nothing is added unless all can be: rooms that one owns and that are in no team. */
export function addRooms(world: World, user: User, team: Team, rooms: readonly Room[]): void {
  for (const room of rooms) {
    if (room.teamId !== undefined) throw plainError('room-already-on-team');
    const roles = world.subscriptions.of(user._id, room._id)?.roles ?? [];
    if (!roles.includes('owner')) throw plainError('error-no-owner-channel');
  }
  for (const room of rooms) {
    tell(world, user, { team, room, type: 'user-added-room-to-team' });
    setTeam(world, room, team._id);
  }
}

export function removeRoom(world: World, user: User, team: Team, room: Room): void {
  if (room.teamId !== team._id) throw plainError('room-not-on-that-team');
  setTeam(world, room, undefined);
  tell(world, user, { team, room, type: 'user-removed-room-from-team' });
}

/** Of private groups the main room says nothing. */
function tell(
  world: World,
  user: User,
  { team, room, type }: { readonly team: Team; readonly room: Room; readonly type: string },
): void {
  if (room.t !== 'c') return;
  postSystemMessage(world, { type, room: mainRoom(world, team), author: user, text: room.name ?? '' });
}

/** A room that everyone in the team is in, those who are there already and those who come. */
export function setTeamDefault(world: World, user: User, room: Room, isDefault: boolean): void {
  room.teamDefault = isDefault;
  world.touchRoom(room);
  const main = room.teamId === undefined ? undefined : world.rooms.mainOfTeam(room.teamId);
  const team = isDefault && main ? teamOf(world, main) : undefined;
  if (!team) return;
  for (const { u } of membersOfTeam(world, team)) {
    const member = world.users.byId(u._id);
    if (member?.active) inviteTo(world, room, member, user);
  }
}

/** Takes a room into a team, or out of any. */
function setTeam(world: World, room: Room, teamId: string | undefined, isMain = false): void {
  world.rooms.assignTeam(room, teamId);
  delete room.teamMain;
  delete room.teamDefault;
  if (isMain) room.teamMain = true;
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    delete subscription.teamId;
    delete subscription.teamMain;
    if (teamId !== undefined) subscription.teamId = teamId;
    if (isMain) subscription.teamMain = true;
    world.touchSubscription(subscription);
  }
  world.touchRoom(room);
}

/** How many rooms a team has beside its main one, and how many people. */
export function sizeOf(world: World, team: Team): { readonly rooms: number; readonly numberOfUsers: number } {
  return { rooms: roomsOfTeam(world, team._id).length, numberOfUsers: membersOfTeam(world, team).length };
}
