import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room, RoomId } from '../model/room';
import { joinWithCode, lookUp } from '../model/roomArrival';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import { askForJoinCode } from '../platform/joinCode';
import type { Conversations } from './conversations';
import type { OpeningRows } from './roomOpening';
import type { RoomPickers } from './roomPickers';
import { placeOfPage } from './roomTargets';
import { signedIn } from './signedIn';

export interface JoiningServices {
  readonly rows: Pick<OpeningRows, 'openingOf'>;
  readonly conversations: Pick<Conversations, 'open'>;
  readonly pickers: Pick<RoomPickers, 'channel'>;
}

/** *Join Room* on what one looks at already, *Join Channel* on what one looks for. Both end in the room. */
export function registerJoining(current: CurrentSession, services: JoiningServices): Disposable {
  const { rows } = services;
  const lifetime = new Lifetime();
  lifetime.own(
    command('rocketchat.joinChannel', () => signedIn(current, (session) => joinChannel(session, services))),
  );
  lifetime.own(
    command('rocketchat.joinRoom', (row) =>
      signedIn(current, async (session) => {
        const place = rows.openingOf(row)?.place ?? placeOfPage(row) ?? notJoined(session);
        await (place ? joinAndOpen(session, place.room, services) : joinChannel(session, services));
      }),
    ),
  );
  return lifetime;
}

type Joining = Omit<JoiningServices, 'rows'>;

/** Asks for a channel, joins it, and leads there. */
export async function joinChannel(session: Session, services: Joining): Promise<void> {
  const channel = await services.pickers.channel(session);
  if (channel) await joinAndOpen(session, channel.id, services);
}

async function joinAndOpen(session: Session, id: RoomId, { conversations }: Joining): Promise<void> {
  const room = await joinRoom(session, id);
  if (room) await conversations.open({ room: room.id }, { focus: 'box' });
}

/** The room that I look at without being in it. */
function notJoined({ inHand, rooms }: Session): { readonly room: RoomId } | undefined {
  return inHand !== undefined && !rooms.get(inHand) ? { room: inHand } : undefined;
}

/** Asks for the code where the room wants one. Undefined when the person turns away. */
export async function joinRoom(session: Session, id: RoomId): Promise<Room | undefined> {
  const ask = async (isWrong: boolean) => askForJoinCode((await lookUp(session, id)).name, isWrong);
  return inWords(joinWithCode(session, id, ask), (why) => vscode.l10n.t('Not joined. {0}', why));
}
