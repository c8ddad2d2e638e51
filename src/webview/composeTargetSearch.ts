import { closest } from '../model/completion';
import type { Target } from '../model/composition';
import type { Room } from '../model/room';
import type { Search } from '../model/roomMembers';
import { findAnywhere } from '../model/roomSearch';
import type { Session } from '../model/session';
import { targetOfRoom } from './composePlace';

export interface FoundTarget extends Target {
  /** One of mine. */
  readonly room?: Room;
  /** Of a person. */
  readonly username?: string;
  readonly topic?: string;
}

type AtHand = Pick<Session, 'rooms' | 'rights'>;

/** Rooms of mine where I may write, the latest first; `#` leaves out people, and `@` all but them. */
export function targetsAtHand({ rooms, rights }: AtHand, query: string): readonly FoundTarget[] {
  const open = rooms
    .all()
    .filter((room) => room.type !== 'l' && rights.canPost(room))
    .sort((one, other) => other.lastActivity - one.lastActivity)
    .map(ofRoom)
    .filter((target) => isWanted(target, query));
  return closest(open, bare(query), ({ label, room, username }) => [label, room?.slug, username]);
}

/** Those at hand, then what the server finds by that name: people, and public channels. Throws `ApiError`. */
export async function foundTargets(session: Session, search: Search): Promise<readonly FoundTarget[]> {
  const { text } = search;
  const atHand = targetsAtHand(session, text);
  const { people, channels } = await findAnywhere(session, search);
  const found: readonly FoundTarget[] = [
    ...people.map(({ username, name }) => ({ entry: `@${username}`, label: name, username })),
    // Of my own those that are not at hand cannot be written in.
    ...channels
      .filter(({ id }) => !session.rooms.get(id))
      .map(({ slug, name, topic }) => ({ entry: `#${slug}`, label: name, topic })),
  ];
  const known = new Set(atHand.map(({ entry }) => entry));
  return [...atHand, ...found.filter((target) => !known.has(target.entry) && isWanted(target, text))];
}

function ofRoom(room: Room): FoundTarget {
  const target = targetOfRoom(room);
  const isPerson = target.entry.startsWith('@');
  return { ...target, room, topic: room.topic, ...(isPerson && { username: room.username }) };
}

function isWanted({ username }: FoundTarget, query: string): boolean {
  if (query.startsWith('#')) return username === undefined;
  return !query.startsWith('@') || username !== undefined;
}

function bare(query: string): string {
  return query.replace(/^[#@]/, '').trim();
}
