import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession, Session } from '../model/session';
import { messageTooltip } from './messageTooltip';
import { isMessageRow, type TreeNode } from './roomNode';

/** Tells which rows to draw again, or the root. */
export type Redraw = (rows: TreeNode[] | undefined) => void;

/** The rows of one session in one tree. */
export interface SessionBound extends Disposable {
  readonly session: Session;
  childrenOf(node: TreeNode | undefined): Promise<TreeNode[]>;
}

/** What makes one tree differ from another. */
export interface TreeParts<Rows extends SessionBound> {
  rowsOf(session: Session, redraw: Redraw): Rows;
  /** How a row looks; undefined once what it stands for has gone. */
  itemOf(node: TreeNode, rows: Rows): vscode.TreeItem | undefined;
}

/** A tree over the session in use: what VS Code asks of every tree of ours. */
export class SessionTree<Rows extends SessionBound> implements vscode.TreeDataProvider<TreeNode>, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new vscode.EventEmitter<TreeNode[] | undefined>());
  private current: Rows | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    sessions: CurrentSession,
    private readonly parts: TreeParts<Rows>,
  ) {
    this.lifetime.own({ dispose: () => this.current?.dispose() });
    this.lifetime.own(sessions.onDidChange((session) => this.follow(session)));
    this.follow(sessions.get());
  }

  /** Of the session in use. */
  get rows(): Rows | undefined {
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
    const item = this.current && this.parts.itemOf(node, this.current);
    if (item) return item;
    // What it stands for has gone while VS Code was about to draw it.
    const gone = new vscode.TreeItem('');
    gone.id = node.key;
    return gone;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const message = isMessageRow(node) ? this.current?.session.messages.get(node.message) : undefined;
    if (message) item.tooltip = messageTooltip(message);
    return item;
  }

  private follow(session: Session | undefined): void {
    if (session && session === this.current?.session) return;
    this.current?.dispose();
    this.current = session && this.parts.rowsOf(session, (rows) => this.changed.fire(rows));
    this.changed.fire(undefined);
  }
}
