import type { Room, Subscription, User } from './documents';
import type { World } from './world';

/** Who made a team, and when. All else of it is its main room: name, kind, members. */
interface Founding {
  readonly createdBy: { readonly _id: string; readonly username: string };
  readonly createdAt: string;
}

/** A team as the server sends it. */
export interface Team extends Founding {
  readonly _id: string;
  readonly name: string;
  /** 0 public, 1 private. */
  readonly type: 0 | 1;
  /** Its main room. */
  readonly roomId: string;
  readonly _updatedAt: string;
}

/** The teams that were made since the data set; those of the data set began with their main rooms. */
export class Foundings {
  private readonly ids = new Map<string, Founding>();

  of(teamId: string): Founding | undefined {
    return this.ids.get(teamId);
  }

  add(teamId: string, founding: Founding): void {
    this.ids.set(teamId, founding);
  }

  remove(teamId: string): void {
    this.ids.delete(teamId);
  }
}

export function allTeams(world: World): Team[] {
  return world.rooms.all().flatMap((room) => teamOf(world, room) ?? []);
}

export function teamById(world: World, teamId: string): Team | undefined {
  const main = world.rooms.mainOfTeam(teamId);
  return main && teamOf(world, main);
}

/** What `@name` or `teamName` means: a team has its main room's name. */
export function teamByName(world: World, name: string): Team | undefined {
  const main = world.rooms.byName(name);
  return main && teamOf(world, main);
}

/** The team whose main room that is. */
export function teamOf(world: World, main: Room): Team | undefined {
  if (!main.teamMain || main.teamId === undefined) return undefined;
  return {
    _id: main.teamId,
    name: main.name ?? '',
    type: main.t === 'c' ? 0 : 1,
    ...(world.foundings.of(main.teamId) ?? beginningOf(main)),
    _updatedAt: main._updatedAt,
    roomId: main._id,
  };
}

function beginningOf({ u, ts }: Room): Founding {
  const { _id, username } = u ?? { _id: 'rocket.cat', username: 'rocket.cat' };
  return { createdAt: ts, createdBy: { _id, username } };
}

export function mainRoom(world: World, team: Team): Room {
  const room = world.rooms.byId(team.roomId);
  if (!room) throw new Error(`The team ${team.name} has lost its main room`);
  return room;
}

/** Without the main room. */
export function roomsOfTeam(world: World, teamId: string): Room[] {
  return world.rooms.ofTeam(teamId).filter((room) => !room.teamMain);
}

/** The memberships of a team are those of its main room, in the order of coming. */
export function membersOfTeam(world: World, team: Team): Subscription[] {
  return world.subscriptions.inRoom(team.roomId);
}

export function isInTeam(world: World, user: User, team: Team): boolean {
  return world.subscriptions.of(user._id, team.roomId) !== undefined;
}

export function teamsOfUser(world: World, user: User): Team[] {
  return world.subscriptions
    .ofUser(user._id)
    .flatMap(({ rid }) => world.rooms.byId(rid) ?? [])
    .flatMap((room) => teamOf(world, room) ?? []);
}
