import { optionalCount } from './parse';
import type { WireMessage } from '../api/wire';
import type { Message } from './message';
import type { LoadPage } from './messageList';

export const pageSize = 50;

/** Messages into the store; what is malformed stays out. */
export type Receive = (wires: readonly WireMessage[]) => readonly Message[];

export interface OffsetPage {
  readonly messages: readonly WireMessage[];
  readonly total: number;
}

/** Pages by offset, which grows by what came back, never by what was asked for. */
export function offsetPages(
  fetch: (paging: { readonly count: number; readonly offset: number }) => Promise<OffsetPage>,
  receive: Receive,
): LoadPage {
  const from =
    (offset: number, before = 0): LoadPage =>
    async () => {
      const { messages, total: said } = await fetch({ count: pageSize, offset });
      const total = optionalCount(said) ?? offset + messages.length;
      // What went away since the page before moved the rest up: those that slipped past are asked for again.
      if (total < before) return from(Math.max(0, offset - (before - total)))();
      const next = offset + messages.length;
      const hasMore = messages.length > 0 && next < total;
      return { ids: idsOf(receive(messages)), total, more: hasMore ? from(next, total) : undefined };
    };
  return from(0);
}

export interface Window {
  readonly count: number;
  readonly latest?: string;
  readonly inclusive?: boolean;
}

/** Pages back in time from the oldest message of each; that one comes twice, lest its millisecond hide others. */
export function historyPages(
  fetch: (window: Window) => Promise<readonly WireMessage[]>,
  receive: Receive,
): LoadPage {
  const before =
    (latest: string | undefined): LoadPage =>
    async () => {
      const wires = await fetch({
        count: pageSize,
        ...(latest !== undefined && { latest, inclusive: true }),
      });
      const messages = receive(wires);
      const oldest = oldestOf(messages);
      const hasMore = wires.length >= pageSize && oldest !== undefined && oldest !== latest;
      return { ids: idsOf(messages), more: hasMore ? before(oldest) : undefined };
    };
  return before(undefined);
}

function idsOf(messages: readonly Message[]): Message['id'][] {
  return messages.map((message) => message.id);
}

function oldestOf(messages: readonly Message[]): string | undefined {
  if (messages.length === 0) return undefined;
  return new Date(Math.min(...messages.map((message) => message.sentAt))).toISOString();
}
