import { get, type Nothing, type SortedPaging } from '../endpoint';
import type { WirePage } from '../wire';
import type { WireLoginService, WireSetting } from '../wireServer';

export interface PublicSettings extends SortedPaging {
  /** Only these, joined by commas. Unknown ones and those that are not public are left out. */
  readonly _id?: string;
}

/** How the workspace is set up, as far as everybody may know. */
export const settings = {
  /**
   * Settings that everybody may read. There are several hundred: name those that are wanted, or read page by
   * page. Servers before 7.0 are told the names in a `query`.
   *
   * @returns a page, by `_id` unless sorted
   * @throws no failure of its own
   * @since before 6.0 (`_id` 7.0)
   * @see `settings.public`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/settings.ts
   */
  public: get<PublicSettings, WirePage & { readonly settings: readonly WireSetting[] }>('settings.public', {
    isAnonymous: true,
  }),
  /**
   * Services one can sign in with, as the login page has buttons for them.
   *
   * @returns one for each that is switched on
   * @throws no failure of its own
   * @since 0.63
   * @see `settings.oauth`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/settings.ts
   */
  oauth: get<Nothing, { readonly services: readonly WireLoginService[] }>('settings.oauth', {
    isAnonymous: true,
  }),
} as const;
