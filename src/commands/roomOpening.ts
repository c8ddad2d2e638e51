import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import { samePlace, type Place } from '../model/place';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { Conversations } from './conversations';
import { placeOfPage, roomMeant, type RoomQuestion, type RoomSources } from './roomTargets';
import { signedIn } from './signedIn';

/** Where a row leads. */
export interface RowOpening {
  readonly place: Place;
  readonly message?: MessageId;
}

export interface OpeningRows {
  openingOf(row: unknown): RowOpening | undefined;
  allSelected(): readonly unknown[];
}

export interface OpeningServices {
  readonly rows: OpeningRows;
  readonly conversations: Conversations;
  readonly sources: RoomSources;
}

/** What a click on a row does, and what Enter does; and the same from menus and the palette. */
export function registerOpening(current: CurrentSession, services: OpeningServices): Disposable {
  const { rows, conversations } = services;
  const lifetime = new Lifetime();
  const click = new RowClick(conversations);
  lifetime.own(command('_rocketchat.openRow', (row) => click.on(rows.openingOf(row))));
  lifetime.own(command('rocketchat.answerRow', () => answer(rows, conversations)));
  lifetime.own(
    command('rocketchat.openRoom', (row) =>
      signedIn(current, (session) => open(session, row, { services, in: undefined })),
    ),
  );
  lifetime.own(
    command('rocketchat.openRoomInEditor', (row) =>
      signedIn(current, (session) => open(session, row, { services, in: 'editor' })),
    ),
  );
  return lifetime;
}

/**
 * The first click shows what the row stands for and leaves the focus where it is; one on what is shown already goes to
 * the answer box. VS Code tells of both clicks of a double one.
 */
export class RowClick {
  private opening: Place | undefined;

  constructor(private readonly conversations: Conversations) {}

  async on(row: RowOpening | undefined): Promise<void> {
    if (!row) return;
    const { place, message } = row;
    const isSecond = samePlace(this.opening, place) || this.conversations.isShown(place);
    this.opening = place;
    try {
      // A message is looked at, each time anew.
      await this.conversations.open(place, {
        ...(message !== undefined && { message }),
        ...(isSecond && message === undefined && { focus: 'box' }),
      });
    } finally {
      if (samePlace(this.opening, place)) this.opening = undefined;
    }
  }
}

/** The key selects the row before. Where it leads to a message, the focus goes to the messages. */
export async function answer(rows: OpeningRows, conversations: Conversations): Promise<void> {
  const selected = rows.allSelected();
  const row = selected.length === 1 ? rows.openingOf(selected[0]) : undefined;
  if (!row) return;
  const { place, message } = row;
  await conversations.open(place, message === undefined ? { focus: 'box' } : { message, focus: 'messages' });
}

async function open(
  session: Session,
  row: unknown,
  { services, in: where }: { readonly services: OpeningServices; readonly in: 'editor' | undefined },
): Promise<void> {
  const { rows, conversations, sources } = services;
  const passed = rows.openingOf(row)?.place ?? placeOfPage(row);
  const place = passed ?? placeOf(await roomMeant(session, [row], { sources, question: question() }));
  if (place) await conversations.open(place, { focus: 'box', ...(where && { in: where }) });
}

function placeOf(room: { readonly id: Place['room'] } | undefined): Place | undefined {
  return room && { room: room.id };
}

function question(): RoomQuestion {
  return { title: vscode.l10n.t('Open Room'), nothing: vscode.l10n.t('You have no rooms yet.') };
}
