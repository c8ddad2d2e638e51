import type { SeedRoom, SeedUser } from '../seed';
import { idOf, roomId } from '../demo/ids';
import { people } from '../demo/people';
import type { Chance } from './chance';
import { areas, firstNames, lastNames, purposes } from './words';

export interface Size {
  readonly rooms: number;
  readonly messages: number;
  readonly people: number;
}

export const usualSize: Size = { rooms: 5000, messages: 200_000, people: 800 };

/** A room and how much is said in it. */
export interface RoomPlan {
  readonly seed: SeedRoom;
  readonly messages: number;
}

/** Signs in like the alice of the demo data. */
export const mainUser = 'alice';

const hugeRooms = 3;
/** What each of them has of all messages. */
const hugeShare = 0.105;
const crowdedRooms = 10;
const crowd = 500;
const day = 24 * 60;

/** The demo's people, and as many more as it takes. */
export function planPeople(chance: Chance, size: Size): SeedUser[] {
  const names = firstNames.flatMap((first) => lastNames.map((last) => [first, last] as const));
  return [...people, ...chance.some(names, size.people - people.length).map((name) => person(chance, name))];
}

function person(chance: Chance, [first, last]: readonly [string, string]): SeedUser {
  const username = `${first}.${last}`;
  return {
    id: idOf(`user/${username}`),
    username,
    name: `${capital(first)} ${capital(last)}`,
    email: `${username}@heron.example`,
    password: '',
    roles: ['user'],
    status: chance.of(['online', 'online', 'away', 'busy', 'offline', 'offline']),
    utcOffset: chance.of([0, 1, 1, 1, 2]),
  };
}

/** The busiest first: a few hold very much, and most of them little. */
export function planRooms(chance: Chance, size: Size, users: readonly SeedUser[]): RoomPlan[] {
  const usernames = users.map((user) => user.username).filter((name) => name !== mainUser);
  const names = roomNames(chance);
  const pairs = new Set<string>();
  return sharesOf(size).map((messages, rank) => {
    const kind = kindOf(chance, rank);
    const members = membersOf(chance, { rank, kind, usernames, rooms: size.rooms });
    const created = (30 + chance.below(400)) * day;
    const seed = kind === 'd' && isNew(pairs, members) ? direct(members, created) : undefined;
    return { seed: seed ?? named(kind, { name: names(), members, created }), messages };
  });
}

/** Two people have one room for themselves at most. */
function isNew(pairs: Set<string>, members: readonly string[]): boolean {
  const pair = roomId(members.join('+'));
  if (pairs.has(pair)) return false;
  pairs.add(pair);
  return true;
}

function kindOf(chance: Chance, rank: number): SeedRoom['kind'] {
  if (rank < crowdedRooms) return 'c';
  const part = chance.part();
  if (part < 0.6) return 'c';
  return part < 0.85 ? 'p' : 'd';
}

/** The huge ones a fixed part, the others less and less by their rank. */
function sharesOf({ rooms, messages }: Size): number[] {
  const huge = Array.from({ length: hugeRooms }, () => Math.floor(messages * hugeShare));
  const weights = Array.from({ length: rooms - hugeRooms }, (_, rank) => 1 / (rank + 40));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const left = messages - hugeRooms * Math.floor(messages * hugeShare);
  const others = weights.map((weight) => Math.floor((weight / total) * left));
  const rest = left - others.reduce((sum, share) => sum + share, 0);
  return [...huge, ...others.map((share, rank) => share + (rank < rest ? 1 : 0))];
}

interface Company {
  readonly rank: number;
  readonly kind: SeedRoom['kind'];
  readonly usernames: readonly string[];
  readonly rooms: number;
}

/** The main user is in the busiest rooms, and in every fifth of the others. */
function membersOf(chance: Chance, { rank, kind, usernames, rooms }: Company): string[] {
  const isMain = rank < rooms / 20 || chance.is(0.2);
  const count = kind === 'd' ? 2 : rank < crowdedRooms ? crowd : 3 + chance.below(12);
  const others = chance.some(usernames, isMain ? count - 1 : count);
  return isMain ? [...others, mainUser] : others;
}

function direct(members: readonly string[], created: number): SeedRoom {
  return { id: roomId(members.join('+')), kind: 'd', members, created };
}

interface Name {
  readonly name: string;
  readonly members: readonly string[];
  readonly created: number;
}

function named(kind: SeedRoom['kind'], { name, members, created }: Name): SeedRoom {
  const topic = `All about ${name.replace('-', ' ')}`;
  return { id: idOf(`large/${name}`), kind: kind === 'd' ? 'p' : kind, name, members, created, topic };
}

/** Each name once. */
function roomNames(chance: Chance): () => string {
  const names = areas.flatMap((area) => purposes.map((purpose) => `${area}-${purpose}`));
  const shuffled = chance.some(names, names.length).values();
  return () => {
    const { value } = shuffled.next();
    if (value === undefined) throw new Error('There are no names left for rooms');
    return value;
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
