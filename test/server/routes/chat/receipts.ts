import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { mayAccess } from './messageAccess';
import { neededText } from '../parameters';
import { closed, text } from '../schemas';

const details = { method: 'getReadReceipts' };

export const receiptsRoute: Route = {
  verb: 'GET',
  name: 'chat.getMessageReadReceipts',
  auth: 'required',
  query: closed({ messageId: text }, ['messageId']),
  handle: getReceipts,
};

/** Who has read a message, in the order of reading. */
function getReceipts({ world, user, query }: Call): JsonObject {
  if (!world.licences.has('message-read-receipt')) {
    throw meteorError('error-action-not-allowed', 'This is an enterprise feature', details);
  }
  const id = neededText(query, 'messageId');
  if (id === '') {
    throw meteorError('error-invalid-message', "The required 'messageId' param is missing.", details);
  }
  const message = world.messages.byId(id);
  if (!message) throw meteorError('error-invalid-message', 'Invalid message', details);
  if (!mayAccess(world, user, message.rid)) {
    throw meteorError('error-invalid-room', 'Invalid room', details);
  }
  const receipts = world.receipts.of(id).map((receipt) => {
    const reader = world.users.byId(receipt.userId);
    const { _id, username, name } = reader ?? {};
    return { ...receipt, ...(reader && { user: { _id, username, name } }) };
  });
  return { receipts };
}
