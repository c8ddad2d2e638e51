import { meteorError } from '../failures';
import type { Room, Upload, User } from './documents';
import { type PictureHead, pictureHead } from './imageHeader';
import { typeGroupOf } from './uploads';
import type { World } from './world';

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Intake {
  readonly user: User;
  readonly room: Room;
  readonly file: SentFile;
  /** What an encrypted file is, told in cipher. */
  readonly content?: Record<string, unknown> | undefined;
  /** How long it waits to be confirmed; absent: it need not be. */
  readonly waits?: number;
}

/** Keeps a file for a room, if the workspace takes such files; else the first of the server's reasons. */
export function takeFile(world: World, intake: Intake): Upload {
  checkPlace(world, intake.room);
  const isEncrypted = Boolean(intake.content?.['algorithm'] && intake.content['ciphertext']);
  if (isEncrypted && !world.isOn('E2E_Enable_Encrypt_Files')) {
    throw meteorError('error-invalid-file-type', 'Encrypted file is not allowed');
  }
  const type = isEncrypted ? 'application/octet-stream' : intake.file.type;
  const allowed = isEncrypted ? type : world.text('FileUpload_MediaTypeWhiteList');
  if (!isTaken(type, allowed, world.text('FileUpload_MediaTypeBlackList'))) {
    throw meteorError('error-invalid-file-type', 'File type is not accepted.');
  }
  const upload = uploadOf(world, type, intake);
  world.uploads.add(upload);
  return upload;
}

function checkPlace(world: World, room: Room): void {
  if (!world.isOn('FileUpload_Enabled')) {
    throw meteorError('error-file-upload-disabled', 'File uploads are disabled.');
  }
  if (room.t === 'd' && !world.isOn('FileUpload_Enabled_Direct')) {
    const reason = 'File sharing not allowed in direct messages.';
    throw meteorError('error-direct-message-file-upload-not-allowed', reason);
  }
}

function isTaken(type: string, white: string, black: string): boolean {
  if (black !== '' && (type === '' || isListed(type, black))) return false;
  return white === '' || white === '*' || isListed(type, white);
}

/** Lists hold types and, as `image/*`, whole groups of them. */
function isListed(type: string, list: string): boolean {
  const items = list.split(',').map((item) => item.trim());
  return items.includes(type) || items.includes(`${typeGroupOf(type)}/*`);
}

function uploadOf(world: World, type: string, { user, room, file, content, waits }: Intake): Upload {
  const identify = identified(type, file.bytes);
  return {
    _id: world.newHexId(),
    rid: room._id,
    userId: user._id,
    name: file.name,
    type,
    size: file.bytes.length,
    typeGroup: typeGroupOf(type),
    uploadedAt: world.timestamp(),
    _updatedAt: world.timestamp(),
    ...(identify && { identify }),
    ...(content && { content }),
    ...(waits !== undefined && { expiresAt: new Date(world.now() + waits).toISOString() }),
    bytes: file.bytes,
  };
}

/** Only the kinds of pictures that the server can show; nothing is known of one that cannot be read. */
function identified(type: string, bytes: Uint8Array): PictureHead | undefined {
  const isShown = /^image\/((x-windows-)?bmp|p?jpeg|png|gif|webp)$/.test(type);
  return isShown ? pictureHead(bytes) : undefined;
}
