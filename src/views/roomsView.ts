import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { setContext } from '../platform/contextKey';
import { RoomDecorations } from './roomDecorations';
import type { TreeNode } from './roomNode';
import { RoomTree, listOf } from './roomTree';
import { isUnreadReply } from './unread';
import { showBadge } from './unreadBadge';
import { ViewNotice } from './viewNotice';

/** The account in use, and why there is no session when there is none. */
export interface SignedIn extends CurrentSession {
  signedOut(): 'signedOut' | 'expired' | undefined;
}

/** The Rooms view: its tree, badge and welcome, and when it may ask the server. */
export class RoomsView implements vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tree: RoomTree;
  private readonly view: vscode.TreeView<TreeNode>;
  private watched = new Lifetime();

  constructor(private readonly current: SignedIn) {
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
    this.lifetime.own(this.view.onDidExpandElement(({ element }) => void this.showFirstUnread(element)));
    this.lifetime.own(this.view.onDidChangeVisibility(() => this.heed()));
    this.lifetime.own(vscode.window.onDidChangeWindowState(() => this.heed()));
    this.lifetime.own(current.onDidChange((session) => this.follow(session)));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** The message of a row, as menus pass it; undefined for anything else. */
  messageOf(row: unknown): Message | undefined {
    const node = nodeOf(row);
    return node?.type === 'message' ? this.current.get()?.messages.get(node.message) : undefined;
  }

  /** The room of a row, or of the row that it is under. */
  roomOf(row: unknown): Room | undefined {
    const node = nodeOf(row);
    return node && 'room' in node ? this.current.get()?.rooms.get(node.room) : undefined;
  }

  /** The row in focus, so that commands of the palette and keys can act on it. */
  selected(): unknown {
    return this.view.selection[0];
  }

  async loadMore(row: unknown): Promise<void> {
    const session = this.current.get();
    const node = nodeOf(row);
    if (!session || node?.type !== 'more') return;
    const list = listOf(session, node.parent);
    const known = new Set(list.ids);
    await list.more();
    const first = list.ids.find((id) => !known.has(id));
    if (first === undefined || this.current.get() !== session) return;
    await this.view.reveal(this.tree.rowOf(node.parent, first), { select: true, focus: true });
  }

  async retry(row: unknown): Promise<void> {
    const session = this.current.get();
    const node = nodeOf(row);
    if (!session || node?.type !== 'note') return;
    const list = listOf(session, node.parent);
    await list.load();
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    if (session) {
      this.watched.own(session.sync.onDidChange(() => this.showState()));
      this.watched.own(showBadge(this.view, session.rooms));
      this.watched.own(new ViewNotice(this.view, session));
    }
    this.showState();
    this.heed();
  }

  /** Only a view that is seen renews itself. */
  private heed(): void {
    this.current.get()?.sync.setWatched(this.view.visible && vscode.window.state.focused);
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

  /** A thread that opens shows its first unread reply. */
  private async showFirstUnread(node: TreeNode): Promise<void> {
    const session = this.current.get();
    if (!session || node.type !== 'message') return;
    const list = session.replies(node.message);
    await list.load();
    const room = session.rooms.get(node.room);
    if (!room || this.current.get() !== session) return;
    const first = list.ids
      .map((id) => session.messages.get(id))
      .find((reply) => reply && isUnreadReply(reply, room));
    if (first) await this.view.reveal(this.tree.rowOf(node, first.id), { select: false, focus: false });
  }
}

/** Menus and row commands pass the row itself; the palette passes nothing. */
function nodeOf(row: unknown): TreeNode | undefined {
  const isNode = typeof row === 'object' && row !== null && 'type' in row && 'key' in row && 'parent' in row;
  // Only rows of our own tree reach commands of our own menus.
  return isNode ? (row as TreeNode) : undefined;
}
