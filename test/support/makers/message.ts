import type { MessagePage } from '../../../src/api/endpoints/chat/lists';
import type { WireMessage } from '../../../src/api/wire';
import { messageFromWire, type Message } from '../../../src/model/message';

const start = Date.parse('2026-03-01T09:00:00.000Z');

/** A minute of the first of March, as the server writes it. */
export function minute(minutes: number): string {
  return new Date(start + minutes * 60_000).toISOString();
}

/** Said by bob in general at nine; a test names what matters to it. */
export function wireMessage(id: string, over: Partial<WireMessage> = {}): WireMessage {
  const { ts = minute(0) } = over;
  return {
    _id: id,
    rid: 'general',
    msg: `text of ${id}`,
    ts,
    u: { _id: 'bob-id', username: 'bob', name: 'Bob Stone' },
    _updatedAt: ts,
    ...over,
  };
}

/** The same as ann sees it. */
export function message(id: string, over: Partial<Message> = {}): Message {
  return { ...messageFromWire(wireMessage(id), 'ann-id'), ...over };
}

/** One page of a longer list, as a server answers `count` and `offset`. */
export function pageOf(
  all: readonly WireMessage[],
  { count = 50, offset = 0 }: { readonly count?: number; readonly offset?: number },
): MessagePage {
  const messages = all.slice(offset, offset + count);
  return { messages, count: messages.length, offset, total: all.length };
}

/** Messages `m1`, `m2`, … a minute apart. */
export function wireMessages(many: number, over: Partial<WireMessage> = {}): WireMessage[] {
  return Array.from({ length: many }, (_, at) => wireMessage(`m${at + 1}`, { ...over, ts: minute(at) }));
}
