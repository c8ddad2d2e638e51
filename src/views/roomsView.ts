import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { SignedOut } from '../model/account';
import type { Message, MessageId } from '../model/message';
import type { WaitingElsewhere } from '../model/otherAccounts';
import type { Room, RoomId } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { setContext } from '../platform/contextKey';
import { RoomDecorations } from './roomDecorations';
import { nodeOf, type TreeNode } from './roomNode';
import { roomTree, type RoomTree } from './roomTree';
import { RowReveal } from './rowReveal';
import { openingOf, type RowOpening } from './rowOpening';
import { messageOfRow, roomOfRow } from './rowValues';
import { showBadge } from './unreadBadge';
import { ViewNotice } from './viewNotice';

const minute = 60_000;

/** The account in use, and why there is no session when there is none. */
export interface SignedIn extends CurrentSession {
  signedOut(): SignedOut | undefined;
}

/** The Rooms view: its tree, badge and welcome, and when it may ask the server. */
export class RoomsView implements vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tree: RoomTree;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly leading: RowReveal;
  private watched = new Lifetime();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly current: SignedIn,
    private readonly elsewhere?: WaitingElsewhere,
    drop?: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    this.tree = this.lifetime.own(roomTree(current));
    this.view = this.lifetime.own(
      vscode.window.createTreeView<TreeNode>('rocketchat.rooms', {
        treeDataProvider: this.tree,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: drop,
      }),
    );
    this.leading = new RowReveal(this.view, () => this.tree.rows);
    const decorations = this.lifetime.own(new RoomDecorations(current));
    this.lifetime.own(vscode.window.registerFileDecorationProvider(decorations));
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.lifetime.own(this.view.onDidChangeSelection(({ selection }) => this.takeInHand(selection)));
    this.lifetime.own(this.view.onDidExpandElement(({ element }) => this.opened(element)));
    this.lifetime.own(
      this.view.onDidCollapseElement(({ element }) => this.tree.rows?.setOpen(element, false)),
    );
    this.lifetime.own(this.view.onDidChangeVisibility(() => this.heed()));
    this.lifetime.own({ dispose: () => clearInterval(this.timer) });
    this.lifetime.own(vscode.window.onDidChangeWindowState(() => this.heed()));
    this.lifetime.own(current.onDidChange((session) => this.follow(session)));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  get onDidChangeSelection(): vscode.TreeView<TreeNode>['onDidChangeSelection'] {
    return this.view.onDidChangeSelection;
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  messageOf(row: unknown): Message | undefined {
    return messageOfRow(this.current.get(), row);
  }

  roomOf(row: unknown): Room | undefined {
    return roomOfRow(this.current.get(), row);
  }

  openingOf(row: unknown): RowOpening | undefined {
    return openingOf(this.current.get(), row);
  }

  /** The row in focus, so that commands of the palette and keys can act on it; none while the view is hidden. */
  selected(): unknown {
    return this.allSelected()[0];
  }

  allSelected(): readonly unknown[] {
    return this.isVisible ? this.view.selection : [];
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

  /** Whether what is said in a room, or in a thread, is being seen as it comes. */
  isOnScreen(room: RoomId, thread?: MessageId): boolean {
    const isSeen = this.isVisible && vscode.window.state.focused;
    return isSeen && this.tree.rows?.isOpenFor(room, thread) === true;
  }

  /** Opens the view at a room, or at a thread in it, and takes the focus there; at a room that is not listed, as it is. */
  async reveal(room: RoomId, thread?: MessageId): Promise<void> {
    const { rows } = this.tree;
    const row = await rows?.find(room, thread);
    if (this.tree.rows !== rows) return;
    if (row) await this.leading.show(row);
    else await vscode.commands.executeCommand('rocketchat.rooms.focus');
  }

  /** Begins to look through the rooms that were not looked in for stars, or stops. */
  lookForStars(): void {
    const saved = this.current.get()?.saved;
    if (saved?.isLooking) saved.stop();
    else void saved?.look();
  }

  filterOf(room: RoomId): string | undefined {
    return this.tree.rows?.filters.textOf(room);
  }

  /** Leads to the pins of a room that have the text in them. Resolves when all of its pins were looked at. */
  async filterPins(room: RoomId, text: string): Promise<void> {
    const { rows } = this.tree;
    if (!rows) return;
    const looking = rows.filterPins(room, text);
    this.showFiltered();
    const row = rows.pinsOf(room);
    if (row) await this.leading.show(row);
    await vscode.window.withProgress({ location: { viewId: 'rocketchat.rooms' } }, () => looking);
  }

  /** Shows all pins again: of a room, or of every room. */
  unfilterPins(room?: RoomId): void {
    const { rows } = this.tree;
    const filtered = room === undefined ? (rows?.filters.rooms ?? []) : [room];
    for (const one of filtered) rows?.unfilterPins(one);
    this.showFiltered();
  }

  async loadMore(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'more') await this.leading.loadMore(node);
  }

  async retry(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'note') await this.leading.retry(node);
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    this.watched.own(showBadge(this.view, { session, elsewhere: this.elsewhere }));
    if (session) {
      this.watched.own(session.sync.onDidChange(() => this.showState()));
      this.watched.own(new ViewNotice(this.view, session));
    }
    this.showState();
    this.showFiltered();
    this.heed();
  }

  /** Only a view that is seen renews itself, and grows older. */
  private heed(): void {
    const { isVisible } = this;
    this.current.get()?.sync.setWatched(isVisible && vscode.window.state.focused);
    clearInterval(this.timer);
    this.timer = isVisible ? setInterval(() => this.tree.rows?.age(), minute) : undefined;
    this.tree.rows?.setVisible(isVisible);
  }

  private showFiltered(): void {
    const rooms = this.tree.rows?.filters.rooms ?? [];
    setContext('rocketchat.filtersPinned', rooms.length > 0);
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

  /** Whoever selects several is not busy with one of them. */
  private takeInHand(selection: readonly TreeNode[]): void {
    const room = selection.length === 1 ? this.roomOf(selection[0]) : undefined;
    if (room) this.current.get()?.takeInHand(room.id);
  }

  private opened(node: TreeNode): void {
    const { rows } = this.tree;
    rows?.setOpen(node, true);
    if (node.type === 'message') void this.leading.showFirstUnread(node);
  }
}
