import type { WirePreferences } from '../api/wirePeople';
import { isRecord, optionalCount } from './parse';

/** What the person set in Rocket.Chat for the list of rooms, and for being away. */
export interface Preferences {
  readonly sortBy: 'activity' | 'name';
  readonly isGroupedByKind: boolean;
  readonly showsUnread: boolean;
  readonly showsFavorites: boolean;
  /** Whether doing nothing makes one away, and after how many milliseconds of it. */
  readonly becomesAway: boolean;
  readonly awayAfter: number;
}

/** The server's own defaults where it states none. */
export function preferencesFromWire(wire?: WirePreferences): Preferences {
  const stated: WirePreferences = isRecord(wire) ? wire : {};
  const idleTimeLimit = optionalCount(stated.idleTimeLimit) ?? 300;
  return {
    sortBy: stated.sidebarSortby === 'alphabetical' ? 'name' : 'activity',
    isGroupedByKind: stated.sidebarGroupByType !== false,
    showsUnread: stated.sidebarShowUnread === true,
    showsFavorites: stated.sidebarShowFavorites !== false,
    // As in Rocket.Chat's own clients, a limit of none is none.
    becomesAway: stated.enableAutoAway !== false && idleTimeLimit > 0,
    awayAfter: idleTimeLimit * 1000,
  };
}

export function samePreferences(one: Preferences, other: Preferences): boolean {
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys(one) as (keyof Preferences)[];
  return keys.every((key) => one[key] === other[key]);
}
