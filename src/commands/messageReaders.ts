import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { NeedsLicence, readersOf, type Reader } from '../model/messageReaders';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { one, type MessageAction } from './messageAction';

export function readers(): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.showReadReceipts',
      action: 'receipts',
      title: vscode.l10n.t('Show Read Receipts'),
      nothing: vscode.l10n.t('No message here'),
      failed: vscode.l10n.t('The readers are not known.'),
      run: one(showReaders),
    },
  ];
}

async function showReaders(session: Session, message: Message): Promise<void> {
  const people = await readersInWords(session, message);
  if (session.signal.aborted) return;
  if (people.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nobody has read this message yet.'));
    return;
  }
  const time = timeFormat(session);
  await vscode.window.showQuickPick(
    people.map((reader) => item(reader, time)),
    {
      title: vscode.l10n.t('Read by'),
      placeHolder:
        people.length === 1 ? vscode.l10n.t('1 person') : vscode.l10n.t('{0} people', people.length),
      matchOnDescription: true,
    },
  );
}

async function readersInWords(session: Session, message: Message): Promise<readonly Reader[]> {
  try {
    return await readersOf(session, message);
  } catch (error) {
    if (!(error instanceof NeedsLicence)) throw error;
    throw new Error(vscode.l10n.t('Read receipts need a licence that this server does not have.'), {
      cause: error.cause,
    });
  }
}

function item({ username, name, readAt }: Reader, time: Intl.DateTimeFormat): vscode.QuickPickItem {
  return {
    label: plainText(name ?? username),
    ...(name !== undefined && { description: plainText(`@${username}`) }),
    detail: time.format(readAt),
  };
}

function timeFormat({ preferences: { hourCycle } }: Session): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(vscode.env.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(hourCycle && { hourCycle }),
  });
}
