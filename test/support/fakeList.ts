import assert from 'node:assert/strict';
import type { Message } from '../../src/model/message';
import { MessageList, type ListRules, type Page } from '../../src/model/messageList';
import { MessageStore } from '../../src/model/messageStore';
import { newestFirst } from '../../src/model/roomLists';
import type { Priority } from '../../src/model/roomSync';
import { failure } from './fakeClient';
import { message } from './makers/message';

/** `m5` was said five minutes after `m0`. */
export function said(name: string, over: Partial<Message> = {}): Message {
  return message(name, { sentAt: Number(name.slice(1)) * 60_000, isStarred: true, ...over });
}

/** A list of stars whose pages come when the test lets them. */
export function listOf(rules: Partial<ListRules> = {}) {
  const store = new MessageStore();
  const requests: { resolve: (page: Page) => void; reject: (error: Error) => void }[] = [];
  const load = () => new Promise<Page>((resolve, reject) => requests.push({ resolve, reject }));
  const priorities: Priority[] = [];
  const usual: ListRules = {
    first: (priority) => {
      priorities.push(priority);
      return load();
    },
    holds: ({ isStarred }) => isStarred,
    compare: newestFirst,
  };
  const list = new MessageList({ ...usual, ...rules }, store);
  const fired: string[] = [];
  list.onDidChange(() => fired.push(`${list.state}: ${list.ids.join(' ')}`));
  const request = () => requests.shift() ?? assert.fail('Nothing was asked for');
  return {
    list,
    store,
    fired,
    requests,
    /** Who wanted the first page, each time. */
    priorities,
    /** The oldest open request brings these; `more` says whether a page follows. */
    bring: async (names: string, { more = false, total }: { more?: boolean; total?: number } = {}) => {
      const messages = names.split(' ').map((name) => said(name));
      store.merge(messages);
      request().resolve({ ids: messages.map(({ id }) => id), more: more ? () => load() : undefined, total });
      await turn();
    },
    break: async (error: Error = failure('offline')) => {
      request().reject(error);
      await turn();
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
