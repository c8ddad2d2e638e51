import { meteorError } from '../failures';
import { setRoomAvatar } from './avatars';
import type { Room, User } from './documents';
import * as extra from './roomExtras';
import * as set from './roomSettings';
import type { World } from './world';

/** What `rooms.saveRoomSettings` and the `set…` calls of both families change, as the server names it. */
export interface RoomChanges {
  readonly roomName: string;
  readonly roomTopic: string;
  readonly roomAnnouncement: string;
  readonly roomDescription: string;
  readonly roomCustomFields: Readonly<Record<string, unknown>>;
  readonly roomType: string;
  readonly readOnly: boolean;
  readonly reactWhenReadOnly: boolean;
  readonly systemMessages: readonly string[];
  readonly default: boolean;
  readonly joinCode: string;
  readonly encrypted: boolean;
  readonly roomAvatar: string;
  readonly featured: boolean;
  readonly favorite: NonNullable<Room['favorite']>;
  readonly retention: NonNullable<Room['retention']>;
}

interface Edit {
  readonly world: World;
  readonly room: Room;
  readonly by: User;
}

type Savers = { readonly [K in keyof RoomChanges]: (edit: Edit, value: RoomChanges[K]) => void };

const savers: Savers = {
  roomName: ({ world, room, by }, title) => set.renameRoom(world, room, by, title),
  roomTopic: ({ world, room, by }, topic) => set.setTopic(world, room, by, topic),
  roomAnnouncement: ({ world, room, by }, text) => set.setAnnouncement(world, room, by, text),
  roomDescription: ({ world, room, by }, text) => set.setDescription(world, room, by, text),
  roomCustomFields: ({ world, room, by }, fields) => set.setCustomFields(world, room, by, fields),
  roomType: ({ world, room, by }, type) => set.setType(world, room, by, knownType(type)),
  readOnly: ({ world, room, by }, value) => set.setReadOnly(world, room, by, value),
  reactWhenReadOnly: ({ world, room, by }, value) => set.setReactWhenReadOnly(world, room, by, value),
  systemMessages: ({ world, room, by }, hidden) => set.setSystemMessages(world, room, by, hidden),
  default: ({ world, room, by }, value) => set.setDefault(world, room, by, value),
  joinCode: ({ world, room, by }, code) => set.setJoinCode(world, room, by, code),
  encrypted: ({ world, room, by }, value) => set.setEncrypted(world, room, by, value),
  roomAvatar: ({ world, room, by }, dataUri) => setRoomAvatar(world, { room, by, dataUri }),
  featured: ({ world, room }, value) => extra.setFeatured(world, room, value),
  favorite: ({ world, room }, value) => extra.setFavorite(world, room, value),
  retention: ({ world, room }, value) => extra.setRetention(world, room, value),
};

const checks: Partial<Savers> = {
  default: checkAdministration,
  featured: checkAdministration,
  roomAvatar: checkAvatar,
  retention: checkRetention,
  roomType: checkType,
  encrypted: checkEncryption,
};

/** Nothing is changed unless everything may be. */
export function saveRoomSettings(world: World, room: Room, by: User, changes: Partial<RoomChanges>): void {
  const edit = { world, room, by };
  const allowed = permitted(edit, changes);
  if (room.broadcast && (allowed.readOnly || allowed.reactWhenReadOnly)) {
    throw editing('Editing readOnly/reactWhenReadOnly are not allowed for broadcast rooms');
  }
  // The table's own keys, which `Object.keys` calls mere texts.
  const keys = (Object.keys(savers) as (keyof RoomChanges)[]).filter((key) => allowed[key] !== undefined);
  for (const key of keys) run(checks, key, { edit, value: allowed[key] });
  for (const key of keys) run(savers, key, { edit, value: allowed[key] });
}

function run<K extends keyof RoomChanges>(
  table: Partial<Savers>,
  key: K,
  { edit, value }: { edit: Edit; value: RoomChanges[K] | undefined },
): void {
  if (value !== undefined) table[key]?.(edit, value);
}

/** Who may not edit a direct message may still encrypt it. */
function permitted({ world, room, by }: Edit, changes: Partial<RoomChanges>): Partial<RoomChanges> {
  if (world.hasPermission(by, 'edit-room', room)) return changes;
  if (room.t !== 'd' || changes.encrypted === undefined) throw editing('Editing room is not allowed');
  return { encrypted: changes.encrypted };
}

function checkAdministration({ world, by }: Edit): void {
  if (world.hasPermission(by, 'view-room-administration')) return;
  throw notAllowed('Viewing room administration is not allowed', 'Viewing_room_administration');
}

function checkAvatar({ world, room, by }: Edit): void {
  if (world.hasPermission(by, 'edit-room-avatar', room)) return;
  throw editing('Editing a room avatar is not allowed');
}

/** What is so already may be said again. */
function checkRetention({ world, room, by }: Edit, retention: NonNullable<Room['retention']>): void {
  if (world.hasPermission(by, 'edit-room-retention-policy', room)) return;
  const kept = new Map(Object.entries(room.retention ?? {}));
  const isSame = Object.entries(retention).every(([key, value]) => kept.get(key) === value);
  if (!isSame) throw editing('Editing room retention policy is not allowed');
}

const kinds: Readonly<
  Record<string, { permission: string; inTeam: string; change: string; teamChange: string }>
> = {
  c: {
    permission: 'create-c',
    inTeam: 'create-team-channel',
    change: 'Changing a private group to a public channel is not allowed',
    teamChange: "Changing a team's private group to a public channel is not allowed",
  },
  p: {
    permission: 'create-p',
    inTeam: 'create-team-group',
    change: 'Changing a public channel to a private room is not allowed',
    teamChange: "Changing a team's public channel to a private room is not allowed",
  },
};

function checkType({ world, room, by }: Edit, type: string): void {
  const kind = kinds[type];
  if (type === room.t || !kind) return;
  if (room.teamId === undefined || room.teamMain) {
    if (!world.hasPermission(by, kind.permission)) throw notAllowed(kind.change, 'Change_Room_Type');
    return;
  }
  const main = world.rooms.mainOfTeam(room.teamId);
  if (!world.hasPermission(by, kind.inTeam, main)) throw notAllowed(kind.teamChange, 'Change_Room_Type');
}

function checkEncryption({ world, room, by }: Edit, encrypted: boolean): void {
  const action = 'Change_Room_Encrypted';
  if (encrypted === room.encrypted) return;
  if (room.t === 'c' || !world.isOn('E2E_Enable')) {
    throw notAllowed('Only groups or direct channels can enable encryption', action);
  }
  if (room.t !== 'd' && !world.hasPermission(by, 'toggle-room-e2e-encryption', room)) {
    throw notAllowed('You do not have permission to toggle E2E encryption', action);
  }
}

function knownType(type: string): 'c' | 'p' {
  if (type === 'c' || type === 'p') return type;
  const details = { function: 'RocketChat.saveRoomType', type };
  throw meteorError('error-invalid-room-type', 'error-invalid-room-type', details);
}

function editing(reason: string) {
  return notAllowed(reason, 'Editing_room');
}

function notAllowed(reason: string, action: string) {
  return meteorError('error-action-not-allowed', reason, { method: 'saveRoomSettings', action });
}
