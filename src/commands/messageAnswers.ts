import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { react } from '../model/messageReaction';
import type { Session } from '../model/session';
import { one, type MessageAction } from './messageAction';
import type { EmojiList, MessageSurface } from './messageSurface';
import { pickEmoji } from './pickEmoji';

/** What one says to a message. */
export function answers(surface: MessageSurface, emoji: EmojiList): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.replyInThread',
      action: 'reply',
      title: vscode.l10n.t('Reply in Thread'),
      nothing: vscode.l10n.t('No message to reply to here'),
      failed: vscode.l10n.t('The thread could not be opened.'),
      run: one((_session, message) => surface.reply(message)),
    },
    {
      command: 'rocketchat.quoteMessage',
      action: 'quote',
      title: vscode.l10n.t('Quote Message'),
      nothing: vscode.l10n.t('No message to quote here'),
      failed: vscode.l10n.t('The message could not be quoted.'),
      run: one((_session, message) => surface.quote(message)),
    },
    {
      command: 'rocketchat.addReaction',
      action: 'react',
      title: vscode.l10n.t('Add Reaction'),
      nothing: vscode.l10n.t('No message to react to here'),
      failed: vscode.l10n.t('Your reaction did not arrive.'),
      run: one((session, message) => addReaction(session, message, { surface, emoji })),
    },
  ];
}

interface Pickers {
  readonly surface: MessageSurface;
  readonly emoji: EmojiList;
}

async function addReaction(session: Session, message: Message, { surface, emoji }: Pickers): Promise<void> {
  if (surface.pickReaction(message)) return;
  const name = await pickEmoji(emoji, session, message);
  if (name === undefined || session.signal.aborted) return;
  await react(session, message, name);
  await emoji.use(name);
}
