import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from '../model/message';
import type { Room, RoomId } from '../model/room';
import { nodeOf, type TreeNode } from './roomNode';
import type { RoomsView } from './roomsView';
import type { RowOpening } from './rowOpening';
import type { ThreadsView } from './threadsView';

type View = RoomsView | ThreadsView;

/** The rows of both trees, for commands that work on either: a row goes to its own tree. */
export class BothTrees implements Disposable {
  private readonly lifetime = new Lifetime();
  private latest: View;

  constructor(
    private readonly rooms: RoomsView,
    private readonly threads: ThreadsView,
  ) {
    this.latest = rooms;
    for (const view of [rooms, threads])
      this.lifetime.own(view.onDidChangeSelection(() => (this.latest = view)));
  }

  messageOf(row: unknown): Message | undefined {
    return this.rooms.messageOf(row);
  }

  roomOf(row: unknown): Room | undefined {
    return this.rooms.roomOf(row);
  }

  openingOf(row: unknown): RowOpening | undefined {
    return this.rooms.openingOf(row);
  }

  /** All that are selected in the tree that was used last, as long as they can be seen. */
  allSelected(): readonly unknown[] {
    return this.latest.allSelected();
  }

  /** Whether new messages of a room, or of a thread in it, can be seen just now. */
  isOnScreen(room: RoomId, thread?: MessageId): boolean {
    return this.rooms.isOnScreen(room, thread) || (thread !== undefined && this.threads.isOnScreen(thread));
  }

  /** Takes the focus to a thread where my threads are listed, or else to its room. */
  async reveal(room: RoomId, thread?: MessageId): Promise<void> {
    if (thread === undefined || !(await this.threads.show(thread))) await this.rooms.reveal(room, thread);
  }

  refreshThreads(): Promise<void> {
    return this.threads.refresh();
  }

  loadMore(row: unknown): Promise<void> {
    return this.viewOf(row).loadMore(row);
  }

  retry(row: unknown): Promise<void> {
    return this.viewOf(row).retry(row);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private viewOf(row: unknown): View {
    const root = rootOf(nodeOf(row));
    return root?.type === 'thread' || root?.type === 'search' ? this.threads : this.rooms;
  }
}

function rootOf(node: TreeNode | undefined): TreeNode | undefined {
  return node?.parent ? rootOf(node.parent) : node;
}
