import { ApiError } from '../api/errors';
import type { Room } from './room';
import { usualSettings, type FileSettings } from './serverSettings';
import type { Session } from './session';

/** Why a file cannot be sent. */
export type UploadObstacle =
  | { readonly kind: 'noFiles' | 'noFilesInDirect' | 'empty' | 'type' }
  /** `most`: in bytes. */
  | { readonly kind: 'tooLarge'; readonly most: number };

/** What may be uploaded; as on a new server, where nobody says: then it refuses by itself what comes. */
export async function fileSettings(session: Pick<Session, 'settings'>): Promise<FileSettings> {
  try {
    return (await session.settings()).files;
  } catch (error) {
    if (error instanceof ApiError) return usualSettings.files;
    throw error;
  }
}

/** What the server is going to refuse, said before a byte has left. */
export function obstacleTo(
  { type, size }: { readonly type: string; readonly size: number },
  settings: FileSettings,
  room: Pick<Room, 'type'> | undefined,
): UploadObstacle | undefined {
  const { maxSize } = settings;
  const isDirect = room?.type === 'd';
  if (!settings.isAllowed) return { kind: 'noFiles' };
  if (isDirect && !settings.isAllowedInDirect) return { kind: 'noFilesInDirect' };
  if (maxSize !== undefined && size > maxSize) return { kind: 'tooLarge', most: maxSize };
  return contentObstacle(type, size, settings);
}

function contentObstacle(type: string, size: number, settings: FileSettings): UploadObstacle | undefined {
  if (size === 0) return { kind: 'empty' };
  return isTaken(type, settings) ? undefined : { kind: 'type' };
}

function isTaken(type: string, { taken, refused }: FileSettings): boolean {
  if (refused.some((pattern) => isOf(type, pattern))) return false;
  return taken.length === 0 || taken.some((pattern) => isOf(type, pattern));
}

/** `image/*` stands for all of its kind. */
function isOf(type: string, pattern: string): boolean {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase();
  return pattern.endsWith('/*') ? bare.startsWith(pattern.slice(0, -1)) : bare === pattern;
}
