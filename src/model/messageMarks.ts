import type { WireMessage } from '../api/wire';
import type { Message } from './message';
import { count, isRecord, optionalText, optionalTime, records, texts } from './parse';

type Mark =
  | 'isPinned'
  | 'pinnedBy'
  | 'pinnedAt'
  | 'editedBy'
  | 'isStarred'
  | 'replies'
  | 'isFollowed'
  | 'mentionsMe'
  | 'reactions';

/** What people have done with a message. */
export function marksOf(wire: WireMessage, myUserId: string): Pick<Message, Mark> {
  const isPinned = wire.pinned === true;
  return {
    isPinned,
    // The server leaves the name behind when a pin is taken off.
    pinnedBy: isPinned ? optionalText(wire.pinnedBy?.username) : undefined,
    pinnedAt: isPinned ? optionalTime(wire.pinnedAt) : undefined,
    editedBy: optionalText(wire.editedBy?.username),
    // Some answers hold everybody's stars.
    isStarred: records(wire.starred).some((star) => star['_id'] === myUserId),
    replies: count(wire.tcount),
    isFollowed: texts(wire.replies).includes(myUserId),
    mentionsMe: records(wire.mentions).some((mention) => mention['_id'] === myUserId),
    reactions: reactionsOf(wire.reactions),
  };
}

type Look = 'avatar' | 'emoji' | 'hasAlias' | 'standsAlone' | 'isUnreadBySome' | 'hasBlocks';

/** How it wants to be shown, apart from what it says. */
export function looksOf(wire: WireMessage): Pick<Message, Look> {
  const { avatar, emoji, alias, groupable, unread, blocks } = wire;
  return {
    avatar: optionalText(avatar),
    emoji: optionalText(emoji),
    hasAlias: optionalText(alias) !== undefined,
    standsAlone: groupable === false,
    isUnreadBySome: typeof unread === 'boolean' ? unread : undefined,
    hasBlocks: records(blocks).length > 0,
  };
}

function reactionsOf(wire: unknown): Message['reactions'] {
  if (!isRecord(wire)) return {};
  return Object.fromEntries(
    Object.entries(wire).flatMap(([name, reaction]) => {
      const usernames = isRecord(reaction) ? texts(reaction['usernames']) : [];
      return usernames.length > 0 ? [[name, usernames]] : [];
    }),
  );
}
