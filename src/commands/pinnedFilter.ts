import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room, RoomId } from '../model/room';
import type { CurrentSession } from '../model/session';
import { command } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { PickKnownRoom } from './roomTargets';

/** What these commands need of the Rooms view. */
export interface PinnedRows {
  /** The room of a row, or of the row that it is under. */
  roomOf(row: unknown): Room | undefined;
  /** The row in focus, while rows are seen. */
  selected(): unknown;
  filterOf(room: RoomId): string | undefined;
  filterPins(room: RoomId, text: string): Promise<void>;
  /** Of every room where none is named. */
  unfilterPins(room?: RoomId): void;
}

/** A row passes itself; the palette means the room in focus, or asks for one. */
export function registerPinnedFilter(
  current: CurrentSession,
  rows: PinnedRows,
  pick: PickKnownRoom,
): Disposable {
  const lifetime = new Lifetime();
  const title = vscode.l10n.t('Filter Pinned Messages');
  lifetime.own(
    command('rocketchat.filterPinned', async (row) => {
      const session = current.get();
      if (!session) return;
      const room = rows.roomOf(row ?? rows.selected()) ?? (await pick(session, title, isListed));
      if (room) await askAndFilter(title, room, rows);
    }),
  );
  lifetime.own(
    command('rocketchat.clearPinnedFilter', (row) => {
      const room = rows.roomOf(row ?? rows.selected());
      const isFiltered = room && rows.filterOf(room.id) !== undefined;
      rows.unfilterPins(isFiltered ? room.id : undefined);
      return Promise.resolve();
    }),
  );
  return lifetime;
}

/** The pins of any other have no row. */
function isListed({ isHidden, isArchived }: Room): boolean {
  return !isHidden && !isArchived;
}

/** No text shows all pins again. */
async function askAndFilter(title: string, room: Room, rows: PinnedRows): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: plainText(vscode.l10n.t('{0} ({1})', title, room.name)),
    prompt: vscode.l10n.t('Shows pins with this in their text, author, file names or titles'),
    value: rows.filterOf(room.id),
  });
  if (text === undefined) return;
  if (text.trim() === '') rows.unfilterPins(room.id);
  else await rows.filterPins(room.id, text);
}
