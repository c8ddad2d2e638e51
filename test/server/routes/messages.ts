import { failure, meteorError, plainError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { canAccess } from '../world/access';
import type { Message, User } from '../world/documents';
import { messageFor, messagesFor } from '../world/views';
import type { World } from '../world/world';
import { listed, pageOf } from './lists';
import { neededText } from './parameters';
import { closed, paging, someText, text } from './schemas';

const roomList = closed({ roomId: text, ...paging }, ['roomId']);

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
  const { items, place } = pageOf(world.messages.pinnedIn(rid).filter(isShown), page);
  return { messages: messagesFor(world, user, items), ...place };
}

function getStarred({ world, user, query, page }: Call): JsonObject {
  const rid = neededText(query, 'roomId');
  if (!mayAccess(world, user, rid)) throw plainError('error-not-allowed');
  const starred = world.messages
    .inRoom(rid)
    .filter((message) => isShown(message) && message.starred?.some((star) => star._id === user._id));
  const { items, place } = listed(starred, page, { ts: -1 });
  return { messages: messagesFor(world, user, items), ...place };
}

function isShown(message: Message): boolean {
  return message['_hidden'] !== true;
}

function mayAccess(world: World, user: User, rid: string): boolean {
  const room = world.rooms.byId(rid);
  return room !== undefined && canAccess(world, user, room);
}
