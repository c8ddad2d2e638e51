import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { openDirect } from '../model/roomArrival';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import type { Conversations } from './conversations';
import type { RoomPickers } from './roomPickers';
import { roomMeant, type RoomQuestion, type RoomSources } from './roomTargets';
import { signedIn } from './signedIn';

export interface MemberServices {
  readonly sources: RoomSources;
  readonly conversations: Pick<Conversations, 'open'>;
  readonly pickers: Pick<RoomPickers, 'member'>;
}

/** Everybody in a room; picking somebody opens the direct message with them. */
export function registerMembers(current: CurrentSession, services: MemberServices): Disposable {
  return command('rocketchat.showMembers', (row) =>
    signedIn(current, (session) => showMembers(session, row, services)),
  );
}

export async function showMembers(
  session: Session,
  row: unknown,
  { sources, conversations, pickers }: MemberServices,
): Promise<void> {
  const room = await roomMeant(session, [row], { sources, question: question() });
  const person = room && (await pickers.member(session, room));
  if (person) await openPerson(session, conversations, [person.username]);
}

/** The direct message with these people, the caret in its box. */
export async function openPerson(
  session: Session,
  conversations: Pick<Conversations, 'open'>,
  usernames: readonly string[],
): Promise<void> {
  const { id } = await inWords(openDirect(session, usernames), (why) =>
    vscode.l10n.t('The direct message could not be opened. {0}', why),
  );
  if (!session.signal.aborted) await conversations.open({ room: id }, { focus: 'box' });
}

function question(): RoomQuestion {
  return {
    title: vscode.l10n.t('Show Members'),
    action: 'members',
    nothing: vscode.l10n.t('There is no room whose members you may see.'),
  };
}
