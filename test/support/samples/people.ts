import type { SamplesOf } from './sample';

const ofBob = { args: { userId: 'bob-id' } } as const;
const ofNothing = { args: {} } as const;

export const session: SamplesOf<'session'> = {
  login: { args: { user: 'ann', password: 'ann-password' } },
  logout: ofNothing,
  me: ofNothing,
};

export const users: SamplesOf<'users'> = {
  register: {
    args: { username: 'dora', email: 'dora@example.com', pass: 'Dora-password-1', name: 'Dora' },
  },
  info: { args: { username: 'bob' } },
  presence: { args: { ids: 'bob-id,carl-id' } },
  autocomplete: { args: { selector: { term: 'b' } } },
  getStatus: ofBob,
  getPresence: ofBob,
  setStatus: { args: { status: 'busy', message: 'in a meeting' } },
  list: { args: { count: 20 }, as: 'root' },
  getPreferences: ofNothing,
  setPreferences: { args: { data: { clockMode: 2 } } },
  sendEmailCode: { args: { emailOrUsername: 'ann' } },
  generatePersonalAccessToken: { args: { tokenName: 'night build' } },
  getPersonalAccessTokens: ofNothing,
  regeneratePersonalAccessToken: { args: { tokenName: 'spare' } },
  removePersonalAccessToken: { args: { tokenName: 'spare' } },
};

export const subscriptions: SamplesOf<'subscriptions'> = {
  get: { args: { updatedSince: '2026-01-01T00:00:00.000Z' } },
  getOne: { args: { roomId: 'dev' } },
  read: { args: { rid: 'dev' } },
  unread: { args: { firstUnreadMessage: { _id: 'latest' } } },
};
