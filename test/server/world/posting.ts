import { meteorError } from '../failures';
import type { Message, Room, User } from './documents';
import { addQuotes } from './quotes';
import { isSystemType } from './systemTypes';
import { censored, channelsIn, markdownTree, mentionsIn } from './text';
import { noteSent, startsUnread } from './receipts';
import { noteReply } from './threads';
import { noteMessage } from './unread';
import { urlsIn } from './urls';
import { refOf } from './users';
import type { World } from './world';

/** A message as its author gives it; what the server computes is computed anew. */
export type Draft = Partial<Message>;

export interface Posting {
  readonly author: User;
  readonly room: Room;
  readonly draft: Draft;
  readonly previewUrls?: readonly string[];
}

interface SystemPosting {
  readonly type: string;
  readonly room: Room;
  readonly author: User;
  readonly text: string;
  /** That somebody was given or has lost. */
  readonly role?: string;
  /** The discussion that was opened. */
  readonly drid?: string;
  readonly attachments?: Message['attachments'];
}

const serverKeys = new Set(
  [
    ['starred', 'pinned', 'pinnedAt', 'pinnedBy', 'reactions', 'editedAt', 'editedBy'],
    ['replies', 'tcount', 'tlm', 'dcount', 'dlm', 'mentions', 'channels', 'urls', 'md', 'unread'],
  ].flat(),
);

/** Stores a message with all its effects. Undefined if its `_id` is taken: then nothing happens. */
export function post(world: World, posting: Posting): Message | undefined {
  const message = compose(world, posting);
  checkGroupMentions(world, posting, message);
  if (world.messages.byId(message._id)) return undefined;
  store(world, posting.room, message);
  return message;
}

/** Counted, but neither unread for anyone nor the room's last message. */
export function postSystemMessage(world: World, posting: SystemPosting): Message {
  const { type, room, author, text, role, drid, attachments } = posting;
  const message: Message = {
    _id: world.newHexId(),
    t: type,
    rid: room._id,
    ts: world.timestamp(),
    msg: text,
    u: refOf(author),
    groupable: false,
    ...(role !== undefined && { role }),
    ...(drid !== undefined && { drid }),
    ...(attachments && { attachments }),
    _updatedAt: world.timestamp(),
  };
  world.messages.add(message);
  room.msgs++;
  world.touchMessage(message);
  world.touchRoom(room);
  return message;
}

/** The message as it will be stored: parsed, linked, quoted; nothing is changed by it. */
export function compose(world: World, posting: Posting): Message {
  const { author, room, draft } = posting;
  const { tshow, ...given } = withoutServerKeys(draft);
  const message: Message = {
    ...given,
    _id: draft._id ?? world.newHexId(),
    rid: room._id,
    msg: typeof draft.msg === 'string' ? censored(world, draft.msg) : '',
    ts: draft.ts ?? world.timestamp(),
    u: refOf(author),
    ...(tshow === true && { tshow }),
    ...(startsUnread(world) && { unread: true }),
    _updatedAt: world.timestamp(),
  };
  if (isSystemType(message.t)) message.groupable = false;
  else if (message.t !== 'e2e') addContent(world, message, posting);
  return message;
}

/** Puts a composed message into its room and lets everyone concerned know. */
export function store(world: World, room: Room, message: Message): void {
  world.messages.add(message);
  world.touchMessage(message);
  room.msgs++;
  if (isNews(message)) {
    room.lm = message.ts;
    room.lastMessage = message;
  }
  // A reply concerns the thread alone, even if the room shows it as well.
  if (message.tmid !== undefined) noteReply(world, room, message);
  else if (isNews(message)) noteMessage(world, room, message);
  refreshOpener(world, room);
  world.touchRoom(room);
  noteSent(world, message);
  world.events.emit('posted', message);
}

/**
 * What alerts the room's members and becomes its last message: neither replies nor what the server itself
 * says.
 */
export function isNews(message: Message): boolean {
  const inThreadOnly = message.tmid !== undefined && !message.tshow;
  return !inThreadOnly && !isSystemType(message.t);
}

export function addContent(world: World, message: Message, { author, draft, previewUrls }: Posting): void {
  const text = message.msg;
  if (draft.parseUrls !== false) message.urls = urlsIn(text, previewUrls);
  message.mentions = mentionsIn(world, text, message.rid);
  message.channels = channelsIn(world, text);
  if (text !== '') message.md = markdownTree(world, text);
  addQuotes(world, message, author);
}

/** The message that opened a discussion carries its size. */
export function refreshOpener(world: World, room: Room): void {
  const opener = world.messages.openerOf(room._id);
  if (!opener) return;
  opener.dcount = room.msgs;
  if (room.lm !== undefined) opener.dlm = room.lm;
  world.touchMessage(opener);
}

export function checkGroupMentions(
  world: World,
  { author, room }: Posting,
  { mentions = [] }: Message,
): void {
  for (const group of ['all', 'here']) {
    if (!mentions.some((mention) => mention._id === group)) continue;
    if (world.hasPermission(author, `mention-${group}`, room)) continue;
    // The server names the same action for both.
    const action = 'Notify all in this room';
    throw meteorError('error-action-not-allowed', `Notify ${group} in this room not allowed`, { action });
  }
}

/** Keys whose shape the server itself relies on; an author has no say in them. */
function withoutServerKeys(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([key]) => !serverKeys.has(key)));
}
