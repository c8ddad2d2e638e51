import { get, type Nothing, type SortedPaging } from '../endpoint';
import type { WirePage } from '../wire';
import type { WireLoginService, WireSetting } from '../wireServer';

export interface PublicSettings extends SortedPaging {
  /** Only these, joined by commas. Unknown ones and those that are not public are left out. From 7.0. */
  readonly _id?: string;
}

/** How the workspace is set up, as far as everybody may know. */
export const settings = {
  /**
   * Settings that everybody may read. There are several hundred: name those that are wanted, or read page by
   * page. Releases before 7.0 refuse `_id`, and take no notice of it before they close their parameters.
   *
   * @returns a page, by `_id` unless sorted
   * @throws `invalid` `error-invalid-params`: a parameter that the release does not know
   * @since 0.46 (`_id` 7.0; until then `query` chose)
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
   * @since before 6.0
   * @see `settings.oauth`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/settings.ts
   */
  oauth: get<Nothing, { readonly services: readonly WireLoginService[] }>('settings.oauth', {
    isAnonymous: true,
  }),
} as const;
