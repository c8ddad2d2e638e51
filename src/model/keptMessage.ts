import type { WireMessage, WireMessageUrl } from '../api/wire';
import type { LinkPreview, Message } from './message';

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
    ...keptLooks(message),
    ...keptReferences(message, myUserId),
    ...keptDiscussion(message),
  };
}

function keptAuthor({ author, hasAlias }: Message): Pick<WireMessage, 'u' | 'alias'> {
  const { id, username, name, realName } = author;
  return { u: { _id: id, username, name: realName }, alias: hasAlias ? name : undefined };
}

function keptTimes(message: Message): Pick<WireMessage, 'ts' | '_updatedAt' | 'editedAt' | 'tlm'> {
  return {
    ts: isoTime(message.sentAt),
    _updatedAt: isoTime(message.updatedAt),
    editedAt: optionalIsoTime(message.editedAt),
    tlm: optionalIsoTime(message.lastReplyAt),
  };
}

type Mark = 'pinned' | 'pinnedBy' | 'pinnedAt' | 'starred' | 'tcount' | 'replies' | 'reactions' | 'editedBy';

function keptMarks(message: Message, me: string): Pick<WireMessage, Mark> {
  const { isPinned, isStarred, replies, isFollowed } = message;
  return {
    pinned: isPinned,
    pinnedBy: keptUser(message.pinnedBy),
    pinnedAt: optionalIsoTime(message.pinnedAt),
    editedBy: keptUser(message.editedBy),
    starred: isStarred ? [{ _id: me }] : undefined,
    tcount: replies,
    replies: isFollowed ? [me] : undefined,
    reactions: keptReactions(message.reactions),
  };
}

/** Nobody asks for the id of who pinned or edited. */
function keptUser(username: string | undefined): WireMessage['pinnedBy'] {
  return username === undefined ? undefined : { _id: '', username };
}

type Look = 'avatar' | 'emoji' | 'groupable' | 'unread' | 'blocks';

function keptLooks({
  avatar,
  emoji,
  standsAlone,
  isUnreadBySome,
  hasBlocks,
}: Message): Pick<WireMessage, Look> {
  return {
    avatar,
    emoji,
    groupable: standsAlone ? false : undefined,
    unread: isUnreadBySome,
    // What is in them is not shown anyway.
    blocks: hasBlocks ? [{}] : undefined,
  };
}

type Reference = 'mentions' | 'channels' | 'urls';

function keptReferences(message: Message, me: string): Pick<WireMessage, Reference> {
  return {
    mentions: keptMentions(message, me),
    channels: message.channels?.map(({ room, name, title }) => ({ _id: room, name, fname: title })),
    urls: message.previews?.map(keptPreview),
  };
}

function keptMentions({ mentions = [], mentionsMe }: Message, me: string): WireMessage['mentions'] {
  const kept = mentions.map(({ id, username, name, kind }) => ({
    _id: id,
    username,
    name,
    type: kind === 'team' ? kind : undefined,
  }));
  // Nobody needs to be called by a name to be meant.
  return mentionsMe && !kept.some(({ _id }) => _id === me) ? [...kept, { _id: me }] : kept;
}

function keptPreview({ url, title, description, site, image, type }: LinkPreview): WireMessageUrl {
  const meta = { pageTitle: title, description, ogSiteName: site, ogImage: image };
  return { url, meta, headers: { contentType: type } };
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
