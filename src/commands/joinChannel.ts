import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room, RoomId } from '../model/room';
import { join, JoinCodeWanted, lookUp } from '../model/roomArrival';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import { plainText } from '../platform/plainText';
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
  return inWords(joining(session, id), (why) => vscode.l10n.t('Not joined. {0}', why));
}

async function joining(session: Session, id: RoomId): Promise<Room | undefined> {
  let code: string | undefined;
  for (;;) {
    try {
      return await join(session, id, code);
    } catch (error) {
      if (!(error instanceof JoinCodeWanted)) throw error;
      code = await askForCode(session, id, error);
      if (code === undefined) return undefined;
    }
  }
}

async function askForCode(session: Session, id: RoomId, { isWrong }: JoinCodeWanted) {
  const { name } = await lookUp(session, id);
  const prompt = isWrong
    ? vscode.l10n.t('This is not the join code of {0}. Try another one.', name)
    : vscode.l10n.t('{0} asks for a join code. Its owners know it.', name);
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Join Room'),
    prompt: plainText(prompt),
    password: true,
    ignoreFocusOut: true,
    validateInput: (typed) => (typed === '' ? vscode.l10n.t('Type the join code') : undefined),
  });
}
