import { get, post, type Nothing } from '../../endpoint';
import type { WirePreferences } from '../../wirePeople';

export interface SetPreferences {
  /** Somebody else, with `edit-other-user-info`. Oneself by default. */
  readonly userId?: string;
  /** Those that change; the others stay. A key that the release does not know is refused. */
  readonly data: WirePreferences;
}

export const preferences = {
  /**
   * The caller's own preferences. `me` has them too, with the server's defaults filled in.
   *
   * @returns preferences
   * @throws `refused` a sentence: the account has none
   * @since before 6.0
   * @see `users.getPreferences`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  getPreferences: get<Nothing, { readonly preferences: WirePreferences }>('users.getPreferences'),
  /**
   * Sets preferences, the caller's or somebody else's.
   *
   * @returns the person with all preferences
   * @throws `forbidden` `error-action-not-allowed`: it is somebody else and the right is missing; `invalid`
   * `invalid-params`: a preference that the release does not know
   * @since before 6.0
   * @see `users.setPreferences`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  setPreferences: post<
    SetPreferences,
    { readonly user: { readonly _id: string; readonly settings: { readonly preferences: WirePreferences } } }
  >('users.setPreferences', { isSafe: true }),
} as const;
