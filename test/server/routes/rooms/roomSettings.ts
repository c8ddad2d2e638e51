import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Retention } from '../../world/documents';
import { saveRoomSettings, type RoomChanges } from '../../world/roomEditing';
import { archiveRoom, eraseRoom, unarchiveRoom } from '../../world/roomLife';
import { neededText, textOf } from '../parameters';
import { post } from '../rows';
import {
  alike,
  closed,
  optionalFlag,
  optionalNumber,
  optionalObject,
  optionalText,
  optionalTexts,
  text,
} from '../schemas';

const retentionKeys: Readonly<Record<string, keyof Retention>> = {
  retentionEnabled: 'enabled',
  retentionMaxAge: 'maxAge',
  retentionExcludePinned: 'excludePinned',
  retentionFilesOnly: 'filesOnly',
  retentionIgnoreThreads: 'ignoreThreads',
  retentionOverrideGlobal: 'overrideGlobal',
};

/** What changes a room for everyone in it. */
export const roomSettingsRoutes: readonly Route[] = [
  {
    ...post,
    name: 'rooms.saveRoomSettings',
    body: closed(
      {
        rid: text,
        ...alike('roomName roomTopic roomAnnouncement roomDescription', optionalText),
        ...alike('roomAvatar roomType joinCode', optionalText),
        roomCustomFields: optionalObject,
        ...alike('readOnly reactWhenReadOnly encrypted default featured', optionalFlag),
        systemMessages: optionalTexts,
        favorite: {
          type: 'object',
          properties: alike('defaultValue favorite', optionalFlag),
          nullable: true,
        },
        ...alike(Object.keys(retentionKeys).join(' '), optionalFlag),
        retentionMaxAge: optionalNumber,
      },
      ['rid'],
    ),
    handle: saveSettings,
  },
  {
    ...post,
    name: 'rooms.changeArchivationState',
    body: closed({ rid: text, action: optionalText }, ['rid']),
    handle: changeArchivationState,
  },
  { ...post, name: 'rooms.delete', body: closed({ roomId: text }, ['roomId']), handle: deleteRoom },
];

function saveSettings({ world, user, body }: Call): JsonObject {
  const { rid, ...changes } = body;
  const room = world.rooms.byId(String(rid));
  if (!room) throw invalidRoom('saveRoomSettings');
  saveRoomSettings(world, room, user, changesIn(changes));
  return { rid: room._id };
}

/** The schema has looked at every value; a null is none. */
function changesIn(parameters: JsonObject): Partial<RoomChanges> {
  const given = Object.entries(parameters).filter(([, value]) => value !== null);
  const retention = given.flatMap(([key, value]) => {
    const name = retentionKeys[key];
    return name ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(given.filter(([key]) => !(key in retentionKeys))),
    ...(retention.length > 0 && { retention: retentionOf(Object.fromEntries(retention)) }),
  };
}

/** Who goes by the workspace's rule again gives up the own limits. */
function retentionOf(retention: JsonObject): JsonObject {
  if (retention['overrideGlobal'] !== false) return retention;
  const { enabled, overrideGlobal } = retention;
  return { ...(enabled !== undefined && { enabled }), overrideGlobal };
}

/** Whatever is not `archive` opens the room again. */
function changeArchivationState({ world, user, body }: Call): JsonObject {
  const room = world.rooms.byId(neededText(body, 'rid'));
  const archives = textOf(body, 'action') === 'archive';
  const method = archives ? 'archiveRoom' : 'unarchiveRoom';
  if (!room) throw invalidRoom(method);
  if (archives && room.t === 'd') {
    throw meteorError('error-direct-message-room', `rooms type: ${room.t} can not be archived`, { method });
  }
  if (!world.hasPermission(user, archives ? 'archive-room' : 'unarchive-room', room)) {
    throw meteorError('error-not-authorized', 'Not authorized', { method });
  }
  if (archives) archiveRoom(world, room, user);
  else unarchiveRoom(world, room, user);
  return {};
}

function deleteRoom({ world, user, body }: Call): JsonObject {
  const room = world.rooms.byId(neededText(body, 'roomId'));
  if (!room) throw invalidRoom('eraseRoom');
  eraseRoom(world, room, user);
  return {};
}

function invalidRoom(method: string) {
  return meteorError('error-invalid-room', 'Invalid room', { method });
}
