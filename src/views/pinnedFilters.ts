import { messageFilter, type MessageFilter } from '../model/messageFilter';
import type { RoomId } from '../model/room';
import type { Session } from '../model/session';
import type { MessageNode, TreeNode } from './roomNode';

/** How far a filter has come. */
export interface Filtered {
  readonly text: string;
  readonly found: number;
  readonly of: number;
  readonly isLoading: boolean;
}

/** What is looked for in the pins of rooms. A filter belongs to its room, wherever that stands. */
export class PinnedFilters {
  private readonly filters = new Map<RoomId, MessageFilter>();

  constructor(private readonly session: Session) {}

  /** Rooms with a filter. */
  get rooms(): readonly RoomId[] {
    return [...this.filters.keys()];
  }

  /** Of a row that is the list of pins. */
  of(row: TreeNode): MessageFilter | undefined {
    return row.type === 'list' && row.kind === 'pinned' ? this.filters.get(row.room) : undefined;
  }

  /** Loads all pages, as one cannot find what is not here. Resolves when they are, or nobody wants them any more. */
  async set(room: RoomId, text: string): Promise<void> {
    const filter = messageFilter(text);
    this.filters.set(room, filter);
    const list = this.session.list(room, 'pinned');
    await list.load();
    while (this.isWanted(room, filter) && list.hasMore && !list.error) await list.more();
  }

  clear(room: RoomId): void {
    this.filters.delete(room);
  }

  textOf(room: RoomId): string | undefined {
    return this.filters.get(room)?.text;
  }

  stateOf(row: TreeNode): Filtered | undefined {
    const filter = this.of(row);
    if (!filter || row.type !== 'list') return undefined;
    const list = this.session.list(row.room, row.kind);
    const found = list.ids.filter((id) => this.isFound(filter, id)).length;
    return { text: filter.text, found, of: list.ids.length, isLoading: list.state === 'loading' };
  }

  /** Whether a row is found by the filter that is above it, if there is one. */
  shows({ parent, message }: MessageNode): boolean {
    const filter = this.of(parent);
    return !filter || this.isFound(filter, message);
  }

  /** What is cut off by the end of the session is no error of the list. */
  private isWanted(room: RoomId, filter: MessageFilter): boolean {
    return this.filters.get(room) === filter && !this.session.signal.aborted;
  }

  private isFound(filter: MessageFilter, id: MessageNode['message']): boolean {
    const message = this.session.messages.get(id);
    return message !== undefined && filter.matches(message);
  }
}
