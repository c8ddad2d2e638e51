import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Room, RoomId } from './room';
import { sameValue } from './sameValue';

/** The rooms of one account. Knows no transport and no view. */
export class RoomStore implements Disposable {
  private readonly rooms = new Map<RoomId, Room>();
  private readonly changed = new Emitter<ReadonlySet<RoomId>>();
  readonly onDidChange: Event<ReadonlySet<RoomId>> = this.changed.event;

  get(id: RoomId): Room | undefined {
    return this.rooms.get(id);
  }

  all(): Room[] {
    return [...this.rooms.values()];
  }

  /** Takes in what the server sent, and lets go of rooms that I am not in any more. Fires once, on a difference. */
  merge(rooms: readonly Room[], gone: Iterable<RoomId> = []): void {
    const changed = new Set<RoomId>();
    for (const room of rooms) {
      if (!sameRoom(this.rooms.get(room.id), room)) changed.add(room.id);
      this.rooms.set(room.id, room);
    }
    for (const id of gone) if (this.rooms.delete(id)) changed.add(id);
    if (changed.size > 0) this.changed.fire(changed);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** Whether a person could not tell them apart: `updatedAt` moves without anything to see. */
function sameRoom(one: Room | undefined, other: Room): boolean {
  if (!one) return false;
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys({ ...one, ...other }) as (keyof Room)[];
  return keys.every((key) => key === 'updatedAt' || sameValue(one[key], other[key]));
}
