import * as vscode from 'vscode';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import type { Openable } from './pickRoomItems';

/** Makes a room of mine of it, ready to be posted in: joins a channel, opens a direct message. */
export async function openTarget(session: Session, target: Openable, signal: AbortSignal): Promise<Room> {
  switch (target.kind) {
    case 'room':
      return target.room;
    case 'remembered':
      return knownRoom(session, target.id);
    case 'join':
      await session.client.channels.join({ roomId: target.id }, { signal });
      return knownRoom(session, target.id);
    case 'person': {
      const { room } = await session.client.im.create({ username: target.username }, { signal });
      return knownRoom(session, room._id);
    }
  }
}

/** A refresh under way may have begun too early to know of the room: then one more follows. */
async function knownRoom(session: Session, id: string): Promise<Room> {
  for (let tries = 0; tries < 3; tries += 1) {
    const room = session.rooms.all().find((candidate) => candidate.id === id);
    if (room) return room;
    await session.sync.refresh('person');
  }
  throw (
    session.sync.error ??
    new Error(vscode.l10n.t('This room is not among yours any more. Choose another one.'))
  );
}
