import type { Disposable } from '../base/event';
import type { Live } from '../model/live';
import type { RoomId } from '../model/room';

/** Keeps those rooms watched that somebody looks at, each once, and no others. */
export class WatchedRooms implements Disposable {
  private readonly watched = new Map<RoomId, Disposable>();

  constructor(private readonly live: Pick<Live, 'watch'>) {}

  /** These are seen from now on. */
  show(rooms: ReadonlySet<RoomId>): void {
    for (const [room, watching] of [...this.watched]) {
      if (rooms.has(room)) continue;
      this.watched.delete(room);
      watching.dispose();
    }
    for (const room of rooms) if (!this.watched.has(room)) this.watched.set(room, this.live.watch(room));
  }

  dispose(): void {
    this.show(new Set());
  }
}
