import type { SeedUser } from '../seed';
import { userId } from './ids';

const PASSWORD = 'demo';

/** Signs in as alice without a password. Worth nothing anywhere but here. */
export const ALICE_ACCESS_TOKEN = 'demo-token-of-alice-good-only-at-this-stand';

/** Grace's authenticator, in base32. */
export const GRACE_TOTP_SECRET = 'GRACEHOPPERWROTETHEFIRSTCOMPILER';

/** The team of Heron, which plans delivery rounds for couriers. */
export const people: readonly SeedUser[] = [
  person('alice', 'Alice Moreau', {
    statusText: 'console & dispatch',
    utcOffset: 1,
    accessTokens: [{ name: 'editor', token: ALICE_ACCESS_TOKEN }],
    preferences: {
      sidebarSortby: 'activity',
      sidebarGroupByType: true,
      sidebarShowUnread: true,
      sidebarShowFavorites: true,
    },
  }),
  person('ben', 'Ben Okafor', { statusText: 'hunting milliseconds', utcOffset: 0 }),
  person('grace', 'Grace Lindqvist', { utcOffset: 1, totpSecret: GRACE_TOTP_SECRET }),
  person('ivo', 'Ivo Petrović', { status: 'away', utcOffset: 1, emailSecondFactor: true }),
  person('jonas', 'Jonas Weber', { statusText: 'new here, ask me nothing yet', utcOffset: 1 }),
  person('lea', 'Léa Brunner', { status: 'busy', statusText: 'at the depot', utcOffset: 1 }),
  person('mei', 'Mei Tanaka 田中', { status: 'offline', statusText: 'Tokyo, UTC+9', utcOffset: 9 }),
  person('nadia', 'Nadia Haddad', { roles: ['user', 'admin'], utcOffset: 1 }),
  person('sofia', 'Sofía Reyes', { status: 'busy', statusText: 'customer calls until 16:00', utcOffset: 0 }),
  person('tomas', 'Tomáš Novák', { statusText: 'on call', utcOffset: 1 }),
  person('release-bot', 'Release Bot', { type: 'bot', roles: ['bot'] }),
  person('rocket.cat', 'Rocket.Cat', { type: 'bot', roles: ['bot'] }),
];

function person(username: string, name: string, details: Partial<SeedUser>): SeedUser {
  return {
    id: userId(username),
    username,
    name,
    email: `${username}@heron.example`,
    password: PASSWORD,
    roles: ['user'],
    status: 'online',
    ...details,
  };
}
