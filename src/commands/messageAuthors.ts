import * as vscode from 'vscode';
import type { Guard } from '../model/guard/guard';
import type { Message } from '../model/message';
import { ignoreAuthor, report } from '../model/messageAuthor';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { one, type MessageAction } from './messageAction';
import { askSafely } from './safeInput';

/** What is done about those who wrote a message. */
export function authors(guard: Guard): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.ignoreUser',
      action: 'ignore',
      title: vscode.l10n.t('Ignore User'),
      nothing: vscode.l10n.t('No message of others here'),
      failed: vscode.l10n.t('Not ignored.'),
      run: one(ignore),
    },
    {
      command: 'rocketchat.unignoreUser',
      action: 'unignore',
      title: vscode.l10n.t('Stop Ignoring User'),
      nothing: vscode.l10n.t('No message of anybody you ignore here'),
      failed: vscode.l10n.t('Still ignored.'),
      run: one((session, message) => ignoreAuthor(session, message, false)),
    },
    {
      command: 'rocketchat.reportMessage',
      action: 'report',
      title: vscode.l10n.t('Report Message'),
      nothing: vscode.l10n.t('No message of others here'),
      failed: vscode.l10n.t('Not reported.'),
      run: one((session, message) => askAndReport(session, message, guard)),
    },
  ];
}

async function ignore(session: Session, message: Message): Promise<void> {
  await ignoreAuthor(session, message, true);
  const room = session.rooms.get(message.room)?.name ?? '';
  const undo = vscode.l10n.t('Undo');
  const said = vscode.l10n.t('You ignore {0} in {1}.', message.author.name, room);
  const answer = await vscode.window.showInformationMessage(plainText(said), undo);
  if (answer === undo && !session.signal.aborted) await ignoreAuthor(session, message, false);
}

async function askAndReport(session: Session, message: Message, guard: Guard): Promise<void> {
  const reason = await askSafely(guard, {
    title: plainText(vscode.l10n.t('Report Message of {0}', message.author.name)),
    prompt: vscode.l10n.t('What is wrong with it? Those who look after the server read this.'),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('Type a reason') : undefined),
  });
  if (!reason || session.signal.aborted) return;
  await report(session, message, reason);
  void vscode.window.showInformationMessage(vscode.l10n.t('The message was reported.'));
}
