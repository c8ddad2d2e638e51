import { meteorError } from '../failures';
import type { Room, Subscription, User } from './documents';
import { postSystemMessage } from './posting';
import { checkedRoomName } from './roomNames';
import type { World } from './world';

/**
 * One setter for each thing that a room's people can change. None asks who may; each changes nothing and
 * says nothing where the value is what it was.
 */
export function renameRoom(world: World, room: Room, by: User, title: string): void {
  if (title === room.name || title.trim() === '') return;
  if (room.prid === undefined) changeName(world, room, title);
  // What one reads of a discussion is its title alone.
  room.fname = title;
  eachMember(world, room, (subscription) => {
    subscription.fname = title;
    if (room.prid !== undefined) return;
    subscription.name = room.name ?? title;
    subscription.alert = true;
  });
  note(world, room, by, { type: 'r', text: title });
}

function changeName(world: World, room: Room, title: string): void {
  const before = room.name;
  const name = checkedRoomName(world, title, room);
  if (world.users.byUsernameIgnoringCase(name)) {
    const reason = `A room, team or user with name '${name}' already exists`;
    const details = { function: 'RocketChat.updateRoomName', handle: name };
    throw meteorError('error-duplicate-handle', reason, details);
  }
  world.rooms.rename(room, name);
  // A discussion shows its parent's name where nobody gave it a topic.
  for (const discussion of world.rooms.discussionsOf(room._id)) {
    if (discussion.topic !== before) continue;
    discussion.topic = title;
    world.touchRoom(discussion);
  }
}

export function setTopic(world: World, room: Room, by: User, topic: string): void {
  if (topic === (room.topic ?? '')) return;
  room.topic = topic;
  note(world, room, by, { type: 'room_changed_topic', text: topic });
}

export function setDescription(world: World, room: Room, by: User, description: string): void {
  if (description === (room.description ?? '')) return;
  room.description = description;
  note(world, room, by, { type: 'room_changed_description', text: description });
}

export function setAnnouncement(world: World, room: Room, by: User, announcement: string): void {
  if (announcement === (room.announcement ?? '')) return;
  room.announcement = announcement;
  note(world, room, by, { type: 'room_changed_announcement', text: announcement });
}

export function setReadOnly(world: World, room: Room, by: User, readOnly: boolean): void {
  if (readOnly === (room.ro ?? false)) return;
  room.ro = readOnly;
  note(world, room, by, { type: readOnly ? 'room-set-read-only' : 'room-removed-read-only', text: '' });
}

export function setReactWhenReadOnly(world: World, room: Room, by: User, allowed: boolean): void {
  if (allowed === (room.reactWhenReadOnly ?? false)) return;
  room.reactWhenReadOnly = allowed;
  note(world, room, by, { type: allowed ? 'room-allowed-reacting' : 'room-disallowed-reacting', text: '' });
}

/** A private group is nobody's default. */
export function setType(world: World, room: Room, by: User, t: 'c' | 'p'): void {
  if (t === room.t) return;
  room.t = t;
  if (t === 'p') delete room.default;
  eachMember(world, room, (subscription) => {
    subscription.t = t;
  });
  note(world, room, by, { type: 'room_changed_privacy', text: t === 'c' ? 'public' : 'private' });
}

export function setEncrypted(world: World, room: Room, by: User, encrypted: boolean): void {
  if (encrypted === (room.encrypted ?? false)) return;
  room.encrypted = encrypted;
  eachMember(world, room, (subscription) => {
    subscription.encrypted = encrypted;
  });
  note(world, room, by, { type: encrypted ? 'room_e2e_enabled' : 'room_e2e_disabled', text: by.username });
}

/** Of these four the room itself says nothing. */
export function setDefault(world: World, room: Room, _by: User, isDefault: boolean): void {
  room.default = isDefault;
  world.touchRoom(room);
}

/** An empty code opens the room again. */
export function setJoinCode(world: World, room: Room, _by: User, code: string): void {
  world.rooms.setJoinCode(room, code);
  room.joinCodeRequired = code !== '';
  world.touchRoom(room);
}

export function setCustomFields(
  world: World,
  room: Room,
  _by: User,
  fields: Readonly<Record<string, unknown>>,
): void {
  room.customFields = { ...fields };
  eachMember(world, room, (subscription) => {
    subscription.customFields = { ...fields };
  });
  world.touchRoom(room);
}

export function setSystemMessages(world: World, room: Room, _by: User, hidden: readonly string[]): void {
  room.sysMes = [...hidden];
  world.touchRoom(room);
}

function eachMember(world: World, room: Room, change: (subscription: Subscription) => void): void {
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    change(subscription);
    world.touchSubscription(subscription);
  }
}

function note(world: World, room: Room, by: User, said: { type: string; text: string }): void {
  postSystemMessage(world, { type: said.type, room, author: by, text: said.text });
}
