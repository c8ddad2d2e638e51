import { meteorError, plainError } from '../failures';
import type { Message, Room, User, UserRef } from './documents';
import { roomOf } from './marks';
import { isNews, refreshOpener } from './posting';
import { dropThread } from './reading';
import { deleteRoom } from './roomLife';
import { keepFormerText } from './trail';
import type { World } from './world';

/** Deletes for someone who may; refuses as the server does. */
export function deleteChecked(world: World, message: Message, user: User): void {
  if (!mayDelete(world, message, user)) throw meteorError('error-action-not-allowed', 'Not allowed');
  deleteMessage(world, message, user);
}

/**
 * What deleting means follows from the workspace: gone for good, hidden, or shown as removed. The first message
 * of a thread is always shown as removed, or its replies would hang in the air.
 */
export function deleteMessage(world: World, message: Message, by: UserRef): void {
  const isThread = (message.tcount ?? 0) > 0;
  const isKept = isThread || world.isOn('Message_KeepHistory');
  const isShown = isThread || world.isOn('Message_ShowDeletedStatus');
  loseReply(world, message);
  if (!isKept) dropFiles(world, message);
  if (isShown) showAsRemoved(world, message, { by, isKept });
  else if (isKept) hide(world, message);
  else removeForGood(world, message);
  noteLoss(world, message);
  loseDiscussion(world, message);
}

/** Without looking at settings, threads or discussions: how an account is erased. */
export function eraseMessage(world: World, message: Message): void {
  loseReply(world, message);
  dropFiles(world, message);
  removeForGood(world, message);
  noteLoss(world, message);
}

/** A stretch of the room's past at once: threads keep their counts. Who listens is told by the caller, once. */
export function eraseStretch(world: World, room: Room, messages: readonly Message[]): void {
  for (const message of messages) {
    dropFiles(world, message);
    bury(world, message);
  }
  room.msgs -= messages.length;
  refreshLastMessage(world, room);
  refreshOpener(world, room);
  world.touchRoom(room);
}

/** The last message that its members should see of the room in their lists. */
function refreshLastMessage(world: World, room: Room): void {
  delete room.lastMessage;
  for (const message of world.messages.before(room._id, '\uffff')) {
    if (message['_hidden'] === true || !isNews(message)) continue;
    room.lastMessage = message;
    return;
  }
}

function mayDelete(world: World, message: Message, user: User): boolean {
  const room = roomOf(world, message);
  if (world.hasPermission(user, 'force-delete-message', room)) return true;
  if (!world.isOn('Message_AllowDeleting') || !hasRight(world, message, user)) return false;
  const limit = minutesFor(world, user);
  // The limit in time has the last word: rooms that are read-only are looked at only where there is none.
  if (limit > 0) return Math.round((world.now() - Date.parse(message.ts)) / 60_000) <= limit;
  refuseInReadOnly(world, message, user);
  return true;
}

function hasRight(world: World, message: Message, user: User): boolean {
  const room = roomOf(world, message);
  if (world.hasPermission(user, 'delete-message', room)) return true;
  return message.u._id === user._id && world.hasPermission(user, 'delete-own-message', room);
}

/** Zero for who may delete at any time. */
function minutesFor(world: World, user: User): number {
  if (world.hasPermission(user, 'bypass-time-limit-edit-and-delete')) return 0;
  return world.number('Message_AllowDeleting_BlockDeleteInMinutes');
}

function refuseInReadOnly(world: World, message: Message, user: User): void {
  const room = roomOf(world, message);
  if (!room.ro || world.hasPermission(user, 'post-readonly', room)) return;
  if (room.unmuted?.includes(message.u.username)) return;
  throw plainError("You can't delete messages because the room is readonly.");
}

interface Removing {
  readonly by: UserRef;
  readonly isKept: boolean;
}

function showAsRemoved(world: World, message: Message, { by, isKept }: Removing): void {
  if (isKept) keepFormerText(world, message, by);
  Object.assign(message, {
    t: 'rm',
    msg: '',
    urls: [],
    mentions: [],
    attachments: [],
    reactions: {},
    editedAt: world.timestamp(),
    editedBy: { _id: by._id, username: by.username },
  });
  delete message.md;
  delete message['blocks'];
  delete message.tshow;
  world.touchMessage(message);
}

/** Told like a deletion: whoever listens is to forget it. */
function hide(world: World, message: Message): void {
  message['_hidden'] = true;
  world.changeQuietly(message);
  world.events.emit('deletion', message);
}

function removeForGood(world: World, message: Message): void {
  bury(world, message);
  world.events.emit('deletion', message);
}

function bury(world: World, message: Message): void {
  world.messages.remove(message, world.timestamp());
  world.receipts.forget(message);
}

function dropFiles(world: World, { file, files }: Message): void {
  for (const { _id } of [...(files ?? []), ...(file ? [file] : [])]) {
    if (typeof _id === 'string') world.uploads.remove(_id);
  }
}

/** The thread is one shorter, and unread to nobody any more. Only the loss of the last reply is told live. */
function loseReply(world: World, { rid, tmid }: Message): void {
  if (tmid === undefined) return;
  const main = world.messages.byId(tmid);
  if (main?.tcount !== undefined) {
    main.tcount -= 1;
    if (main.tcount === 0) world.touchMessage(main);
    else world.changeQuietly(main);
  }
  for (const subscription of world.subscriptions.inRoom(rid)) {
    if (!subscription.tunread?.includes(tmid)) continue;
    dropThread(subscription, tmid);
    world.touchSubscription(subscription);
  }
}

function noteLoss(world: World, message: Message): void {
  const room = roomOf(world, message);
  room.msgs--;
  if (room.lastMessage === undefined || room.lastMessage === message) refreshLastMessage(world, room);
  refreshOpener(world, room);
  world.touchRoom(room);
}

/** A discussion goes with the message that opened it. */
function loseDiscussion(world: World, { drid }: Message): void {
  const discussion = drid === undefined ? undefined : world.rooms.byId(drid);
  if (discussion) deleteRoom(world, discussion);
}
