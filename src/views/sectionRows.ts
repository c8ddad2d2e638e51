import { PlacedRooms } from '../model/placedRooms';
import type { RoomId } from '../model/room';
import type { SectionKind } from '../model/sections';
import type { Session } from '../model/session';
import type { RoomNode, RoomNodes, SectionNode } from './roomNode';

/** Rows to draw again; `everything` is the root. */
export type Stale = readonly (RoomNode | SectionNode)[] | 'everything';

/** The sections of one session and the rooms in them, and what of that has to be drawn again. */
export class SectionRows {
  private readonly placed: PlacedRooms;
  /** Undefined until they have been asked for. */
  private drawn: readonly SectionKind[] | undefined;

  constructor(
    private readonly session: Session,
    private readonly nodes: RoomNodes,
  ) {
    this.placed = new PlacedRooms(session.rooms, session.preferences);
    this.placed.hold(session.inHand);
  }

  /** After a failed first load nothing is drawn yet. */
  get isEmpty(): boolean {
    return this.drawn?.length === 0;
  }

  all(): SectionNode[] {
    this.drawn = this.kinds();
    return this.drawn.map((kind) => this.nodes.section(kind));
  }

  roomsOf(section: SectionNode): RoomNode[] {
    return this.placed.idsIn(section.section).map((room) => this.nodes.room(section, room));
  }

  sizeOf(section: SectionNode): number {
    return this.placed.idsIn(section.section).length;
  }

  has({ parent, room }: RoomNode): boolean {
    return this.drawn?.includes(parent.section) === true && this.placed.kindOf(room) === parent.section;
  }

  /** Where a room is; undefined for one that is in no section. */
  rowOf(room: RoomId): RoomNode | undefined {
    const kind = this.placed.kindOf(room);
    return kind && this.nodes.room(this.nodes.section(kind), room);
  }

  /** What to draw again when these rooms have changed; `everything` is the root. */
  update(changed: ReadonlySet<RoomId>): Stale {
    const moved = this.placed.update(changed);
    const stale = this.sections(moved);
    if (stale === 'everything') return stale;
    return [...stale, ...this.kept(changed, moved)];
  }

  /** What to draw again when a room is taken in hand: the one before goes where it belongs. */
  hold(room: RoomId | undefined): Stale {
    return this.sections(this.placed.hold(room));
  }

  /** Places all rooms as the person wants them now. */
  arrange(): void {
    this.placed.arrange(this.session.preferences);
  }

  private sections(moved: readonly SectionKind[]): Stale {
    const { drawn } = this;
    if (!drawn) return [];
    if (moved.some((kind) => !drawn.includes(kind))) return 'everything';
    return moved.map((kind) => this.nodes.section(kind));
  }

  /** Rows in sections that are not drawn again as a whole. */
  private kept(changed: ReadonlySet<RoomId>, moved: readonly SectionKind[]): RoomNode[] {
    return [...changed]
      .map((room) => this.rowOf(room))
      .filter((row) => row !== undefined && this.has(row) && !moved.includes(row.parent.section))
      .filter((row) => row !== undefined);
  }

  /** The section that empties and fills all day stays, so that the root need not be drawn again. */
  private kinds(): readonly SectionKind[] {
    const { preferences, rooms } = this.session;
    if (rooms.all().length === 0) return [];
    const lasting: readonly SectionKind[] = preferences.showsUnread ? ['unread'] : [];
    return [...lasting, ...this.placed.kinds.filter((kind) => !lasting.includes(kind))];
  }
}
