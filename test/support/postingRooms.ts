import type { Seed, SeedMessage, SeedRoom } from '../server/data/seed';
import { person, workspace } from './workspace';

/** Rooms of every sort where ann may post or may not, and one that she has not joined. */
export function postingRooms(): Seed {
  const base = workspace(person('carl'));
  return { ...base, rooms: [...base.rooms.map((room) => ({ ...room, created: 9000 })), ...rooms], messages };
}

const both = { members: ['bob', 'ann'], created: 9000 };
const rooms: readonly SeedRoom[] = [
  { id: 'review', kind: 'c', name: 'code-review', fname: 'Code Review', ...both },
  { id: 'release', kind: 'c', name: 'release-notes', readOnly: true, ...both },
  { id: 'reviews-2019', kind: 'c', name: 'reviews-2019', archived: true, ...both },
  { id: 'vault', kind: 'p', name: 'vault', encrypted: true, ...both },
  { id: 'ann-idbob-id', kind: 'd', ...both },
  { id: 'resilience', kind: 'c', name: 'resilience', members: ['bob'], created: 9000 },
];

const messages: readonly SeedMessage[] = [
  { id: 'm1', room: 'GENERAL', from: 'bob', at: 500, text: 'hello all' },
  { id: 'm2', room: 'release', from: 'bob', at: 5, text: '1.0 is out' },
  { id: 'm3', room: 'review', from: 'bob', at: 60, text: 'please look' },
  { id: 'm4', room: 'ann-idbob-id', from: 'bob', at: 90, text: 'lunch?' },
];
