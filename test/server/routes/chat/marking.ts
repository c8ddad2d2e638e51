import type { Call, JsonObject, Route } from '../../route';
import { pinChecked, star, unpinChecked, unstar } from '../../world/marks';
import { messageFor } from '../../world/views';
import { existingMessage } from './messageAccess';
import { closed, someText } from '../schemas';

const body = closed({ messageId: someText }, ['messageId']);

export const markingRoutes: readonly Route[] = [
  { verb: 'POST', name: 'chat.pinMessage', auth: 'required', body, handle: pin },
  { verb: 'POST', name: 'chat.unPinMessage', auth: 'required', body, handle: unpin },
  { verb: 'POST', name: 'chat.starMessage', auth: 'required', body, handle: addStar },
  { verb: 'POST', name: 'chat.unStarMessage', auth: 'required', body, handle: removeStar },
];

function pin(call: Call): JsonObject {
  const { world, user } = call;
  return { message: messageFor(world, user, pinChecked(world, existingMessage(call), user)) };
}

function unpin(call: Call): JsonObject {
  unpinChecked(call.world, existingMessage(call), call.user);
  return {};
}

function addStar(call: Call): JsonObject {
  star(call.world, existingMessage(call), call.user);
  return {};
}

function removeStar(call: Call): JsonObject {
  unstar(call.world, existingMessage(call), call.user);
  return {};
}
