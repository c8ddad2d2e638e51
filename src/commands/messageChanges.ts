import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { remove } from '../model/messageEditing';
import { shortened, summaryOf } from '../model/messageText';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { each, one, type MessageAction } from './messageAction';
import type { MessageSurface } from './messageSurface';

export function changes(surface: MessageSurface): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.editMessage',
      action: 'edit',
      title: vscode.l10n.t('Edit Message'),
      nothing: vscode.l10n.t('No message that you may edit here'),
      failed: vscode.l10n.t('Not changed.'),
      run: one((_session, message) => surface.edit(message)),
    },
    {
      command: 'rocketchat.deleteMessage',
      action: 'delete',
      title: vscode.l10n.t('Delete Message'),
      nothing: vscode.l10n.t('No message that you may delete here'),
      failed: vscode.l10n.t('Not deleted.'),
      run: async (session, messages) => {
        if (await confirm(session, messages)) await removeAll(session, messages);
      },
    },
  ];
}

/** A dialog has room for one or two lines. */
const longestQuote = 120;

const removeAll = each(remove);

async function confirm(session: Session, messages: readonly Message[]): Promise<boolean> {
  // Says whether a mark stays.
  await session.settings();
  const { question, detail } = deletionWords(session, messages);
  const yes = vscode.l10n.t('Delete');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes);
  return answer === yes && !session.signal.aborted;
}

/** What is asked before messages are deleted. */
export function deletionWords(
  { rights }: Session,
  messages: readonly Message[],
): { readonly question: string; readonly detail: string } {
  const { length } = messages;
  const marks = messages.filter((message) => rights.leavesMark(message)).length;
  return {
    question:
      length === 1 ? vscode.l10n.t('Delete this message?') : vscode.l10n.t('Delete {0} messages?', length),
    detail: [
      ...quoted(messages),
      `${vscode.l10n.t('It cannot be undone.')} ${leftBehind(marks, length)}`,
    ].join('\n\n'),
  };
}

/** So that nobody deletes another one than meant. */
function quoted([message, ...others]: readonly Message[]): readonly string[] {
  const summary = message && others.length === 0 ? summaryOf(message) : undefined;
  if (summary?.kind !== 'text') return [];
  return [plainText(vscode.l10n.t('“{0}”', shortened(summary.text, longestQuote)))];
}

function leftBehind(marks: number, all: number): string {
  if (marks === 0) return vscode.l10n.t('Nothing of it stays to be seen.');
  return marks === all
    ? vscode.l10n.t('A mark stays where it was.')
    : vscode.l10n.t('Where a thread hangs on one, a mark stays.');
}
