import type { Clock } from '../base/clock';
import type { Room, RoomId } from './room';
import type { RoomStore } from './roomStore';

const day = 86_400_000;
/** Stars of other devices are seen while we are live only: after that, a look is worth it again. */
const lastsMs = 30 * day;

/** Which rooms were looked through for stars, and which are left. Encrypted ones are not looked in. */
export class StarredRooms {
  private readonly lookedAt = new Map<RoomId, number>();
  private readonly pending = new Set<RoomId>();

  constructor(
    private readonly rooms: Pick<RoomStore, 'get' | 'all'>,
    private readonly clock: Clock,
  ) {}

  get left(): number {
    return this.pending.size;
  }

  /** Of rooms that are there still. */
  get looked(): ReadonlyMap<RoomId, number> {
    return new Map([...this.lookedAt].filter(([room]) => this.rooms.get(room)));
  }

  isLeft(room: RoomId): boolean {
    return this.pending.has(room);
  }

  begin(kept: ReadonlyMap<RoomId, number> = new Map()): void {
    const since = this.clock.now() - lastsMs;
    for (const [room, at] of kept) if (at > since && !this.lookedAt.has(room)) this.lookedAt.set(room, at);
    this.review(new Set(this.rooms.all().map(({ id }) => id)));
  }

  /** After these rooms have changed, come or gone. Answers whether more or fewer are left. */
  review(changed: ReadonlySet<RoomId>): boolean {
    const before = this.pending.size;
    for (const id of changed) {
      if (this.isWorthIt(this.rooms.get(id))) this.pending.add(id);
      else this.pending.delete(id);
    }
    return before !== this.pending.size;
  }

  /** All of this room is known now. */
  settle(room: RoomId): void {
    if (this.rooms.get(room)?.isEncrypted === false) this.lookedAt.set(room, this.clock.now());
    this.pending.delete(room);
  }

  /** Until the next start. */
  leaveOut(room: RoomId): void {
    this.lookedAt.set(room, 0);
    this.pending.delete(room);
  }

  /** Those left, the latest first. */
  byActivity(): RoomId[] {
    return this.rooms
      .all()
      .filter((room) => this.pending.has(room.id))
      .sort((one, other) => other.lastActivity - one.lastActivity)
      .map((room) => room.id);
  }

  private isWorthIt(room: Room | undefined): boolean {
    return room !== undefined && !room.isEncrypted && !this.lookedAt.has(room.id);
  }
}
