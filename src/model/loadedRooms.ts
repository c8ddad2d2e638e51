import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Mark, type Asking, type Horizon } from './horizon';
import type { RoomId } from './room';

/** A question about one room, and the following of it at that time. */
export interface RoomAsking extends Asking {
  readonly following?: object;
}

/** Of which rooms messages are loaded, and up to when each is known. */
export class LoadedRooms implements Disposable {
  private readonly marks = new Map<RoomId, Mark>();
  private readonly added = new Emitter<RoomId>();
  /** Of these rooms deletions are told too, on the connection of now. */
  private readonly followed = new Map<RoomId, object>();

  readonly onDidAdd: Event<RoomId> = this.added.event;

  constructor(private readonly horizon: Horizon) {}

  /** Before something of the room is asked for. */
  ask(room: RoomId | undefined): RoomAsking {
    const following = room === undefined ? undefined : this.followed.get(room);
    const { seen, line } = this.horizon.ask();
    return { seen, line: following && line, following };
  }

  /** Something was loaded: what else was loaded before may be older, so the earliest time stands. */
  add(room: RoomId, asking: RoomAsking): void {
    if (this.marks.has(room)) return;
    const mark = new Mark();
    this.marks.set(room, mark);
    this.learn(room, asking, 0);
    this.added.fire(room);
  }

  /** Something of it was kept from another time. */
  recall(room: RoomId, until: number): void {
    const mark = new Mark();
    mark.recall(until);
    this.marks.set(room, mark);
  }

  /** What had changed in the room was told, with documents up to `newest`. */
  learn(room: RoomId, { seen, line, following }: RoomAsking, newest: number): void {
    // Who looked away meanwhile has missed something since.
    const isFollowed = this.followed.get(room) === following;
    this.marks.get(room)?.learn({ seen, line: isFollowed ? line : undefined }, newest);
  }

  mark(room: RoomId): Mark | undefined {
    return this.marks.get(room);
  }

  /** Nothing of it is loaded any more. */
  drop(room: RoomId): void {
    this.marks.delete(room);
  }

  /** Whether what happens in the room was not told, although it could be. */
  isBehind(room: RoomId): boolean {
    const mark = this.marks.get(room);
    return mark !== undefined && this.followed.has(room) && !mark.isOn(this.horizon.line);
  }

  follow(room: RoomId): void {
    this.followed.set(room, this.followed.get(room) ?? {});
  }

  unfollow(room: RoomId): void {
    this.followed.delete(room);
    this.marks.get(room)?.leave();
  }

  /** The connection has ended. */
  unfollowAll(): void {
    this.followed.clear();
  }

  dispose(): void {
    this.added.dispose();
  }
}
