import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';

/** What these commands need of the Rooms view. */
export interface RoomRows {
  roomOf(row: unknown): Room | undefined;
  selected(): unknown;
  refresh(): Promise<void>;
  /** Begins to look through the rooms that are left, or stops. */
  lookForStars(): void;
}

export type PickKnownRoom = (
  session: Session,
  title: string,
  applies?: (room: Room) => boolean,
) => Promise<Room | undefined>;

/** A row passes itself; the palette passes nothing and means the row in focus, or asks. */
export function registerRoomCommands(
  current: CurrentSession,
  rows: RoomRows,
  pick: PickKnownRoom,
): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(command('rocketchat.refreshRooms', () => rows.refresh()));
  lifetime.own(
    command('_rocketchat.lookForStars', () => {
      rows.lookForStars();
      return Promise.resolve();
    }),
  );
  lifetime.own(
    command('rocketchat.openRoomInBrowser', async (row) => {
      const session = current.get();
      if (!session) return;
      const room =
        rows.roomOf(row ?? rows.selected()) ?? (await pick(session, vscode.l10n.t('Open Room in Browser')));
      if (room) await vscode.env.openExternal(vscode.Uri.parse(session.linkTo(room)));
    }),
  );
  return lifetime;
}
