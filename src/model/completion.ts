import { ApiError } from '../api/errors';
import type { WireUser } from '../api/wire';
import { parsed, optionalText, text } from './parse';
import type { Place } from './place';
import { roomId, type Room, type RoomId } from './room';
import type { Session } from './session';
import type { SlashCommand } from './slashCommands';

export interface CompletedPerson {
  readonly username: string;
  readonly name?: string;
  /** For another picture than before. */
  readonly avatarTag?: string;
}

export interface CompletedRoom {
  readonly id: RoomId;
  /** As it is written after `#`. */
  readonly slug: string;
  readonly name: string;
  /** Whether everybody may see it. */
  readonly isPublic: boolean;
}

type Asking = Pick<Session, 'client' | 'messages' | 'rooms' | 'account' | 'rights'>;

const most = 10;

/** Everybody of a place whom one may name at once. */
export function groupsFor({ rights, rooms }: Asking, { room: id }: Place, query: string): ('all' | 'here')[] {
  const room = rooms.get(id);
  if (room?.type === 'd') return [];
  const groups = ['all', 'here'] as const;
  return groups.filter(
    (group) => rights.can(`mention-${group}`, room) && group.startsWith(query.toLowerCase()),
  );
}

/** People at hand: who spoke here lately comes first, then those one writes with, then who spoke elsewhere. */
export function peopleAtHand(session: Asking, { room: here }: Place, query: string): CompletedPerson[] {
  const { messages, rooms, account } = session;
  const known = rooms.all().sort((one, other) => other.lastActivity - one.lastActivity);
  const directs = known.filter(({ kind }) => kind === 'direct');
  const people = [
    ...authorsIn(messages.ofRoom(here)),
    ...directs.flatMap(({ username, name }) => (username === undefined ? [] : [{ username, name }])),
    ...known.flatMap(({ id }) => (id === here ? [] : authorsIn(messages.ofRoom(id)))),
  ];
  const others = people.filter(({ username }) => username !== account.username);
  return closest(
    distinct(others, ({ username }) => username),
    query,
    ({ username, name }) => [username, name],
  );
}

/** Rooms of one's own that can be named, the latest first. */
export function roomsAtHand({ rooms }: Asking, query: string): CompletedRoom[] {
  const named = rooms
    .all()
    .filter(
      ({ type, slug, kind }) => ['c', 'p'].includes(type) && slug !== undefined && kind !== 'discussion',
    )
    .sort((one, other) => other.lastActivity - one.lastActivity);
  return closest(named.flatMap(completedRoom), query, ({ slug, name }) => [slug, name]);
}

/** Commands whose name begins so; those that only contain it after them. */
export function commandsFor(commands: readonly SlashCommand[], query: string): SlashCommand[] {
  const sorted = [...commands].sort((one, other) => one.name.localeCompare(other.name));
  return closest(sorted, query, ({ name }) => [name]);
}

/** Those at hand, then whom the server finds. An `ApiError` leaves those at hand. */
export async function peopleFound(
  session: Asking,
  place: Place,
  { query, signal }: { readonly query: string; readonly signal: AbortSignal },
): Promise<CompletedPerson[]> {
  const atHand = peopleAtHand(session, place, query);
  const found = await spotlight(session, `@${query}`, signal);
  const others = parsed(found?.users, personFromWire);
  const mine = session.account.username;
  return distinct(
    [...atHand, ...others.filter(({ username }) => username !== mine)],
    (one) => one.username,
  ).slice(0, most);
}

/** As `peopleFound`, for rooms. */
export async function roomsFound(
  session: Asking,
  { query, signal }: { readonly query: string; readonly signal: AbortSignal },
): Promise<CompletedRoom[]> {
  const atHand = roomsAtHand(session, query);
  const found = await spotlight(session, `#${query}`, signal);
  const others = parsed(found?.rooms, ({ _id, name, fname, t }) => {
    const slug = text(name, 'a room');
    return { id: roomId(text(_id, 'a room')), slug, name: optionalText(fname) ?? slug, isPublic: t === 'c' };
  });
  return distinct([...atHand, ...others], ({ slug }) => slug).slice(0, most);
}

async function spotlight({ client }: Asking, query: string, signal: AbortSignal) {
  if (query.length < 2) return undefined;
  try {
    return await client.spotlight.search({ query }, { signal });
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

function authorsIn(messages: ReturnType<Asking['messages']['ofRoom']>): CompletedPerson[] {
  return messages
    .filter(({ kind }) => kind === 'said' || kind === 'encrypted')
    .map(({ author }) => ({ username: author.username, name: author.realName }));
}

function personFromWire(wire: WireUser): CompletedPerson {
  const [name, avatarTag] = [optionalText(wire.name), optionalText(wire.avatarETag)];
  return { username: text(wire.username, 'a person'), name, avatarTag };
}

function completedRoom({ id, slug, name, type }: Room): CompletedRoom[] {
  return slug === undefined ? [] : [{ id, slug, name, isPublic: type === 'c' }];
}

/** The first of each key; what a later one knows besides stays out. */
function distinct<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(keyOf(value)) && seen.add(keyOf(value)));
}

/** Those that begin so, then those with a word that does, then those that contain it; otherwise as they came. */
export function closest<T>(
  values: readonly T[],
  query: string,
  namesOf: (value: T) => readonly (string | undefined)[],
): T[] {
  const wanted = query.toLowerCase();
  const ranked = values.map((value) => ({
    value,
    rank: Math.min(...namesOf(value).map((name) => rankOf(name, wanted))),
  }));
  return ranked
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ value }) => value);
}

function rankOf(name: string | undefined, wanted: string): number {
  const plain = name?.toLowerCase();
  if (!plain?.includes(wanted)) return Infinity;
  if (plain.startsWith(wanted)) return 0;
  return plain.split(/[\s._-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
}
