import type { Message, UserRef } from './documents';
import type { World } from './world';

/** A copy of the message as it was, hidden beside it: what `Message_KeepHistory` asks for. */
export function keepFormerText(world: World, message: Message, { _id, username }: UserRef): void {
  world.messages.add({
    ...message,
    _id: world.newHexId(),
    _hidden: true,
    parent: message._id,
    editedAt: world.timestamp(),
    editedBy: { _id, username },
    _updatedAt: world.timestamp(),
  });
}
