import type { Room } from './documents';
import type { Removal } from './subscriptions';

/** All rooms. Names are unique over channels and private groups; direct messages have none. */
export class Rooms {
  private readonly ids = new Map<string, Room>();
  private readonly names = new Map<string, Room>();
  private readonly directs = new Map<string, Room>();
  private readonly teams = new Map<string, Set<Room>>();
  private readonly discussions = new Map<string, Set<Room>>();
  /** Apart from the documents, which leave the server. */
  private readonly joinCodes = new Map<Room, string>();
  private readonly removals: Removal[] = [];

  all(): Room[] {
    return [...this.ids.values()];
  }

  byId(id: string): Room | undefined {
    return this.ids.get(id);
  }

  byName(name: string): Room | undefined {
    return this.names.get(name);
  }

  byIdOrName(text: string): Room | undefined {
    return this.byId(text) ?? this.byName(text);
  }

  /** The direct message room of exactly these users. */
  directBetween(userIds: Iterable<string>): Room | undefined {
    return this.directs.get(directKey(userIds));
  }

  /** Its main room and the others. */
  ofTeam(teamId: string): Room[] {
    return [...(this.teams.get(teamId) ?? [])];
  }

  /** The team's main room, which stands for the team. */
  mainOfTeam(teamId: string): Room | undefined {
    return this.ofTeam(teamId).find((room) => room.teamMain);
  }

  discussionsOf(rid: string): Room[] {
    return [...(this.discussions.get(rid) ?? [])];
  }

  removedSince(since: string): Removal[] {
    return this.removals.filter((removal) => removal._deletedAt > since);
  }

  add(room: Room): void {
    this.ids.set(room._id, room);
    if (room.name !== undefined) this.names.set(room.name, room);
    if (room.t === 'd') this.directs.set(directKey(room.uids ?? []), room);
    if (room.teamId !== undefined) include(this.teams, room.teamId, room);
    if (room.prid !== undefined) include(this.discussions, room.prid, room);
  }

  /** Keeps a note of it for those who ask later what has gone. */
  remove(room: Room, at: string): void {
    this.ids.delete(room._id);
    if (room.name !== undefined) this.names.delete(room.name);
    if (room.t === 'd') this.directs.delete(directKey(room.uids ?? []));
    if (room.teamId !== undefined) this.teams.get(room.teamId)?.delete(room);
    if (room.prid !== undefined) this.discussions.get(room.prid)?.delete(room);
    this.joinCodes.delete(room);
    this.removals.push({ _id: room._id, _deletedAt: at });
  }

  /** The only way to change a name: rooms are found by it. */
  rename(room: Room, name: string): void {
    if (room.name !== undefined) this.names.delete(room.name);
    room.name = name;
    this.names.set(name, room);
  }

  /** The only way to change a team: its rooms are found by it. Undefined takes the room out of any. */
  assignTeam(room: Room, teamId: string | undefined): void {
    if (room.teamId !== undefined) this.teams.get(room.teamId)?.delete(room);
    delete room.teamId;
    if (teamId === undefined) return;
    room.teamId = teamId;
    include(this.teams, teamId, room);
  }

  /** Empty: no code is needed. */
  setJoinCode(room: Room, code: string): void {
    if (code === '') this.joinCodes.delete(room);
    else this.joinCodes.set(room, code);
  }

  joinCodeOf(room: Room): string | undefined {
    return this.joinCodes.get(room);
  }
}

function include(index: Map<string, Set<Room>>, key: string, room: Room): void {
  const rooms = index.get(key) ?? new Set();
  index.set(key, rooms.add(room));
}

function directKey(userIds: Iterable<string>): string {
  return [...new Set(userIds)].sort().join(' ');
}
