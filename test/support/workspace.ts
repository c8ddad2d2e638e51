import type { Seed, SeedRoom, SeedUser } from '../server/data/seed';
import { emptySeed } from '../server/data/empty';

/** An account whose id, password and access token follow from its name. */
export function person(username: string, over: Partial<SeedUser> = {}): SeedUser {
  return {
    id: `${username}-id`,
    username,
    name: username.charAt(0).toUpperCase() + username.slice(1),
    email: `${username}@example.com`,
    password: `${username}-password`,
    roles: ['user'],
    accessTokens: [{ name: 'tests', token: tokenOf(username) }],
    ...over,
  };
}

export function tokenOf(username: string): string {
  return `${username}-token`;
}

/** The empty workspace with ann and bob in GENERAL, root who may do all, and whoever else is named. */
export function workspace(...others: readonly SeedUser[]): Seed {
  const users = [...emptySeed.users, person('ann'), person('bob'), person('root', { roles: ['admin'] })];
  return {
    ...emptySeed,
    users: [...users, ...others],
    rooms: emptySeed.rooms.map((room): SeedRoom => ({ ...room, members: ['ann', 'bob'] })),
  };
}
