import { eraseStretch } from './deletion';
import type { Message, Room } from './documents';
import { dropThread } from './reading';
import { deleteRoom } from './roomLife';
import type { World } from './world';

export interface Cleaning {
  /** From when on, and up to when; as the documents write dates. */
  readonly oldest: string;
  readonly latest: string;
  /** Both ends as well. */
  readonly inclusive: boolean;
  /** 0 is all; else the oldest. */
  readonly limit: number;
  readonly excludePinned: boolean;
  readonly filesOnly: boolean;
  readonly ignoreThreads: boolean;
  readonly ignoreDiscussion: boolean;
  /** User names; none is everyone. */
  readonly users: readonly string[];
}

/** Deletes a stretch of a room's past for good, or only its files. How many messages that concerned. */
export function cleanHistory(world: World, room: Room, cleaning: Cleaning): number {
  const all = world.messages.inRoom(room._id).filter((message) => isMeant(message, cleaning));
  const messages = within(cleaning.filesOnly ? all.filter(hasFiles) : all, cleaning);
  if (messages.length === 0) return 0;
  if (cleaning.filesOnly) removeFiles(world, messages);
  else removeMessages(world, room, messages);
  // Without a limit those who listen can tell by themselves which messages are meant.
  const isListed = cleaning.filesOnly || cleaning.limit > 0;
  world.events.emit('cleaning', room._id, cleaning, isListed ? messages.map(({ _id }) => _id) : undefined);
  return messages.length;
}

function removeMessages(world: World, room: Room, messages: readonly Message[]): void {
  for (const { drid } of messages) {
    const discussion = drid === undefined ? undefined : world.rooms.byId(drid);
    if (discussion) deleteRoom(world, discussion);
  }
  eraseStretch(world, room, messages);
  forgetThreads(world, room, new Set(messages.map(({ _id }) => _id)));
}

function within(messages: readonly Message[], { limit }: Cleaning): readonly Message[] {
  return limit > 0 ? messages.slice(0, limit) : messages;
}

function isMeant(message: Message, cleaning: Cleaning): boolean {
  return isInTime(message, cleaning) && isOfKind(message, cleaning) && isBy(message, cleaning);
}

function isInTime({ ts }: Message, { oldest, latest, inclusive }: Cleaning): boolean {
  return inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
}

function isOfKind(message: Message, { excludePinned, ignoreThreads, ignoreDiscussion }: Cleaning): boolean {
  if (excludePinned && message.pinned) return false;
  if (ignoreDiscussion && message.drid !== undefined) return false;
  return !ignoreThreads || (message.tmid === undefined && message.tcount === undefined);
}

function isBy({ u }: Message, { users }: Cleaning): boolean {
  return users.length === 0 || users.includes(u.username);
}

function hasFiles({ files }: Message): boolean {
  return (files ?? []).length > 0;
}

/** The messages stay and say that there was a file. */
function removeFiles(world: World, messages: readonly Message[]): void {
  for (const message of messages) {
    for (const { _id } of message.files ?? []) if (typeof _id === 'string') world.uploads.remove(_id);
    message.attachments = (message.attachments ?? []).map((attachment) =>
      attachment['type'] === 'file' ? removedFile : attachment,
    );
    message.files = [];
    delete message.file;
    world.changeQuietly(message);
  }
}

const removedFile = { type: 'removed-file', color: '#FD745E', text: '_File removed by prune_' };

/** Nobody is told of a thread that has gone. */
function forgetThreads(world: World, room: Room, gone: ReadonlySet<string>): void {
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    const lost = (subscription.tunread ?? []).filter((thread) => gone.has(thread));
    if (lost.length === 0) continue;
    for (const thread of lost) dropThread(subscription, thread);
    world.touchSubscription(subscription);
  }
}
