import type { WireMessage } from '../api/wire';
import type { Message } from './message';

/**
 * A message as it is kept on this machine: what the server would send of it, so that `messageFromWire` looks at it
 * once more when it comes back. Of other people's stars and of who else follows nothing is known.
 */
export function keptMessage(message: Message, myUserId: string): WireMessage {
  const { id, room, text, type, thread } = message;
  return {
    _id: id,
    rid: room,
    msg: text,
    t: type,
    tmid: thread,
    tshow: message.isShownInRoom,
    ...keptAuthor(message),
    ...keptTimes(message),
    md: message.tree,
    attachments: message.attachments,
    files: message.files,
    ...keptMarks(message, myUserId),
    ...keptDiscussion(message),
  };
}

function keptAuthor({ author }: Message): Pick<WireMessage, 'u' | 'alias'> {
  const { id, username, name, realName } = author;
  const isAlias = name !== username && name !== realName;
  return { u: { _id: id, username, name: realName }, alias: isAlias ? name : undefined };
}

function keptTimes(message: Message): Pick<WireMessage, 'ts' | '_updatedAt' | 'editedAt' | 'tlm'> {
  return {
    ts: isoTime(message.sentAt),
    _updatedAt: isoTime(message.updatedAt),
    editedAt: optionalIsoTime(message.editedAt),
    tlm: optionalIsoTime(message.lastReplyAt),
  };
}

type Mark = 'pinned' | 'pinnedBy' | 'starred' | 'tcount' | 'replies' | 'mentions' | 'reactions';

function keptMarks(message: Message, me: string): Pick<WireMessage, Mark> {
  const { isPinned, pinnedBy, isStarred, replies, isFollowed, mentionsMe } = message;
  return {
    pinned: isPinned,
    pinnedBy: pinnedBy === undefined ? undefined : { _id: '', username: pinnedBy },
    starred: isStarred ? [{ _id: me }] : undefined,
    tcount: replies,
    replies: isFollowed ? [me] : undefined,
    mentions: mentionsMe ? [{ _id: me }] : undefined,
    reactions: keptReactions(message.reactions),
  };
}

function keptReactions(reactions: Message['reactions']): WireMessage['reactions'] {
  return Object.fromEntries(Object.entries(reactions).map(([name, usernames]) => [name, { usernames }]));
}

function keptDiscussion({ discussion }: Message): Pick<WireMessage, 'drid' | 'dcount' | 'dlm'> {
  if (!discussion) return {};
  const { room, messages, lastAt } = discussion;
  return { drid: room, dcount: messages, dlm: optionalIsoTime(lastAt) };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

function optionalIsoTime(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : isoTime(ms);
}
