import { failureOf } from '../api/errors';
import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { RoomId } from '../model/room';
import { listsOf } from '../model/roomLists';
import type { Session } from '../model/session';
import { hasAged } from './age';
import { MessageRows } from './messageRows';
import { OpenRows } from './openRows';
import {
  isHolder,
  RoomNodes,
  type Holder,
  type ListNode,
  type MessageNode,
  type RoomNode,
  type SavedNode,
  type TreeNode,
} from './roomNode';
import { SavedRows } from './savedRows';
import { SectionRows, type Stale } from './sectionRows';
import { WatchedRooms } from './watchedRooms';

/**
 * The rows of one session, kept up to date: a row is drawn again when its place is kept, its section when order or
 * membership changed, and the root (`undefined`) only when the sections themselves did.
 */
export class SessionRows {
  private readonly lifetime = new Lifetime();
  private readonly nodes = new RoomNodes();
  private readonly open = new OpenRows();
  private readonly saved: SavedRows;
  private readonly watched: WatchedRooms;
  private readonly messages: MessageRows;
  readonly sections: SectionRows;
  private isVisible = false;
  private timesDrawn: number;

  constructor(
    readonly session: Session,
    private readonly redraw: (rows: TreeNode[] | undefined) => void,
    private readonly now: () => number,
  ) {
    this.timesDrawn = now();
    this.sections = new SectionRows(session, this.nodes);
    this.messages = this.lifetime.own(new MessageRows(session, this.nodes, (holder) => redraw([holder])));
    this.saved = this.lifetime.own(new SavedRows(session, this.nodes, redraw));
    this.watched = this.lifetime.own(new WatchedRooms(session.live));
    this.listen(session);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** What is under a row, or at the root. Empty once the session has been replaced. */
  async childrenOf(node: TreeNode | undefined): Promise<TreeNode[]> {
    if (!node) return this.roots();
    // VS Code keeps rows open that it knows from before, without a word; it asks for what is open only.
    this.open.set(node, true);
    if (node.type === 'section') return this.sections.roomsOf(node);
    if (node.type === 'saved') return this.saved.of(node);
    if (node.type === 'room') return this.listsOf(node);
    if (!isHolder(node)) return [];
    this.look();
    return this.messages.of(node);
  }

  rowOf(holder: Holder, message: MessageId): MessageNode {
    return this.nodes.message(holder, message);
  }

  listOf(holder: Holder) {
    return this.messages.listOf(holder);
  }

  /** Whether what is under a row can be seen. */
  isOpen(row: TreeNode): boolean {
    return this.open.has(row);
  }

  /** To be told whenever a person opens or closes a row. What had failed is tried again where it is opened. */
  setOpen(row: TreeNode, isOpen: boolean): void {
    this.open.set(row, isOpen);
    this.look();
    if (isOpen) this.messages.retry(this.shown().filter((holder) => isWithin(holder, row)));
  }

  /** Whether the rows are on the screen: only then rooms are watched. */
  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.look();
    if (isVisible) this.age();
  }

  /** Draws those rows again whose time has gone on. */
  age(): void {
    const [before, now] = [this.timesDrawn, this.now()];
    this.timesDrawn = now;
    this.fire(this.shownMessages().filter((row) => this.ages(row, before, now)));
  }

  /**
   * Whether what is said there now appears under a row that stands open: replies in their thread, and in a room what
   * mentions me.
   */
  isOpenFor(room: RoomId, thread?: MessageId): boolean {
    return this.shown().some((holder) =>
      thread === undefined
        ? holder.type === 'list' && holder.room === room && holder.kind === 'mentions'
        : holder.type !== 'list' && holder.message === thread,
    );
  }

  /** The row of a room, or of a thread in it as far as that is loaded; undefined for a room that is not listed. */
  async find(room: RoomId, thread?: MessageId): Promise<RoomNode | MessageNode | undefined> {
    await this.childrenOf(undefined);
    const row = this.sections.rowOf(room);
    if (!row || thread === undefined) return row;
    const threads = this.nodes.list(row, 'threads');
    const list = this.listOf(threads);
    await list.load();
    return list.ids.includes(thread) ? this.rowOf(threads, thread) : row;
  }

  /** The pins of a room; undefined where they are not listed. */
  pinsOf(room: RoomId): ListNode | undefined {
    const row = this.sections.rowOf(room);
    return row && this.nodes.list(row, 'pinned');
  }

  get filters() {
    return this.messages.filters;
  }

  /** Shows only those pins of a room that have a text in them. Resolves when all are loaded. */
  async filterPins(room: RoomId, text: string): Promise<void> {
    const loading = this.filters.set(room, text);
    this.redrawPins(room);
    await loading;
    // The row was drawn before its pins were here; what is under it came later, and is right.
    if (!this.lifetime.signal.aborted) this.redrawPins(room);
  }

