import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { NotJoined, pin, star, unpin, unstar } from '../model/messageActions';
import { isMarkable } from '../model/offers';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import type { CommandId } from '../platform/ids';
import { Offers } from './offers';
import { threadActions } from './threads';

/** What these commands need of the views: the message of a row, and a picker for when there is no row. */
export interface Messages {
  messageOf(row: unknown): Message | undefined;
  /** The row in focus, while rows are seen. */
  selected(): unknown;
  pick(session: Session, question: MessageQuestion): Promise<Message | undefined>;
}

export interface MessageQuestion {
  readonly title: string;
  readonly nothing: string;
  /** Only such messages are offered. */
  applies(message: Message): boolean;
}

/** Something that can be done to a message. */
export interface MessageAction extends MessageQuestion {
  readonly command: CommandId;
  /** What did not happen; short, since VS Code cuts a toast without buttons after one line. */
  readonly failed: string;
  /** Who may, where the person may not; absent where everybody may. */
  readonly allowed?: (room: string) => string;
  run(session: Session, message: Message): Promise<void>;
}

/** A row passes itself; the palette means the row in focus, or asks among the recent messages of the room in hand. */
export function registerMessageCommands(current: CurrentSession, messages: Messages): Disposable {
  const lifetime = new Lifetime();
  for (const action of actions()) lifetime.own(register(action, current, messages));
  lifetime.own(new Offers(current));
  return lifetime;
}

function register(action: MessageAction, current: CurrentSession, messages: Messages): Disposable {
  return command(action.command, async (row) => {
    const session = current.get();
    if (!session) {
      await vscode.commands.executeCommand('rocketchat.signIn');
      return;
    }
    const message =
      messages.messageOf(row) ?? inFocus(messages, action) ?? (await messages.pick(session, action));
    if (message) await attempt(action, session, message);
  });
}

function inFocus(messages: Messages, action: MessageAction): Message | undefined {
  const message = messages.messageOf(messages.selected());
  return message && action.applies(message) ? message : undefined;
}

async function attempt(action: MessageAction, session: Session, message: Message): Promise<void> {
  try {
    await action.run(session, message);
  } catch (error) {
    if (error instanceof NotJoined) return offerToJoin(action, session, message, error);
    if (failureOf(error)?.kind === 'cancelled') throw error;
    throw new Error(vscode.l10n.t('{0} {1}', action.failed, reason(action, session, message, error)), {
      cause: error,
    });
  }
}

function reason(action: MessageAction, session: Session, message: Message, error: unknown): string {
  const room = session.rooms.get(message.room)?.name ?? '';
  const isForbidden = failureOf(error)?.kind === 'forbidden';
  return isForbidden && action.allowed ? action.allowed(room) : explain(error);
}

async function offerToJoin(
  action: MessageAction,
  session: Session,
  message: Message,
  { room }: NotJoined,
): Promise<void> {
  const join = plainText(vscode.l10n.t('Join #{0}', room.name));
  const question = plainText(vscode.l10n.t('{0} You have not joined #{1}.', action.failed, room.name));
  if ((await vscode.window.showInformationMessage(question, join)) !== join) return;
  await session.client.channels.join({ roomId: room.id }, { signal: session.signal });
  await session.sync.refresh('person');
  await attempt(action, session, message);
}

async function openInBrowser(session: Session, message: Message): Promise<void> {
  const room = session.rooms.get(message.room);
  if (room) await vscode.env.openExternal(vscode.Uri.parse(session.linkTo(room, message), true));
}

function mayPin(room: string): string {
  return vscode.l10n.t('In {0} only owners and moderators may.', room);
}

function actions(): MessageAction[] {
  return [opening(), ...pins(), ...stars(), ...threadActions()];
}

function opening(): MessageAction {
  return {
    command: 'rocketchat.openMessageInBrowser',
    title: vscode.l10n.t('Open Message in Browser'),
    nothing: vscode.l10n.t('No message to open here'),
    failed: vscode.l10n.t('The message could not be opened.'),
    applies: () => true,
    run: openInBrowser,
  };
}

function pins(): MessageAction[] {
  return [
    {
      command: 'rocketchat.pinMessage',
      title: vscode.l10n.t('Pin Message'),
      nothing: vscode.l10n.t('No message to pin here'),
      failed: vscode.l10n.t('Not pinned.'),
      allowed: mayPin,
      applies: (message) => isMarkable(message) && !message.isPinned,
      run: pin,
    },
    {
      command: 'rocketchat.unpinMessage',
      title: vscode.l10n.t('Unpin Message'),
      nothing: vscode.l10n.t('No pinned message among the recent ones here'),
      failed: vscode.l10n.t('Still pinned.'),
      allowed: mayPin,
      applies: (message) => isMarkable(message) && message.isPinned,
      run: unpin,
    },
  ];
}

function stars(): MessageAction[] {
  return [
    {
      command: 'rocketchat.starMessage',
      title: vscode.l10n.t('Star Message'),
      nothing: vscode.l10n.t('No message to star here'),
      failed: vscode.l10n.t('Not starred.'),
      applies: (message) => isMarkable(message) && !message.isStarred,
      run: star,
    },
    {
      command: 'rocketchat.unstarMessage',
      title: vscode.l10n.t('Unstar Message'),
      nothing: vscode.l10n.t('No starred message among the recent ones here'),
      failed: vscode.l10n.t('Still starred.'),
      applies: (message) => isMarkable(message) && message.isStarred,
      run: unstar,
    },
  ];
}
