import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import type { CurrentSession, Session } from '../model/session';
import { endItem, isEnd } from './listItem';
import { messageItem } from './messageItem';
import { messageTooltip } from './messageTooltip';
import { isMessageRow, type MessageNode, type ThreadNode, type TreeNode } from './roomNode';
import { searchItem, threadItem } from './threadItem';
import { ThreadRows } from './threadRows';
import { isUnreadRow } from './unread';

/** The Threads tree over the session in use: VS Code's side of `ThreadRows`, and how each row looks. */
export class ThreadTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new vscode.EventEmitter<TreeNode[] | undefined>());
  private current: ThreadRows | undefined;
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
  get rows(): ThreadRows | undefined {
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
    const item = this.current && this.itemOf(node, this.current);
    if (item) return item;
    // What it stands for has gone while VS Code was about to draw it.
    const gone = new vscode.TreeItem('');
    gone.id = node.key;
    return gone;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const message = this.messageOf(node);
    if (message) item.tooltip = messageTooltip(message);
    return item;
  }

  private itemOf(node: TreeNode, rows: ThreadRows): vscode.TreeItem | undefined {
    if (isEnd(node)) return endItem(node, rows.listOf(node.parent).error);
    if (node.type === 'search') return searchItem(node, rows.session.threads);
    const message = this.messageOf(node);
    return message && isMessageRow(node) ? this.messageItem(rows.session, node, message) : undefined;
  }

  private messageOf(node: TreeNode): Message | undefined {
    return isMessageRow(node) ? this.current?.session.messages.get(node.message) : undefined;
  }

  private messageItem(session: Session, node: MessageNode | ThreadNode, message: Message): vscode.TreeItem {
    if (node.type === 'message') return messageItem(node, message, isUnreadRow(node, message, session));
    const { rooms, threads } = session;
    const room = rooms.get(node.room);
    const isUnread = threads.isUnread(node.message);
    return threadItem(node, message, { room: room?.name ?? '', isUnread, now: this.now() });
  }

  private follow(session: Session | undefined): void {
    if (session && session === this.current?.session) return;
    this.current?.dispose();
    this.current = session && new ThreadRows(session, (rows) => this.changed.fire(rows), this.now);
    this.changed.fire(undefined);
  }
}
