import type { WireDate, WireDelta, WireRoom, WireSubscription } from '../api/wire';
import { latestTime, parsed, present, records, text } from './parse';
import { roomFromWire, roomId, type Me, type Room, type RoomId, type WireRoomView } from './room';

/** Some to remove may not have been known. */
export interface RoomChange {
  readonly update: readonly Room[];
  readonly remove: readonly RoomId[];
}

/** All that makes the rooms, and the server's own time up to which it is complete. */
export interface KeptRooms {
  readonly rooms: readonly WireRoom[];
  readonly subscriptions: readonly WireSubscription[];
  readonly since: number;
}

/** Rooms and subscriptions as the server last sent them: a change of either half makes the whole anew. */
export class RoomHalves {
  private readonly rooms = new Half<WireRoom>((room) => room._id);
  private readonly subscriptions = new Half<WireSubscription>((subscription) => subscription.rid);
  private readonly orphans = new Set<string>();
  private wantsAll = true;

  constructor(private readonly me: Me) {}

  /** Since when the next answers have to tell; nothing for everything. */
  get since(): { readonly rooms?: WireDate; readonly subscriptions?: WireDate } {
    return this.wantsAll ? {} : { rooms: this.rooms.since, subscriptions: this.subscriptions.since };
  }

  keep(): KeptRooms | undefined {
    if (this.wantsAll) return undefined;
    const since = Math.min(this.rooms.until, this.subscriptions.until);
    return { rooms: this.rooms.all(), subscriptions: this.subscriptions.all(), since };
  }

  restore({ rooms, subscriptions, since }: KeptRooms): RoomChange {
    const change = this.take({ update: rooms, remove: [] }, { update: subscriptions, remove: [] });
    this.rooms.until = since;
    this.subscriptions.until = since;
    return change;
  }

  /** Takes in the two answers to `since`. */
  take(rooms: WireDelta<WireRoom>, subscriptions: WireDelta<WireSubscription>): RoomChange {
    const cleared = this.wantsAll ? [...this.rooms.clear(), ...this.subscriptions.clear()] : [];
    const touched = new Set([
      ...cleared,
      ...this.rooms.take(rooms),
      ...this.subscriptions.take(subscriptions),
    ]);
    this.wantsAll = [...touched].filter((id) => this.isNewOrphan(id)).length > 0;
    const views: WireRoomView[] = [];
    const remove: RoomId[] = [];
    for (const id of touched) {
      const view = { room: this.rooms.get(id), subscription: this.subscriptions.get(id) };
      if (isWhole(view)) views.push(view);
      else remove.push(roomId(id));
    }
    return { update: parsed(views, (view) => roomFromWire(view, this.me)), remove };
  }

  /** A room that I came into can be older than the time asked for: then everything is asked for, once. */
  private isNewOrphan(id: string): boolean {
    if (!this.subscriptions.get(id) || this.rooms.get(id) || this.orphans.has(id)) return false;
    this.orphans.add(id);
    return true;
  }
}

interface Entry {
  readonly _id: string;
  readonly _updatedAt: WireDate;
}

/** One kind of document by the id of its room. */
class Half<Wire extends Entry> {
  private readonly entries = new Map<string, Wire>();
  /** Everything up to then has been told; a little before the newest, as documents may be stored out of order. */
  until = 0;

  constructor(private readonly roomOf: (wire: Wire) => unknown) {}

  get since(): WireDate | undefined {
    return this.until > 0 ? new Date(this.until).toISOString() : undefined;
  }

  all(): Wire[] {
    return [...this.entries.values()];
  }

  get(room: string): Wire | undefined {
    return this.entries.get(room);
  }

  /** Answers the rooms that there were. */
  clear(): string[] {
    const rooms = [...this.entries.keys()];
    this.entries.clear();
    return rooms;
  }

  /** Answers the rooms that are not as before. */
  take(delta: WireDelta<Wire>): string[] {
    const removed = new Set(records(delta.remove).map((entry) => entry['_id']));
    const gone = [...this.entries].filter(([, entry]) => removed.has(entry._id)).map(([room]) => room);
    for (const room of gone) this.entries.delete(room);
    return [...gone, ...parsed(delta.update, (entry) => this.put(entry))];
  }

  private put(entry: Wire): string {
    const room = text(this.roomOf(present(entry, 'a room')), 'a room');
    this.entries.set(room, entry);
    this.until = Math.max(this.until, latestTime([entry._updatedAt]) - 5_000);
    return room;
  }
}

type Halves = { readonly [Name in keyof WireRoomView]: WireRoomView[Name] | undefined };

function isWhole(view: Halves): view is WireRoomView {
  return view.room !== undefined && view.subscription !== undefined;
}
