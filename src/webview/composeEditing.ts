import * as vscode from 'vscode';
import type { MessageInRoom } from '../model/compositionDrafts';
import { leftOutOf } from '../model/compositionMessage';
import { failureOf } from '../api/errors';
import { messageFromWire, type Message } from '../model/message';
import { edit, remove, rewritingFrom, TextTooLong } from '../model/messageEditing';
import { shortened, summaryOf } from '../model/messageText';
import type { Session } from '../model/session';
import { inWords } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { OpenComposer } from './composePart';
import { notThere, tooLong } from './sendingWords';

/** Puts text and previews into the message that was sent, and closes the composer. */
export async function editSent(composer: OpenComposer, { message: id }: MessageInRoom): Promise<void> {
  const { session, draft } = composer;
  const message = await sentMessage(session, id);
  if (!message) throw new Error(notThere());
  const wanted = rewritingFrom(message, draft.form);
  try {
    const changed = wanted ? edit(session, message, wanted) : Promise.resolve();
    await inWords(changed, (why) => vscode.l10n.t('Not changed. {0}', why));
  } catch (error) {
    const { cause } = error instanceof Error ? error : {};
    throw cause instanceof TextTooLong ? new Error(tooLong(cause.length - cause.limit)) : error;
  }
  await draft.remove();
  composer.close();
  if (wanted) vscode.window.setStatusBarMessage(vscode.l10n.t('Message changed'), saidMs);
}

const saidMs = 3_000;
const longestQuote = 120;

/** Whether the old message is to go; `text`: how it reads, where it has any. */
export type AskRemoval = (text: string | undefined) => Promise<boolean>;

/** The corrected copy has arrived: whether the message that it stands in for is to go. */
export async function offerRemoval(
  session: Session,
  { message: id }: MessageInRoom,
  ask: AskRemoval,
): Promise<void> {
  const message = await sentMessage(session, id);
  if (!message || !session.rights.offered(message).includes('delete')) return;
  const summary = summaryOf(message);
  const text = summary.kind === 'text' ? plainText(shortened(summary.text, longestQuote)) : undefined;
  if (!(await ask(text)) || session.signal.aborted) return;
  await inWords(remove(session, message), (why) => vscode.l10n.t('Not deleted. {0}', why));
}

/** Whoever has just sent it waits for that. */
export async function askForRemoval(detail: string | undefined): Promise<boolean> {
  const yes = { title: deleteOld() };
  // In place of a Cancel: nothing is taken back.
  const no = { title: vscode.l10n.t('Keep Both'), isCloseAffordance: true };
  const question = vscode.l10n.t('The corrected copy has been sent. Delete the message that it corrects?');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes, no)) === yes;
}

/** Whoever has closed its tab does something else by now. */
export async function askForRemovalInPassing(text: string | undefined): Promise<boolean> {
  const question =
    text === undefined
      ? vscode.l10n.t('The corrected copy has been sent. Delete the message that it corrects?')
      : vscode.l10n.t('The corrected copy has been sent. Delete the message that it corrects? “{0}”', text);
  const yes = deleteOld();
  const answer = await vscode.window.showInformationMessage(question, yes, vscode.l10n.t('Keep Both'));
  return answer === yes;
}

function deleteOld(): string {
  return vscode.l10n.t('Delete Old Message');
}

/** Files stay with the message that they were sent with; quotes come again from the links in the text. */
export async function sayWhatStays(session: Session, { message: id }: MessageInRoom): Promise<void> {
  const message = await sentMessage(session, id);
  const files = message ? leftOutOf(message).filter(({ kind }) => kind === 'file') : [];
  if (files.length === 0) return;
  const names = files.map(({ label }) => label || vscode.l10n.t('a file')).join(', ');
  const said = vscode.l10n.t(
    'The corrected copy goes without {0}. Attach it again where it is needed.',
    names,
  );
  void vscode.window.showInformationMessage(plainText(said));
}

/** Undefined where it is not there any more. */
async function sentMessage(session: Session, id: MessageInRoom['message']): Promise<Message | undefined> {
  const known = session.messages.get(id);
  if (known) return known;
  try {
    const { message } = await session.client.chat.getMessage({ msgId: id }, { signal: session.signal });
    return messageFromWire(message, session.account.userId);
  } catch (error) {
    if (failureOf(error)?.kind === 'notFound') return undefined;
    throw error;
  }
}
