import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { Message } from '../model/message';
import type { Place } from '../model/place';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { Conversations } from './conversations';
import { roomMeant, type RoomSources } from './roomTargets';
import { signedIn } from './signedIn';

/** What searching needs of the rest of the house. */
export interface SearchServices {
  readonly sources: RoomSources;
  readonly conversations: Pick<Conversations, 'open'>;
  /** Asks what to look for, and which of the messages found is meant. */
  readonly search: (session: Session, room: Room) => Promise<Message | undefined>;
}

/** A row or a page means its room; the palette means the one at hand, or asks for one. */
export function registerSearch(current: CurrentSession, services: SearchServices): Disposable {
  return command('rocketchat.searchMessages', (row) =>
    signedIn(current, (session) => searchIn(session, row, services)),
  );
}

export async function searchIn(
  session: Session,
  row: unknown,
  { sources, conversations, search }: SearchServices,
): Promise<void> {
  const room = await roomMeant(session, [row], { sources, question: question() });
  const message = room && (await search(session, room));
  if (message) await conversations.open(placeOf(message), { message: message.id, focus: 'messages' });
}

function question() {
  return {
    title: vscode.l10n.t('Search Messages'),
    nothing: vscode.l10n.t('You have no rooms yet.'),
  };
}

/** A reply that the room does not show is found in its thread. */
function placeOf({ room, thread, isShownInRoom }: Message): Place {
  return thread === undefined || isShownInRoom ? { room } : { room, thread };
}
