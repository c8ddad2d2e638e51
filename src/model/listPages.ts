import type { MessagePage } from '../api/endpoints/chat/lists';
import type { Paging } from '../api/endpoint';
import { pages } from '../api/pages';
import type { WireMessage } from '../api/wire';
import type { Message } from './message';
import type { LoadPage } from './messageList';
import { optionalText, records } from './parse';
import type { Priority } from './roomSync';

export const pageSize = 50;
/** Servers cap pages as they like, but not below this: a shorter one is the last. */
export const leastPage = 20;

/** Takes messages into the store and leaves the malformed ones out. */
export type Receive = (wires: readonly WireMessage[]) => readonly Message[];

type Fetch<Query, Reply> = (query: Query, priority: Priority) => Promise<Reply>;

/** The pages of a list that is asked for by offset. A page that failed can be loaded again. */
export function offsetPages(fetch: Fetch<Paging, MessagePage>, receive: Receive): LoadPage {
  // A course goes on for whoever wants its next page: who that is may differ from page to page.
  let priority: Priority = 'person';
  const asked = sound((paging) => fetch(paging, priority));
  const open = (offset: number) => pages(asked, { count: pageSize, offset }, 'messages');
  const page = (course: ReturnType<typeof open>, offset: number): LoadPage => {
    let reading = course;
    return async (wanted) => {
      priority = wanted;
      try {
        const { value } = await reading.next();
        if (!value) return { ids: [] };
        const { items, total, hasMore } = value;
        return {
          ids: idsOf(receive(items)),
          total,
          more: hasMore ? page(reading, offset + items.length) : undefined,
        };
      } catch (error) {
        // An iterator that has thrown is at its end.
        reading = open(offset);
        throw error;
      }
    };
  };
  return (wanted) => page(open(0), 0)(wanted);
}

export interface Window {
  readonly count: number;
  readonly latest?: string;
  readonly inclusive?: boolean;
  readonly offset?: number;
}

/** Pages back in time from the oldest message of each; that one comes twice, lest its millisecond hide others. */
export function historyPages(fetch: Fetch<Window, readonly WireMessage[]>, receive: Receive): LoadPage {
  const before =
    (latest?: string, offset = 0): LoadPage =>
    async (priority) => {
      const window = { count: pageSize, ...(latest !== undefined && { latest, inclusive: true }) };
      const wires = await fetch({ ...window, ...(offset > 0 && { offset }) }, priority);
      const messages = receive(wires);
      const size = records(wires).length;
      const oldest = oldestOf(messages) ?? latest;
      if (oldest === undefined || size < leastPage) return { ids: idsOf(messages) };
      // More was said in one millisecond than a page holds.
      const more = oldest === latest ? before(latest, offset + size) : before(oldest);
      return { ids: idsOf(messages), more };
    };
  return before();
}

/** Paging looks at the ids of what came, before anything is parsed. */
function sound(fetch: (paging: Paging) => Promise<MessagePage>): (paging: Paging) => Promise<MessagePage> {
  return async (paging) => {
    const page = await fetch(paging);
    if (!Array.isArray(page.messages)) return page;
    const messages = records(page.messages).filter((wire) => optionalText(wire['_id']) !== undefined);
    // The rest of each is for `messageFromWire` to look at.
    return { ...page, messages: messages as unknown as readonly WireMessage[] };
  };
}

function idsOf(messages: readonly Message[]): Message['id'][] {
  return messages.map((message) => message.id);
}

function oldestOf(messages: readonly Message[]): string | undefined {
  if (messages.length === 0) return undefined;
  return new Date(Math.min(...messages.map((message) => message.sentAt))).toISOString();
}
