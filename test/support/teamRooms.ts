import type { Seed, SeedMessage, SeedRoom } from '../server/data/seed';
import { workspace } from './workspace';

/** Rooms of ann's in which each kind of row can be seen; times in minutes before now. */
export function teamRooms(replies = 3): Seed {
  const base = workspace();
  return {
    ...base,
    users: base.users.map((user) => (user.username === 'ann' ? { ...user, preferences } : user)),
    rooms: [...base.rooms.map(withoutNoise), ...rooms],
    messages: [...messages, ...answers(replies)],
    views: [
      { user: 'ann', room: 'dev', favorite: true },
      { user: 'ann', room: 'ann-idbob-id', seen: 30 },
      { user: 'ann', room: 'loud', disableNotifications: true },
    ],
  };
}

/** Of ann, as the server knows them. */
export const preferences = { sidebarShowUnread: true, sidebarSortby: 'alphabetical' } as const;

const withoutNoise = (room: SeedRoom): SeedRoom => ({ ...room, created: 9000 });

const rooms: readonly SeedRoom[] = [
  { id: 'dev', kind: 'c', name: 'dev', members: ['bob', 'ann'], created: 9000 },
  { id: 'secret', kind: 'p', name: 'secret', members: ['ann', 'bob'], created: 9000 },
  { id: 'loud', kind: 'c', name: 'loud', members: ['bob', 'ann'], created: 9000 },
  { id: 'ann-idbob-id', kind: 'd', members: ['ann', 'bob'], created: 9000 },
];

const messages: readonly SeedMessage[] = [
  { id: 'general-1', room: 'GENERAL', from: 'bob', at: 500, text: 'hello all' },
  { id: 'loud-1', room: 'loud', from: 'bob', at: 400, text: 'noise' },
  { id: 'secret-1', room: 'secret', from: 'ann', at: 300, text: 'psst', starredBy: ['ann'] },
  {
    id: 'thread',
    room: 'dev',
    from: 'bob',
    at: 200,
    text: 'Should we *really* retry `POST`?\nI doubt it.',
    pinnedBy: 'bob',
  },
  {
    id: 'release',
    room: 'dev',
    from: 'bob',
    at: 150,
    text: '',
    attachments: [{ title: 'Version 2.1', text: 'Changes' }],
    starredBy: ['ann'],
  },
  { id: 'direct-1', room: 'ann-idbob-id', from: 'bob', at: 20, text: 'lunch?' },
];

function answers(count: number): SeedMessage[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `reply-${at + 1}`,
    room: 'dev',
    from: at % 2 === 0 ? 'ann' : 'bob',
    at: 190 - at,
    text: `answer ${at + 1}`,
    thread: 'thread',
  }));
}
