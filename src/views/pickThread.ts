import * as vscode from 'vscode';
import type { Message } from '../model/message';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { firstLine } from './messageItem';
import { relativeTime } from './relativeTime';
import { shownMessage } from './shownMessage';

/** Asks for one of these threads, by their first messages. */
export async function pickThread(
  session: Session,
  title: string,
  threads: readonly Message[],
): Promise<Message | undefined> {
  const items = threads.map((thread) => ({
    thread,
    label: `$(comment-discussion) ${plainText(firstLine(shownMessage(session, thread)))}`,
    description: plainText(session.rooms.get(thread.room)?.name ?? ''),
    detail: plainText(
      `${thread.author.name} · ${relativeTime(thread.lastReplyAt ?? thread.sentAt, Date.now())}`,
    ),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Type to filter the unread threads'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.thread;
}
