import type { CallOptions, Client } from '../api/client';
import type { MessagePage } from '../api/endpoints/chat/lists';
import type { Paging } from '../api/endpoint';
import type { Message } from './message';
import type { ListRules } from './messageList';
import type { Room, RoomId } from './room';
import type { ServerSettings } from './serverSettings';

/** One thing that a room opens into: how it is loaded, what belongs to it, in which order. */
export interface RoomList extends Pick<ListRules, 'holds' | 'compare'> {
  fetch(client: Client, query: RoomPaging, options: CallOptions): Promise<MessagePage>;
  /** Whether a room has it, as in Rocket.Chat itself; absent where every room has. */
  fits?(room: Room): boolean;
  /** Whether the server has it; absent where it cannot be switched off. */
  isOffered?(settings: ServerSettings): boolean;
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
    isOffered: ({ allowsThreads }) => allowsThreads,
  },
  pinned: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getPinnedMessages({ roomId: room, ...paging }, options),
    // What was removed keeps its pin, but is shown no more.
    holds: ({ isPinned, kind }) => isPinned && kind !== 'deleted',
    compare: newestFirst,
    isOffered: ({ allowsPinning }) => allowsPinning,
  },
  starred: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getStarredMessages({ roomId: room, ...paging }, options),
    holds: (message) => message.isStarred,
    compare: newestFirst,
    isOffered: ({ allowsStarring }) => allowsStarring,
  },
  mentions: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getMentionedMessages({ roomId: room, ...paging }, options),
    holds: (message) => message.mentionsMe,
    compare: newestFirst,
    // Whatever is said among two is meant for the other.
    fits: ({ type }) => type !== 'd' && type !== 'l',
  },
  discussions: {
    fetch: (client, { room, ...paging }, options) =>
      client.chat.getDiscussions({ roomId: room, ...paging }, options),
    holds: (message) => message.discussion !== undefined,
    compare: newestFirst,
    fits: ({ kind }) => kind !== 'discussion' && kind !== 'omnichannel',
    isOffered: ({ allowsDiscussions }) => allowsDiscussions,
  },
} as const satisfies Readonly<Record<string, RoomList>>;

export type RoomListKind = keyof typeof roomLists;

/** What a room opens into, in order. As long as the settings are not known, nothing counts as switched off. */
export function listsOf(room: Room | undefined, settings?: ServerSettings): RoomListKind[] {
  // `Object.keys` knows its result as strings only.
  const kinds = Object.keys(roomLists) as RoomListKind[];
  return kinds.filter((kind) => {
    const list: RoomList = roomLists[kind];
    return (!room || (list.fits?.(room) ?? true)) && (!settings || (list.isOffered?.(settings) ?? true));
  });
}

export function newestFirst(one: Message, other: Message): number {
  return other.sentAt - one.sentAt;
}
