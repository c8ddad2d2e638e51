import { hasAttachments } from './compositionMessage';
import type { Message } from './message';
import type { Permission } from './permissions';
import { mayReact, maySpeak, obstacleIn } from './posting';
import type { Me, Room } from './room';
import type { ServerSettings } from './serverSettings';
import { textOf } from './writtenText';

/** What can be done to a message; rows, menus, pages and the palette use the same names. */
export const actions = [
  'reply',
  'quote',
  'react',
  'edit',
  'editInComposer',
  'delete',
  'pin',
  'unpin',
  'star',
  'unstar',
  'follow',
  'unfollow',
  'report',
  'ignore',
  'unignore',
  'receipts',
  'copyText',
  'copyLink',
  'open',
  'show',
  'discuss',
  'markUnread',
] as const;

export type Action = (typeof actions)[number];

/** Who looks at a message, and where it stands. */
export interface Circumstances {
  readonly me: Me;
  /** Absent where it is not known; then the person has not joined it. */
  readonly room?: Room;
  readonly settings: ServerSettings;
  /** By this machine's clock. */
  readonly now: number;
  /** In that room. */
  readonly can: (permission: Permission) => boolean;
}

/** What the server's settings and the person's rights allow to be done to a message, in the order of `actions`. */
export function offered(message: Message, at: Circumstances): readonly Action[] {
  return actions.filter((action) => rules[action](message, at));
}

/** What people said, not what the room says of itself. */
function isMarkable({ kind }: Message): boolean {
  return kind === 'said' || kind === 'encrypted';
}

type Rule = (message: Message, at: Circumstances) => boolean;

const rules: Readonly<Record<Action, Rule>> = {
  reply: (message, at) => isMarkable(message) && at.settings.allowsThreads && mayWrite(at),
  quote: (message, at) => message.kind === 'said' && mayWrite(at),
  react: (message, at) => isMarkable(message) && mayReact(at.room, at.can),
  edit: mayEdit,
  editInComposer: (message, at) => isOwn(message, at) && hasAttachments(message) && mayEdit(message, at),
  delete: mayDelete,
  pin: (message, at) => !message.isPinned && mayPin(message, at),
  unpin: (message, at) => message.isPinned && mayPin(message, at),
  star: (message, at) => !message.isStarred && mayStar(message, at),
  unstar: (message, at) => message.isStarred && mayStar(message, at),
  follow: (message, at) => !message.isFollowed && mayFollow(message, at),
  unfollow: (message, at) => message.isFollowed && mayFollow(message, at),
  report: (message, at) => isMarkable(message) && !isOwn(message, at),
  ignore: (message, at) => mayIgnore(message, at) && !isIgnored(message, at),
  unignore: (message, at) => mayIgnore(message, at) && isIgnored(message, at),
  receipts: hasReceipts,
  copyText: (message) => message.kind === 'said' && textOf(message) !== '',
  copyLink: () => true,
  open: () => true,
  show: () => true,
  discuss: mayDiscuss,
  markUnread: mayMarkUnread,
};

function isOwn({ author }: Message, { me }: Circumstances): boolean {
  return author.id === me.userId;
}

function mayWrite({ room, can }: Circumstances): boolean {
  return obstacleIn(room, can) === undefined;
}

function mayEdit(message: Message, at: Circumstances): boolean {
  if (message.kind !== 'said' || !mayWrite(at)) return false;
  const { allowsEditing, editableFor } = at.settings;
  const isAllowed = (isOwn(message, at) && allowsEditing) || at.can('edit-message');
  // The server counts whole minutes here, rounded ones where it deletes.
  return isAllowed && (isInTime(at, editableFor) || Math.floor(age(message, at)) < editableFor / minute);
}

function mayDelete(message: Message, at: Circumstances): boolean {
  const { room, can } = at;
  if (!isMarkable(message) || !room?.isJoined) return false;
  if (can('force-delete-message')) return true;
  return maySpeak(room, can) && mayStillDelete(message, at);
}

function mayStillDelete(message: Message, at: Circumstances): boolean {
  const { allowsDeleting, deletableFor } = at.settings;
  const isAllowed = at.can('delete-message') || (isOwn(message, at) && at.can('delete-own-message'));
  if (!isAllowed || !allowsDeleting) return false;
  return isInTime(at, deletableFor) || Math.round(age(message, at)) <= deletableFor / minute;
}

const minute = 60_000;

/** There is no limit, or not for me. */
function isInTime({ can }: Circumstances, limit: number): boolean {
  return limit === 0 || can('bypass-time-limit-edit-and-delete');
}

/** In minutes. */
function age({ sentAt }: Message, { now }: Circumstances): number {
  return (now - sentAt) / minute;
}

function mayPin(message: Message, { room, settings, can }: Circumstances): boolean {
  return isMarkable(message) && settings.allowsPinning && isJoined(room) && can('pin-message');
}

function isJoined(room: Room | undefined): boolean {
  return room?.isJoined === true;
}

/** Elsewhere the server would say yes and do nothing. */
function mayStar(message: Message, { room, settings }: Circumstances): boolean {
  return isMarkable(message) && settings.allowsStarring && isJoined(room);
}

/** A thread outlives its first message. */
function mayFollow({ kind, replies }: Message, { room, settings }: Circumstances): boolean {
  return kind !== 'system' && replies > 0 && settings.allowsThreads && isJoined(room);
}

/** In a direct message one is blocked instead. */
function mayIgnore(message: Message, at: Circumstances): boolean {
  const isShared = at.room?.type === 'c' || at.room?.type === 'p';
  return isMarkable(message) && !isOwn(message, at) && isShared && isJoined(at.room);
}

function isIgnored({ author }: Message, { room }: Circumstances): boolean {
  return room?.ignored.includes(author.id) === true;
}

function hasReceipts(message: Message, { room, settings }: Circumstances): boolean {
  return isMarkable(message) && isJoined(room) && settings.hasReceipts && settings.namesReaders;
}

/** There are no discussions in discussions. */
function mayDiscuss(message: Message, at: Circumstances): boolean {
  if (message.kind !== 'said' || message.discussion || at.room?.kind === 'discussion') return false;
  if (!at.settings.allowsDiscussions || !mayWrite(at)) return false;
  return at.can(isOwn(message, at) ? 'start-discussion' : 'start-discussion-other-user');
}

/** The server does not count one's own, and no replies that the room does not show. */
function mayMarkUnread(message: Message, at: Circumstances): boolean {
  const isInRoom = message.thread === undefined || message.isShownInRoom === true;
  return isMarkable(message) && !isOwn(message, at) && isJoined(at.room) && isInRoom;
}
