import type { CallOptions, Client } from '../api/client';
import type { MessagePage } from '../api/endpoints/chat/lists';
import type { Paging } from '../api/endpoint';
import type { Message } from './message';
import type { ListRules } from './messageList';
import type { RoomId } from './room';

/** One thing that a room opens into: how it is loaded, what belongs to it, in which order. */
export interface RoomList extends Pick<ListRules, 'holds' | 'compare'> {
  fetch(client: Client, query: RoomPaging, options: CallOptions): Promise<MessagePage>;
}

type RoomPaging = Paging & { readonly room: RoomId };

/** A row of its own makes a new kind; `views/listKinds` says how it is shown. */
export const roomLists = {
  threads: {
    fetch: async (client, { room, ...paging }, options) => {
      const { threads, ...page } = await client.chat.getThreadsList({ rid: room, ...paging }, options);
      return { ...page, messages: threads };
    },
    holds: (message) => message.replies > 0,
    compare: (one, other) => (other.lastReplyAt ?? other.sentAt) - (one.lastReplyAt ?? one.sentAt),
  },
  pinned: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getPinnedMessages({ roomId: room, ...paging }, options),
    holds: (message) => message.isPinned,
    compare: newestFirst,
  },
  starred: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getStarredMessages({ roomId: room, ...paging }, options),
    holds: (message) => message.isStarred,
    compare: newestFirst,
  },
} as const satisfies Readonly<Record<string, RoomList>>;

export type RoomListKind = keyof typeof roomLists;

/** In the order in which a room shows them. */
// `Object.keys` knows its result as strings only.
export const roomListKinds = Object.keys(roomLists) as readonly RoomListKind[];

export function newestFirst(one: Message, other: Message): number {
  return other.sentAt - one.sentAt;
}
