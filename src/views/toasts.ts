import * as vscode from 'vscode';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Whisper } from '../model/live';
import type { MessageId } from '../model/message';
import { shortened } from '../model/messageText';
import type { Notice } from '../model/notice';
import type { RoomId } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import type { Shared } from '../model/shared';
import type { Snooze } from '../model/snooze';
import { targetOf, toastContent, type OneMessage, type ToastContent } from '../model/toastContent';
import { Toasts } from '../model/toasts';
import type { Parcel } from '../model/unsent';
import { Whispers } from '../model/whispers';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import { setting } from '../platform/setting';
import { toastText } from './toastText';

export interface ToastServices {
  readonly current: CurrentSession;
  readonly clock: Clock;
  readonly snooze: Pick<Snooze, 'isOn'>;
  /** What was shared from here. */
  readonly shared: Pick<Shared, 'has'>;
  /** Whether this window had the focus last. */
  readonly focus: { isMine(): Promise<boolean> };
  readonly debugging: { isOn(): boolean; readonly onDidChange: Event<void> };
  readonly screen: Screen;
  readonly answers: Answers;
}

/** Where messages are seen. */
export interface Screen {
  /** Whether all that comes there is being seen in a window that has the focus. */
  isOnScreen(room: RoomId, thread?: MessageId): boolean;
  /** Whether threads and mentions of there are: trees list nothing else. */
  isListed(room: RoomId, thread?: MessageId): boolean;
  reveal(room: RoomId, thread?: MessageId): Promise<void>;
}

export interface Answers {
  reply(session: Session, message: OneMessage): Promise<void>;
  /** A message of mine from here has arrived. */
  readonly onDidDeliver: Event<Parcel>;
  /** A message of mine did not get there, and the person is told so. */
  readonly onDidMiss: Event<Parcel>;
}

/** Announces what the server wants announced to the account in use, and quietly. */
export function showToasts(services: ToastServices): Disposable {
  const lifetime = new Lifetime();
  let ofSession = new Lifetime();
  const follow = (session: Session | undefined) => {
    ofSession.dispose();
    ofSession = new Lifetime();
    if (!session) return;
    ofSession.own(announce(session, services));
    ofSession.own(showWhispers(session, services));
  };
  lifetime.own({ dispose: () => ofSession.dispose() });
  lifetime.own(services.current.onDidChange(follow));
  follow(services.current.get());
  return lifetime;
}

function announce(session: Session, services: ToastServices): Disposable {
  const { clock, snooze, focus, debugging, screen } = services;
  const lifetime = new Lifetime();
  const toasts = lifetime.own(
    new Toasts({
      rooms: session.rooms,
      messages: session.messages,
      username: session.account.username,
      clock,
      isQuiet: () => snooze.isOn || setting('rocketchat.notifications') === 'off',
      isOnScreen: (notice) => isSeen(notice, session, screen),
      isMine: () => focus.isMine(),
      show: (notices) => reported('toast', () => showToast(notices, session, services)),
    }),
  );
  const heedDebugging = () => toasts.hold(debugging.isOn());
  lifetime.own(debugging.onDidChange(heedDebugging));
  heedDebugging();
  lifetime.own(session.live.onDidNotify((notice) => toasts.take(notice)));
  return lifetime;
}

/** Which message is a mention is known once it has come. */
function isSeen({ room, thread, message }: Notice, { messages }: Session, screen: Screen): boolean {
  if (screen.isOnScreen(room, thread)) return true;
  const mayBeListed = thread !== undefined || messages.get(message)?.mentionsMe === true;
  return mayBeListed && screen.isListed(room, thread);
}

/** Never rejects for what its buttons do: by then another toast may stand. */
async function showToast(
  notices: readonly Notice[],
  session: Session,
  services: ToastServices,
): Promise<void> {
  const { account, rooms, messages } = session;
  const mine = { userId: account.userId, isShared: (id: MessageId) => services.shared.has(id) };
  const content = toastContent(notices, { rooms, messages }, mine);
  const reply = vscode.l10n.t('Reply');
  const open = vscode.l10n.t('Open');
  const buttons = 'room' in content && content.room ? [reply, open] : [open];
  const answer = await vscode.window.showInformationMessage(plainText(toastText(content)), ...buttons);
  const isCurrent = services.current.get() === session;
  if (answer === open)
    void reported('open', () => openContent(content, isCurrent ? services.screen : undefined));
  if (answer === reply && 'notice' in content)
    void reported('reply', () => services.answers.reply(session, content));
}

/** Without a screen where another account is in use by now. */
async function openContent(content: ToastContent, screen: Screen | undefined): Promise<void> {
  if (content.kind === 'rooms' || !screen) {
    await vscode.commands.executeCommand('rocketchat.rooms.focus');
    return;
  }
  const { room, thread } = 'notice' in content ? targetOf(content.notice) : content.target;
  await screen.reveal(room, thread);
}

function showWhispers(session: Session, { clock, answers }: ToastServices): Disposable {
  const lifetime = new Lifetime();
  const show = (whisper: Whisper) => {
    const words = whisperText(whisper, session.rooms.get(whisper.room)?.name);
    void vscode.window.showInformationMessage(plainText(words));
  };
  const whispers = lifetime.own(new Whispers({ clock, show }));
  lifetime.own(session.live.onDidWhisper((whisper) => whispers.take(whisper)));
  lifetime.own(answers.onDidDeliver(({ entry }) => whispers.noteDelivery(entry.place.room)));
  lifetime.own(answers.onDidMiss(({ entry }) => whispers.noteFailure(entry.place.room)));
  return lifetime;
}

function whisperText({ text }: Whisper, room: string | undefined): string {
  const words = shortened(text);
  return room === undefined ? words : vscode.l10n.t('{0}, only for you: {1}', room, words);
}
