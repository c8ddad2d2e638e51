import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession, Session } from '../model/session';
import type { CommandId } from '../platform/ids';
import { messageTooltip } from './messageTooltip';
import { isMessageRow, type TreeNode } from './roomNode';
import { openingOf } from './rowOpening';
import { shownMessage } from './shownMessage';

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
  private watched = new Lifetime();
  /** What menus were told of each row. */
  private readonly offered = new Map<TreeNode, string | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    sessions: CurrentSession,
    private readonly parts: TreeParts<Rows>,
  ) {
    this.lifetime.own({ dispose: () => this.current?.dispose() });
    this.lifetime.own({ dispose: () => this.watched.dispose() });
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
    const item = this.itemOf(node);
    this.offered.set(node, item?.contextValue);
    if (item) return opening(item, node, this.current?.session);
    // What it stands for has gone while VS Code was about to draw it.
    const gone = new vscode.TreeItem('');
    gone.id = node.key;
    return gone;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const session = this.current?.session;
    const message = isMessageRow(node) ? session?.messages.get(node.message) : undefined;
    if (session && message) item.tooltip = messageTooltip(shownMessage(session, message));
    return item;
  }

  private follow(session: Session | undefined): void {
    if (session && session === this.current?.session) return;
    this.watched.dispose();
    this.watched = new Lifetime();
    this.current?.dispose();
    this.offered.clear();
    this.current = session && this.parts.rowsOf(session, (rows) => this.changed.fire(rows));
    if (session) this.heed(session);
    this.changed.fire(undefined);
  }

  /** What a room allows, and whom one ignores there, shows in the rows of its messages too. */
  private heed({ rights, rooms }: Session): void {
    this.watched.own(rights.onDidChange(() => this.offerAnew(() => true)));
    this.watched.own(
      rooms.onDidChange((ids) => this.offerAnew((node) => isMessageRow(node) && ids.has(node.room))),
    );
  }

  private itemOf(node: TreeNode): vscode.TreeItem | undefined {
    return this.current && this.parts.itemOf(node, this.current);
  }

  /** Draws rows again whose menus have become others. */
  private offerAnew(mayBeStale: (node: TreeNode) => boolean): void {
    const nodes = [...this.offered.keys()].filter(mayBeStale);
    const stale = nodes.filter((node) => this.itemOf(node)?.contextValue !== this.offered.get(node));
    if (stale.length > 0) this.changed.fire(stale);
  }
}

/** With a command of its own, a row opens and closes by its twistie alone. */
function opening(item: vscode.TreeItem, node: TreeNode, session: Session | undefined): vscode.TreeItem {
  if (item.command || !openingOf(session, node)) return item;
  const command: CommandId = '_rocketchat.openRow';
  const title = typeof item.label === 'string' ? item.label : '';
  item.command = { command, title, arguments: [node] };
  return item;
}
