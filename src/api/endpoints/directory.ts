import { get, type Paging } from '../endpoint';
import type { WirePage } from '../wire';
import type { WireDirectoryRoom, WireDirectoryUser } from '../wireServer';

export interface DirectorySearch extends Paging {
  /** Has this in its name. Everything by default. From 7.0. */
  readonly text?: string;
  /** What is looked for; channels by default. From 7.0. */
  readonly type?: 'users' | 'channels' | 'teams';
  /** `all` finds people of federated servers as well. `local` by default. From 7.0. */
  readonly workspace?: 'local' | 'external' | 'all';
  /** By one key of the items, no more: `{ name: 1 }`. */
  readonly sort?: Readonly<Record<string, 1 | -1>>;
}

/** Who and what is on the server. */
export const directory = {
  /**
   * People, public channels or teams. Releases before 7.0 want `text`, `type` and `workspace` in a `query`
   * that newer ones do not look at: with them this one lists channels only.
   *
   * @returns a page; of teams their main rooms
   * @throws `refused` `Please verify the parameters`: no such type; `refused` `This method support only one
   * "sort" parameter`; `forbidden` `error-not-allowed`: the right to see what is outside one's rooms is
   * missing
   * @since 0.64 (`text`, `type`, `workspace` 7.0)
   * @see `directory`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/misc.ts
   */
  search: get<
    DirectorySearch,
    WirePage & { readonly result: readonly (WireDirectoryUser | WireDirectoryRoom)[] }
  >('directory'),
} as const;
