import { accountId, type Account } from '../../../src/model/account';
import { preferencesFromWire } from '../../../src/model/user';

/** An account with everything in its place; a test names what matters to it. */
export function account(over: Partial<Account> = {}): Account {
  const { server = 'https://chat.example.org', userId = 'ann-id' } = over;
  return {
    id: accountId(server, userId),
    server,
    userId,
    username: 'ann',
    signedInBy: 'password',
    preferences: preferencesFromWire(),
    ...over,
  };
}
