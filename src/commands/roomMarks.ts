import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room } from '../model/room';
import { LastOwner, leave, markUnread, setFavorite, setMuted } from '../model/roomActions';
import type { RoomAction } from '../model/roomOffers';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { CommandId } from '../platform/ids';
import { plainText } from '../platform/plainText';
import { onEach, roomsMeant, type RoomQuestion, type RoomSources } from './roomTargets';
import { signedIn } from './signedIn';

/** Something that can be done to one room or several. */
export interface RoomMark extends RoomQuestion {
  readonly command: CommandId;
  readonly action: RoomAction;
  /** What did not happen; short, since VS Code cuts a toast without buttons after one line. */
  readonly failed: string;
  /** Asks once, for all of them. */
  readonly confirm?: (rooms: readonly Room[]) => Promise<boolean>;
  readonly run: (session: Session, room: Room) => Promise<void>;
}

/** A row passes itself and those selected with it; the palette means what is at hand, or asks. */
export function registerRoomMarks(current: CurrentSession, sources: RoomSources): Disposable {
  const lifetime = new Lifetime();
  for (const mark of roomMarks())
    lifetime.own(
      command(mark.command, (...args) =>
        signedIn(current, (session) => applyMark(mark, session, { args, sources })),
      ),
    );
  return lifetime;
}

export function roomMarks(): readonly RoomMark[] {
  return [...favorites(), ...notices(), ...readings(), leaving()];
}

export async function applyMark(
  mark: RoomMark,
  session: Session,
  { args, sources }: { readonly args: readonly unknown[]; readonly sources: RoomSources },
): Promise<void> {
  const rooms = await roomsMeant(session, args, { sources, question: mark });
  if (rooms.length === 0 || (mark.confirm && !(await mark.confirm(rooms)))) return;
  // The question may have stood there for long.
  if (!session.signal.aborted) await onEach(rooms, mark.failed, (room) => mark.run(session, room));
}

function favorites(): RoomMark[] {
  return [
    {
      command: 'rocketchat.favoriteRoom',
      action: 'favorite',
      title: vscode.l10n.t('Add Room to Favorites'),
      nothing: vscode.l10n.t('All of your rooms are favorites.'),
      failed: vscode.l10n.t('Not added to the favorites.'),
      run: (session, room) => setFavorite(session, room, true),
    },
    {
      command: 'rocketchat.unfavoriteRoom',
      action: 'unfavorite',
      title: vscode.l10n.t('Remove Room from Favorites'),
      nothing: vscode.l10n.t('No room is a favorite.'),
      failed: vscode.l10n.t('Still a favorite.'),
      run: (session, room) => setFavorite(session, room, false),
    },
  ];
}

function notices(): RoomMark[] {
  return [
    {
      command: 'rocketchat.muteRoom',
      action: 'mute',
      title: vscode.l10n.t('Mute Room'),
      nothing: vscode.l10n.t('All of your rooms are muted.'),
      failed: vscode.l10n.t('Not muted.'),
      run: (session, room) => setMuted(session, room, true),
    },
    {
      command: 'rocketchat.unmuteRoom',
      action: 'unmute',
      title: vscode.l10n.t('Unmute Room'),
      nothing: vscode.l10n.t('No room is muted.'),
      failed: vscode.l10n.t('Still muted.'),
      run: (session, room) => setMuted(session, room, false),
    },
  ];
}

function readings(): RoomMark[] {
  return [
    {
      command: 'rocketchat.markRoomRead',
      action: 'markRead',
      title: vscode.l10n.t('Mark Room Read'),
      nothing: vscode.l10n.t('No room is unread.'),
      failed: vscode.l10n.t('Not marked as read.'),
      // With its threads.
      run: ({ reading }, { id }) => reading.room(id, { threads: true }),
    },
    {
      command: 'rocketchat.markRoomUnread',
      action: 'markUnread',
      title: vscode.l10n.t('Mark Room Unread'),
      nothing: vscode.l10n.t('All of your rooms are unread.'),
      failed: vscode.l10n.t('Not marked as unread.'),
      run: markUnread,
    },
  ];
}

function leaving(): RoomMark {
  return {
    command: 'rocketchat.leaveRoom',
    action: 'leave',
    title: vscode.l10n.t('Leave Room'),
    nothing: vscode.l10n.t('There is no room that you may leave.'),
    failed: vscode.l10n.t('Not left.'),
    confirm: confirmLeaving,
    run: leaveInWords,
  };
}

async function confirmLeaving(rooms: readonly Room[]): Promise<boolean> {
  const yes = vscode.l10n.t('Leave');
  const [room] = rooms;
  const question =
    room && rooms.length === 1
      ? vscode.l10n.t('Leave {0}?', room.name)
      : vscode.l10n.t('Leave {0} rooms?', rooms.length);
  const detail = rooms.some(({ type }) => type === 'p')
    ? vscode.l10n.t('Into a private group you come back only when somebody adds you.')
    : vscode.l10n.t('You can join again later.');
  return (await vscode.window.showWarningMessage(plainText(question), { modal: true, detail }, yes)) === yes;
}

async function leaveInWords(session: Session, room: Room): Promise<void> {
  try {
    await leave(session, room);
  } catch (error) {
    if (!(error instanceof LastOwner)) throw error;
    const words = vscode.l10n.t(
      'You are the last owner of {0}. Make somebody else an owner first.',
      room.name,
    );
    throw new Error(words, { cause: error });
  }
}
