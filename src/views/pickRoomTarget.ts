import * as vscode from 'vscode';
import { roomId, type Room } from '../model/room';
import { arrived, join, JoinCodeWanted, NotAmongMine, openDirect, type Arriving } from '../model/roomArrival';
import type { Openable } from './pickRoomItems';

/** Makes a room of mine of it, ready to be posted in: joins a channel, opens a direct message. */
export async function openTarget(arriving: Arriving, target: Openable): Promise<Room> {
  try {
    return await opened(arriving, target);
  } catch (error) {
    throw inWords(error);
  }
}

function opened(arriving: Arriving, target: Openable): Promise<Room> {
  switch (target.kind) {
    case 'room':
      return Promise.resolve(target.room);
    case 'remembered':
      return arrived(arriving, roomId(target.id));
    case 'join':
      return join(arriving, roomId(target.id));
    case 'person':
      return openDirect(arriving, [target.username]);
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof NotAmongMine)
    return new Error(vscode.l10n.t('This room is not among yours any more. Choose another one.'));
  if (error instanceof JoinCodeWanted)
    return new Error(vscode.l10n.t('This channel asks for a join code. Join it by “Join Channel” first.'));
  return error;
}
