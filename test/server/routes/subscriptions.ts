import { meteorError, plainError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { markAllRead, markRead } from '../world/reading';
import { dateOf, isTrue, neededText, textOf } from './parameters';
import { closed, flag, roomBy, text } from './schemas';

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
