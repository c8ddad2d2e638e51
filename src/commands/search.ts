import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { Message } from '../model/message';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import type { Conversations } from './conversations';

/** What searching needs of the views. */
export interface SearchViews {
  /** The room of a row or of a page, as menus pass it. */
  roomOf(argument: unknown): Room | undefined;
  pickRoom(session: Session, title: string): Promise<Room | undefined>;
  search(session: Session, room: Room): Promise<Message | undefined>;
}

/** A row means its room; the palette means the room in hand, or asks for one. */
export function registerSearch(
  current: CurrentSession,
  views: SearchViews,
  conversations: Pick<Conversations, 'open'>,
): Disposable {
  return command('rocketchat.searchMessages', async (argument) => {
    const session = current.get();
    if (!session) {
      await vscode.commands.executeCommand('rocketchat.signIn');
      return;
    }
    const room = views.roomOf(argument) ?? inHand(session) ?? (await ask(views, session));
    const message = room && (await views.search(session, room));
    if (message) await conversations.open(placeOf(message), { message: message.id, focus: 'messages' });
  });
}

function inHand({ inHand: id, rooms }: Session): Room | undefined {
  return id === undefined ? undefined : rooms.get(id);
}

function ask(views: SearchViews, session: Session): Promise<Room | undefined> {
  return views.pickRoom(session, vscode.l10n.t('Search Messages'));
}

/** A reply that the room does not show is found in its thread. */
function placeOf({ room, thread, isShownInRoom }: Message) {
  return thread === undefined || isShownInRoom ? { room } : { room, thread };
}
