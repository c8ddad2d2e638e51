import { get, type Paging, type Sort } from '../endpoint';
import type { WirePage } from '../wire';
import type { WireDirectoryRoom, WireDirectoryUser } from '../wireServer';

export interface DirectorySearch extends Paging {
  /** Has this in its name. Everything by default. */
  readonly text?: string;
  /** What is looked for; channels by default. */
  readonly type?: 'users' | 'channels' | 'teams';
  /** `all` finds people of federated servers as well. `local` by default. */
  readonly workspace?: 'local' | 'external' | 'all';
  /** By one key of the items, no more: `{ name: 1 }`. */
  readonly sort?: Sort;
}

/** Who and what is on the server. */
export const directory = {
  /**
   * People, public channels or teams. Servers before 7.0 are told in a `query` what is looked for. Its
   * allowance is large (100 calls in 100 seconds).
   *
   * @returns a page; of teams their main rooms
   * @throws `refused` `Please verify the parameters`: no such type, or no right to see them; `refused` `This
   * method support only one "sort" parameter`
   * @since 0.64 (`text`, `type`, `workspace` 7.0)
   * @see `directory`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/misc.ts
   */
  search: get<
    DirectorySearch,
    WirePage & { readonly result: readonly (WireDirectoryUser | WireDirectoryRoom)[] }
  >('directory'),
} as const;
