import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { CommandId } from '../platform/ids';
import type { Conversations } from './conversations';
import { openPerson } from './members';
import type { RoomPickers } from './roomPickers';
import { signedIn } from './signedIn';

const openLink: CommandId = '_rocketchat.openLink';

export interface GoingServices {
  readonly conversations: Pick<Conversations, 'open'>;
  readonly pickers: Pick<RoomPickers, 'anywhere' | 'people'>;
}

/** *Go to Room* over everything, and *New Direct Message*. A room that I am not in is shown, not joined. */
export function registerGoing(
  current: CurrentSession,
  { conversations, pickers }: GoingServices,
): Disposable {
  const lifetime = new Lifetime();
  const goToRoom = async (session: Session) => {
    const picked = await pickers.anywhere(session);
    if (!picked) return;
    if ('link' in picked) await vscode.commands.executeCommand(openLink, picked.link);
    else if ('username' in picked) await openPerson(session, conversations, [picked.username]);
    else await conversations.open({ room: picked.room }, { focus: 'box' });
  };
  const newDirect = (session: Session) => newDirectMessage(session, { conversations, pickers });
  lifetime.own(command('rocketchat.goToRoom', () => signedIn(current, goToRoom)));
  lifetime.own(command('rocketchat.newDirectMessage', () => signedIn(current, newDirect)));
  return lifetime;
}

/** With one person or with several. */
export async function newDirectMessage(
  session: Session,
  { conversations, pickers }: GoingServices,
): Promise<void> {
  const usernames = await pickers.people(session);
  if (usernames) await openPerson(session, conversations, usernames);
}
