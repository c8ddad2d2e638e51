import { failure, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import type { Room } from '../../world/documents';
import { type RoomChanges, saveRoomSettings } from '../../world/roomEditing';
import { isTrue, textOf } from '../parameters';
import { flag, roomWith, text } from '../schemas';
import { channels, type Family, findOpen, groups, postRoute, roomAnswer } from './family';

interface TextEdit {
  /** Of the body and of the answer. */
  readonly key: 'topic' | 'description' | 'purpose' | 'announcement';
  /** Where the room keeps it. */
  readonly kept: 'topic' | 'description' | 'announcement';
  readonly change: keyof RoomChanges;
  /** As the refusal names it; absent where a repetition is no mistake. */
  readonly noun?: string;
}

const announcement: TextEdit = {
  key: 'announcement',
  kept: 'announcement',
  change: 'roomAnnouncement',
};

const texts: Readonly<Record<string, TextEdit>> = {
  setTopic: { key: 'topic', kept: 'topic', change: 'roomTopic', noun: 'topic' },
  setDescription: { key: 'description', kept: 'description', change: 'roomDescription', noun: 'description' },
  setPurpose: {
    key: 'purpose',
    kept: 'description',
    change: 'roomDescription',
    noun: 'purpose (description)',
  },
};

/** What can be changed of a room. Channels mind when nothing would change, groups mostly do not. */
export function editRoutes(family: Family): readonly Route[] {
  return [
    postRoute(family, 'rename', { handle: (call) => rename(family, call) }),
    ...Object.entries(texts).map(([name, edit]) =>
      postRoute(family, name, { handle: (call) => setText(family, call, edit) }),
    ),
    postRoute(family, 'setType', { handle: (call) => setType(family, call) }),
    postRoute(family, 'setCustomFields', { handle: (call) => setCustomFields(family, call) }),
    ...(family === channels ? channelRoutes : groupRoutes),
  ];
}

const channelRoutes: readonly Route[] = [
  postRoute(channels, 'setAnnouncement', {
    body: roomWith({ announcement: text }),
    handle: (call) => setText(channels, call, announcement),
  }),
  postRoute(channels, 'setReadOnly', {
    body: roomWith({ readOnly: flag }),
    handle: (call) => setReadOnly(channels, call),
  }),
  postRoute(channels, 'setDefault', { handle: setDefault }),
  postRoute(channels, 'setJoinCode', { handle: setJoinCode }),
];

const groupRoutes: readonly Route[] = [
  postRoute(groups, 'setAnnouncement', { handle: (call) => setText(groups, call, announcement) }),
  postRoute(groups, 'setReadOnly', { handle: (call) => setReadOnly(groups, call) }),
  postRoute(groups, 'setEncrypted', { handle: setEncrypted }),
];

function rename(family: Family, call: Call): JsonObject {
  const name = neededWord(call, 'name');
  const room = findOpen(family, call, call.body);
  if (family === channels && room.name === name) {
    throw plainError('The channel name is the same as what it would be renamed to.');
  }
  return changed(family, call, { room, changes: { roomName: name } });
}

function setText(family: Family, call: Call, { key, kept, change, noun }: TextEdit): JsonObject {
  if (!Object.hasOwn(call.body, key)) throw required(key);
  const room = findOpen(family, call, call.body);
  const value = textOf(call.body, key) ?? '';
  if (family === channels && noun !== undefined && room[kept] === value) throw unchanged(family, noun);
  saveRoomSettings(call.world, room, call.user, { [change]: value });
  return { [key]: value };
}

/** Afterwards the other family has the room. */
function setType(family: Family, call: Call): JsonObject {
  const type = neededWord(call, 'type');
  const room = findOpen(family, call, call.body);
  if (room.t === type) throw unchanged(family, 'type');
  return changed(family, call, { room, changes: { roomType: type } });
}

function setCustomFields(family: Family, call: Call): JsonObject {
  const fields = call.body['customFields'];
  if (!isObject(fields)) {
    throw plainError('The bodyParam "customFields" is required with a type like object.');
  }
  const room = findOpen(family, call, call.body);
  return changed(family, call, { room, changes: { roomCustomFields: fields } });
}

function setReadOnly(family: Family, call: Call): JsonObject {
  if (call.body['readOnly'] === undefined) throw required('readOnly');
  const room = findOpen(family, call, call.body);
  const readOnly = isTrue(call.body, 'readOnly');
  if ((room.ro ?? false) === readOnly) throw unchanged(family, 'read only setting');
  return changed(family, call, { room, changes: { readOnly } });
}

/** The server swaps the codes of its two refusals. */
function setDefault(call: Call): JsonObject {
  const wanted = call.body['default'];
  if (wanted === undefined) {
    const error = 'The bodyParam "default" is required';
    throw failure({ error, errorType: 'error-channels-setdefault-is-same' });
  }
  const room = findOpen(channels, call, call.body);
  if (room.default === wanted) {
    const error = 'The channel default setting is the same as what it would be changed to.';
    throw failure({ error, errorType: 'error-channels-setdefault-missing-default-param' });
  }
  const isDefault = ['true', '1'].includes(JSON.stringify(wanted).replaceAll('"', '').toLowerCase());
  return changed(channels, call, { room, changes: { default: isDefault } });
}

function setJoinCode(call: Call): JsonObject {
  const joinCode = neededWord(call, 'joinCode');
  const room = findOpen(channels, call, call.body);
  return changed(channels, call, { room, changes: { joinCode } });
}

function setEncrypted(call: Call): JsonObject {
  const { encrypted } = call.body;
  if (typeof encrypted !== 'boolean') throw required('encrypted');
  const room = findOpen(groups, call, call.body);
  return changed(groups, call, { room, changes: { encrypted } });
}

interface Change {
  readonly room: Room;
  readonly changes: Partial<RoomChanges>;
}

function changed(family: Family, call: Call, { room, changes }: Change): JsonObject {
  saveRoomSettings(call.world, room, call.user, changes);
  return roomAnswer(family, call, room);
}

/** Looked for before the room is. */
function neededWord({ body }: Call, key: string): string {
  const value = textOf(body, key) ?? '';
  if (value.trim() === '') throw required(key);
  return value;
}

function required(key: string) {
  return plainError(`The bodyParam "${key}" is required`);
}

function unchanged({ noun }: Family, what: string) {
  return plainError(`The ${noun} ${what} is the same as what it would be changed to.`);
}
