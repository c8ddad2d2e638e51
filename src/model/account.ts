import type { Preferences } from './user';

declare const brand: unique symbol;
export type AccountId = string & { readonly [brand]: 'AccountId' };

/** One person on one server, without any secret. */
export interface Account {
  /** Steady over sign-out and sign-in: made of server and user id. */
  readonly id: AccountId;
  /** Origin and path prefix, without a slash at the end. */
  readonly server: string;
  readonly userId: string;
  readonly username: string;
  readonly name?: string;
  /** How it signed in: an access token is never revoked by us. */
  readonly signedInBy: 'password' | 'accessToken';
  /** As last seen, so that the first paint needs no request for them. */
  readonly preferences: Preferences;
}

/**
 * Why there is no session: nobody is known here; the server does not take the token any more; or the token cannot be
 * read, which is not the server's doing.
 */
export type SignedOut = 'signedOut' | 'expired' | 'locked';

export function accountId(server: string, userId: string): AccountId {
  // The only place that makes one.
  return `${userId}@${server}` as AccountId;
}

/** `ann @ chat.example.org/team`: tells two servers with the same user name apart. */
export function accountLabel(account: Account): string {
  const { host, pathname } = new URL(account.server);
  return `${account.username} @ ${host}${pathname === '/' ? '' : pathname}`;
}
