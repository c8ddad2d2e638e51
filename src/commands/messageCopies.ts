import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { linkToMessage } from '../model/messageLink';
import type { Session } from '../model/session';
import { textOf } from '../model/writtenText';
import { one, type MessageAction } from './messageAction';
import type { MessageSurface } from './messageSurface';

/** Taking a message elsewhere, and going where it is. */
export function copies(surface: MessageSurface): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.copyMessageText',
      action: 'copyText',
      title: vscode.l10n.t('Copy Message Text'),
      nothing: vscode.l10n.t('No message with a text here'),
      failed: vscode.l10n.t('The text could not be copied.'),
      run: (_session, messages) => copy(inOrder(messages).map(textOf).join('\n\n')),
    },
    {
      command: 'rocketchat.copyMessageLink',
      action: 'copyLink',
      title: vscode.l10n.t('Copy Message Link'),
      nothing: vscode.l10n.t('No message here'),
      failed: vscode.l10n.t('The link could not be copied.'),
      run: copyLinks,
    },
    {
      command: 'rocketchat.openMessageInBrowser',
      action: 'open',
      title: vscode.l10n.t('Open Message in Browser'),
      nothing: vscode.l10n.t('No message to open here'),
      failed: vscode.l10n.t('The message could not be opened.'),
      run: one(openInBrowser),
    },
    {
      command: 'rocketchat.showInConversation',
      action: 'show',
      title: vscode.l10n.t('Show in Conversation'),
      nothing: vscode.l10n.t('No message here'),
      failed: vscode.l10n.t('The message could not be shown.'),
      run: one((_session, message) => surface.show(message)),
    },
  ];
}

async function copyLinks(session: Session, messages: readonly Message[]): Promise<void> {
  const links = await Promise.all(inOrder(messages).map((message) => linkToMessage(session, message)));
  await copy(links.join('\n'));
}

/** As they were said, whichever row was selected first. */
function inOrder(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((one, other) => one.sentAt - other.sentAt);
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 2000);
}

async function openInBrowser(session: Session, message: Message): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(await linkToMessage(session, message), true));
}
