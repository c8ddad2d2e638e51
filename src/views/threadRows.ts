import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { MessageList } from '../model/messageList';
import type { RoomId } from '../model/room';
import type { Session } from '../model/session';
import { hasAged } from './age';
import { MessageRows } from './messageRows';
import { OpenRows } from './openRows';
import {
  isHolder,
  RoomNodes,
  type Holder,
  type MessageNode,
  type SearchNode,
  type ThreadNode,
  type TreeNode,
} from './roomNode';
import type { TreeRows } from './rowReveal';
import { threadTime } from './threadItem';
import { WatchedRooms } from './watchedRooms';

/**
 * The rows of the Threads tree over one session, kept up to date: a row is drawn again when its place is kept, and the
 * root (`undefined`) when threads came, went or moved.
 */
export class ThreadRows implements TreeRows {
  private readonly lifetime = new Lifetime();
  private readonly nodes = new RoomNodes();
  private readonly open = new OpenRows();
  private readonly messages: MessageRows;
  private readonly watched: WatchedRooms;
  private isVisible = false;
  /** What each row of the root showed last, in order; undefined until they have been asked for. */
  private drawn: ReadonlyMap<ThreadNode | SearchNode, string> | undefined;
  private timesDrawn: number;

  constructor(
    readonly session: Session,
    private readonly redraw: (rows: TreeNode[] | undefined) => void,
    private readonly now: () => number,
  ) {
    this.timesDrawn = now();
    const { rooms, messages, sync, threads } = session;
    this.messages = this.lifetime.own(new MessageRows(session, this.nodes, (holder) => redraw([holder])));
    this.watched = this.lifetime.own(new WatchedRooms(session.live));
    this.lifetime.own(threads.onDidChange(() => this.check()));
    this.lifetime.own(rooms.onDidChange((ids) => this.follow(ids)));
    this.lifetime.own(messages.onDidChange((ids) => this.fire(this.nodes.ofMessages(ids))));
    this.lifetime.own(sync.onDidRefresh(() => this.check()));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** What is under a row, or at the root. Empty once the session has been replaced. */
  async childrenOf(node: TreeNode | undefined): Promise<TreeNode[]> {
    if (!node) return this.roots();
    // VS Code keeps rows open that it knows from before, without a word; it asks for what is open only.
    this.open.set(node, true);
    this.look();
    return isHolder(node) ? this.messages.of(node) : [];
  }

  rowOf(holder: Holder, message: MessageId): MessageNode {
    return this.nodes.message(holder, message);
  }

  listOf(holder: Holder): MessageList {
    return this.messages.listOf(holder);
  }

  isOpen(row: TreeNode): boolean {
    return this.open.has(row);
  }

  /** To be told whenever a person opens or closes a row. What had failed is tried again where it is opened. */
  setOpen(row: TreeNode, isOpen: boolean): void {
    this.open.set(row, isOpen);
    this.look();
    if (isOpen && isHolder(row)) this.messages.retry([row]);
  }

  /** Whether the replies of a thread stand open. */
  isOpenFor(thread: MessageId): boolean {
    return this.shown().some(({ message }) => message === thread);
  }

  /** The row of a thread; undefined for one that is not listed. */
  find(thread: MessageId): ThreadNode | undefined {
    const entry = this.session.threads.all().find(({ id }) => id === thread);
    return entry && this.nodes.thread(entry.room, entry.id);
  }

  /** Loads anew the threads that stand open. */
  async reload(): Promise<void> {
    await Promise.all(this.shown().map((thread) => this.listOf(thread).reload('person')));
  }

  /** Whether the rows are on the screen: only then the rooms of open threads are watched. */
  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.look();
    if (isVisible) this.age();
  }

  /** Draws rows again whose times have gone on. */
  age(): void {
    const [before, now] = [this.timesDrawn, this.now()];
    this.timesDrawn = now;
    const replies = this.shown().flatMap((thread) =>
      this.listOf(thread).ids.map((id) => this.rowOf(thread, id)),
    );
    const rows = [...(this.drawn?.keys() ?? []), ...replies];
    this.fire(rows.filter((row) => row.type !== 'search' && this.hasAged(row, before, now)));
  }

  private async roots(): Promise<TreeNode[]> {
    const { rooms, sync, threads } = this.session;
    await threads.restore();
    if (rooms.all().length === 0 && sync.state !== 'failed') await sync.refresh('person');
    if (this.lifetime.signal.aborted) return [];
    this.drawn = this.rows();
    return [...this.drawn.keys()];
  }

  /** Each row of the root, and what of it does not come from its message. */
  private rows(): ReadonlyMap<ThreadNode | SearchNode, string> {
    const { threads, rooms } = this.session;
    const rows = new Map<ThreadNode | SearchNode, string>();
    for (const { id, room, isUnread } of threads.all())
      rows.set(this.nodes.thread(room, id), `${isUnread} ${rooms.get(room)?.name}`);
    const { roomsToSearch, isSearching, waitsForLimit, error } = threads;
    const standing = [roomsToSearch, isSearching, waitsForLimit, error?.message].join(' ');
    if (roomsToSearch > 0) rows.set(this.nodes.search(), standing);
    return rows;
  }

  private follow(changed: ReadonlySet<RoomId>): void {
    if (this.session.threads.all().some(({ room }) => changed.has(room))) this.check();
  }

  private check(): void {
    const before = this.drawn;
    if (!before) return;
    const now = this.rows();
    this.drawn = now;
    this.look();
    if (sameRows([...before.keys()], [...now.keys()]))
      this.fire([...now.keys()].filter((row) => before.get(row) !== now.get(row)));
    else this.redraw(undefined);
  }

  private look(): void {
    this.watched.show(new Set(this.isVisible ? this.shown().map(({ room }) => room) : []));
  }

  private hasAged(row: ThreadNode | MessageNode, before: number, now: number): boolean {
    const message = this.session.messages.get(row.message);
    if (!message) return false;
    return hasAged(row.type === 'thread' ? threadTime(message) : message.sentAt, before, now);
  }

  private shown(): ThreadNode[] {
    const threads = this.open.holders().filter((row) => row.type === 'thread');
    return threads.filter((row) => this.drawn?.has(row));
  }

  private fire(rows: readonly TreeNode[]): void {
    if (rows.length > 0) this.redraw([...rows]);
  }
}

function sameRows(some: readonly TreeNode[], others: readonly TreeNode[]): boolean {
  return some.length === others.length && some.every((row, at) => row === others[at]);
}
