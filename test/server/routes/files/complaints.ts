import { meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { mayAccess } from '../chat/messageAccess';
import { neededText } from '../parameters';
import { closed, someText, text } from '../schemas';

/** What a person can do against others. */
export const complaintRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'chat.reportMessage',
    auth: 'required',
    body: closed({ messageId: text, description: text }, ['messageId', 'description']),
    handle: reportMessage,
  },
  {
    verb: 'GET',
    name: 'chat.ignoreUser',
    auth: 'required',
    query: closed({ rid: someText, userId: someText, ignore: someText }, ['rid', 'userId', 'ignore']),
    handle: ignoreUser,
  },
];

/** Nobody reads the reports here: to who reports, all that shows is that they were taken. */
function reportMessage({ world, user, body }: Call): JsonObject {
  if (neededText(body, 'description').trim() === '') throw plainError('error-invalid-description');
  const message = world.messages.byId(neededText(body, 'messageId'));
  if (!message || !mayAccess(world, user, message.rid)) throw plainError('error-invalid-message_id');
  return {};
}

function ignoreUser({ world, user, query }: Call): JsonObject {
  const rid = neededText(query, 'rid');
  if (rid.trim() === '') throw missing('error-room-id-param-not-provided', 'rid');
  const userId = neededText(query, 'userId');
  if (userId.trim() === '') throw missing('error-user-id-param-not-provided', 'userId');
  const subscription = world.subscriptions.of(user._id, rid);
  if (!subscription || !world.subscriptions.of(userId, rid)) {
    throw meteorError('error-invalid-subscription', 'Invalid subscription', { method: 'ignoreUser' });
  }
  const others = (subscription.ignored ?? []).filter((id) => id !== userId);
  const isIgnored = /true|1/.test(neededText(query, 'ignore'));
  subscription.ignored = isIgnored ? [...others, userId] : others;
  world.touchSubscription(subscription);
  return {};
}

function missing(code: string, key: string) {
  return meteorError(code, `The required "${key}" param is missing.`);
}
