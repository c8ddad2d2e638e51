import * as vscode from 'vscode';
import { messageId } from '../model/message';
import { react } from '../model/messageReaction';
import { reported } from '../platform/command';
import type { CommandId } from '../platform/ids';
import { handle, type Handlers } from './handlers';
import type { Part } from './part';
import type { FromPage } from './protocol/conversation';
import { actions, type Action } from './protocol/message';
import type { ReadingPage } from './sessionPage';

/** What is done to messages: by the commands that their menus run, but for a click on a reaction. */
export class ActionsPart implements Part {
  private readonly handlers: Handlers = {
    action: ({ action, message }) => {
      const known = actions.find((one) => one === action);
      if (known) void reported(action, () => this.run(known, message));
    },
    react: ({ message, emoji }) => void reported('react', () => this.react(message, emoji)),
  };

  constructor(private readonly page: ReadingPage) {}

  begin(): void {
    // What is offered comes with the messages.
  }

  heed(message: FromPage): boolean {
    return handle(message, this.handlers);
  }

  dispose(): void {
    // It owns nothing.
  }

  /** The command gets what its menu entry would get. */
  private async run(action: Action, message: string): Promise<void> {
    const context = { webviewSection: 'message', rocketchatMessage: message };
    await vscode.commands.executeCommand(actionCommands[action], context);
  }

  private async react(id: string, emoji: string): Promise<void> {
    const { session } = this.page;
    const message = session.messages.get(messageId(id));
    if (message) await react(session, message, emoji);
  }
}

/** The command of each action, as menus and the palette know it. */
const actionCommands: Readonly<Record<Action, CommandId>> = {
  reply: 'rocketchat.replyInThread',
  quote: 'rocketchat.quoteMessage',
  react: 'rocketchat.addReaction',
  edit: 'rocketchat.editMessage',
  editInComposer: 'rocketchat.editInComposer',
  delete: 'rocketchat.deleteMessage',
  pin: 'rocketchat.pinMessage',
  unpin: 'rocketchat.unpinMessage',
  star: 'rocketchat.starMessage',
  unstar: 'rocketchat.unstarMessage',
  follow: 'rocketchat.followThread',
  unfollow: 'rocketchat.unfollowThread',
  report: 'rocketchat.reportMessage',
  ignore: 'rocketchat.ignoreUser',
  unignore: 'rocketchat.unignoreUser',
  receipts: 'rocketchat.showReadReceipts',
  copyText: 'rocketchat.copyMessageText',
  copyLink: 'rocketchat.copyMessageLink',
  open: 'rocketchat.openMessageInBrowser',
  show: 'rocketchat.showInConversation',
  discuss: 'rocketchat.discussMessage',
  markUnread: 'rocketchat.markUnreadFromMessage',
};
