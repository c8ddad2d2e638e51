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
  dispose(): void {
    this.changed.dispose();
  }
}
