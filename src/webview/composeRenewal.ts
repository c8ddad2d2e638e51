import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import type { MessageInRoom } from '../model/compositionDrafts';
import { renewalOf } from '../model/compositionEditing';
import { formOf } from '../model/compositionMessage';
import { messageFromWire, type Message } from '../model/message';
import { shortened } from '../model/messageText';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { MakeComposePart, OpenComposer } from './composePart';

/** Which text is to stand in the form; undefined where nobody has said. */
export type AskWhichText = (now: string) => Promise<'new' | 'mine' | undefined>;

/** A message may be changed elsewhere while the draft of its change waits: whoever opens that is told. */
export function renewalPart(ask: AskWhichText): MakeComposePart {
  return (composer) => {
    const { edits } = composer.draft;
    if (edits) void reported('compare with message', () => renew(composer, edits, ask));
    return {
      begin: () => undefined,
      heed: () => false,
      dispose: () => undefined,
    };
  };
}

const longestQuote = 120;

export async function askWhichText(now: string): Promise<'new' | 'mine' | undefined> {
  const [take, keep] = [vscode.l10n.t('Take New Text'), vscode.l10n.t('Keep My Text')];
  const said = vscode.l10n.t(
    'The message that you are changing has been changed since. It reads now: “{0}”',
    shortened(now, longestQuote),
  );
  const answer = await vscode.window.showWarningMessage(plainText(said), take, keep);
  if (answer === undefined) return undefined;
  return answer === take ? 'new' : 'mine';
}

async function renew(composer: OpenComposer, { message: id }: MessageInRoom, ask: AskWhichText) {
  const { draft, signal } = composer;
  const message = await messageNow(composer, id);
  if (!message) return;
  const now = formOf(message);
  const renewal = renewalOf(draft, now);
  if (renewal.kind === 'none') return;
  const answer = renewal.kind === 'follow' ? 'new' : await ask(renewal.text);
  // Where nobody has said, they are asked when it is opened again.
  if (answer !== undefined && !signal.aborted) settle(composer, now.text, answer);
}

function settle(composer: OpenComposer, text: string, answer: 'new' | 'mine'): void {
  const { draft } = composer;
  // By now it may be a message of its own, which goes its own way.
  if (!draft.edits) return;
  draft.setSaid({ ...draft.form, text });
  if (answer === 'mine') return;
  draft.setForm({ ...draft.form, text });
  composer.tell({ type: 'form', form: draft.form });
}

/** As the server has it; undefined where nobody can say. Sending says what is wrong with it. */
async function messageNow(
  { session, signal }: OpenComposer,
  id: MessageInRoom['message'],
): Promise<Message | undefined> {
  try {
    const { message } = await session.client.chat.getMessage({ msgId: id }, { signal });
    return messageFromWire(message, session.account.userId);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
