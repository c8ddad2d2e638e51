import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from '../model/message';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { setContext } from '../platform/contextKey';
import { nodeOf, type TreeNode } from './roomNode';
import type { SignedIn } from './roomsView';
import { RowReveal } from './rowReveal';
import { messageOfRow, roomOfRow } from './rowValues';
import { threadsState } from './threadsState';
import { threadTree, type ThreadTree } from './threadTree';

const minute = 60_000;

/** The Threads view: its tree and welcome, and when it may look for threads. */
export class ThreadsView implements vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tree: ThreadTree;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly reveal: RowReveal;
  private watched = new Lifetime();
  private ageing: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly current: SignedIn,
    drop?: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    this.tree = this.lifetime.own(threadTree(current));
    this.view = this.lifetime.own(
      vscode.window.createTreeView<TreeNode>('rocketchat.threads', {
        treeDataProvider: this.tree,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: drop,
      }),
    );
    this.reveal = new RowReveal(this.view, () => this.tree.rows);
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.lifetime.own({ dispose: () => clearInterval(this.ageing) });
    this.lifetime.own(this.view.onDidChangeSelection(({ selection }) => this.takeInHand(selection)));
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

  /** Whether new replies in a thread can be seen just now. */
  isOnScreen(thread: MessageId): boolean {
    const isSeen = this.isVisible && vscode.window.state.focused;
    return isSeen && this.tree.rows?.isOpenFor(thread) === true;
  }

  /** Opens the view at a thread and takes the focus there. Answers false where it is not listed. */
  async show(thread: MessageId): Promise<boolean> {
    const row = this.tree.rows?.find(thread);
    if (row) await this.reveal.show(row);
    return row !== undefined;
  }

  /** Those that commands of the palette and keys act on; none while the view is hidden. */
  allSelected(): readonly unknown[] {
    return this.isVisible ? this.view.selection : [];
  }

  /** What went wrong stands in the view; only where the view cannot be seen it is thrown. */
  async refresh(): Promise<void> {
    const { rows } = this.tree;
    if (!rows) return;
    const { sync, threads } = rows.session;
    await sync.refresh('person');
    if (sync.error && !this.isVisible) throw sync.error;
    if (sync.error) return;
    threads.refresh();
    await rows.reload();
  }

  async loadMore(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'more') await this.reveal.loadMore(node);
  }

  async retry(row: unknown): Promise<void> {
    const node = nodeOf(row);
    if (node?.type === 'note') await this.reveal.retry(node);
    if (node?.type === 'search') await this.refresh();
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    if (session) {
      this.watched.own(session.sync.onDidChange(() => this.showState()));
      this.watched.own(session.threads.onDidChange(() => this.showState()));
    }
    this.showState();
    this.heed();
  }

  /** Only a view that is seen looks for more; times go on in one that is. */
  private heed(): void {
    clearInterval(this.ageing);
    const isSeen = this.isVisible && vscode.window.state.focused;
    this.current.get()?.threads.setWatched(isSeen);
    this.tree.rows?.setVisible(this.isVisible);
    if (this.isVisible && this.tree.rows) this.ageing = setInterval(() => this.tree.rows?.age(), minute);
  }

  private showState(): void {
    setContext('rocketchat.threadsState', threadsState(this.current));
  }

  /** Whoever selects several is not busy with one of them. */
  private takeInHand(selection: readonly TreeNode[]): void {
    const room = selection.length === 1 ? this.roomOf(selection[0]) : undefined;
    if (room) this.current.get()?.takeInHand(room.id);
  }

  private opened(node: TreeNode): void {
    this.tree.rows?.setOpen(node, true);
    if (node.type === 'thread') void this.reveal.showFirstUnread(node);
  }
}
