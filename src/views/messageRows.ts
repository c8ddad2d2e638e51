import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { MessageList } from '../model/messageList';
import type { Session } from '../model/session';
import { PinnedFilters } from './pinnedFilters';
import type { Holder, MessageNode, MoreNode, NoteNode, RoomNodes } from './roomNode';

type MessageRow = MessageNode | MoreNode | NoteNode;

/** The rows of lists and threads, and when they have to be drawn again. */
export class MessageRows {
  private readonly lifetime = new Lifetime();
  private readonly listened = new Set<Holder>();
  /** What each holder showed last; nothing while it is being asked. */
  private readonly drawn = new Map<Holder, string>();

  constructor(
    private readonly session: Session,
    private readonly nodes: RoomNodes,
    private readonly redraw: (holder: Holder) => void,
    readonly filters = new PinnedFilters(session),
  ) {}

  dispose(): void {
    this.lifetime.dispose();
  }

  /** Waits for nothing but the first page. */
  async of(holder: Holder): Promise<MessageRow[]> {
    const list = this.listOf(holder);
    this.drawn.delete(holder);
    if (!list.hasLoaded && !list.error) await list.load();
    if (this.lifetime.signal.aborted) return [];
    this.listen(holder, list);
    const rows = this.rows(holder, list);
    this.drawn.set(holder, this.print(holder, rows));
    return rows;
  }

  has(holder: Holder, message: MessageId): boolean {
    return this.listOf(holder).ids.includes(message);
  }

  /** What a row's messages come from. */
  listOf(holder: Holder): MessageList {
    return holder.type === 'list'
      ? this.session.list(holder.room, holder.kind)
      : this.session.replies(holder.message);
  }

  /** Loads once more what could not be loaded. */
  retry(holders: readonly Holder[]): void {
    for (const list of holders.map((holder) => this.listOf(holder))) if (list.error) void list.load();
  }

  /** After messages have changed: what is found by a filter may be another. */
  recheck(): void {
    for (const holder of this.listened) if (this.filters.of(holder)) this.check(holder, this.listOf(holder));
  }

  private rows(holder: Holder, list: MessageList): MessageRow[] {
    const messages = list.ids
      .map((id) => this.nodes.message(holder, id))
      .filter((row) => this.filters.shows(row));
    const end = this.filters.of(holder) ? this.filteredEnd(holder, messages) : this.end(holder, list);
    if (!end) return messages;
    // A thread shows its newest page: what is older stands above it.
    return holder.type === 'list' ? [...messages, end] : [end, ...messages];
  }

  private end(holder: Holder, list: MessageList): MoreNode | NoteNode | undefined {
    if (list.error) return this.nodes.note(holder, 'failed');
    if (list.hasMore) return this.nodes.more(holder);
    return list.ids.length === 0 ? this.nodes.note(holder, 'empty') : undefined;
  }

  /** More comes by itself. */
  private filteredEnd(holder: Holder, found: readonly MessageNode[]): NoteNode | undefined {
    const list = this.listOf(holder);
    if (list.error) return this.nodes.note(holder, 'failed');
    const isDone = !list.hasMore && list.state !== 'loading';
    return isDone && found.length === 0 ? this.nodes.note(holder, 'unmatched') : undefined;
  }

  private listen(holder: Holder, list: MessageList): void {
    if (this.listened.has(holder)) return;
    this.listened.add(holder);
    this.lifetime.own(list.onDidChange(() => this.check(holder, list)));
  }

  /** A reload that brings nothing new draws nothing. */
  private check(holder: Holder, list: MessageList): void {
    if (this.filters.of(holder) && list.state === 'ready') void list.more();
    const drawn = this.drawn.get(holder);
    if (drawn !== undefined && drawn !== this.print(holder, this.rows(holder, list))) this.redraw(holder);
  }

  /** What a person sees of it, short of what the messages say. */
  private print(holder: Holder, rows: readonly MessageRow[]): string {
    const filtered = this.filters.stateOf(holder);
    return [JSON.stringify(filtered), ...rows.map(({ key }) => key)].join('\n');
  }
}
