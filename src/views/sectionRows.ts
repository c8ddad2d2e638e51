import type { RoomId } from '../model/room';
import { sectionsOf, type Section, type SectionKind } from '../model/sections';
import type { Session } from '../model/session';
import type { RoomNode, RoomNodes, SectionNode } from './roomNode';

/** The sections of one session and the rooms in them, as last drawn and as they are now. */
export class SectionRows {
  private sections: readonly Section[] = [];
  /** Undefined until they have been asked for. */
  private drawn: readonly SectionKind[] | undefined;

  constructor(
    private readonly session: Session,
    private readonly nodes: RoomNodes,
  ) {}

  /** After a failed first load nothing is drawn yet. */
  get isEmpty(): boolean {
    return this.drawn?.length === 0;
  }

  all(): SectionNode[] {
    this.sections = this.now();
    this.drawn = this.kinds();
    return this.drawn.map((kind) => this.nodes.section(kind));
  }

  roomsOf(section: SectionNode): RoomNode[] {
    return this.idsOf(section.section).map((room) => this.nodes.room(section, room));
  }

  has({ parent, room }: RoomNode): boolean {
    return this.drawn?.includes(parent.section) === true && this.idsOf(parent.section).includes(room);
  }

  /** What to draw again when these rooms have changed, and all others may have moved; `everything` is the root. */
  update(changed: ReadonlySet<RoomId>): readonly (RoomNode | SectionNode)[] | 'everything' {
    const { drawn } = this;
    if (!drawn) return [];
    const before = this.sections;
    this.sections = this.now();
    const isNew = this.sections.some((section) => !drawn.includes(section.kind));
    return isNew ? 'everything' : drawn.flatMap((kind) => this.stale(kind, before, changed));
  }

  /** The row of a room that kept its place, else its section. */
  private stale(
    kind: SectionKind,
    before: readonly Section[],
    changed: ReadonlySet<RoomId>,
  ): (RoomNode | SectionNode)[] {
    const node = this.nodes.section(kind);
    if (roomsIn(before, kind).join() !== this.idsOf(kind).join()) return [node];
    return this.roomsOf(node).filter(({ room }) => changed.has(room));
  }

  private now(): readonly Section[] {
    const { rooms, preferences, inHand } = this.session;
    return sectionsOf(rooms.all(), preferences, inHand, this.sections);
  }

  /** The section that empties and fills all day stays, so that the root need not be drawn again. */
  private kinds(): readonly SectionKind[] {
    const { preferences, rooms } = this.session;
    if (rooms.all().length === 0) return [];
    const lasting: readonly SectionKind[] = preferences.showsUnread ? ['unread'] : [];
    const filled = this.sections.map((section) => section.kind);
    return [...lasting, ...filled.filter((kind) => !lasting.includes(kind))];
  }

  private idsOf(kind: SectionKind): readonly RoomId[] {
    return roomsIn(this.sections, kind);
  }
}

function roomsIn(sections: readonly Section[], kind: SectionKind): readonly RoomId[] {
  return sections.find((section) => section.kind === kind)?.rooms ?? [];
}