  /** Shows all pins of a room again. */
  unfilterPins(room: RoomId): void {
    this.filters.clear(room);
    this.redrawPins(room);
  }

  /** Loads anew what can be seen: an edit or a star of mine elsewhere leaves no trace in the room. */
  async reload(): Promise<void> {
    await Promise.all([...this.shownLists()].map((list) => list.reload('person')));
  }

  private listsOf(node: RoomNode): TreeNode[] {
    const { rooms, knownSettings } = this.session;
    return listsOf(rooms.get(node.room), knownSettings).map((kind) => this.nodes.list(node, kind));
  }

  private listen(session: Session): void {
    const { rooms, messages, sync, live } = session;
    this.lifetime.own(rooms.onDidChange((ids) => this.follow(this.sections.update(ids))));
    this.lifetime.own(session.onDidTakeInHand((room) => this.follow(this.sections.hold(room))));
    this.lifetime.own(session.onDidChangePreferences(() => this.arrange()));
    this.lifetime.own(messages.onDidChange((ids) => this.redrawMessages(ids)));
    this.lifetime.own(live.onDidChangeTyping((room) => this.redrawRoom(room)));
    this.lifetime.own(sync.onDidChange(() => this.sections.isEmpty && this.redraw(undefined)));
    this.lifetime.own(sync.onDidRefresh(() => void this.heedSettings()));
  }

  private redrawRoom(room: RoomId): void {
    const row = this.sections.rowOf(room);
    if (row && this.sections.has(row)) this.redraw([row]);
  }

  private redrawPins(room: RoomId): void {
    const row = this.pinsOf(room);
    if (row) this.redraw([row]);
  }

  /** What the server has switched off is not drawn. The session asks for its settings by then: this asks for nothing. */
  private async heedSettings(): Promise<void> {
    if (this.session.knownSettings || this.session.sync.state !== 'ready') return;
    try {
      const settings = await this.session.settings('background');
      const hasAll = listsOf(undefined, settings).length === listsOf(undefined).length;
      if (!hasAll && !this.lifetime.signal.aborted) this.redraw(undefined);
    } catch (error) {
      if (!failureOf(error)) throw error;
    }
  }

  private arrange(): void {
    this.sections.arrange();
    this.redraw(undefined);
  }

  private redrawMessages(ids: ReadonlySet<MessageId>): void {
    this.fire(this.nodes.ofMessages(ids));
    this.messages.recheck();
  }

  private async roots(): Promise<TreeNode[]> {
    const { rooms, sync } = this.session;
    if (rooms.all().length === 0 && sync.state !== 'failed') await sync.refresh('person');
    if (this.lifetime.signal.aborted) return [];
    const sections = this.sections.all();
    return sections.length === 0 ? [] : [...sections, ...this.saved.roots()];
  }

  private follow(stale: Stale): void {
    if (stale === 'everything') this.redraw(undefined);
    else this.fire(stale);
    this.look();
  }

  /** Which rooms somebody looks at just now. */
  private look(): void {
    const { inHand } = this.session;
    const seen = this.shown().map(({ room }) => room);
    this.watched.show(new Set(this.isVisible ? [...seen, ...(inHand === undefined ? [] : [inHand])] : []));
  }

  private ages({ message }: MessageNode, before: number, now: number): boolean {
    const sentAt = this.session.messages.get(message)?.sentAt;
    return sentAt !== undefined && hasAged(sentAt, before, now);
  }

  private shownMessages(): MessageNode[] {
    const stars = this.open.has(this.nodes.saved()) ? this.saved.stars : [];
    const rows = this.shown().flatMap((holder) =>
      this.listOf(holder).ids.map((id) => this.rowOf(holder, id)),
    );
    return [...stars, ...rows];
  }

  /** A thread can be open in two places. */
  private shownLists() {
    return new Set(this.shown().map((holder) => this.listOf(holder)));
  }

  private shown(): Holder[] {
    return this.open.holders().filter((holder) => this.isThere(holder));
  }

  /** Rows that have left the tree stay known as open. */
  private isThere(row: Holder | RoomNode | SavedNode): boolean {
    if (row.type === 'room') return this.sections.has(row);
    if (row.type === 'list') return this.isThere(row.parent);
    if (row.type !== 'message') return row.type === 'saved';
    const { parent } = row;
    const isListed =
      parent.type === 'saved' ? this.saved.has(row.message) : this.messages.has(parent, row.message);
    return isListed && this.isThere(parent);
  }

  private fire(rows: readonly TreeNode[]): void {
    if (rows.length > 0) this.redraw([...rows]);
  }
}

function isWithin(row: TreeNode, above: TreeNode): boolean {
  return row === above || (row.parent !== undefined && isWithin(row.parent, above));
}
