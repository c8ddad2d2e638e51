import type { MessageId } from './message';
import type { Room } from './room';

/** What a room counts as unread. */
export type Counters = Pick<
  Room,
  'unread' | 'hasUnread' | 'mentions' | 'groupMentions' | 'unreadThreads' | 'mentioningThreads'
>;

/** As the server does it: unread threads keep the mark on their room. `lastSeen` stays until the server tells it. */
export function roomRead(room: Room, withThreads: boolean): Counters {
  return {
    unread: 0,
    hasUnread: room.hasUnread && !withThreads && room.unreadThreads.length > 0,
    mentions: 0,
    groupMentions: 0,
    unreadThreads: withThreads ? [] : room.unreadThreads,
    mentioningThreads: withThreads ? [] : room.mentioningThreads,
  };
}

/** As the server does it: with its last unread thread, the mark on a room goes as well. */
export function threadRead(room: Room, thread: MessageId): Counters {
  const unreadThreads = room.unreadThreads.filter((id) => id !== thread);
  return {
    ...countersOf(room),
    hasUnread: unreadThreads.length > 0 ? room.hasUnread : room.unread > 0,
    unreadThreads,
    mentioningThreads: room.mentioningThreads.filter((id) => id !== thread),
  };
}

export function countersOf(room: Room): Counters {
  const { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads } = room;
  return { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads };
}

/** Whether a call that marks the room read would change anything. */
export function isWaiting(room: Room, withThreads: boolean): boolean {
  const { unread, hasUnread, mentions, groupMentions, unreadThreads } = room;
  return hasUnread || unread + mentions + groupMentions > 0 || (withThreads && unreadThreads.length > 0);
}
