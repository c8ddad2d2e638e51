import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Message } from '../../world/documents';
import { markThreadRead } from '../../world/reading';
import { follow, unfollow } from '../../world/threads';
import { mayAccess } from './messageAccess';
import { neededText } from '../parameters';
import { closed, someText } from '../schemas';

const body = closed({ mid: someText }, ['mid']);

export const followingRoutes: readonly Route[] = [
  { verb: 'POST', name: 'chat.followMessage', auth: 'required', body, handle: followMessage },
  { verb: 'POST', name: 'chat.unfollowMessage', auth: 'required', body, handle: unfollowMessage },
  {
    verb: 'POST',
    name: 'chat.readThread',
    auth: 'required',
    since: '8.8',
    body: closed({ tmid: someText }, ['tmid']),
    handle: readThread,
  },
];

function followMessage(call: Call): JsonObject {
  follow(call.world, named(call, 'followMessage'), call.user);
  return {};
}

function unfollowMessage(call: Call): JsonObject {
  unfollow(call.world, named(call, 'unfollowMessage'), call.user);
  return {};
}

function named({ world, body }: Call, method: string): Message {
  if (!world.isOn('Threads_enabled')) throw meteorError('error-not-allowed', 'not-allowed', { method });
  const message = world.messages.byId(neededText(body, 'mid'));
  if (!message) throw meteorError('error-invalid-message', 'Invalid message', { method });
  return message;
}

/** Who is not in the room may call it, without effect. */
function readThread({ world, user, body }: Call): JsonObject {
  const tmid = neededText(body, 'tmid');
  if (!world.isOn('Threads_enabled')) throw meteorError('error-not-allowed', 'Threads Disabled');
  const main = world.messages.byId(tmid);
  if (!main) throw meteorError('error-invalid-message', 'Invalid Message');
  if (!world.rooms.byId(main.rid)) {
    throw meteorError('error-room-does-not-exist', 'This room does not exist');
  }
  if (!mayAccess(world, user, main.rid)) throw meteorError('error-not-allowed', 'Not Allowed');
  const subscription = world.subscriptions.of(user._id, main.rid);
  if (subscription) markThreadRead(world, subscription, tmid);
  return {};
}
