import { failure, meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Message } from '../../world/documents';
import { messageFor, messagesFor } from '../../world/views';
import { listed, pageOf } from '../lists';
import { mayAccess } from './messageAccess';
import { dateOf, neededText, textOf } from '../parameters';
import { closed, paging, someText, text } from '../schemas';

const roomList = closed({ roomId: someText, ...paging }, ['roomId']);
const moment = { type: 'string', minLength: 1, format: 'iso-date-time' };
const number = { type: 'number' };

export const messageRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'chat.getMessage',
    auth: 'required',
    query: closed({ msgId: someText }, ['msgId']),
    handle: getMessage,
  },
  { verb: 'GET', name: 'chat.getPinnedMessages', auth: 'required', query: roomList, handle: getPinned },
  { verb: 'GET', name: 'chat.getStarredMessages', auth: 'required', query: roomList, handle: getStarred },
  { verb: 'GET', name: 'chat.getMentionedMessages', auth: 'required', query: roomList, handle: getMentioned },
  {
    verb: 'GET',
    name: 'chat.getDiscussions',
    auth: 'required',
    query: closed({ roomId: someText, text, offset: number, count: number }, ['roomId']),
    handle: getDiscussions,
  },
  {
    verb: 'GET',
    name: 'chat.getDeletedMessages',
    auth: 'required',
    query: closed({ roomId: someText, since: moment, ...paging }, ['roomId', 'since']),
    handle: getDeleted,
  },
  {
    verb: 'GET',
    name: 'chat.getURLPreview',
    auth: 'required',
    query: closed({ roomId: text, url: text }, ['roomId', 'url']),
    handle: getPreview,
  },
];

/** An unknown id is refused without a word. */
function getMessage({ world, user, query }: Call): JsonObject {
  const message = world.messages.byId(neededText(query, 'msgId'));
  if (!message) throw failure();
  if (!mayAccess(world, user, message.rid)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method: 'getSingleMessage' });
  }
  return { message: messageFor(world, user, message) };
}

/** In the order of pinning: the server takes `sort` and does not use it. */
function getPinned({ world, user, query, page }: Call): JsonObject {
  const rid = neededText(query, 'roomId');
  if (!mayAccess(world, user, rid)) throw meteorError('error-not-allowed', 'Not allowed');
  const pinned = world.messages.pinnedIn(rid).filter((message) => isShown(message) && message.t !== 'rm');
  const { items, place } = pageOf(pinned, page);
  return { messages: messagesFor(world, user, items), ...place };
}

function getStarred(call: Call): JsonObject {
  const { world, user, page } = call;
  const starred = shownIn(call).filter(({ starred }) => starred?.some((star) => star._id === user._id));
  const { items, place } = listed(starred, page, { ts: -1 });
  return { messages: messagesFor(world, user, items), ...place };
}

/** Those that name the person, not everyone; the stars of others are left in. */
function getMentioned(call: Call): JsonObject {
  const { user, page } = call;
  const mentioned = shownIn(call).filter(({ mentions }) =>
    mentions?.some((mention) => mention.username === user.username),
  );
  const { items, place } = listed(mentioned, page, { ts: -1 });
  return { messages: items, ...place };
}

function getDiscussions(call: Call): JsonObject {
  const search = (textOf(call.query, 'text') ?? '').toLowerCase();
  const openers = shownIn(call).filter(
    ({ drid, msg }) => drid !== undefined && msg.toLowerCase().includes(search),
  );
  const { items, place } = listed(openers, call.page, { ts: -1 });
  return { messages: items, ...place };
}

/** Whoever knows the room's id may ask. */
function getDeleted({ world, query, page }: Call): JsonObject {
  const since = dateOf(neededText(query, 'since')) ?? '';
  const deletions = [...world.messages.deletedAfter(neededText(query, 'roomId'), since)];
  const { items, place } = pageOf(deletions, page);
  return { messages: items.map(({ _id }) => ({ _id })), ...place };
}

/** As on a server that reaches no other: the address, and nothing known of the page. */
function getPreview({ world, user, query }: Call): JsonObject {
  if (!mayAccess(world, user, neededText(query, 'roomId'))) {
    throw meteorError('error-not-allowed', 'Not allowed');
  }
  return { urlPreview: { url: neededText(query, 'url'), meta: {}, headers: {}, ignoreParse: true } };
}

/** Oldest first; refuses who may not see the room. */
function shownIn({ world, user, query }: Call): Message[] {
  const rid = neededText(query, 'roomId');
  if (!mayAccess(world, user, rid)) throw plainError('error-not-allowed');
  return world.messages.inRoom(rid).filter(isShown);
}

function isShown(message: Message): boolean {
  return message['_hidden'] !== true;
}
