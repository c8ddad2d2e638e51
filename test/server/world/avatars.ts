import { meteorError } from '../failures';
import type { Room, User } from './documents';
import { postSystemMessage } from './posting';
import type { World } from './world';

export interface Picture {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Avatar extends Picture {
  readonly uploadedAt: string;
}

/** Gives a person a picture of their own instead of the drawn letter. */
export function setUserAvatar(world: World, user: User, picture: Picture): void {
  keep(world, user._id, picture);
  user.avatarETag = world.newHexId();
  world.touchUser(user);
  world.events.emit('avatar', { username: user.username }, user.avatarETag);
}

export function resetUserAvatar(world: World, user: User): void {
  world.avatars.delete(user._id);
  delete user.avatarETag;
  world.touchUser(user);
  world.events.emit('avatar', { username: user.username }, undefined);
}

interface RoomAvatar {
  readonly room: Room;
  readonly by: User;
  /** `data:image/png;base64,…`; empty for the drawn letter. */
  readonly dataUri: string;
}

/** The room is told of it by a message. */
export function setRoomAvatar(world: World, { room, by, dataUri }: RoomAvatar): void {
  if (dataUri === '') {
    world.avatars.delete(room._id);
    delete room.avatarETag;
  } else {
    keep(world, room._id, parsedDataUri(dataUri));
    room.avatarETag = world.newHexId();
  }
  postSystemMessage(world, { type: 'room_changed_avatar', room, author: by, text: '' });
  world.events.emit('avatar', { rid: room._id }, room.avatarETag);
}

/** As the server takes them apart: at the first `;base64,`, whatever else there is. */
function parsedDataUri(text: string): Picture {
  const [head = '', data = ''] = text.split(';base64,');
  return { type: head.replace('data:', ''), bytes: Uint8Array.from(Buffer.from(data, 'base64')) };
}

function keep(world: World, id: string, picture: Picture): void {
  if (!picture.type.startsWith('image/')) {
    throw meteorError('error-invalid-file-type', 'File type is not accepted.');
  }
  world.avatars.set(id, { ...picture, uploadedAt: world.timestamp() });
}
