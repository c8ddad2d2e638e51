import { meteorError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import type { Message } from '../world/documents';
import { pinChecked, star, unpinChecked, unstar } from '../world/marks';
import { messageFor } from '../world/views';
import { neededText } from './parameters';
import { closed, someText } from './schemas';

const body = closed({ messageId: someText }, ['messageId']);

export const markingRoutes: readonly Route[] = [
  { verb: 'POST', name: 'chat.pinMessage', auth: 'required', body, handle: pin },
  { verb: 'POST', name: 'chat.unPinMessage', auth: 'required', body, handle: unpin },
  { verb: 'POST', name: 'chat.starMessage', auth: 'required', body, handle: addStar },
  { verb: 'POST', name: 'chat.unStarMessage', auth: 'required', body, handle: removeStar },
];

function pin(call: Call): JsonObject {
  const { world, user } = call;
  return { message: messageFor(world, user, pinChecked(world, existing(call), user)) };
}

function unpin(call: Call): JsonObject {
  unpinChecked(call.world, existing(call), call.user);
  return {};
}

function addStar(call: Call): JsonObject {
  star(call.world, existing(call), call.user);
  return {};
}

function removeStar(call: Call): JsonObject {
  unstar(call.world, existing(call), call.user);
  return {};
}

function existing({ world, body }: Call): Message {
  const message = world.messages.byId(neededText(body, 'messageId'));
  if (message) return message;
  const reason = 'The provided "messageId" does not match any existing message.';
  throw meteorError('error-message-not-found', reason);
}
