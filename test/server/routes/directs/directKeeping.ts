import { forbidden, meteorError, plainError } from '../../failures';
import type { Call, JsonObject } from '../../route';
import { canAccess } from '../../world/access';
import { setBlocked } from '../../world/blocking';
import type { Room } from '../../world/documents';
import { hide, show } from '../../world/ownRooms';
import { saveRoomSettings } from '../../world/roomEditing';
import { eraseRoom } from '../../world/roomLife';
import { directRoom } from './directContents';
import type { DirectCall } from './directs';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, flag, optionalText, roomBy, text } from '../schemas';

const oneRoom = closed({ roomId: text }, ['roomId']);

/** How people keep the direct messages that they are in. */
export const directKeepingCalls: Readonly<Record<string, DirectCall>> = {
  open: { verb: 'POST', body: oneRoom, handle: open },
  close: { verb: 'POST', body: oneRoom, handle: close },
  delete: { verb: 'POST', body: roomBy('roomId', 'username'), handle: deleteDirect },
  setTopic: {
    verb: 'POST',
    body: closed({ roomId: text, topic: optionalText }, ['roomId']),
    handle: setTopic,
  },
  blockUser: {
    verb: 'POST',
    since: '8.6',
    body: closed({ roomId: text, block: flag }, ['roomId', 'block']),
    handle: blockUser,
  },
};

function open(call: Call): JsonObject {
  const { world, user } = call;
  show(world, world.subscriptions.of(user._id, ownDirect(call)._id));
  return {};
}

/** A room that is no longer there can be closed as well, if one is still in it: nobody is. */
function close(call: Call): JsonObject {
  const { world, user, body } = call;
  const isThere = world.rooms.byId(neededText(body, 'roomId')) !== undefined;
  const subscription = isThere ? world.subscriptions.of(user._id, ownDirect(call)._id) : undefined;
  if (!subscription) throw plainError('The user is not subscribed to the room');
  if (!subscription.open) throw plainError('The direct message room, is already closed to the sender');
  hide(world, subscription);
  return {};
}

/** Access is looked at before it is asked whether that is a direct message at all. */
function ownDirect({ world, user, body }: Call): Room {
  const room = world.rooms.byId(neededText(body, 'roomId'));
  if (!room || !canAccess(world, user, room)) throw forbidden();
  return directRoom(world, user, body);
}

function deleteDirect({ world, user, body }: Call): JsonObject {
  const room = directRoom(world, user, body);
  const mayLook = canAccess(world, user, room) || world.hasPermission(user, 'view-room-administration');
  if (!mayLook) throw forbidden();
  eraseRoom(world, room, user);
  return {};
}

function setTopic(call: Call): JsonObject {
  const { world, user, body } = call;
  const topic = textOf(body, 'topic');
  saveRoomSettings(world, ownDirect(call), user, { roomTopic: topic ?? '' });
  return { topic };
}

function blockUser({ world, user, body }: Call): JsonObject {
  const room = directRoom(world, user, body);
  const other = room.uids?.find((id) => id !== user._id);
  if (other === undefined)
    throw meteorError('error-invalid-room', 'Invalid room', { method: 'im.blockUser' });
  setBlocked(world, room, { by: user._id, whom: other, on: isTrue(body, 'block') });
  return {};
}
