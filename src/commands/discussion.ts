import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { Guard } from '../model/guard/guard';
import type { Room } from '../model/room';
import { discuss } from '../model/roomArrival';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import { roomMeant, type RoomQuestion, type RoomSources } from './roomTargets';
import { askSafely } from './safeInput';
import { signedIn } from './signedIn';

export interface DiscussionServices {
  readonly sources: RoomSources;
  readonly conversations: Pick<Conversations, 'open'>;
  readonly guard: Guard;
}

/** Asks for a title, opens the discussion, and leads there. */
export function registerDiscussion(current: CurrentSession, services: DiscussionServices): Disposable {
  return command('rocketchat.newDiscussion', (row) =>
    signedIn(current, (session) => newDiscussion(session, row, services)),
  );
}

/** Nothing happens where the person turns away. */
export async function newDiscussion(
  session: Session,
  row: unknown,
  { sources, conversations, guard }: DiscussionServices,
): Promise<void> {
  const parent = await roomMeant(session, [row], { sources, question: question() });
  if (!parent) return;
  const title = await askForTitle(parent, guard);
  if (title === undefined || session.signal.aborted) return;
  const { id } = await inWords(discuss(session, parent.id, { title }), (why) =>
    vscode.l10n.t('No discussion was opened. {0}', why),
  );
  await conversations.open({ room: id }, { focus: 'box' });
}

function askForTitle({ name }: Room, guard: Guard): Promise<string | undefined> {
  return askSafely(guard, {
    title: vscode.l10n.t('New Discussion'),
    prompt: plainText(vscode.l10n.t('What is to be discussed? Everybody in {0} can join.', name)),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('Type a title') : undefined),
  });
}

function question(): RoomQuestion {
  return {
    title: vscode.l10n.t('New Discussion'),
    action: 'discuss',
    nothing: vscode.l10n.t('There is no room where you may open a discussion.'),
  };
}
