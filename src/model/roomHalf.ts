import type { WireDate, WireDelta } from '../api/wire';
import { Mark, type Asking, type Horizon } from './horizon';
import { latestTime, optionalTime, parsed, present, records, text } from './parse';
import { RecentIds } from './recentIds';

interface Document {
  readonly _id: string;
  readonly _updatedAt: WireDate;
}

/** A question for one kind of document: since when, and by whom it was known before. */
export interface HalfAsking {
  readonly asking: Asking;
  readonly since?: WireDate;
  /** Where everything is asked for, what does not come is gone. */
  readonly known: ReadonlySet<string>;
}

export interface HalfRules<Wire> {
  readonly roomOf: (wire: Wire) => unknown;
  /** Whether an id that was removed never comes back. */
  readonly removesForGood: boolean;
}

/** One kind of document by the id of its room: the newest version of each, whichever way and order they come in. */
export class RoomHalf<Wire extends Document> {
  private readonly entries = new Map<string, { readonly wire: Wire; readonly at: number }>();
  private readonly rooms = new Map<string, string>();
  private readonly removed = new RecentIds<string>(2_000);
  private readonly mark = new Mark();

  constructor(
    private readonly rules: HalfRules<Wire>,
    private readonly horizon: Horizon,
  ) {}

  get until(): number {
    return this.mark.until;
  }

  isOn(line: Asking['line']): boolean {
    return this.mark.isOn(line);
  }

  get(room: string): Wire | undefined {
    return this.entries.get(room)?.wire;
  }

  all(): Wire[] {
    return [...this.entries.values()].map(({ wire }) => wire);
  }

  ask(wantsAll: boolean): HalfAsking {
    const asking = this.horizon.ask();
    if (wantsAll || this.until <= 0) return { asking, known: new Set(this.rooms.keys()) };
    return { asking, since: new Date(this.until).toISOString(), known: new Set() };
  }

  /** Answers the rooms that may not be as before. */
  answer(delta: WireDelta<Wire>, { asking, known }: HalfAsking): string[] {
    const came = new Set(records(delta.update).map((wire) => wire['_id']));
    const gone = [...known].filter((id) => !came.has(id)).map((id) => this.remove(id));
    const removed = records(delta.remove).map((wire) => this.remove(wire['_id'], wire['_deletedAt']));
    const newest = this.horizon.seeAll(records(delta.update));
    const put = this.put(delta.update);
    this.mark.learn(asking, newest);
    return [...gone, ...removed, ...put].filter((room) => room !== undefined);
  }

  /** Kept from another time. */
  recall(wires: readonly Wire[], until: number): string[] {
    this.mark.recall(until);
    this.horizon.see(until);
    return this.put(wires);
  }

  put(wires: readonly Wire[]): string[] {
    return parsed(wires, (wire) => this.putOne(wire)).filter((room) => room !== undefined);
  }

  /** Answers its room, if it was there. */
  remove(id: unknown, deletedAt?: unknown): string | undefined {
    if (typeof id !== 'string') return undefined;
    if (this.rules.removesForGood) this.removed.add(id);
    const room = this.rooms.get(id);
    const entry = room === undefined ? undefined : this.entries.get(room);
    if (room === undefined || !entry || this.isReborn(entry.at, deletedAt)) return undefined;
    this.rooms.delete(id);
    this.entries.delete(room);
    return room;
  }

  /** A version from after the end belongs to another life. */
  private isReborn(at: number, deletedAt: unknown): boolean {
    return !this.rules.removesForGood && at > (optionalTime(deletedAt) ?? Infinity);
  }

  private putOne(wire: Wire): string | undefined {
    const id = text(present(wire, 'a room')._id, 'a room');
    const room = text(this.rules.roomOf(wire), 'a room');
    const at = latestTime([wire._updatedAt]);
    this.horizon.see(at);
    const known = this.entries.get(room);
    if (this.removed.has(id) || (known && known.at > at)) return undefined;
    if (known) this.rooms.delete(known.wire._id);
    this.rooms.set(id, room);
    this.entries.set(room, { wire, at });
    return room;
  }
}
