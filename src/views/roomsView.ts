import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { SignedOut } from '../model/account';
import type { Message } from '../model/message';
import type { MessageList } from '../model/messageList';
import type { WaitingElsewhere } from '../model/otherAccounts';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { setContext } from '../platform/contextKey';
import { log } from '../platform/log';
import { RoomDecorations } from './roomDecorations';
import type { MessageNode, MoreNode, NoteNode, TreeNode } from './roomNode';
import { RoomTree } from './roomTree';
import type { SessionRows } from './sessionRows';
import { isUnreadReply } from './unread';
import { showBadge } from './unreadBadge';
import { ViewNotice } from './viewNotice';

/** The account in use, and why there is no session when there is none. */
export interface SignedIn extends CurrentSession {
  signedOut(): SignedOut | undefined;
}

/** The Rooms view: its tree, badge and welcome, and when it may ask the server. */
export class RoomsView implements vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tree: RoomTree;
  private readonly view: vscode.TreeView<TreeNode>;
  private watched = new Lifetime();

  constructor(
    private readonly current: SignedIn,
    private readonly elsewhere?: WaitingElsewhere,
  ) {
    this.tree = this.lifetime.own(new RoomTree(current));
    this.view = this.lifetime.own(
      vscode.window.createTreeView<TreeNode>('rocketchat.rooms', {
        treeDataProvider: this.tree,
        showCollapseAll: true,
      }),
    );
    const decorations = this.lifetime.own(new RoomDecorations(current));
    this.lifetime.own(vscode.window.registerFileDecorationProvider(decorations));
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.lifetime.own(this.view.onDidChangeSelection(({ selection }) => this.takeInHand(selection[0])));
    this.lifetime.own(this.view.onDidExpandElement(({ element }) => this.opened(element)));
    this.lifetime.own(
      this.view.onDidCollapseElement(({ element }) => this.tree.rows?.setOpen(element, false)),
    );
    this.lifetime.own(this.view.onDidChangeVisibility(() => this.heed()));
    this.lifetime.own(vscode.window.onDidChangeWindowState(() => this.heed()));
    this.lifetime.own(current.onDidChange((session) => this.follow(session)));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  /** The message of a row, as menus pass it; undefined for anything else. */
  messageOf(row: unknown): Message | undefined {
    const node = nodeOf(row);
    return node?.type === 'message' ? this.current.get()?.messages.get(node.message) : undefined;
  }

  /** The room of a row, or of the row that it is under. A discussion's row means the discussion. */
  roomOf(row: unknown): Room | undefined {
    const node = nodeOf(row);
    const session = this.current.get();
    if (!session || !node || !('room' in node)) return undefined;
    return discussionOf(session, node) ?? session.rooms.get(node.room);
  }

  /** The row in focus, so that commands of the palette and keys can act on it; none while the view is hidden. */
  selected(): unknown {
    return this.isVisible ? this.view.selection[0] : undefined;
  }

  /** What went wrong stands in the view; only where the view cannot be seen it is thrown. */
  async refresh(): Promise<void> {
    const { rows } = this.tree;
    if (!rows) return;
    const { sync } = rows.session;
    await sync.refresh('person');
    if (!sync.error) await rows.reload();
    else if (!this.isVisible) throw sync.error;
  }

  async loadMore(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'more') await this.lengthen(node, (list) => list.more());
  }

  async retry(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'note') await this.lengthen(node, (list) => list.load());
  }

  /** The focus goes from the row that was run to the first new one, unless the person has gone elsewhere. */
  private async lengthen(
    node: MoreNode | NoteNode,
    load: (list: MessageList) => Promise<void>,
  ): Promise<void> {
    const { rows } = this.tree;
    if (!rows) return;
    const list = rows.listOf(node.parent);
    const known = new Set(list.ids);
    await load(list);
    const first = list.ids.find((id) => !known.has(id));
    const [selected = node] = this.view.selection;
    if (first === undefined || selected !== node || !this.isShowing(rows)) return;
    await this.reveal(rows.rowOf(node.parent, first), { select: true, focus: true });
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    if (session) {
      this.watched.own(session.sync.onDidChange(() => this.showState()));
      const { account, rooms } = session;
      this.watched.own(showBadge(this.view, { account, rooms, elsewhere: this.elsewhere }));
      this.watched.own(new ViewNotice(this.view, session));
    }
    this.showState();
    this.heed();
  }

  /** Only a view that is seen renews itself. */
  private heed(): void {
    this.current.get()?.sync.setWatched(this.isVisible && vscode.window.state.focused);
  }

  private showState(): void {
    setContext('rocketchat.roomsState', this.state());
  }

  private state(): string {
    const session = this.current.get();
    if (!session) return this.current.signedOut() ?? 'loading';
    if (session.rooms.all().length > 0) return 'ready';
    if (session.sync.state === 'ready') return 'empty';
    if (session.sync.state !== 'failed') return 'loading';
    return session.sync.error?.failure.kind === 'offline' ? 'offline' : 'refused';
  }

  private takeInHand(node: TreeNode | undefined): void {
    const room = this.roomOf(node);
    if (room) this.current.get()?.takeInHand(room.id);
  }

  private opened(node: TreeNode): void {
    const { rows } = this.tree;
    rows?.setOpen(node, true);
    if (rows && node.type === 'message') void this.showFirstUnread(rows, node);
  }

  /** A thread that opens shows its first unread reply. */
  private async showFirstUnread(rows: SessionRows, node: MessageNode): Promise<void> {
    const { rooms, messages } = rows.session;
    const list = rows.listOf(node);
    await list.load();
    const room = rooms.get(node.room);
    if (!room || !this.isShowing(rows) || !rows.isOpen(node)) return;
    const first = list.ids.map((id) => messages.get(id)).find((reply) => reply && isUnreadReply(reply, room));
    if (first) await this.reveal(rows.rowOf(node, first.id), { select: false, focus: false });
  }

  /** Revealing opens the view and takes the focus, which nobody wants who has turned away meanwhile. */
  private isShowing(rows: SessionRows): boolean {
    return this.isVisible && this.tree.rows === rows;
  }

  private async reveal(row: TreeNode, options: { select: boolean; focus: boolean }): Promise<void> {
    try {
      await this.view.reveal(row, options);
    } catch (error) {
      // The row has gone meanwhile.
      log.error('reveal', error);
    }
  }
}

function discussionOf({ rooms, messages }: Session, node: TreeNode): Room | undefined {
  if (node.type !== 'message' || node.parent.type !== 'list') return undefined;
  const opened = node.parent.kind === 'discussions' ? messages.get(node.message)?.discussion : undefined;
  return opened && rooms.get(opened.room);
}

/** Menus and row commands pass the row itself; the palette passes nothing. */
function nodeOf(row: unknown): TreeNode | undefined {
  const isNode = typeof row === 'object' && row !== null && 'type' in row && 'key' in row && 'parent' in row;
  // Only rows of our own tree reach commands of our own menus.
  return isNode ? (row as TreeNode) : undefined;
}
