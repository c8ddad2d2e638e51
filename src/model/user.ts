import type { WirePreferences } from '../api/wirePeople';
import { isRecord } from './parse';

/** What the person set in Rocket.Chat for the list of rooms. */
export interface Preferences {
  readonly sortBy: 'activity' | 'name';
  readonly isGroupedByKind: boolean;
  readonly showsUnread: boolean;
  readonly showsFavorites: boolean;
}

/** The server's own defaults where it states none. */
export function preferencesFromWire(wire?: WirePreferences): Preferences {
  const stated: WirePreferences = isRecord(wire) ? wire : {};
  return {
    sortBy: stated.sidebarSortby === 'alphabetical' ? 'name' : 'activity',
    isGroupedByKind: stated.sidebarGroupByType !== false,
    showsUnread: stated.sidebarShowUnread === true,
    showsFavorites: stated.sidebarShowFavorites !== false,
  };
}

export function samePreferences(one: Preferences, other: Preferences): boolean {
  return (
    one.sortBy === other.sortBy &&
    one.isGroupedByKind === other.isGroupedByKind &&
    one.showsUnread === other.showsUnread &&
    one.showsFavorites === other.showsFavorites
  );
}
