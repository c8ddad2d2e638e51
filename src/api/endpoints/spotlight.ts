import { get } from '../endpoint';
import type { WireUser } from '../wire';
import type { WireSpotlightRoom } from '../wireRooms';

export interface Spotlight {
  /** Part of a name. `@x` finds people only, `#x` rooms only. */
  readonly query: string;
  /** User names to be left out, joined by commas. Since 8.6: older servers refuse the key. */
  readonly usernames?: string;
  /** What to look for, as JSON: `{"users":true,"rooms":true}`. Since 8.6. */
  readonly type?: { readonly users?: boolean; readonly rooms?: boolean; readonly mentions?: boolean };
  /** Id of the room that the question is asked in: its members come first. Since 8.6. */
  readonly rid?: string;
}

export const spotlight = {
  search: get<
    Spotlight,
    { readonly users: readonly WireUser[]; readonly rooms: readonly WireSpotlightRoom[] }
  >('spotlight'),
} as const;
