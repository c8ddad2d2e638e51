import type { MessageId } from './message';
import { shortened, summaryOf } from './messageText';
import type { Notice } from './notice';
import { postingObstacle, signedName, type Room, type RoomId } from './room';
import type { Knowledge } from './toastsWaiting';

/** Longer, VS Code cuts it off where it likes. */
const maxText = 120;

/** What a toast says, still without words: one message, several of one room, or of several. */
export type ToastContent = OneMessage | OneRoom | { readonly kind: 'rooms'; count: number; rooms: number };

export interface OneMessage {
  /** `direct`: said to me. `answer`: in a thread that I began, or to what I have shared. */
  readonly kind: 'direct' | 'answer' | 'message';
  readonly notice: Notice;
  readonly sender: string;
  /** Absent where nobody but the sender is there. */
  readonly place: string | undefined;
  /** Absent where it cannot be read here. */
  readonly text: string | undefined;
  /** Where it can be answered; absent where it cannot. */
  readonly room: Room | undefined;
}

export interface OneRoom {
  readonly kind: 'room';
  readonly count: number;
  readonly place: string;
  readonly isDirect: boolean;
  readonly target: ToastTarget;
}

export interface ToastTarget {
  readonly room: RoomId;
  readonly thread?: MessageId;
}

/** Of me and of what I said. */
export interface Mine {
  readonly userId: string;
  /** Whether this message was shared from here. */
  isShared(id: MessageId): boolean;
}

/** What to say of these notices: at least one, the oldest first. */
export function toastContent(notices: readonly Notice[], known: Knowledge, mine: Mine): ToastContent {
  const [first, ...others] = notices;
  if (!first) throw new Error('A toast without a notice');
  if (others.length === 0) return oneMessage(first, known, mine);
  const rooms = new Set(notices.map(({ room }) => room)).size;
  if (rooms > 1) return { kind: 'rooms', count: notices.length, rooms };
  const room = known.rooms.get(first.room);
  const isOneThread = others.every(({ thread }) => thread === first.thread);
  return {
    kind: 'room',
    count: notices.length,
    place: placeOf(first, room),
    isDirect: room?.kind === 'direct',
    target: isOneThread ? targetOf(first) : { room: first.room },
  };
}

/** Where the message of a notice is to be seen. */
export function targetOf({ room, thread }: Notice): ToastTarget {
  return { room, thread };
}

function oneMessage(notice: Notice, known: Knowledge, mine: Mine): OneMessage {
  const room = known.rooms.get(notice.room);
  const isDirect = room?.kind === 'direct';
  return {
    kind: isAnswer(notice, known, mine) ? 'answer' : isDirect ? 'direct' : 'message',
    notice,
    sender: known.messages.get(notice.message)?.author.name ?? notice.sender,
    place: isDirect ? undefined : placeOf(notice, room),
    text: textOf(notice, known),
    room: answerable(room),
  };
}

/** To what I said or shared. */
function isAnswer({ thread }: Notice, { messages }: Knowledge, mine: Mine): boolean {
  if (thread === undefined) return false;
  return messages.get(thread)?.author.id === mine.userId || mine.isShared(thread);
}

function answerable(room: Room | undefined): Room | undefined {
  return room && postingObstacle(room) === undefined ? room : undefined;
}

/** As the server titles it, for a room that is not known yet. */
function placeOf({ title }: Notice, room: Room | undefined): string {
  return room ? signedName(room) : title;
}

/** Of the message itself where it has come: it may have been edited, and the server puts names before texts. */
function textOf(notice: Notice, { rooms, messages }: Knowledge): string | undefined {
  const message = messages.get(notice.message);
  const summary = message && summaryOf(message);
  if (summary?.kind === 'text') return shortened(summary.text, maxText);
  if (summary?.kind === 'encrypted' || rooms.get(notice.room)?.isEncrypted) return undefined;
  return shortened(withoutSender(notice), maxText);
}

function withoutSender({ text, username, sender }: Notice): string {
  const prefix = [`${username}: `, `${sender}: `].find((start) => text.startsWith(start)) ?? '';
  return text.slice(prefix.length);
}
