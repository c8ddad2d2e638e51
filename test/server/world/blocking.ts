import { meteorError } from '../failures';
import type { Room } from './documents';
import type { World } from './world';

interface Block {
  readonly by: string;
  readonly whom: string;
  readonly on: boolean;
}

/** Neither can write in a direct message of two while one has blocked the other. */
export function setBlocked(world: World, room: Room, { by, whom, on }: Block): void {
  const blocker = world.subscriptions.of(by, room._id);
  const blocked = world.subscriptions.of(whom, room._id);
  // In a larger group there is nobody in particular to block.
  if (!blocker || !blocked || (on && room.usersCount > 2)) {
    throw meteorError('error-invalid-room', 'Invalid room', { method: on ? 'blockUser' : 'unblockUser' });
  }
  blocker.blocker = on || undefined;
  blocked.blocked = on || undefined;
  world.touchSubscription(blocker);
  world.touchSubscription(blocked);
}
