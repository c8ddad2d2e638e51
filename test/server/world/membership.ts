import { meteorError } from '../failures';
import { canAccess } from './access';
import type { Room, Subscription, User } from './documents';
import { postSystemMessage } from './posting';
import { isLastOwner } from './roomRoles';
import { refOf } from './users';
import type { World } from './world';

/** A person joins a channel by own will. Being in it already is fine. */
export function join(world: World, room: Room, user: User, joinCode?: string): void {
  if (world.subscriptions.of(user._id, room._id)) return;
  if (!canAccess(world, user, room)) throw notAllowed('joinRoom');
  checkJoinCode(world, { room, user, joinCode });
  addMember(world, room, user);
}

function checkJoinCode(world: World, entry: { room: Room; user: User; joinCode: string | undefined }): void {
  const code = world.rooms.joinCodeOf(entry.room);
  if (code === undefined || world.hasPermission(entry.user, 'join-without-join-code')) return;
  if (!entry.joinCode) throw meteorError('error-code-required', 'Code required', { method: 'joinRoom' });
  if (entry.joinCode !== code) {
    throw meteorError('error-code-invalid', 'Invalid code', { method: 'joinRoom' });
  }
}

/** Someone lets a person in; nothing is checked. Being in it already is fine. */
export function inviteTo(world: World, room: Room, user: User, by: User): void {
  if (!world.subscriptions.of(user._id, room._id)) addMember(world, room, user, by);
}

/** Lets people in for someone who may; who is there already is no matter, who was banned is. */
export function inviteAll(world: World, room: Room, users: readonly User[], by: User): void {
  const method = 'addUsersToRoom';
  if (!mayInvite(world, room, by)) throw notAllowed(method);
  for (const user of users) {
    if (!world.subscriptions.banOf(user._id, room._id)) inviteTo(world, room, user, by);
    else throw meteorError('error-user-is-banned', 'User is banned from this room', { method });
  }
}

/** To a room that one is in, or else to any. */
function mayInvite(world: World, room: Room, by: User): boolean {
  const isMember = world.subscriptions.of(by._id, room._id) !== undefined;
  if (isMember && world.hasPermission(by, 'add-user-to-joined-room', room)) return true;
  return room.t !== 'd' && world.hasPermission(by, `add-user-to-any-${room.t}-room`);
}

/** A new room counts as unread, with one mention, until it is looked at. */
export function addMember(world: World, room: Room, user: User, inviter?: User): void {
  const ban = world.subscriptions.banOf(user._id, room._id);
  if (ban) world.subscriptions.unban(ban);
  const unseen = { alert: true, unread: 1, userMentions: 1 };
  const subscription: Subscription = { ...newSubscription(world, room, user), ...unseen };
  if (inviter) subscription.inviter = refOf(inviter);
  world.subscriptions.add(subscription);
  room.usersCount++;
  // Before the note: who comes hears of the room first, and then what is said in it.
  world.touchSubscription(subscription, 'inserted');
  postSystemMessage(world, {
    type: inviter ? inviteType(room) : joinType(room),
    room,
    author: inviter ?? user,
    text: user.username,
  });
  if (room.teamMain && room.teamId !== undefined) joinTeamRooms(world, room.teamId, user, inviter ?? user);
}

/** Who comes into a team comes into those of its rooms that are for everyone in it. */
function joinTeamRooms(world: World, teamId: string, user: User, by: User): void {
  for (const room of world.rooms.ofTeam(teamId)) if (room.teamDefault) inviteTo(world, room, user, by);
}

function joinType(room: Room): string {
  if (room.prid !== undefined) return 'ut';
  return room.teamMain ? 'ujt' : 'uj';
}

function inviteType(room: Room): string {
  return room.teamMain ? 'added-user-to-team' : 'au';
}

/** A person leaves by own will, unless nobody would be left to rule the room. */
export function leaveRoom(world: World, room: Room, user: User): void {
  const method = 'leaveRoom';
  if (room.t === 'd' || !world.hasPermission(user, `leave-${room.t}`)) throw notAllowed(method);
  if (!world.subscriptions.of(user._id, room._id)) {
    throw meteorError('error-user-not-in-room', 'You are not in this room', { method });
  }
  if (isLastOwner(world, room, user)) throw lastOwner(method);
  postSystemMessage(world, {
    type: room.teamMain ? 'ult' : 'ul',
    room,
    author: user,
    text: user.username,
  });
  endMembership(world, room, user);
}

/** Sends a person away after all checks; those who may kick anyone may even kick who is not there. */
export function kickFrom(world: World, room: Room, user: User, by: User): void {
  const method = 'removeUserFromRoom';
  if (room.t === 'd' || !world.hasPermission(by, 'remove-user', room)) throw notAllowed(method);
  if (!world.hasPermission(by, `kick-user-from-any-${room.t}-room`)) {
    if (!canAccess(world, by, room)) {
      const reason = 'The required "roomId" or "roomName" param provided does not match any group';
      throw meteorError('error-room-not-found', reason);
    }
    if (!world.subscriptions.of(user._id, room._id)) {
      throw meteorError('error-user-not-in-room', 'User is not in this room', { method });
    }
  }
  if (isLastOwner(world, room, user)) throw lastOwner(method);
  endMembership(world, room, user);
  postSystemMessage(world, { type: 'ru', room, author: by, text: user.username });
}

/** Takes a person out without asking; nothing happens to who is not there. */
export function removeFrom(world: World, room: Room, user: User, by: User): void {
  if (!endMembership(world, room, user)) return;
  const type = room.teamMain ? 'removed-user-from-team' : 'ru';
  postSystemMessage(world, { type, room, author: by, text: user.username });
}

/** Whether there was a membership to end. */
function endMembership(world: World, room: Room, user: User): boolean {
  const subscription = world.subscriptions.of(user._id, room._id);
  if (!subscription) return false;
  world.subscriptions.remove(subscription, world.timestamp());
  world.touchSubscription(subscription, 'removed');
  room.usersCount--;
  world.touchRoom(room);
  return true;
}

/** Nothing unread and no role; takes over what the room's documents share. */
export function newSubscription(world: World, room: Room, user: User): Subscription {
  const { prid, teamId, teamMain, archived, encrypted, broadcast, customFields } = room;
  const shared = { prid, teamId, teamMain, archived, encrypted, broadcast, customFields };
  return {
    _id: world.newReadableId(),
    rid: room._id,
    t: room.t,
    u: refOf(user),
    name: room.name ?? '',
    fname: room.fname ?? room.name,
    ts: world.timestamp(),
    open: true,
    alert: false,
    unread: 0,
    userMentions: 0,
    groupMentions: 0,
    ...Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined)),
    _updatedAt: world.timestamp(),
  };
}

function notAllowed(method: string) {
  return meteorError('error-not-allowed', 'Not allowed', { method });
}

function lastOwner(method: string) {
  const reason = 'You are the last owner. Please set new owner before leaving the room.';
  return meteorError('error-you-are-last-owner', reason, { method });
}
