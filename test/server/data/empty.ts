import type { Seed } from './seed';

/** A workspace that nobody has used: the first who registers becomes its administrator. */
export const emptySeed: Seed = {
  users: [
    {
      id: 'rocket.cat',
      username: 'rocket.cat',
      name: 'Rocket.Cat',
      email: 'rocket.cat@example.com',
      password: '',
      roles: ['bot'],
      type: 'bot',
      status: 'online',
    },
  ],
  rooms: [{ id: 'GENERAL', kind: 'c', name: 'general', members: [], isDefault: true, created: 0 }],
  messages: [],
  views: [],
};
