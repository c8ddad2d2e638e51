import type * as vscode from 'vscode';
import type { MessageId } from '../model/message';
import type { MessageList } from '../model/messageList';
import type { Session } from '../model/session';
import { log } from '../platform/log';
import type { Holder, MessageNode, MoreNode, NoteNode, ThreadNode, TreeNode } from './roomNode';
import { isUnreadReply } from './unread';

/** The rows of one session in a tree. */
export interface TreeRows {
  readonly session: Session;
  listOf(holder: Holder): MessageList;
  rowOf(holder: Holder, message: MessageId): MessageNode;
  /** Whether what is under a row can be seen. */
  isOpen(row: TreeNode): boolean;
}

type RevealOptions = Parameters<vscode.TreeView<TreeNode>['reveal']>[1];

/** Leads to the rows that come when a list grows or a thread opens, unless the person has gone elsewhere. */
export class RowReveal {
  constructor(
    private readonly view: Pick<vscode.TreeView<TreeNode>, 'visible' | 'selection' | 'reveal'>,
    private readonly current: () => TreeRows | undefined,
  ) {}

  async loadMore(node: MoreNode): Promise<void> {
    await this.lengthen(node, (list) => list.more());
  }

  async retry(node: NoteNode): Promise<void> {
    await this.lengthen(node, (list) => list.load());
  }

  /** A thread that opens shows its first unread reply. */
  async showFirstUnread(node: MessageNode | ThreadNode): Promise<void> {
    const rows = this.current();
    if (!rows) return;
    const { session } = rows;
    const list = rows.listOf(node);
    await list.load();
    if (!this.isShowing(rows) || !rows.isOpen(node)) return;
    const first = list.ids
      .map((id) => session.messages.get(id))
      .find((reply) => reply && isUnreadReply(reply, session));
    if (first) await this.reveal(rows.rowOf(node, first.id), { select: false, focus: false });
  }

  /** Opens the view at a row, which a person asked for, with what is under it. */
  async show(row: TreeNode): Promise<void> {
    await this.reveal(row, { select: true, focus: true, expand: true });
  }

  /** The focus goes from the row that was run to the first new one. */
  private async lengthen(
    node: MoreNode | NoteNode,
    load: (list: MessageList) => Promise<void>,
  ): Promise<void> {
    const rows = this.current();
    if (!rows) return;
    const list = rows.listOf(node.parent);
    const known = new Set(list.ids);
    await load(list);
    const first = list.ids.find((id) => !known.has(id));
    const [selected = node] = this.view.selection;
    if (first === undefined || selected !== node || !this.isShowing(rows)) return;
    await this.reveal(rows.rowOf(node.parent, first), { select: true, focus: true });
  }

  /** Revealing opens the view and takes the focus, which nobody wants who has turned away meanwhile. */
  private isShowing(rows: TreeRows): boolean {
    return this.view.visible && this.current() === rows;
  }

  private async reveal(row: TreeNode, options: RevealOptions): Promise<void> {
    try {
      await this.view.reveal(row, options);
    } catch (error) {
      // The row has gone meanwhile.
      log.error('reveal', error);
    }
  }
}
