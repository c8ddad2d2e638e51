import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { RoomId } from '../model/room';
import { listsOf } from '../model/roomLists';
import type { Priority } from '../model/roomSync';
import type { Session } from '../model/session';
import { MessageRows } from './messageRows';
import { OpenRows } from './openRows';
import { relativeTime } from './relativeTime';
import { isHolder, RoomNodes, type Holder, type MessageNode, type RoomNode, type TreeNode } from './roomNode';
import { SectionRows } from './sectionRows';

/**
 * The rows of one session, kept up to date: a row is drawn again when its place is kept, its section when order or
 * membership changed, and the root (`undefined`) only when the sections themselves did.
 */
export class SessionRows {
  private readonly lifetime = new Lifetime();
  private readonly nodes = new RoomNodes();
  private readonly open = new OpenRows();
  readonly sections: SectionRows;
  private readonly messages: MessageRows;
  private timesDrawn: number;

  constructor(
    readonly session: Session,
    private readonly redraw: (rows: TreeNode[] | undefined) => void,
    private readonly now: () => number,
  ) {
    this.timesDrawn = now();
    const { rooms, messages, sync } = session;
    this.sections = new SectionRows(session, this.nodes);
    this.messages = this.lifetime.own(new MessageRows(session, this.nodes, (holder) => redraw([holder])));
    this.lifetime.own(rooms.onDidChange((ids) => this.follow(ids)));
    this.lifetime.own(session.onDidTakeInHand(() => this.follow(new Set())));
    this.lifetime.own(session.onDidChangePreferences(() => redraw(undefined)));
    this.lifetime.own(messages.onDidChange((ids) => this.fire(this.nodes.ofMessages(ids))));
    this.lifetime.own(sync.onDidChange(() => this.sections.isEmpty && redraw(undefined)));
    this.lifetime.own(sync.onDidRefresh((priority) => this.keepUp(priority)));
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
    if (node.type === 'room') return this.listsOf(node);
    return isHolder(node) ? this.messages.of(node) : [];
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

  /** To be told whenever a person opens or closes a row. What is opened once more is brought up to date. */
  setOpen(row: TreeNode, isOpen: boolean): void {
    this.open.set(row, isOpen);
    const shown = isOpen ? this.shown().filter((holder) => isWithin(holder, row)) : [];
    for (const holder of shown) void this.listOf(holder).renew('person');
  }

  /** Loads anew what can be seen: an edit or a star of mine elsewhere leaves no trace in the room. */
  async reload(): Promise<void> {
    await Promise.all([...this.shownLists()].map((list) => list.reload('person')));
  }

  private listsOf(node: RoomNode): TreeNode[] {
    const { rooms, knownSettings } = this.session;
    return listsOf(rooms.get(node.room), knownSettings).map((kind) => this.nodes.list(node, kind));
  }

  private async roots(): Promise<TreeNode[]> {
    const { rooms, sync } = this.session;
    if (rooms.all().length === 0 && sync.state !== 'failed') await sync.refresh('person');
    return this.lifetime.signal.aborted ? [] : this.sections.all();
  }

  private follow(changed: ReadonlySet<RoomId>): void {
    const stale = this.sections.update(changed);
    if (stale === 'everything') this.redraw(undefined);
    else this.fire(stale);
  }

  /** Now and then, in the background: lists of rooms that have changed, and times that have gone on. */
  private keepUp(priority: Priority): void {
    if (priority === 'background' && this.session.sync.state === 'ready')
      for (const list of this.shownLists()) void list.renew('background');
    const [before, now] = [this.timesDrawn, this.now()];
    this.timesDrawn = now;
    this.fire(this.shownMessages().filter((row) => this.hasAged(row, before, now)));
  }

  private hasAged({ message }: MessageNode, before: number, now: number): boolean {
    const sentAt = this.session.messages.get(message)?.sentAt;
    return sentAt !== undefined && relativeTime(sentAt, before) !== relativeTime(sentAt, now);
  }

  private shownMessages(): MessageNode[] {
    return this.shown().flatMap((holder) => this.listOf(holder).ids.map((id) => this.rowOf(holder, id)));
  }

  /** A thread can be open in two places. */
  private shownLists() {
    return new Set(this.shown().map((holder) => this.listOf(holder)));
  }

  private shown(): Holder[] {
    return this.open.holders().filter((holder) => this.isThere(holder));
  }

  /** Rows that have left the tree stay known as open. */
  private isThere(row: Holder | RoomNode): boolean {
    if (row.type === 'room') return this.sections.has(row);
    if (row.type === 'thread') return false;
    return (row.type === 'list' || this.messages.has(row)) && this.isThere(row.parent);
  }

  private fire(rows: readonly TreeNode[]): void {
    if (rows.length > 0) this.redraw([...rows]);
  }
}

function isWithin(row: TreeNode, above: TreeNode): boolean {
  return row === above || (row.parent !== undefined && isWithin(row.parent, above));
}
