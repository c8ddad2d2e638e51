import type { Permission } from './permissions';
import type { Room } from './room';

/** Why nothing can be written somewhere. */
export type PostingObstacle =
  'notJoined' | 'archived' | 'encrypted' | 'blocked' | 'silenced' | 'broadcast' | 'readOnly';

/** The first of several, in the server's own order. A room that nobody knows is one that the person has not joined. */
export function obstacleIn(
  room: Room | undefined,
  can: (permission: Permission) => boolean,
): PostingObstacle | undefined {
  if (!room?.isJoined) return 'notJoined';
  if (room.isArchived) return 'archived';
  if (room.isEncrypted) return 'encrypted';
  if (room.silence !== undefined && room.silence !== 'readOnly') return room.silence;
  return maySpeak(room, can) ? undefined : readOnly(room);
}

function readOnly({ isBroadcast }: Room): PostingObstacle {
  return isBroadcast ? 'broadcast' : 'readOnly';
}

/** Reactions are not encrypted, and may be welcome where words are not. */
export function mayReact(room: Room | undefined, can: (permission: Permission) => boolean): boolean {
  if (!room?.isJoined || room.isArchived || room.silence === 'blocked' || room.silence === 'silenced')
    return false;
  return room.allowsReactingWhenReadOnly || maySpeak(room, can);
}

/** Whether a room that is read-only is not so for me. */
export function maySpeak(room: Room, can: (permission: Permission) => boolean): boolean {
  const isOpen = !room.isReadOnly && !room.isBroadcast;
  return isOpen || room.isUnmuted || can('post-readonly');
}
