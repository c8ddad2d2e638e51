import type { Seed, SeedMessage, SeedRoom } from '../server/data/seed';
import { workspace } from './workspace';

const kinds = ['c', 'c', 'c', 'p', 'p'] as const;
const subjects = ['billing', 'Édition', 'search', 'orders', 'mobile', 'platform', 'design', 'support'];

/** So many rooms of ann's, named and grouped as rooms are; something was said in each. */
export function manyRooms(count: number): Seed {
  const base = workspace();
  const rooms = Array.from({ length: count - base.rooms.length }, (_, at) => roomAt(at));
  const messages = rooms.map((room, at) => firstWords(room, at));
  return { ...base, rooms: [...base.rooms, ...rooms], messages: [...base.messages, ...messages] };
}

function roomAt(at: number): SeedRoom {
  const kind = kinds[at % kinds.length] ?? 'c';
  const name = `${subjects[at % subjects.length] ?? ''}-${(at * 7919) % 10_007}`;
  const topic = `All that concerns ${name}`;
  return {
    id: `many${String(at).padStart(13, '0')}`,
    kind,
    name,
    topic,
    members: ['bob', 'ann'],
    created: 9000 + at,
  };
}

function firstWords({ id }: SeedRoom, at: number): SeedMessage {
  const text = `Who looks after number ${at} this week? I would, but not before Thursday.`;
  return { id: `said${String(at).padStart(13, '0')}`, room: id, from: 'bob', at: 1 + at, text };
}
