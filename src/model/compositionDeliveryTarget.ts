import { ApiError } from '../api/errors';
import { Malformed } from './parse';
import { foreignRoomFromWire, type Room } from './room';
import { joinWithCode, NotAmongMine, openDirect, type Arriving } from './roomArrival';
import type { Session } from './session';

export type Addressing = Arriving & Pick<Session, 'account'>;

/** What the person is asked before a channel is joined, by its name. */
export interface Joining {
  /** Joining is a side effect that `chat.postMessage` has without a word. */
  readonly confirmJoin: (name: string) => Promise<boolean>;
  readonly askForCode: (name: string, isWrong: boolean) => Promise<string | undefined>;
}

/**
 * The room that `chat.postMessage` means by a target: of `#name`, of `@name`, else by the id or name of a room or the id
 * of a person. Joins it, or opens the direct message. Throws `ApiError`; `cancelled` where the person does not join.
 */
export async function targetRoom(session: Addressing, entry: string, joining: Joining): Promise<Room> {
  try {
    const room = roomOfTarget(session, entry) ?? (await lookedUp(session, entry));
    return room.isJoined ? room : await joined(session, room, joining);
  } catch (error) {
    throw inOneShape(error);
  }
}

async function joined(session: Addressing, { id, name }: Room, joining: Joining): Promise<Room> {
  if (!(await joining.confirmJoin(name))) throw notJoined();
  const room = await joinWithCode(session, id, (isWrong) => joining.askForCode(name, isWrong));
  if (!room) throw notJoined();
  return room;
}

/** Of those that are mine; asks for nothing. */
export function roomOfTarget(
  { rooms, account }: Pick<Addressing, 'rooms' | 'account'>,
  entry: string,
): Room | undefined {
  const name = entry.replace(/^[#@]/, '');
  const isRoom = ({ id, slug, type }: Room) => type !== 'd' && (id === name || slug === name);
  const isPerson = ({ kind, username, people }: Room) => {
    if (kind === 'self') return username === name || account.userId === name;
    return kind === 'direct' && (username === name || (account.userId !== name && people.includes(name)));
  };
  const isMeant = (room: Room) => {
    if (entry.startsWith('#')) return isRoom(room);
    if (entry.startsWith('@')) return isPerson(room);
    // By an id that may be that of a direct message or a person, but not by a person's name.
    return isRoom(room) || room.id === entry || (room.username !== entry && isPerson(room));
  };
  return rooms.all().find(isMeant);
}

function lookedUp(session: Addressing, entry: string): Promise<Room> {
  const name = entry.slice(1);
  if (entry.startsWith('#'))
    return firstOf([() => roomBy(session, { roomName: name }), () => roomBy(session, { roomId: name })]);
  if (entry.startsWith('@'))
    return firstOf([() => openDirect(session, [name]), () => personBy(session, name)]);
  return firstOf([
    () => roomBy(session, { roomId: entry }),
    () => roomBy(session, { roomName: entry }),
    () => personBy(session, entry),
  ]);
}

type Query = { readonly roomId: string } | { readonly roomName: string };

async function roomBy({ client, signal, account, rooms }: Addressing, query: Query): Promise<Room> {
  const { room } = await client.rooms.info(query, { signal });
  const foreign = foreignRoomFromWire(room, account);
  // Of mine by another key, or since a moment ago.
  return rooms.get(foreign.id) ?? foreign;
}

async function personBy(session: Addressing, userId: string): Promise<Room> {
  const { client, signal } = session;
  const { user } = await client.users.info({ userId }, { signal });
  return openDirect(session, [user.username]);
}

/** The first that finds something. Where none does, what the first of them failed with tells most. */
async function firstOf(ways: readonly (() => Promise<Room>)[]): Promise<Room> {
  const failures: unknown[] = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      if (!isMissing(error)) throw error;
      failures.push(error);
    }
  }
  throw failures[0];
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  return failure.kind === 'notFound' || (failure.kind === 'refused' && failure.code === 'error-invalid-user');
}

function notJoined(): ApiError {
  return new ApiError('The channel was not joined.', { kind: 'cancelled' }, { route: 'POST rooms.join' });
}

/** Whatever keeps a message from a room is told in the same way. */
function inOneShape(error: unknown): unknown {
  const of = (why: Error, failure: ApiError['failure']) =>
    new ApiError(why.message, failure, { route: 'POST rooms.join' }, { cause: why });
  if (error instanceof NotAmongMine) return of(error, { kind: 'notFound' });
  if (error instanceof Malformed) return of(error, { kind: 'protocol' });
  return error;
}
