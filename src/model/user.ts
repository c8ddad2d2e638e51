import type { WirePreferences } from '../api/wirePeople';
import { isRecord, optionalCount } from './parse';

/** What the person set in Rocket.Chat for the list of rooms, for messages, and for being away. */
export interface Preferences {
  readonly sortBy: 'activity' | 'name';
  readonly isGroupedByKind: boolean;
  readonly showsUnread: boolean;
  readonly showsFavorites: boolean;
  /** Whether doing nothing makes one away, and after how many milliseconds of it. */
  readonly becomesAway: boolean;
  readonly awayAfter: number;
  /** Which of the two keys sends: Enter, or Enter with Ctrl or Cmd. */
  readonly sendsOn: 'enter' | 'alternative';
  /** Absent where the person left it to the language. */
  readonly hourCycle?: 'h12' | 'h23';
  readonly showsAvatars: boolean;
  /** Whether answers in threads go to the room too, unless one says otherwise. */
  readonly alsoToRoom: 'never' | 'always' | 'firstReply';
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
    ...conversationFrom(stated),
  };
}

type OfConversation = Pick<Preferences, 'sendsOn' | 'hourCycle' | 'showsAvatars' | 'alsoToRoom'>;

function conversationFrom(stated: WirePreferences): OfConversation {
  const { sendOnEnter, clockMode, displayAvatars, alsoSendThreadToChannel } = stated;
  return {
    sendsOn: sendOnEnter === 'alternative' ? 'alternative' : 'enter',
    hourCycle: clockMode === 1 ? 'h12' : clockMode === 2 ? 'h23' : undefined,
    showsAvatars: displayAvatars !== false,
    alsoToRoom:
      alsoSendThreadToChannel === 'always' || alsoSendThreadToChannel === 'never'
        ? alsoSendThreadToChannel
        : 'firstReply',
  };
}

export function samePreferences(one: Preferences, other: Preferences): boolean {
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys(one) as (keyof Preferences)[];
  return keys.every((key) => one[key] === other[key]);
}
