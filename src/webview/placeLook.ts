import * as vscode from 'vscode';
import type { Whisper } from '../model/live';
import type { Message } from '../model/message';
import { shortened, summaryOf } from '../model/messageText';
import { signedName, type RoomKind } from '../model/room';
import { roomContext } from '../model/roomOffers';
import { usualSettings } from '../model/serverSettings';
import { explain } from '../platform/explain';
import { typingText } from '../platform/typingText';
import { placeFacts } from './placeFacts';
import { placeState, type PlaceState } from './placeState';
import { closedBox, faceView, noticeView, type PlaceWords } from './placeView';
import type { BoxView, Face, PlaceView } from './protocol/conversation';
import { mostBytes } from './protocol/guards';
import type { ReadingPage } from './sessionPage';

/** By the names of codicons, as rows show rooms. */
export type RoomIcons = Readonly<Record<RoomKind, string>>;

/** All around the messages of the place in hand. `whisper`: what the server said there to this person alone. */
export function placeLook(page: ReadingPage, icons: RoomIcons, whisper: Whisper | undefined): PlaceView {
  const { session, place } = page;
  const room = page.room?.room;
  const state = placeState(placeFacts(page));
  const words = wordsFor(page);
  return {
    place,
    account: session.account.id,
    ...header(page, icons),
    contextValue: room ? roomContext(session, room) : '',
    face: state.face && faceView(state.face, words),
    notice: notice(state, words, whisper),
    box: box(page, state, words),
    typing: place ? (typingText(session.live.typing(place.room)) ?? '') : '',
  };
}

function wordsFor({ session, timeline, room, waits }: ReadingPage): PlaceWords {
  const error = room?.error ?? timeline?.error;
  return {
    server: new URL(session.account.server).host,
    room: room?.room?.name ?? '',
    wait: waits.seconds,
    reason: error && explain(error),
  };
}

type Header = Pick<PlaceView, 'title' | 'icon' | 'topic' | 'parent'>;

function header(page: ReadingPage, icons: RoomIcons): Header {
  const room = page.room?.room;
  const name = room?.name ?? vscode.l10n.t('Conversation');
  if (page.place?.thread !== undefined)
    return { title: threadTitle(page), icon: 'comment-discussion', parent: name };
  return { title: name, icon: room ? icons[room.kind] : 'comment-discussion', topic: room?.topic };
}

function threadTitle(page: ReadingPage): string {
  const first = heardFirst(page);
  const summary = first && summaryOf(first);
  return summary?.kind === 'text' ? summary.text : vscode.l10n.t('Thread');
}

/** What the thread began with, unless somebody said it whom the person ignores. */
function heardFirst({ session, place, room }: ReadingPage): Message | undefined {
  const first = place?.thread && session.messages.get(place.thread);
  return first && room?.room?.ignored.includes(first.author.id) ? undefined : first;
}

function notice(state: PlaceState, words: PlaceWords, whisper: Whisper | undefined): Face | undefined {
  if (state.notice !== undefined) return noticeView(state.notice, words);
  if (state.face !== undefined || !whisper) return undefined;
  return { text: vscode.l10n.t('Only for you: {0}', shortened(whisper.text)) };
}

function box(page: ReadingPage, { box: kind }: PlaceState, words: PlaceWords): BoxView {
  if (kind === 'none') return { state: 'none' };
  return kind === 'open' ? openBox(page) : closedBox(kind, words);
}

function openBox(page: ReadingPage): BoxView {
  const { maxMessageLength } = page.session.knownSettings ?? usualSettings;
  const isThread = page.place?.thread !== undefined;
  const room = page.room?.room ? signedName(page.room.room) : '';
  return {
    state: 'open',
    placeholder: isThread ? vscode.l10n.t('Reply in thread') : vscode.l10n.t('Message {0}', room),
    maxLength: maxMessageLength,
    files: filesIn(page),
    alsoToRoom: isThread
      ? { isChecked: goesToRoom(page), label: vscode.l10n.t('Also send to {0}', room) }
      : undefined,
  };
}

function filesIn({ session, room }: ReadingPage): { readonly maxSize: number } | undefined {
  const { files } = session.knownSettings ?? usualSettings;
  const isAllowed = files.isAllowed && (room?.room?.type !== 'd' || files.isAllowedInDirect);
  return isAllowed ? { maxSize: Math.min(files.maxSize ?? mostBytes, mostBytes) } : undefined;
}

function goesToRoom({ session, place }: ReadingPage): boolean {
  const { alsoToRoom } = session.preferences;
  if (alsoToRoom !== 'firstReply') return alsoToRoom === 'always';
  return place?.thread !== undefined && session.messages.get(place.thread)?.replies === 0;
}
