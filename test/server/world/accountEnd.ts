import { meteorError } from '../failures';
import { eraseMessage } from './deletion';
import type { Message, Room, User } from './documents';
import { fatesOf, refuseLastOwner, relinquish } from './ownership';
import { deleteRoom } from './roomLife';
import { refOf } from './users';
import type { World } from './world';

/** Takes a person out of the workspace; answers the ids of the rooms that went with it. */
export function deleteUser(world: World, user: User, confirmed: boolean): string[] {
  if (user._id === 'rocket.cat') {
    const details = { method: 'deleteUser', action: 'Delete_user' };
    throw meteorError('error-action-not-allowed', 'Deleting the rocket.cat user is not allowed', details);
  }
  const fates = fatesOf(world, user);
  if (!confirmed) refuseLastOwner(fates);
  const ended = [...relinquish(world, fates), ...endConversations(world, user)];
  treatMessages(world, user);
  leaveEverything(world, user);
  world.users.remove(user);
  world.touchUser(user, 'removed');
  return ended;
}

/** Direct messages between two end with one of them; larger ones go on. */
function endConversations(world: World, user: User): string[] {
  const directs = roomsOf(world, user).filter((room) => room.t === 'd' && (room.uids ?? []).length <= 2);
  for (const room of directs) deleteRoom(world, room);
  return directs.map(({ _id }) => _id);
}

/** Gone, kept, or under the name of the workspace's own bot, as the setting says. */
function treatMessages(world: World, user: User): void {
  const treatment = world.text('Message_ErasureType');
  const bot = world.users.byId('rocket.cat');
  for (const message of world.messages.by(user._id)) {
    if (treatment === 'Delete') eraseMessage(world, message);
    else if (treatment === 'Unlink' && bot) unlink(world, message, bot);
  }
}

function unlink(world: World, message: Message, bot: User): void {
  message.alias = 'Removed User';
  message.u = refOf(bot);
  world.touchMessage(message);
}

function leaveEverything(world: World, user: User): void {
  for (const room of roomsOf(world, user)) {
    const subscription = world.subscriptions.of(user._id, room._id);
    if (!subscription) continue;
    world.subscriptions.remove(subscription, world.timestamp());
    world.touchSubscription(subscription, 'removed');
    room.usersCount--;
    room.usernames = room.usernames?.filter((name) => name !== user.username);
    room.uids = room.uids?.filter((id) => id !== user._id);
    world.touchRoom(room);
  }
}

function roomsOf(world: World, user: User): Room[] {
  return world.subscriptions.ofUser(user._id).flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
}
