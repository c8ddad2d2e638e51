import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import type { CurrentSession, Session } from '../model/session';
import type { Shared } from '../model/shared';
import type { OneMessage } from '../model/toastContent';
import type { Parcel } from '../model/unsent';
import { log } from '../platform/log';
import { plainText } from '../platform/plainText';
import type { Delivery } from './delivery';

/** Asks for an answer to a message and sends it; where the message is in a thread, there. */
export async function reply(
  delivery: Pick<Delivery, 'reply'>,
  session: Session,
  { room, notice, sender, place, text: said }: OneMessage,
): Promise<void> {
  if (!room) return;
  const title =
    place === undefined
      ? vscode.l10n.t('Reply to {0}', sender)
      : vscode.l10n.t('Reply to {0} in {1}', sender, place);
  const text = await vscode.window.showInputBox({
    title: plainText(title),
    prompt: said === undefined ? undefined : plainText(said),
    placeHolder: notice.thread === undefined ? undefined : vscode.l10n.t('Goes to the thread'),
    ignoreFocusOut: true,
  });
  if (text === undefined || text.trim() === '') return;
  await delivery.reply(session, { room, thread: notice.thread, text });
}

/** Whoever answers has read it; what was shared is remembered, so that answers to it are told as such. */
export function followDeliveries(
  { onDidDeliver }: { readonly onDidDeliver: Event<Parcel> },
  sessions: CurrentSession,
  shared: Pick<Shared, 'add'>,
): Disposable {
  const follow = async (parcel: Parcel) => {
    try {
      if (parcel.kind === 'reply') await markRead(sessions.get(), parcel);
      else await shared.add(parcel.entry.id);
    } catch (error) {
      // Nobody asked for it: it stays unread, or nameless.
      log.error('after sending', error);
    }
  };
  return onDidDeliver((parcel) => void follow(parcel));
}

async function markRead(session: Session | undefined, { account, entry }: Parcel): Promise<void> {
  if (session?.account.id !== account) return;
  const { room, thread } = entry;
  if (thread === undefined) await session.reading.room(room, { threads: false });
  else await session.reading.thread({ id: thread, room });
}
