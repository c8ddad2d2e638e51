import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { CommandId } from '../platform/ids';
import { roomsMeant, type RoomSources } from './roomTargets';
import { signedIn } from './signedIn';

/** What these commands need of the Rooms view. */
export interface RoomList {
  refresh(): Promise<void>;
  /** Begins to look through the rooms that are left, or stops. */
  lookForStars(): void;
}

/** What the list of rooms does by itself, and what needs no more than a room's address. */
export function registerRoomCommands(
  current: CurrentSession,
  list: RoomList,
  sources: RoomSources,
): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(command('rocketchat.refreshRooms', () => list.refresh()));
  lifetime.own(
    command('_rocketchat.lookForStars', () => {
      list.lookForStars();
      return Promise.resolve();
    }),
  );
  const own = (id: CommandId, title: string, run: WithRooms) =>
    lifetime.own(command(id, (...args) => signedIn(current, meaning(args, { title, sources, run }))));
  own('rocketchat.openRoomInBrowser', vscode.l10n.t('Open Room in Browser'), openInBrowser);
  own('rocketchat.copyRoomLink', vscode.l10n.t('Copy Room Link'), copyLinks);
  return lifetime;
}

type WithRooms = (session: Session, rooms: readonly Room[]) => Promise<void>;

interface Meaning {
  readonly title: string;
  readonly sources: RoomSources;
  readonly run: WithRooms;
}

function meaning(args: readonly unknown[], { title, sources, run }: Meaning) {
  const question = { title, nothing: vscode.l10n.t('You have no rooms yet.') };
  return async (session: Session) => {
    const rooms = await roomsMeant(session, args, { sources, question });
    if (rooms.length > 0) await run(session, rooms);
  };
}

async function openInBrowser(session: Session, rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) await vscode.env.openExternal(vscode.Uri.parse(session.linkTo(room), true));
}

/** One on each line. */
async function copyLinks(session: Session, rooms: readonly Room[]): Promise<void> {
  await vscode.env.clipboard.writeText(rooms.map((room) => session.linkTo(room)).join('\n'));
  const said =
    rooms.length === 1 ? vscode.l10n.t('Link copied') : vscode.l10n.t('{0} links copied', rooms.length);
  vscode.window.setStatusBarMessage(said, 3000);
}
