import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Room, RoomId } from './room';

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

  /** Takes in what the server sent. Fires once, and only when something differs. */
  merge(rooms: readonly Room[]): void {
    const differing = rooms.filter((room) => !sameRoom(this.rooms.get(room.id), room));
    for (const room of rooms) this.rooms.set(room.id, room);
    this.fire(differing.map((room) => room.id));
  }

  /** Lets go of rooms that the person is not in any more. */
  remove(ids: Iterable<RoomId>): void {
    this.fire([...ids].filter((id) => this.rooms.delete(id)));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private fire(ids: readonly RoomId[]): void {
    if (ids.length > 0) this.changed.fire(new Set(ids));
  }
}

/** Whether a person could not tell them apart: `updatedAt` moves without anything to see. */
function sameRoom(one: Room | undefined, other: Room): boolean {
  if (!one) return false;
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys({ ...one, ...other }) as (keyof Room)[];
  return keys.every((key) => key === 'updatedAt' || sameValue(one[key], other[key]));
}

function sameValue(one: Room[keyof Room], other: Room[keyof Room]): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}
