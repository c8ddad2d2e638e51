import { get, post, type Nothing, type OneOf } from '../endpoint';
import type { WireLogin, WireMe } from '../wirePeople';

interface NamedLogin {
  /** User name, whatever it looks like. */
  readonly username: string;
  /** E-mail address. */
  readonly email: string;
}

interface LoginNames extends NamedLogin {
  /** User name or e-mail address: what has an `@` is an address. Or one of the two by its name. */
  readonly user: string | OneOf<NamedLogin>;
}

/** A password that has been hashed before it leaves the machine. */
export interface PasswordDigest {
  /** SHA-256 of the password, in lower-case hex. */
  readonly digest: string;
  /** No other is known. */
  readonly algorithm: 'sha-256';
}

interface LoginSecrets {
  /** As it was typed, or its digest. LDAP wants it as it was typed. */
  readonly password: string | PasswordDigest;
  /** The second factor's code; without one the failure `totpRequired` says which is wanted. */
  readonly code?: string;
  readonly resume?: never;
  readonly serviceName?: never;
  readonly accessToken?: never;
  readonly secret?: never;
  readonly expiresIn?: never;
}

/** With a name and a password. */
export type PasswordLogin = LoginSecrets & OneOf<LoginNames>;

/** With the token of an earlier sign-in. */
export interface ResumeLogin {
  /** The token. It stays the same. */
  readonly resume: string;
  readonly user?: never;
  readonly username?: never;
  readonly email?: never;
  readonly password?: never;
  readonly code?: never;
  readonly serviceName?: never;
  readonly accessToken?: never;
  readonly secret?: never;
  readonly expiresIn?: never;
}

/** With the token of somebody else's service that the server trusts. */
export interface ServiceLogin {
  /** As `settings.oauth` names it: `google`, `github` … */
  readonly serviceName: string;
  /** What the service has given. */
  readonly accessToken: string;
  /** The service's secret, where it gives one. */
  readonly secret?: string;
  /** How long the token is good for, in seconds. */
  readonly expiresIn?: number;
  readonly user?: never;
  readonly username?: never;
  readonly email?: never;
  readonly password?: never;
  readonly code?: never;
  readonly resume?: never;
}

export type Login = PasswordLogin | ResumeLogin | ServiceLogin;

/** Signing in and out. */
export const session = {
  /**
   * Signs in. Where LDAP is on, name and password are tried there first. Not repeated: each call makes a
   * token.
   *
   * @returns the token, whose it is, and that person with every preference
   * @throws `totpRequired` `totp-required`: a code is wanted; `totpRequired` `totp-invalid`: it is wrong;
   * `signedOut` anything else: wrong name, password or token, or `error-user-is-not-activated`,
   * `error-login-blocked-for-user`, `error-login-blocked-for-ip`, `error-invalid-email`, `totp-max-attempts`
   * in the failed call's `errorType`
   * @since 0.60
   * @see `login`, RocketChat/Rocket.Chat apps/meteor/server/api/ApiClass.ts
   */
  login: post<Login, { readonly data: WireLogin }>('login', { isAnonymous: true }),
  /**
   * Revokes the token in use: never call it with a personal access token, which would be gone. Not repeated,
   * as after a lost answer the second one would be told that the token is dead.
   *
   * @returns a word of farewell
   * @throws `signedOut`: the token was dead before
   * @since before 6.0
   * @see `logout`, RocketChat/Rocket.Chat apps/meteor/server/api/ApiClass.ts
   */
  logout: post<Nothing, object>('logout'),
  /**
   * The signed-in person. It is also the best test of a token.
   *
   * @returns the person with every preference, the server's own where the person has none
   * @throws `signedOut`: the token is not taken any more
   * @since before 6.0
   * @see `me`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/misc.ts
   */
  me: get<Nothing, WireMe>('me'),
} as const;
