import type { WireAttachment } from '../api/wire';
import type { Message } from '../model/message';
import type {
  Action,
  AttachmentView,
  AuthorView,
  MentionView,
  MessageView,
  PreviewView,
  ReactionView,
} from './protocol/message';

/** Who looks at messages, and in which words. */
export interface Beholder {
  readonly me: { readonly id: string; readonly username: string };
  /** `You`, as the person says it of themselves. */
  readonly you: string;
  /** What the room says of itself, in words that follow its author's name. */
  readonly systemText: (type: string, parameter: string) => string;
}

/** What of a message lies in its room, and changes without it. */
export interface Standing {
  readonly offers: readonly Action[];
  /** As rows of the trees say it. */
  readonly contextValue: string;
  /** Of a thread, by its first message. */
  readonly isUnread: boolean;
  /** The person does not want to read its author there. */
  readonly isIgnored: boolean;
  readonly keepsReceipts: boolean;
}

export function messageView(message: Message, standing: Standing, beholder: Beholder): MessageView {
  const { id, kind, sentAt, type, isStarred, mentionsMe, standsAlone = false } = message;
  const isSaid = kind === 'said';
  return {
    id,
    kind,
    type,
    sentAt,
    isStarred,
    mentionsMe,
    standsAlone,
    isIgnored: standing.isIgnored,
    author: authorView(message, beholder),
    ...textOf(message, beholder),
    attachments: isSaid ? message.attachments.map(attachmentView) : [],
    files: isSaid
      ? message.files.map(({ _id, name, type: kindOfFile, size }) => ({
          id: _id,
          name,
          type: kindOfFile,
          size,
        }))
      : [],
    previews: isSaid ? (message.previews ?? []).map(previewView) : [],
    ...named(message, beholder),
    ...marksOf(message),
    reactions: Object.entries(message.reactions).map((entry) => reactionView(entry, beholder)),
    ...threadsOf(message, standing),
    receipt: receiptOf(message, standing),
    hasBlocks: message.hasBlocks === true,
    offers: standing.offers,
    contextValue: standing.contextValue,
  };
}

function authorView({ author, avatar, emoji }: Message, beholder: Beholder): AuthorView {
  const { id, username, name } = author;
  return {
    id,
    username,
    name,
    showsUsername: name !== username,
    isMe: id === beholder.me.id,
    avatar: avatar ?? avatarOf(username),
    emoji,
  };
}

export function avatarOf(username: string): string {
  return `/avatar/${encodeURIComponent(username)}`;
}

/** Ciphertext never leaves the host. */
function textOf(message: Message, { systemText }: Beholder): Pick<MessageView, 'text' | 'tree'> {
  switch (message.kind) {
    case 'said':
      return { text: message.text, tree: message.tree };
    case 'system':
      return { text: systemText(message.type ?? '', message.text) };
    case 'encrypted':
    case 'deleted':
      return { text: '' };
  }
}

export function attachmentView({
  ts,
  fields,
  attachments,
  actions,
  ...known
}: WireAttachment): AttachmentView {
  return {
    ...known,
    ts: typeof ts === 'string' ? ts : undefined,
    fields: fields?.map(({ title, value, short = false }) => ({ title, value, short })),
    attachments: attachments?.map(attachmentView),
    hasActions: actions !== undefined,
  };
}

function previewView({
  url,
  title,
  description,
  site,
  image,
  type = '',
}: NonNullable<Message['previews']>[number]): PreviewView {
  const media = (['image', 'audio', 'video'] as const).find((kind) =>
    type.toLowerCase().startsWith(`${kind}/`),
  );
  return { url, title, description, site, image, media };
}

function named(message: Message, beholder: Beholder): Pick<MessageView, 'mentions' | 'channels'> {
  const { mentions = [], channels = [] } = message;
  return {
    mentions: mentions.map((mention) => mentionView(mention, beholder)),
    channels: channels.map(({ room, name, title = name }) => ({ room, name, title })),
  };
}

function mentionView(
  mention: NonNullable<Message['mentions']>[number],
  { me: { id } }: Beholder,
): MentionView {
  const { username, name, kind } = mention;
  return { username, name, kind, isMe: mention.id === id };
}

function marksOf(message: Message): Pick<MessageView, 'edited' | 'pinned' | 'discussion'> {
  const { kind, editedAt, editedBy, isPinned, pinnedAt, pinnedBy, discussion } = message;
  // For the server, deleting is an edit.
  const isEdited = editedAt !== undefined && kind !== 'deleted';
  return {
    edited: isEdited ? { at: editedAt, by: editedBy } : undefined,
    pinned: isPinned ? { at: pinnedAt, by: pinnedBy } : undefined,
    discussion,
  };
}

function threadsOf(message: Message, { isUnread }: Standing): Pick<MessageView, 'reply' | 'thread'> {
  const { thread, isShownInRoom = false, replies, lastReplyAt, isFollowed } = message;
  return {
    reply: thread === undefined ? undefined : { thread, isShownInRoom },
    thread: replies > 0 ? { replies, lastReplyAt, isUnread, isFollowed } : undefined,
  };
}

function reactionView([name, usernames]: [string, readonly string[]], beholder: Beholder): ReactionView {
  const {
    me: { username: mine },
    you,
  } = beholder;
  const others = usernames.filter((username) => username !== mine);
  const isMine = others.length < usernames.length;
  return { name, people: isMine ? [you, ...others] : others, isMine };
}

function receiptOf({ kind, isUnreadBySome }: Message, { keepsReceipts }: Standing): MessageView['receipt'] {
  if (!keepsReceipts || kind !== 'said' || isUnreadBySome === undefined) return undefined;
  return isUnreadBySome ? 'unread' : 'read';
}
