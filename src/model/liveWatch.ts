import type { Realtime, StreamSubscription } from '../api/realtime/realtime';
import { streams } from '../api/realtime/streams';
import type { Disposable } from '../base/event';
import type { Newsbox } from './liveNews';
import type { RoomId } from './room';
import type { RoomStore } from './roomStore';

interface Watch {
  watchers: number;
  /** None before the session goes live, or where it only asks now and then. */
  subscriptions: readonly StreamSubscription[];
  /** Begun while the person was not in the room: of a refusal by the server nobody is told. */
  isFromOutside: boolean;
}

export interface WatchOptions {
  readonly realtime: Realtime | undefined;
  readonly box: Newsbox;
  /** Those that the person is in. */
  readonly rooms: Pick<RoomStore, 'get' | 'onDidChange'>;
  readonly signal: AbortSignal;
  /** From now on the deletions of the room are told. */
  readonly onDidBegin: (room: RoomId) => void;
  /** Nobody looks any more. */
  readonly onDidEnd: (room: RoomId) => void;
}

/** The rooms that somebody looks at, each followed once however many look. */
export class LiveWatch implements Disposable {
  private readonly watches = new Map<RoomId, Watch>();
  private readonly joining: Disposable;
  private hasBegun = false;

  constructor(private readonly options: WatchOptions) {
    this.joining = options.rooms.onDidChange((ids) => this.heed(ids));
  }

  get rooms(): RoomId[] {
    return [...this.watches.keys()];
  }

  has(room: RoomId): boolean {
    return this.watches.has(room);
  }

  begin(): void {
    this.hasBegun = true;
    for (const [room, watch] of this.watches) this.follow(room, watch);
  }

  watch(room: RoomId): Disposable {
    const watch = this.watches.get(room) ?? this.add(room);
    watch.watchers += 1;
    let isOver = false;
    return {
      dispose: () => {
        if (isOver) return;
        isOver = true;
        watch.watchers -= 1;
        if (watch.watchers === 0) this.end(room, watch);
      },
    };
  }

  dispose(): void {
    this.joining.dispose();
    for (const { subscriptions } of this.watches.values()) for (const one of subscriptions) one.dispose();
    this.watches.clear();
  }

  private add(room: RoomId): Watch {
    const watch: Watch = { watchers: 0, subscriptions: [], isFromOutside: false };
    this.watches.set(room, watch);
    if (this.hasBegun) this.follow(room, watch);
    return watch;
  }

  /** Who has come into a room, perhaps once more, is told there what was refused before, or ended without a word. */
  private heed(ids: ReadonlySet<RoomId>): void {
    if (!this.hasBegun) return;
    for (const [room, watch] of [...this.watches].filter(([id]) => ids.has(id))) {
      if (!this.options.rooms.get(room)) watch.isFromOutside = true;
      else if (watch.isFromOutside) this.followAnew(room, watch);
    }
  }

  private followAnew(room: RoomId, watch: Watch): void {
    for (const one of watch.subscriptions) one.dispose();
    this.options.onDidEnd(room);
    this.follow(room, watch);
  }

  private follow(room: RoomId, watch: Watch): void {
    const { realtime, box, rooms, onDidBegin } = this.options;
    watch.isFromOutside = rooms.get(room) === undefined;
    if (!realtime) {
      onDidBegin(room);
      return;
    }
    watch.subscriptions = [
      realtime.subscribe(streams.deleted(room), (message) => {
        box.open.deleted.push({ room, id: (message as { readonly _id?: unknown } | null)?._id });
      }),
      // Of which room it is, the name of the stream says as well.
      realtime.subscribe(streams.deletedMany(room), (cleaning) => {
        box.open.cleanings.push({ ...cleaning, rid: room });
      }),
    ];
    void this.announce(room, watch.subscriptions);
  }

  private async announce(room: RoomId, subscriptions: Watch['subscriptions']): Promise<void> {
    const { signal, onDidBegin } = this.options;
    const isOver = () => signal.aborted || this.watches.get(room)?.subscriptions !== subscriptions;
    try {
      await Promise.all(subscriptions.map((one) => one.whenReady(signal)));
    } catch (error) {
      if (isOver()) return;
      throw error;
    }
    if (!isOver()) onDidBegin(room);
  }

  private end(room: RoomId, watch: Watch): void {
    this.watches.delete(room);
    for (const one of watch.subscriptions) one.dispose();
    this.options.onDidEnd(room);
  }
}
