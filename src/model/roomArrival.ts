import { ApiError } from '../api/errors';
import { optionalText } from './parse';
import { foreignRoomFromWire, roomId, type Room, type RoomId } from './room';
import type { Session } from './session';
import type { MessageId } from './message';

/** The room wants a code of whoever joins; or the one given is not it. */
export class JoinCodeWanted extends Error {
  override readonly name = 'JoinCodeWanted';

  constructor(readonly isWrong: boolean) {
    super(isWrong ? 'This is not the join code of the room.' : 'The room asks for a join code.');
  }
}

/** What the server let me into is not among my rooms. */
export class NotAmongMine extends Error {
  override readonly name = 'NotAmongMine';
}

/** What is needed to come into a room; the signal is of whoever wants to. */
export type Arriving = Pick<Session, 'client' | 'rooms' | 'sync' | 'signal'>;

/** Joins a public room, or a discussion whose room I am in. Throws `JoinCodeWanted`, `NotAmongMine` and `ApiError`. */
export async function join(arriving: Arriving, id: RoomId, code?: string): Promise<Room> {
  const { client, signal } = arriving;
  try {
    await client.rooms.join({ roomId: id, ...(code !== undefined && { joinCode: code }) }, { signal });
  } catch (error) {
    throw asksForCode(error) ? new JoinCodeWanted(code !== undefined) : error;
  }
  return arrived(arriving, id);
}

/** Which code to try; undefined where the person turns away. */
export type AskForCode = (isWrong: boolean) => Promise<string | undefined>;

/** As `join`, with a code where the room wants one. Undefined where nobody gives it. */
export async function joinWithCode(
  arriving: Arriving,
  id: RoomId,
  ask: AskForCode,
): Promise<Room | undefined> {
  let code: string | undefined;
  for (;;) {
    try {
      return await join(arriving, id, code);
    } catch (error) {
      if (!(error instanceof JoinCodeWanted)) throw error;
      code = await ask(error.isWrong);
      if (code === undefined) return undefined;
    }
  }
}

function asksForCode(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure, call } = error;
  const code = failure.kind === 'refused' ? failure.code : undefined;
  return [call.errorType, code].some(
    (word) => word === 'error-code-required' || word === 'error-code-invalid',
  );
}

/** The direct message with these people, by user name; made where there is none. Throws as `arrived`, and `ApiError`. */
export async function openDirect(arriving: Arriving, usernames: readonly string[]): Promise<Room> {
  const [username, ...others] = usernames;
  if (username === undefined) throw new Error('A direct message needs somebody.');
  const partners = others.length > 0 ? { usernames: usernames.join(',') } : { username };
  const { client, signal } = arriving;
  const { room } = await client.im.create(partners, { signal });
  return arrived(arriving, roomId(room._id));
}

export interface NewDiscussion {
  readonly title: string;
  /** What it is about: its author is invited. */
  readonly from?: MessageId;
}

/** Opens a discussion in a room. Throws as `arrived`, and `ApiError`. */
export async function discuss(session: Session, room: RoomId, about: NewDiscussion): Promise<Room> {
  const { client, signal } = session;
  const { title, from } = about;
  const { discussion } = await client.rooms.createDiscussion(
    { prid: room, t_name: title, ...(from !== undefined && { pmid: from }) },
    { signal },
  );
  return arrived(session, roomId(optionalText(discussion._id) ?? discussion.rid));
}

/**
 * The room that I have come into, once it is among mine. A refresh under way may have begun too early to know of it:
 * then one more follows. Throws `NotAmongMine`, and the `ApiError` of the refresh.
 */
export async function arrived({ rooms, sync }: Pick<Arriving, 'rooms' | 'sync'>, id: RoomId): Promise<Room> {
  for (let tries = 0; tries < 3; tries += 1) {
    const room = rooms.get(id);
    if (room) return room;
    await sync.refresh('person');
  }
  throw sync.error ?? new NotAmongMine('This room is not among yours.');
}

/** A room that may be none of mine, as it is now. Throws `ApiError`, and `Malformed`. */
export async function lookUp({ rooms, client, account, signal }: Session, id: RoomId): Promise<Room> {
  const mine = rooms.get(id);
  if (mine) return mine;
  const { room } = await client.rooms.info({ roomId: id }, { signal });
  return foreignRoomFromWire(room, account);
}
