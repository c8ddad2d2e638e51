import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import type { Message } from '../model/message';
import { NotJoined } from '../model/messageActions';
import type { Action } from '../model/offers';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';
import type { CommandId } from '../platform/ids';
import { plainText } from '../platform/plainText';
import { inTurn } from './inTurn';
import { joinRoom } from './joinChannel';

/** What is asked where no message is at hand. */
export interface MessageQuestion {
  readonly title: string;
  /** Said when no message applies. */
  readonly nothing: string;
  /** Only such messages are offered. */
  applies(message: Message): boolean;
}

/** Something that can be done to messages. */
export interface MessageAction extends Omit<MessageQuestion, 'applies'> {
  readonly command: CommandId;
  readonly action: Action;
  /** What did not happen; short, since VS Code cuts a toast without buttons after one line. */
  readonly failed: string;
  /** Who may, where the person may not; absent where everybody may. */
  readonly allowed?: (room: string) => string;
  /** At least one. */
  readonly run: (session: Session, messages: readonly Message[]) => Promise<void>;
}

type OnOne = (session: Session, message: Message) => Promise<void>;

/** For what is done to one at a time: of several rows the one that the menu was opened on. */
export function one(run: OnOne): MessageAction['run'] {
  return async (session, [message]) => {
    if (message) await run(session, message);
  };
}

/** For what is done to several as well, one after another. */
export function each(run: OnOne): MessageAction['run'] {
  return (session, messages) => inTurn(messages, (message) => run(session, message));
}

/** Does it, and puts a failure into the words of what was asked for. */
export async function attempt(
  action: MessageAction,
  session: Session,
  messages: readonly Message[],
): Promise<void> {
  try {
    await action.run(session, messages);
  } catch (error) {
    if (error instanceof vscode.CancellationError || failureOf(error)?.kind === 'cancelled') throw error;
    if (!(error instanceof NotJoined)) throw inWords(action, session, { messages, error });
    if (await joined(session, error, action.failed)) await attempt(action, session, messages);
  }
}

async function joined(session: Session, { room }: NotJoined, failed: string): Promise<boolean> {
  const join = plainText(vscode.l10n.t('Join #{0}', room.name));
  const question = plainText(vscode.l10n.t('{0} You have not joined #{1}.', failed, room.name));
  if ((await vscode.window.showInformationMessage(question, join)) !== join) return false;
  return (await joinRoom(session, room.id)) !== undefined;
}

interface Failed {
  readonly messages: readonly Message[];
  readonly error: unknown;
}

function inWords(action: MessageAction, session: Session, { messages, error }: Failed): Error {
  const room = messages[0] && session.rooms.get(messages[0].room);
  const isForbidden = failureOf(error)?.kind === 'forbidden';
  const why = isForbidden && action.allowed ? action.allowed(room?.name ?? '') : explain(error);
  return new Error(vscode.l10n.t('{0} {1}', action.failed, why), { cause: error });
}
