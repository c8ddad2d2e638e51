import * as vscode from 'vscode';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { roomIcons } from './roomItem';

/** Asks for one of my rooms, or of those that apply, the latest first. Loads them when nothing has yet. */
export async function pickKnownRoom(
  session: Session,
  title: string,
  applies: (room: Room) => boolean = () => true,
): Promise<Room | undefined> {
  if (session.rooms.all().length === 0) await session.sync.refresh('person');
  if (session.sync.error && session.rooms.all().length === 0) throw session.sync.error;
  const rooms = session.rooms
    .all()
    .filter(applies)
    .sort((a, b) => b.lastActivity - a.lastActivity);
  const items = rooms.map((room) => ({
    room,
    label: `$(${roomIcons[room.kind]}) ${plainText(room.name)}`,
    description: plainText(room.topic ?? ''),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Type to find one of your rooms'),
    matchOnDescription: true,
  });
  return picked?.room;
}
