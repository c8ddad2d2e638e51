import type { MessageView } from '../../protocol/message';
import { dayOf, type DayNames } from './days';

/** What stands in the list, line by line. `key` is the same for the same thing over all changes. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'unread'; readonly key: string }
  /** Between a thread's first message and its replies. */
  | { readonly kind: 'replies'; readonly key: string; readonly count: number }
  /** `isFirst`: says who speaks; the ones after it stand under the same name. */
  | { readonly kind: 'message'; readonly key: string; readonly view: MessageView; readonly isFirst: boolean };

export interface LayoutOptions {
  /** In ms. */
  readonly groupingPeriod: number;
  readonly days: DayNames;
  readonly now: number;
  readonly firstUnread?: string;
  /** Of a thread: its first message. */
  readonly thread?: string;
}

/** The rows of messages, the oldest first. */
export function layOut(messages: readonly MessageView[], options: LayoutOptions): Row[] {
  const rows: Row[] = [];
  let former: MessageView | undefined;
  for (const view of messages) {
    const between = rowsBetween(former, view, options);
    const isFirst = between.length > 0 || !former || !standTogether(former, view, options.groupingPeriod);
    rows.push(...between, { kind: 'message', key: view.id, view, isFirst });
    if (view.id === options.thread)
      rows.push({ kind: 'replies', key: 'replies', count: view.thread?.replies ?? messages.length - 1 });
    former = view;
  }
  return rows;
}

function rowsBetween(former: MessageView | undefined, view: MessageView, options: LayoutOptions): Row[] {
  const rows: Row[] = [];
  const { sentAt } = view;
  const day = dayOf(sentAt);
  if (!former || dayOf(former.sentAt) !== day)
    rows.push({ kind: 'day', key: `day ${day}`, label: options.days.name(sentAt, options.now) });
  if (view.id === options.firstUnread) rows.push({ kind: 'unread', key: 'unread' });
  return rows;
}

/** Whether the later of two neighbours needs no name of its own. */
function standTogether(former: MessageView, view: MessageView, period: number): boolean {
  if (view.standsAlone || former.kind === 'system' || view.kind === 'system') return false;
  if (former.reply?.thread !== view.reply?.thread) return false;
  return isSameSpeaker(former, view) && Math.abs(view.sentAt - former.sentAt) <= period;
}

function isSameSpeaker({ author: one }: MessageView, { author: other }: MessageView): boolean {
  return (
    one.id === other.id && one.name === other.name && one.avatar === other.avatar && one.emoji === other.emoji
  );
}

/** Lays out again and again; a row that says the same as before stays the same object. */
export class Layout {
  private former: ReadonlyMap<string, Row> = new Map();

  next(messages: readonly MessageView[], options: LayoutOptions): readonly Row[] {
    const rows = layOut(messages, options).map((row) => kept(this.former.get(row.key), row));
    this.former = new Map(rows.map((row) => [row.key, row]));
    return rows;
  }
}

function kept(former: Row | undefined, row: Row): Row {
  return former !== undefined && isSame(former, row) ? former : row;
}

function isSame(one: Row, other: Row): boolean {
  if (one.kind === 'message')
    return other.kind === 'message' && one.view === other.view && one.isFirst === other.isFirst;
  if (one.kind === 'day') return other.kind === 'day' && one.label === other.label;
  if (one.kind === 'replies') return other.kind === 'replies' && one.count === other.count;
  return one.kind === other.kind;
}
