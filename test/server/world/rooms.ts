import type { Room } from './documents';

/** All rooms. Names are unique over channels and private groups; direct messages have none. */
export class Rooms {
  private readonly ids = new Map<string, Room>();
  private readonly names = new Map<string, Room>();
  private readonly directs = new Map<string, Room>();

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

  /** The team's main room, which stands for the team. */
  mainOfTeam(teamId: string): Room | undefined {
    return this.all().find((room) => room.teamId === teamId && room.teamMain);
  }

  add(room: Room): void {
    this.ids.set(room._id, room);
    if (room.name !== undefined) this.names.set(room.name, room);
    if (room.t === 'd') this.directs.set(directKey(room.uids ?? []), room);
  }
}

function directKey(userIds: Iterable<string>): string {
  return [...new Set(userIds)].sort().join(' ');
}
