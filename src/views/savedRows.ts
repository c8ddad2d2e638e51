import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { Session } from '../model/session';
import type { LookNode, MessageNode, RoomNodes, SavedNode, TreeNode } from './roomNode';

type SavedRow = MessageNode | LookNode;

/** The rows of my stars over all rooms, and when they have to be drawn again. */
export class SavedRows {
  private readonly lifetime = new Lifetime();
  /** What was shown last; nothing before. */
  private drawn: readonly SavedRow[] | undefined;

  constructor(
    private readonly session: Session,
    private readonly nodes: RoomNodes,
    private readonly redraw: (rows: TreeNode[]) => void,
  ) {
    this.lifetime.own(session.saved.onDidChange(() => this.check()));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** The section's own row; absent where the server has no stars. */
  roots(): SavedNode[] {
    return this.session.knownSettings?.allowsStarring === false ? [] : [this.nodes.saved()];
  }

  /** Waits for nothing but what is kept on this machine. */
  async of(parent: SavedNode): Promise<SavedRow[]> {
    await this.session.saved.begin();
    if (this.lifetime.signal.aborted) return [];
    this.drawn = this.rows(parent);
    return [...this.drawn];
  }

  /** Those drawn. */
  get stars(): readonly MessageNode[] {
    return (this.drawn ?? []).filter((row) => row.type === 'message');
  }

  has(message: MessageId): boolean {
    return this.session.saved.has(message);
  }

  private rows(parent: SavedNode): SavedRow[] {
    const { saved, messages } = this.session;
    const stars = saved.ids.map((id) => messages.get(id)).filter((message) => message !== undefined);
    const rows = stars.map((message) => this.nodes.star(parent, message));
    // Where nothing is left to look in, it says that there is nothing.
    return saved.roomsLeft > 0 || rows.length === 0 ? [...rows, this.nodes.look(parent)] : rows;
  }

  private check(): void {
    const { drawn } = this;
    if (!drawn) return;
    const parent = this.nodes.saved();
    const rows = this.rows(parent);
    const isSame = rows.length === drawn.length && rows.every((row, at) => row === drawn[at]);
    this.redraw(isSame ? rows.filter((row) => row.type === 'look') : [parent]);
  }
}
