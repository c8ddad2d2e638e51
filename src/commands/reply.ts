import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import type { Guard } from '../model/guard/guard';
import { checkText } from '../model/guard/leaving';
import type { CurrentSession, Session } from '../model/session';
import type { Shared } from '../model/shared';
import type { OneMessage } from '../model/toastContent';
import type { Parcel } from '../model/unsent';
import { log } from '../platform/log';
import { plainText } from '../platform/plainText';
import type { Delivery } from './delivery';

export interface ReplyServices {
  readonly delivery: Pick<Delivery, 'reply'>;
  readonly guard: Guard;
}

/** Asks for an answer to a message and sends it; where the message is in a thread, there. */
export async function reply(
  { delivery, guard }: ReplyServices,
  session: Session,
  message: OneMessage,
): Promise<void> {
  const { room, notice } = message;
  if (!room) return;
  const text = await askReply(message, guard);
  if (text !== undefined) await delivery.reply(session, { room, thread: notice.thread, text });
}

/** Undefined when there is nothing to send. Whoever leaves with something typed can come back to it. */
async function askReply(message: OneMessage, guard: Guard): Promise<string | undefined> {
  let answer = await typed(message, '');
  while (answer.text.trim() !== '') {
    if (answer.isAccepted) {
      const safe = await checkText(guard, answer.text);
      if (safe !== undefined) return safe;
    } else if (!(await wantsToGoOn(message))) return undefined;
    answer = await typed(message, answer.text);
  }
  return undefined;
}

interface Typed {
  readonly text: string;
  readonly isAccepted: boolean;
}

function typed({ notice, sender, place, text: said }: OneMessage, draft: string): Promise<Typed> {
  const box = vscode.window.createInputBox();
  const title =
    place === undefined
      ? vscode.l10n.t('Reply to {0}', sender)
      : vscode.l10n.t('Reply to {0} in {1}', sender, place);
  box.title = plainText(title);
  box.prompt = said === undefined ? undefined : plainText(said);
  box.placeholder = notice.thread === undefined ? undefined : vscode.l10n.t('Goes to the thread');
  box.value = draft;
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    // The first one counts: a box that was accepted hides too.
    box.onDidAccept(() => {
      resolve({ text: box.value, isAccepted: true });
      box.hide();
    });
    box.onDidHide(() => {
      resolve({ text: box.value, isAccepted: false });
      box.dispose();
    });
    box.show();
  });
}

async function wantsToGoOn({ sender }: OneMessage): Promise<boolean> {
  const goOn = vscode.l10n.t('Go On');
  const words = plainText(vscode.l10n.t('Your reply to {0} was not sent.', sender));
  return (await vscode.window.showInformationMessage(words, goOn, vscode.l10n.t('Discard'))) === goOn;
}

/** Whoever answers has read it; what was shared is remembered, so that answers to it are told as such. */
export function followDeliveries(
  { onDidDeliver }: { readonly onDidDeliver: Event<Parcel> },
  sessions: CurrentSession,
  shared: Pick<Shared, 'add'>,
): Disposable {
  const follow = async (parcel: Parcel) => {
    try {
      const { id, kind } = parcel.entry;
      if (kind === 'reply') await markRead(sessions.get(), parcel);
      if (kind === 'share') await shared.add(id);
    } catch (error) {
      // Nobody asked for it: it stays unread, or nameless.
      log.error('after sending', error);
    }
  };
  return onDidDeliver((parcel) => void follow(parcel));
}

async function markRead(inUse: Session | undefined, { session, entry }: Parcel): Promise<void> {
  if (inUse?.account.id !== session.account.id) return;
  const { room, thread } = entry.place;
  if (thread === undefined) await inUse.reading.room(room, { threads: false });
  else await inUse.reading.thread({ id: thread, room });
}
