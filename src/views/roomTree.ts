import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { MessageList } from '../model/messageList';
import type { Message, MessageId } from '../model/message';
import type { Room, RoomId } from '../model/room';
import { roomListKinds } from '../model/roomLists';
import { sectionsOf, type Section, type SectionKind } from '../model/sections';
import type { CurrentSession, Session } from '../model/session';
import { listItem, moreItem, noteItem } from './listItem';
import { messageItem } from './messageItem';
import { messageTooltip } from './messageTooltip';
import { roomItem, sectionItem } from './roomItem';
import { RoomNodes, type Holder, type MessageNode, type SectionNode, type TreeNode } from './roomNode';
import { isUnreadRow } from './unread';

/**
 * The Rooms tree over the session in use. Redraws a row when its place is kept, its section when order or
 * membership changed, and the root only when the sections themselves or the session did.
 */
export class RoomTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new vscode.EventEmitter<TreeNode | TreeNode[] | undefined>());
  private readonly nodes = new RoomNodes();
  private readonly listened = new Set<MessageList>();
  private watched = new Lifetime();
  private session: Session | undefined;
  /** The sections drawn, in order; undefined until the first load. */
  private drawn: readonly SectionKind[] | undefined;
  private sections: readonly Section[] = [];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(current: CurrentSession) {
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.lifetime.own(current.onDidChange((session) => session !== this.session && this.follow(session)));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const session = this.session;
    if (!session) return [];
    if (!node) return this.roots(session);
    if (node.type === 'section') return this.roomsOf(node.section).map((room) => this.nodes.room(node, room));
    if (node.type === 'room') return roomListKinds.map((kind) => this.nodes.list(node, kind));
    return node.type === 'list' || node.type === 'message' ? this.messagesOf(session, node) : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.type) {
      case 'section':
        return sectionItem(node, this.roomsOf(node.section).length);
      case 'room':
        return drawn(node, this.roomBy(node), roomItem);
      case 'list':
        return listItem(node, this.roomBy(node));
      case 'message':
        return drawn(node, this.messageBy(node), (row, message) =>
          messageItem(row, message, isUnreadRow(row, message, this.roomBy(row))),
        );
      case 'more':
        return moreItem(node);
      case 'note':
        return noteItem(node, this.session && listOf(this.session, node.parent).error);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const message = node.type === 'message' ? this.messageBy(node) : undefined;
    if (message) item.tooltip = messageTooltip(message);
    return item;
  }

  /** The row of a message in a list or thread that has been loaded. */
  rowOf(holder: Holder, message: MessageId): TreeNode {
    return this.nodes.message(holder, message);
  }

  private roomBy({ room }: { readonly room: RoomId }): Room | undefined {
    return this.session?.rooms.get(room);
  }

  private messageBy({ message }: MessageNode): Message | undefined {
    return this.session?.messages.get(message);
  }

  private async roots(session: Session): Promise<SectionNode[]> {
    if (session.rooms.all().length === 0 && session.sync.state !== 'failed')
      await session.sync.refresh('person');
    if (this.session !== session) return [];
    this.sections = this.sectionsNow(session);
    this.drawn = drawnKinds(this.sections, session);
    return this.drawn.map((kind) => this.nodes.section(kind));
  }

  private async messagesOf(session: Session, holder: Holder): Promise<TreeNode[]> {
    const list = listOf(session, holder);
    if (list.state === 'idle' || list.state === 'loading') await list.load();
    this.listen(list, holder);
    const rows: TreeNode[] = list.ids.map((id) => this.nodes.message(holder, id));
    if (list.error) return [...rows, this.nodes.note(holder, 'failed')];
    if (rows.length === 0) return [this.nodes.note(holder, 'empty')];
    if (!list.hasMore) return rows;
    // A thread shows its newest page: what is older stands above it.
    return holder.type === 'message'
      ? [this.nodes.more(holder), ...rows]
      : [...rows, this.nodes.more(holder)];
  }

  private listen(list: MessageList, holder: Holder): void {
    if (this.listened.has(list)) return;
    this.listened.add(list);
    this.watched.own(list.onDidChange(() => this.changed.fire(holder)));
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    this.listened.clear();
    this.nodes.clear();
    this.session = session;
    this.drawn = undefined;
    this.sections = [];
    if (session) this.watch(session);
    this.changed.fire(undefined);
  }

  private watch(session: Session): void {
    const { rooms, messages, sync } = session;
    this.watched.own(rooms.onDidChange((ids) => this.redraw(session, ids)));
    this.watched.own(session.onDidTakeInHand(() => this.redraw(session, new Set())));
    this.watched.own(session.onDidChangePreferences(() => this.changed.fire(undefined)));
    this.watched.own(messages.onDidChange((ids) => this.fire(this.nodes.ofMessages(ids))));
    // After a failed first load nothing is drawn yet.
    this.watched.own(sync.onDidChange(() => this.drawn?.length === 0 && this.changed.fire(undefined)));
  }

  private redraw(session: Session, changed: ReadonlySet<RoomId>): void {
    if (!this.drawn) return;
    const before = this.sections;
    const now = this.sectionsNow(session);
    this.sections = now;
    const isNew = now.some((section) => !this.drawn?.includes(section.kind));
    if (isNew) this.changed.fire(undefined);
    else this.fire(this.drawn.flatMap((kind) => this.staleRows(kind, before, changed)));
  }

  private staleRows(kind: SectionKind, before: readonly Section[], changed: ReadonlySet<RoomId>): TreeNode[] {
    const node = this.nodes.section(kind);
    const rooms = this.roomsOf(kind);
    if (roomsIn(before, kind).join() !== rooms.join()) return [node];
    return rooms.filter((room) => changed.has(room)).map((room) => this.nodes.room(node, room));
  }

  private fire(rows: TreeNode[]): void {
    if (rows.length > 0) this.changed.fire(rows);
  }

  private sectionsNow(session: Session): readonly Section[] {
    return sectionsOf(session.rooms.all(), session.preferences, session.inHand, this.sections);
  }

  private roomsOf(kind: SectionKind): readonly RoomId[] {
    return roomsIn(this.sections, kind);
  }
}

/** What a row's messages come from. */
export function listOf(session: Session, holder: Holder): MessageList {
  return holder.type === 'list' ? session.list(holder.room, holder.kind) : session.replies(holder.message);
}

function roomsIn(sections: readonly Section[], kind: SectionKind): readonly RoomId[] {
  return sections.find((section) => section.kind === kind)?.rooms ?? [];
}

/** The section that empties and fills all day stays, so that the root need not be drawn again. */
function drawnKinds(sections: readonly Section[], { preferences, rooms }: Session): readonly SectionKind[] {
  if (rooms.all().length === 0) return [];
  const lasting: readonly SectionKind[] = preferences.showsUnread ? ['unread'] : [];
  const filled = sections.map((section) => section.kind);
  return [...lasting, ...filled.filter((kind) => !lasting.includes(kind))];
}

/** A row's value may have gone while VS Code was about to draw it. */
function drawn<Node extends TreeNode, Value>(
  node: Node,
  value: Value | undefined,
  draw: (node: Node, value: Value) => vscode.TreeItem,
): vscode.TreeItem {
  if (value !== undefined) return draw(node, value);
  const item = new vscode.TreeItem('');
  item.id = node.key;
  return item;
}
