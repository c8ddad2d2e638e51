import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import type { Room, RoomId } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { discussionItem } from './discussionItem';
import { endItem, isEnd, listItem } from './listItem';
import { messageItem } from './messageItem';
import { messageTooltip } from './messageTooltip';
import { roomItem, sectionItem } from './roomItem';
import type { ListNode, MessageNode, RoomNode, SectionNode, TreeNode } from './roomNode';
import { lookItem, nameRoom, savedItem } from './savedItem';
import { SessionRows } from './sessionRows';
import { isUnreadRow } from './unread';

/** The Rooms tree over the session in use: VS Code's side of `SessionRows`, and how each row looks. */
export class RoomTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new vscode.EventEmitter<TreeNode[] | undefined>());
  private current: SessionRows | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    sessions: CurrentSession,
    private readonly now: () => number = Date.now,
  ) {
    this.lifetime.own({ dispose: () => this.current?.dispose() });
    this.lifetime.own(sessions.onDidChange((session) => this.follow(session)));
    this.follow(sessions.get());
  }

  /** Of the session in use. */
  get rows(): SessionRows | undefined {
    return this.current;
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return (await this.current?.childrenOf(node)) ?? [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (isEnd(node)) return endItem(node, this.current?.listOf(node.parent).error);
    if (node.type === 'saved') return savedItem(node);
    if (node.type === 'look') return lookItem(node, this.current?.session.saved);
    if (node.type === 'thread' || node.type === 'search')
      throw new Error(`No row of the Rooms tree: ${node.key}`);
    return this.itemOf(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const message = node.type === 'message' ? this.messageBy(node) : undefined;
    if (message) item.tooltip = messageTooltip(message);
    return item;
  }

  private itemOf(node: SectionNode | RoomNode | ListNode | MessageNode): vscode.TreeItem {
    switch (node.type) {
      case 'section':
        return sectionItem(node, this.sizeOf(node));
      case 'room':
        return drawn(node, this.roomBy(node), (row, room) => roomItem(row, room, this.typingIn(row)));
      case 'list':
        return listItem(node, this.roomBy(node), this.current?.filters.stateOf(node));
      case 'message':
        return drawn(node, this.messageBy(node), (row, message) => this.messageItem(row, message));
    }
  }

  private messageItem(node: MessageNode, message: Message): vscode.TreeItem {
    const { discussion } = message;
    const isDiscussion = node.parent.type === 'list' && node.parent.kind === 'discussions';
    if (isDiscussion && discussion) return discussionItem(node, message, this.roomBy(discussion));
    const room = this.roomBy(node);
    const session = this.current?.session;
    const isUnread = session !== undefined && isUnreadRow(node, message, session);
    const item = messageItem(node, message, isUnread);
    if (node.parent.type === 'saved' && room) nameRoom(item, room);
    return item;
  }

  private sizeOf(section: SectionNode): number {
    return this.current?.sections.sizeOf(section) ?? 0;
  }

  private roomBy({ room }: { readonly room: RoomId }): Room | undefined {
    return this.current?.session.rooms.get(room);
  }

  private typingIn({ room }: RoomNode): readonly string[] {
    return this.current?.session.live.typing(room) ?? [];
  }

  private messageBy({ message }: MessageNode): Message | undefined {
    return this.current?.session.messages.get(message);
  }

  private follow(session: Session | undefined): void {
    if (session && session === this.current?.session) return;
    this.current?.dispose();
    this.current = session && new SessionRows(session, (rows) => this.changed.fire(rows), this.now);
    this.changed.fire(undefined);
  }
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
