import { meteorError, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import type { Message, User } from '../../world/documents';
import { markUnread } from '../../world/ownRooms';
import { markAllRead, markRead } from '../../world/reading';
import type { World } from '../../world/world';
import { dateOf, isTrue, neededText, textOf } from '../parameters';
import { closed, flag, roomBy, text } from '../schemas';

const details = { method: 'unreadMessages', action: 'Unread_messages' };

export const subscriptionRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'subscriptions.get',
    auth: 'required',
    query: closed({ updatedSince: text }),
    handle: get,
  },
  {
    verb: 'GET',
    name: 'subscriptions.getOne',
    auth: 'required',
    query: closed({ roomId: text }, ['roomId']),
    handle: getOne,
  },
  {
    verb: 'POST',
    name: 'subscriptions.read',
    auth: 'required',
    body: roomBy('rid', 'roomId', { readThreads: flag }),
    handle: read,
  },
  {
    verb: 'POST',
    name: 'subscriptions.unread',
    auth: 'required',
    body: {
      oneOf: [
        closed({ roomId: text }, ['roomId']),
        closed({ firstUnreadMessage: closed({ _id: text }, ['_id']) }, ['firstUnreadMessage']),
      ],
    },
    handle: unread,
  },
];

function get({ world, user, query }: Call): JsonObject {
  const all = world.subscriptions.ofUser(user._id);
  const value = textOf(query, 'updatedSince');
  if (!value) return { update: all, remove: [] };
  const since = dateOf(value);
  if (since === undefined) {
    // Both the name and the code are the server's mistakes.
    const reason = 'The "lastUpdate" query parameter must be a valid date.';
    throw meteorError('error-roomId-param-invalid', reason);
  }
  return {
    update: all.filter((subscription) => subscription._updatedAt > since),
    remove: world.subscriptions.removedSince(user._id, since),
  };
}

function getOne({ world, user, query }: Call): JsonObject {
  const roomId = neededText(query, 'roomId');
  if (roomId === '') throw plainError("The 'roomId' param is required");
  return { subscription: world.subscriptions.of(user._id, roomId) ?? null };
}

function read({ world, user, body }: Call): JsonObject {
  const rid = textOf(body, 'rid') ?? neededText(body, 'roomId');
  const subscription = world.subscriptions.of(user._id, rid);
  if (!subscription) throw plainError('error-invalid-subscription');
  if (isTrue(body, 'readThreads')) markAllRead(world, subscription);
  else markRead(world, subscription);
  return {};
}

function unread({ world, user, body }: Call): JsonObject {
  const roomId = textOf(body, 'roomId');
  if (roomId) unreadRoom(world, user, roomId);
  else unreadFrom(world, user, body['firstUnreadMessage']);
  return {};
}

/** From the last message on, whoever said it. Nothing happens to who is not in the room. */
function unreadRoom(world: World, user: User, rid: string): void {
  const last = lastVisible(world, rid);
  if (!last) {
    const reason = 'There are no messages to mark unread';
    throw meteorError('error-no-message-for-unread', reason, details);
  }
  const subscription = world.subscriptions.of(user._id, rid);
  if (subscription) markUnread(world, subscription, last.ts);
}

function lastVisible(world: World, rid: string): Message | undefined {
  for (const message of world.messages.before(rid, '\uffff')) {
    if (message['_hidden'] !== true) return message;
  }
  return undefined;
}

/** What one has not read yet stays as it is. */
function unreadFrom(world: World, user: User, first: unknown): void {
  const message = isObject(first) ? world.messages.byId(String(first['_id'])) : undefined;
  if (!message || message.u._id === user._id) {
    throw meteorError('error-action-not-allowed', 'Not allowed', details);
  }
  const subscription = world.subscriptions.of(user._id, message.rid);
  if (!subscription) throw meteorError('error-subscription-not-found', 'Subscription not found', details);
  if (subscription.ls === undefined || message.ts < subscription.ls) {
    markUnread(world, subscription, message.ts);
  }
}
