import type { Seed, SeedRoom } from '../../server/data/seed';
import { person, workspace } from '../workspace';

/** The rooms where things happen; ann is in all but the last. */
export const townRooms = ['GENERAL', 'plans', 'ann-idbob-id', 'attic'] as const;

function room(id: string, kind: SeedRoom['kind'], members: readonly string[]): SeedRoom {
  return { id, kind, members, created: 300, ...(kind !== 'd' && { name: id }) };
}

/** Few rooms and few messages, so that whatever happens soon meets something else. */
export function town(): Seed {
  const { rooms, ...rest } = workspace(person('cleo'));
  return {
    ...rest,
    rooms: [
      ...rooms.map((general) => ({ ...general, members: ['root', 'ann', 'bob', 'cleo'], created: 300 })),
      room('plans', 'p', ['root', 'ann', 'bob']),
      room('ann-idbob-id', 'd', ['ann', 'bob']),
      room('attic', 'c', ['root', 'bob', 'cleo']),
    ],
    messages: townRooms.flatMap((id) => [
      { id: `${id}-question`, room: id, from: 'bob', at: 90, text: 'Why?' },
      { id: `${id}-answer`, room: id, from: 'bob', at: 80, text: 'Because.', thread: `${id}-question` },
      { id: `${id}-word`, room: id, from: 'bob', at: 70, text: 'A word.' },
    ]),
  };
}
