import type { Room, RoomId } from './room';
import type { RoomStore } from './roomStore';
import { isInUse, roomOrder, sectionKinds, sectionOf, type SectionKind } from './sections';
import type { Preferences } from './user';

/** Where the room in hand is kept. */
interface Held {
  readonly room: RoomId;
  readonly kind: SectionKind;
  readonly at: number;
}

/**
 * The rooms of one account in sections, as Rocket.Chat's own side bar lists them: each once, hidden and archived ones
 * not at all. The room in hand keeps its place until it is left. Brought up to date change by change: sorting all of
 * thousands of rooms for each message would be felt.
 */
export class PlacedRooms {
  /** All but the one that is held. */
  private readonly ordered = new Map<SectionKind, readonly Room[]>();
  private readonly places = new Map<RoomId, SectionKind>();
  /** As asked for last, until something moves there. */
  private readonly ids = new Map<SectionKind, readonly RoomId[]>();
  private compare: Compare;
  private inHand: RoomId | undefined;
  private held: Held | undefined;

  constructor(
    private readonly rooms: Pick<RoomStore, 'get' | 'all'>,
    private preferences: Preferences,
  ) {
    this.compare = roomOrder(preferences);
    this.arrange(preferences);
  }

  /** Those with a room in them, in the order of Rocket.Chat's own side bar. */
  get kinds(): SectionKind[] {
    return sectionKinds.filter((kind) => this.idsIn(kind).length > 0);
  }

  /** The section that lists a room. */
  kindOf(room: RoomId): SectionKind | undefined {
    return this.places.get(room);
  }

  /** The same list again as long as nothing in it moves. */
  idsIn(kind: SectionKind): readonly RoomId[] {
    const known = this.ids.get(kind);
    if (known) return known;
    const ids = this.listed(kind).map((room) => room.id);
    if (this.held?.kind === kind) ids.splice(this.held.at, 0, this.held.room);
    this.ids.set(kind, ids);
    return ids;
  }

  /** Places all rooms anew. */
  arrange(preferences: Preferences): void {
    this.preferences = preferences;
    this.compare = roomOrder(preferences);
    for (const known of [this.ordered, this.places, this.ids]) known.clear();
    if (this.held && !isInUse(this.held.kind, preferences)) this.held = undefined;
    this.update(new Set(this.rooms.all().map((room) => room.id)));
  }

  /** After these rooms have changed. Answers the sections in which order or membership did. */
  update(changed: ReadonlySet<RoomId>): SectionKind[] {
    return this.moved(() => {
      this.takeOut(changed);
      this.putIn(changed);
      this.keepHold();
    });
  }

  /** Keeps a room where it is from now on, and lets the one before go where it belongs. */
  hold(room: RoomId | undefined): SectionKind[] {
    return this.moved(() => {
      const left = this.inHand;
      const place = room === undefined ? undefined : this.placeOf(room);
      this.inHand = room;
      this.held = place;
      if (room !== undefined && place) this.takeFrom(place.kind, new Set([room]));
      if (left === undefined || left === room) return;
      this.takeOut(new Set([left]));
      this.putIn(new Set([left]));
    });
  }

  private moved(change: () => void): SectionKind[] {
    const before = new Map(sectionKinds.map((kind) => [kind, this.idsIn(kind)]));
    change();
    return sectionKinds.filter((kind) => !sameIds(before.get(kind) ?? [], this.idsIn(kind)));
  }

  private takeOut(rooms: ReadonlySet<RoomId>): void {
    const kinds = new Set([...rooms].map((id) => this.places.get(id)));
    for (const kind of kinds) if (kind) this.takeFrom(kind, rooms);
    for (const id of rooms) this.places.delete(id);
  }

  private takeFrom(kind: SectionKind, rooms: ReadonlySet<RoomId>): void {
    this.show(
      kind,
      this.listed(kind).filter((room) => !rooms.has(room.id)),
    );
  }

  private putIn(ids: ReadonlySet<RoomId>): void {
    const coming = new Map<SectionKind, Room[]>();
    for (const id of ids) {
      const room = this.rooms.get(id);
      const kind = room && sectionOf(room, this.preferences);
      if (this.held?.room === id) this.keep(kind !== undefined);
      else if (room && kind) add(coming, kind, room);
    }
    for (const [kind, rooms] of coming) this.take(kind, rooms);
  }

  private take(kind: SectionKind, rooms: readonly Room[]): void {
    for (const room of rooms) this.places.set(room.id, kind);
    this.show(kind, joined(this.listed(kind), rooms, this.compare));
  }

  /** Whatever it is now, the room that is held stays where it is, unless it is listed no more. */
  private keep(isListed: boolean): void {
    if (!this.held) return;
    const { room, kind } = this.held;
    this.ids.delete(kind);
    if (isListed) this.places.set(room, kind);
    else this.held = undefined;
  }

  /** A room that comes back while it is in hand is kept where it comes. */
  private keepHold(): void {
    if (this.inHand === undefined || this.held) return;
    this.held = this.placeOf(this.inHand);
    if (this.held) this.takeFrom(this.held.kind, new Set([this.inHand]));
  }

  private placeOf(room: RoomId): Held | undefined {
    const kind = this.places.get(room);
    return kind && { room, kind, at: this.idsIn(kind).indexOf(room) };
  }

  private listed(kind: SectionKind): readonly Room[] {
    return this.ordered.get(kind) ?? [];
  }

  private show(kind: SectionKind, rooms: readonly Room[]): void {
    this.ordered.set(kind, rooms);
    this.ids.delete(kind);
  }
}

type Compare = (one: Room, other: Room) => number;

/** Comparing names is what costs: one room is put where it belongs without a look at the most of the others. */
function joined(sorted: readonly Room[], coming: readonly Room[], compare: Compare): readonly Room[] {
  const [room, ...others] = coming;
  if (!room || others.length > 0) return [...sorted, ...coming].sort(compare);
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const at = sorted[middle];
    if (at && compare(at, room) < 0) from = middle + 1;
    else to = middle;
  }
  return [...sorted.slice(0, from), room, ...sorted.slice(from)];
}

function add(rooms: Map<SectionKind, Room[]>, kind: SectionKind, room: Room): void {
  const known = rooms.get(kind);
  if (known) known.push(room);
  else rooms.set(kind, [room]);
}

function sameIds(some: readonly RoomId[], others: readonly RoomId[]): boolean {
  return some === others || (some.length === others.length && some.every((id, at) => id === others[at]));
}
