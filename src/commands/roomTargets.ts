import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import { isRecord } from '../model/parse';
import { placeFrom, type Place } from '../model/place';
import type { Room } from '../model/room';
import { lookUp } from '../model/roomArrival';
import { mayDoTo, type RoomAction } from '../model/roomOffers';
import type { Session } from '../model/session';
import { inWords } from '../platform/command';
import { allowing } from './allowing';
import type { Conversations } from './conversations';
import { inTurn } from './inTurn';

/** What commands on rooms need of the trees. */
export interface RoomRows {
  roomOf(row: unknown): Room | undefined;
  /** All rows that are selected, while they are seen. */
  allSelected(): readonly unknown[];
}

export type PickKnownRoom = (
  session: Session,
  title: string,
  applies?: (room: Room) => boolean,
) => Promise<Room | undefined>;

export interface RoomSources {
  readonly rows: RoomRows;
  readonly conversations: Pick<Conversations, 'isShown'>;
  readonly pick: PickKnownRoom;
}

/** What is asked where nothing is at hand. */
export interface RoomQuestion {
  readonly title: string;
  /** Only rooms with this to be done are meant. */
  readonly action?: RoomAction;
  /** Said where there is none. */
  readonly nothing: string;
}

/**
 * The rooms that a command means: those of the rows of a menu; from the palette those of several rows selected, the
 * room shown, the row selected; or else the one that is asked for.
 */
export async function roomsMeant(
  session: Session,
  args: readonly unknown[],
  { sources, question }: { readonly sources: RoomSources; readonly question: RoomQuestion },
): Promise<readonly Room[]> {
  const { action } = question;
  const applies = (room: Room) => action === undefined || mayDoTo(session, room, action);
  const passed = await roomsPassed(session, args, sources.rows);
  if (passed.length > 0) return allowing(passed, applies, question.title);
  const atHand = roomsAtHand(session, sources).filter(applies);
  if (atHand.length > 0) return atHand;
  const asked = await askFor(session, applies, { sources, question });
  return asked ? [asked] : [];
}

/** As `roomsMeant`, where one is enough: of several the row that the menu was opened on. */
export async function roomMeant(
  session: Session,
  args: readonly unknown[],
  asking: { readonly sources: RoomSources; readonly question: RoomQuestion },
): Promise<Room | undefined> {
  return (await roomsMeant(session, args.slice(0, 1), asking))[0];
}

/** A menu of a tree passes a row, and all that are selected if it is one of them; that of a page says its room. */
async function roomsPassed(
  session: Session,
  [row, selected]: readonly unknown[],
  rows: RoomRows,
): Promise<readonly Room[]> {
  const place = placeOfPage(row);
  // A page shows rooms that are none of mine, too.
  if (place) return [await lookUp(session, place.room)];
  return roomsOf(Array.isArray(selected) && selected.length > 0 ? selected : [row], rows);
}

function roomsAtHand(session: Session, { rows, conversations }: RoomSources): readonly Room[] {
  const selected = roomsOf(rows.allSelected(), rows);
  if (selected.length > 1) return selected;
  const { inHand } = session;
  const shown = inHand !== undefined && conversations.isShown({ room: inHand }) && session.rooms.get(inHand);
  return shown ? [shown] : selected;
}

function roomsOf(selected: readonly unknown[], rows: RoomRows): readonly Room[] {
  const found = selected.map((row) => rows.roomOf(row));
  return [...new Set(found.filter((room) => room !== undefined))];
}

/** What a page says of the place that a menu was opened on. */
export function placeOfPage(context: unknown): Place | undefined {
  if (!isRecord(context) || context['webviewSection'] !== 'room') return undefined;
  const { rocketchatRoom: room, rocketchatThread: thread } = context;
  return placeFrom({ room, thread });
}

async function askFor(
  session: Session,
  applies: (room: Room) => boolean,
  { sources, question }: { readonly sources: RoomSources; readonly question: RoomQuestion },
): Promise<Room | undefined> {
  await loaded(session);
  if (session.rooms.all().some(applies)) return sources.pick(session, question.title, applies);
  void vscode.window.showInformationMessage(question.nothing);
  return undefined;
}

/** Waits for the rooms: the palette may come before any view. */
export async function loaded({ rooms, sync }: Session): Promise<void> {
  if (rooms.all().length > 0) return;
  await sync.refresh('person');
  if (sync.error) throw sync.error;
}

/**
 * One room after another. One that is refused does not keep the others, and is told at the end in the words of what was
 * asked for; any other failure ends it.
 */
export async function onEach(
  rooms: readonly Room[],
  failed: string,
  run: (room: Room) => Promise<void>,
): Promise<void> {
  await inWords(inTurn(rooms, run, isOfOneRoom), (why) => vscode.l10n.t('{0} {1}', failed, why));
}

/** Others may well be done. */
function isOfOneRoom(error: unknown): boolean {
  const kind = failureOf(error)?.kind;
  return kind === undefined || kind === 'refused' || kind === 'forbidden' || kind === 'notFound';
}
