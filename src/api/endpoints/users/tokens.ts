import { get, post, type Nothing } from '../../endpoint';
import type { WirePersonalToken } from '../../wirePeople';

export interface TokenName {
  /** The token's name, one of the caller's. */
  readonly tokenName: string;
}

export interface NewToken {
  /** A name that no other token of the caller has. */
  readonly tokenName: string;
  /** Whoever uses the token is never asked for a second factor. False by default. */
  readonly bypassTwoFactor?: boolean;
}

/** Personal access tokens: they stand for their owner and do not expire. */
export const tokens = {
  /**
   * Makes a personal access token of the caller. Needs `create-personal-access-tokens`, and a second factor
   * as `secondFactor` of the call.
   *
   * @returns the token, this once only; it goes with the caller's own id
   * @throws `totpRequired` `totp-required`: a code is wanted; `totpRequired` `totp-invalid`: it is wrong;
   * `forbidden` `not-authorized`: the right is missing; `refused` `error-token-already-exists`: the name is
   * taken
   * @since 0.69 (`bypassTwoFactor` 3.1)
   * @see `users.generatePersonalAccessToken`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  generatePersonalAccessToken: post<NewToken, { readonly token: string }>(
    'users.generatePersonalAccessToken',
  ),
  /**
   * The caller's personal access tokens.
   *
   * @returns each without the token itself: its last six characters
   * @throws `forbidden`: `create-personal-access-tokens` is missing
   * @since 0.69
   * @see `users.getPersonalAccessTokens`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  getPersonalAccessTokens: get<Nothing, { readonly tokens: readonly WirePersonalToken[] }>(
    'users.getPersonalAccessTokens',
  ),
  /**
   * Gives a personal access token a new value; the old one stops working. Not repeated: that would make
   * another.
   *
   * @returns the new token, this once only
   * @throws `totpRequired` `totp-required`: a code is wanted; `totpRequired` `totp-invalid`: it is wrong;
   * `forbidden` `not-authorized`: the right is missing; `refused` `error-token-does-not-exists`: no token has
   * this name
   * @since 0.69
   * @see `users.regeneratePersonalAccessToken`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  regeneratePersonalAccessToken: post<TokenName, { readonly token: string }>(
    'users.regeneratePersonalAccessToken',
  ),
  /**
   * Revokes a personal access token. Not repeated: the second time there is none of this name.
   *
   * @returns nothing
   * @throws `totpRequired` `totp-required`: a code is wanted; `totpRequired` `totp-invalid`: it is wrong;
   * `forbidden` `not-authorized`: the right is missing; `refused` `error-token-does-not-exists`: no token has
   * this name
   * @since 0.69
   * @see `users.removePersonalAccessToken`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  removePersonalAccessToken: post<TokenName, object>('users.removePersonalAccessToken'),
} as const;
