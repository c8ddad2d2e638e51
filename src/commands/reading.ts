import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { unreadRooms, unreadThreads } from '../model/reading';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import { inTurn } from './inTurn';
import { loaded } from './roomTargets';
import { signedIn } from './signedIn';

/** What these commands need of the views: what a row is of, and a picker for when there is no row. */
export interface ReadingViews {
  messageOf(row: unknown): Message | undefined;
  /** All rows that are selected, while they are seen. */
  allSelected(): readonly unknown[];
  pickThread(session: Session, title: string, threads: readonly Message[]): Promise<Message | undefined>;
}

/** A row passes itself and those selected with it; the palette means what is selected, or asks among what is unread. */
export function registerReadingCommands(current: CurrentSession, views: ReadingViews): Disposable {
  const lifetime = new Lifetime();
  type Run = (session: Session, args: readonly unknown[]) => Promise<void>;
  const own = (id: Parameters<typeof command>[0], run: Run) =>
    lifetime.own(command(id, (...args) => signedIn(current, (session) => run(session, args))));
  own('rocketchat.markThreadRead', (session, args) => markThreadRead(session, args, views));
  own('rocketchat.markAllRead', (session, [source]) => {
    // Whoever opens a menu means it; a key is hit by mistake.
    const withoutQuestion = source === 'key' ? 0 : 3;
    return markAllRead(session, { confirm, withoutQuestion });
  });
  return lifetime;
}

/** Threads by their rows, or by those of replies in them. */
export async function markThreadRead(
  session: Session,
  args: readonly unknown[],
  views: ReadingViews,
): Promise<void> {
  const messages = await messagesMeant(session, args, views);
  const threads = new Map(messages.map(({ id, room, thread = id }) => [thread, { id: thread, room }]));
  await inWords(
    inTurn([...threads.values()], (thread) => session.reading.thread(thread)),
    notMarked,
  );
}

export interface AllRead {
  /** So many rooms are marked at once. */
  readonly withoutQuestion: number;
  readonly confirm: (rooms: number) => Promise<boolean>;
}

/** Many rooms are asked about first. */
export async function markAllRead(session: Session, { withoutQuestion, confirm }: AllRead): Promise<void> {
  await loaded(session);
  const { length } = unreadRooms(session.rooms.all());
  if (length === 0) {
    sayNothingUnread();
    return;
  }
  const isMeant = length <= withoutQuestion || (await confirm(length));
  // The question may have stood there for long.
  if (isMeant && !session.signal.aborted) await inWords(readAll(session), notAll);
}

async function confirm(rooms: number): Promise<boolean> {
  const yes = vscode.l10n.t('Mark as Read');
  const question =
    rooms === 1 ? vscode.l10n.t('Mark 1 room as read?') : vscode.l10n.t('Mark {0} rooms as read?', rooms);
  const detail = vscode.l10n.t('With all their threads. This cannot be undone.');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}

async function readAll(session: Session): Promise<void> {
  const options: vscode.ProgressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Marking rooms as read'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    const lifetime = new Lifetime();
    lifetime.own(token.onCancellationRequested(() => lifetime.dispose()));
    session.signal.addEventListener('abort', () => lifetime.dispose(), { signal: lifetime.signal });
    const report = (done: number, of: number) =>
      progress.report({
        message: vscode.l10n.t('{0} of {1}', done + 1, of),
        increment: done === 0 ? 0 : 100 / of,
      });
    try {
      await session.reading.all({ signal: lifetime.signal, report });
    } finally {
      lifetime.dispose();
    }
  });
}

/** A menu of a tree passes a row, and all that are selected if it is one of them. */
async function messagesMeant(
  session: Session,
  [row, selected]: readonly unknown[],
  views: ReadingViews,
): Promise<readonly Message[]> {
  const others: readonly unknown[] = Array.isArray(selected) ? selected : [];
  const passed = messagesOf([row, ...others], views);
  if (passed.length > 0) return passed;
  const atHand = messagesOf(views.allSelected(), views).filter((message) => isUnread(session, message));
  if (atHand.length > 0) return atHand;
  const picked = await pickThread(session, views);
  return picked ? [picked] : [];
}

function messagesOf(rows: readonly unknown[], views: ReadingViews): readonly Message[] {
  return rows.map((row) => views.messageOf(row)).filter((message) => message !== undefined);
}

function isUnread({ rooms }: Session, { id, room, thread = id }: Message): boolean {
  return rooms.get(room)?.unreadThreads.includes(thread) === true;
}

async function pickThread(session: Session, views: ReadingViews): Promise<Message | undefined> {
  await loaded(session);
  const threads = unreadThreads(session.rooms, session.messages);
  if (threads.length > 0) return views.pickThread(session, vscode.l10n.t('Mark Thread Read'), threads);
  void vscode.window.showInformationMessage(vscode.l10n.t('No unread thread is known here yet.'));
  return undefined;
}

function sayNothingUnread(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('No room is unread.'));
}

/** By then it shows as unread again. */
function notMarked(why: string): string {
  return vscode.l10n.t('Not marked as read. {0}', why);
}

/** Others may well be. */
function notAll(why: string): string {
  return vscode.l10n.t('Not all rooms were marked as read. {0}', why);
}
