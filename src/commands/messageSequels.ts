import * as vscode from 'vscode';
import type { Guard } from '../model/guard/guard';
import type { Message } from '../model/message';
import { summaryOf } from '../model/messageText';
import { discuss } from '../model/roomArrival';
import type { Session } from '../model/session';
import type { Conversations } from './conversations';
import { one, type MessageAction } from './messageAction';
import { askSafely } from './safeInput';

export interface SequelServices {
  readonly conversations: Pick<Conversations, 'open'>;
  readonly guard: Guard;
}

/** Rooms that come of a message. */
export function sequels(services: SequelServices): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.discussMessage',
      action: 'discuss',
      title: vscode.l10n.t('Start Discussion from Message'),
      nothing: vscode.l10n.t('No message to discuss here'),
      failed: vscode.l10n.t('No discussion was opened.'),
      run: one((session, message) => discussMessage(session, message, services)),
    },
  ];
}

async function discussMessage(
  session: Session,
  message: Message,
  { conversations, guard }: SequelServices,
): Promise<void> {
  const title = await askForTitle(message, guard);
  if (!title) return;
  const { id } = await discuss(session, message.room, { title, from: message.id });
  if (!session.signal.aborted) await conversations.open({ room: id }, { focus: 'box' });
}

function askForTitle(message: Message, guard: Guard): Promise<string | undefined> {
  const summary = summaryOf(message);
  return askSafely(guard, {
    title: vscode.l10n.t('Start Discussion from Message'),
    prompt: vscode.l10n.t('What is to be discussed? The author of the message is invited.'),
    value: summary.kind === 'text' ? summary.text.slice(0, longestTitle) : '',
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('Type a title') : undefined),
  });
}

/** As much as a row of the list of rooms may show. */
const longestTitle = 80;
