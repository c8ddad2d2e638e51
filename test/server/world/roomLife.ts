import { meteorError } from '../failures';
import type { Room, User } from './documents';
import { newSubscription } from './membership';
import { postSystemMessage } from './posting';
import { checkedRoomName } from './roomNames';
import { refOf } from './users';
import type { World } from './world';

interface NewRoom {
  readonly t: 'c' | 'p';
  readonly name: string;
  readonly creator: User;
  /** The creator comes in addition, unless excluded. */
  readonly members?: readonly User[];
  readonly excludeSelf?: boolean;
  /** The readable name; the name itself if absent. */
  readonly fname?: string;
  readonly topic?: string;
  readonly readOnly?: boolean;
  /** Implies read-only. */
  readonly broadcast?: boolean;
  readonly encrypted?: boolean;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly team?: { readonly id: string; readonly main?: boolean };
  /** Makes it a discussion, whose name nobody has to read: it is taken as it is. */
  readonly parent?: Room;
}

/** Makes a room, its creator the owner, everyone in it with nothing unread and no note of their coming. */
export function createRoom(world: World, request: NewRoom): Room {
  const room = roomOf(world, request);
  world.rooms.add(room);
  for (const user of peopleOf(request)) enter(world, room, user, request.creator);
  world.touchRoom(room, 'inserted');
  announceInTeam(world, room, request.creator);
  return room;
}

function roomOf(world: World, request: NewRoom): Room {
  const { t, creator, parent, readOnly, broadcast } = request;
  const title = request.name.trim();
  return {
    _id: world.newHexId(),
    t,
    name: parent ? title : checkedRoomName(world, title),
    fname: request.fname ?? request.name,
    u: refOf(creator),
    msgs: 0,
    usersCount: 0,
    ts: world.timestamp(),
    ro: readOnly === true || broadcast === true,
    sysMes: true,
    default: false,
    ...(encryptsByDefault(world, t) && { encrypted: true }),
    ...extras(request),
    ...(parent && { prid: parent._id }),
    _updatedAt: world.timestamp(),
  };
}

function encryptsByDefault(world: World, t: 'c' | 'p'): boolean {
  return t === 'p' && world.isOn('E2E_Enable') && world.isOn('E2E_Enabled_Default_PrivateRooms');
}

function extras({ topic, broadcast, encrypted, customFields = {}, team }: NewRoom): Partial<Room> {
  const isCustom = Object.keys(customFields).length > 0;
  const given = { topic, broadcast, encrypted, teamId: team?.id, teamMain: team?.main };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(isCustom && { customFields: { ...customFields } }),
  };
}

function peopleOf({ members = [], creator, excludeSelf = false }: NewRoom): Set<User> {
  return new Set(excludeSelf ? members : [...members, creator]);
}

function enter(world: World, room: Room, user: User, creator: User): void {
  const subscription = newSubscription(world, room, user);
  if (user === creator) {
    subscription.ls = world.timestamp();
    subscription.roles = ['owner'];
  }
  world.subscriptions.add(subscription);
  room.usersCount++;
  world.touchSubscription(subscription, 'inserted');
}

/** Only channels are made known in the team's main room. */
function announceInTeam(world: World, room: Room, creator: User): void {
  if (room.t !== 'c' || room.teamId === undefined || room.teamMain) return;
  const main = world.rooms.mainOfTeam(room.teamId);
  if (!main) return;
  const text = room.name ?? '';
  postSystemMessage(world, { type: 'user-added-room-to-team', room: main, author: creator, text });
}

/** Deletes for someone who may: the three families of calls and `rooms.delete` ask the same. */
export function eraseRoom(world: World, room: Room, by: User): void {
  const method = 'eraseRoom';
  if (room.teamMain) {
    throw meteorError('error-cannot-delete-team-channel', 'Cannot delete a team channel', { method });
  }
  if (!mayErase(world, room, by)) throw meteorError('error-not-allowed', 'Not allowed', { method });
  deleteRoom(world, room);
  const main = mainOf(world, room);
  if (!main) return;
  const text = room.name ?? '';
  postSystemMessage(world, { type: 'user-deleted-room-from-team', room: main, author: by, text });
}

function mayErase(world: World, room: Room, by: User): boolean {
  if (!world.hasPermission(by, `delete-${room.t}`, room)) return false;
  const main = mainOf(world, room);
  return !main || world.hasPermission(by, `delete-team-${room.t === 'c' ? 'channel' : 'group'}`, main);
}

function mainOf(world: World, { teamId }: Room): Room | undefined {
  return teamId === undefined ? undefined : world.rooms.mainOfTeam(teamId);
}

/** With everything in it, and with its discussions. The message that opened it stays, a plain one. */
export function deleteRoom(world: World, room: Room): void {
  world.uploads.removeRoom(room._id);
  closeDiscussion(world, room);
  world.messages.removeRoom(room._id, world.timestamp());
  world.receipts.forgetRoom(room._id);
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    world.subscriptions.remove(subscription, world.timestamp());
    world.touchSubscription(subscription, 'removed');
  }
  world.rooms.remove(room, world.timestamp());
  world.touchRoom(room, 'removed');
  for (const discussion of world.rooms.discussionsOf(room._id)) deleteRoom(world, discussion);
}

function closeDiscussion(world: World, room: Room): void {
  const opener = world.messages.openerOf(room._id);
  if (!opener) return;
  delete opener.drid;
  delete opener.dcount;
  delete opener.dlm;
  world.touchMessage(opener);
}

/** It leaves everyone's list, and nobody can post in it. */
export function archiveRoom(world: World, room: Room, by: User): void {
  setArchived(world, room, true);
  postSystemMessage(world, { type: 'room-archived', room, author: by, text: '' });
}

export function unarchiveRoom(world: World, room: Room, by: User): void {
  setArchived(world, room, false);
  postSystemMessage(world, { type: 'room-unarchived', room, author: by, text: '' });
}

function setArchived(world: World, room: Room, archived: boolean): void {
  room.archived = archived;
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    subscription.archived = archived;
    subscription.alert = false;
    subscription.open = !archived;
    world.touchSubscription(subscription);
  }
}
