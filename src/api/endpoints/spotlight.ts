import { get } from '../endpoint';
import type { WireUser } from '../wire';
import type { WireSpotlightRoom } from '../wireRooms';

export interface Spotlight {
  /** Part of a name. `@x` finds people only, `#x` rooms only. */
  readonly query: string;
  /** User names to be left out, joined by commas, without `@`. Since 8.6. */
  readonly usernames?: string;
  /** What to look for; people and rooms by default. Since 8.6. */
  readonly type?: SpotlightType;
  /** Id of the room that it is asked in: its members come first. Since 8.6. */
  readonly rid?: string;
}

export interface SpotlightType {
  /** People. */
  readonly users?: boolean;
  /** Rooms. */
  readonly rooms?: boolean;
  /** What can be mentioned with `@` beside people: `all`, `here`, teams. */
  readonly mentions?: boolean;
  /** Rooms shared with other servers too. */
  readonly includeFederatedRooms?: boolean;
}

export const spotlight = {
  /**
   * People and public rooms by part of their name, for a field that searches while one types. Its allowance
   * is large (100 calls in 100 seconds).
   *
   * @returns about five of each: people with their status, channels by `name` or `fname`, never those that
   * the caller is in
   * @throws no failure of its own
   * @since 0.61 (`@` and `#` 0.64; `usernames`, `type`, `rid` and strangers, where
   * `Accounts_AllowAnonymousRead` is on, 8.6)
   * @see `spotlight`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/misc.ts
   */
  search: get<
    Spotlight,
    { readonly users: readonly WireUser[]; readonly rooms: readonly WireSpotlightRoom[] }
  >('spotlight'),
} as const;
