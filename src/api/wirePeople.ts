import type { WireDate, WireStatus, WireUser } from './wire';

/** A person with what the caller may see of them: more of oneself, and with `view-full-other-user-info`. */
export interface WireProfile extends WireUser {
  readonly bio?: string;
  readonly active?: boolean;
  readonly emails?: readonly { readonly address: string; readonly verified: boolean }[];
  readonly statusConnection?: WireStatus;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly createdAt?: WireDate;
  readonly lastLogin?: WireDate;
  /** Everything above came, not only what everybody sees. */
  readonly canViewAllInfo?: boolean;
  /** Only where they were asked for. */
  readonly rooms?: readonly WireUserRoom[];
}

/** A room that somebody is in. */
export interface WireUserRoom {
  readonly rid: string;
  readonly name: string;
  readonly t: string;
  readonly roles?: readonly string[];
  readonly unread: number;
}

/** The signed-in user: `GET me`, and `login`'s `data.me`. */
export interface WireMe extends WireUser {
  readonly emails?: readonly { readonly address: string; readonly verified: boolean }[];
  readonly avatarUrl?: string;
  /** The first address. */
  readonly email?: string;
  readonly active?: boolean;
  /** What was chosen, whatever the connections are; `status` is made of both. */
  readonly statusDefault?: WireStatus;
  /** What the connection is, whatever was chosen as `status`. */
  readonly statusConnection?: WireStatus;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly settings?: { readonly preferences?: WirePreferences };
}

/** What `users.setPreferences` takes; the server answers some more. */
export interface WirePreferences {
  /** `en`, `pt-BR`; an empty text is the browser's. */
  readonly language?: string;
  /** Sound when a room is new: `door`, `none`, or a custom sound's id. */
  readonly newRoomNotification?: string;
  /** Sound when a message comes: `chime`, `none`, or a custom sound's id. */
  readonly newMessageNotification?: string;
  /** How loud sounds are, 0 to 100. */
  readonly notificationsSoundVolume?: number;
  /** No sound for the conversation that is looked at. */
  readonly muteFocusedConversations?: boolean;
  /** Clock: 0 as the server, 1 twelve hours, 2 twenty-four. */
  readonly clockMode?: number;
  /** Short codes are shown as emoji. */
  readonly useEmojis?: boolean;
  /** `:-)` becomes an emoji. */
  readonly convertAsciiEmoji?: boolean;
  /** Pictures wait on a mobile network. */
  readonly saveMobileBandwidth?: boolean;
  /** Media come folded up. */
  readonly collapseMediaByDefault?: boolean;
  /** Pictures load by themselves. */
  readonly autoImageLoad?: boolean;
  /** E-mail while one is away: `default`, `mentions`, `nothing`. */
  readonly emailNotificationMode?: string;
  /** On the desktop: `default`, `all`, `mentions`, `nothing`. */
  readonly desktopNotifications?: string;
  /** On the phone: `default`, `all`, `mentions`, `nothing`. */
  readonly pushNotifications?: string;
  /** Notifications on the desktop stay until they are clicked. */
  readonly desktopNotificationRequireInteraction?: boolean;
  /** Rooms with something unread are marked. */
  readonly unreadAlert?: boolean;
  /** Words that notify as a mention does. */
  readonly highlights?: readonly string[];
  /** Mail after a sign-in from a new device. */
  readonly receiveLoginDetectionEmail?: boolean;
  /** Meetings of the calendar are announced. */
  readonly notifyCalendarEvents?: boolean;
  /** Calls ring on the phone. */
  readonly enableMobileRinging?: boolean;
  /** One becomes `away` by doing nothing. */
  readonly enableAutoAway?: boolean;
  /** After how many seconds of it. */
  readonly idleTimeLimit?: number;
  /** Whether answers in threads are shown in the room too. */
  readonly alsoSendThreadToChannel?: 'never' | 'always' | 'default';
  /** Answers in threads are listed among the room's messages. */
  readonly showThreadsInMainChannel?: boolean;
  /** Enter sends: `normal`; with a second key `alternative`; on the desktop only `desktop`. */
  readonly sendOnEnter?: string;
  /** No user names beside messages. */
  readonly hideUsernames?: boolean;
  /** No roles beside messages. */
  readonly hideRoles?: boolean;
  /** Avatars beside messages. */
  readonly displayAvatars?: boolean;
  /** Mentions keep their `@`. */
  readonly mentionsWithSymbol?: boolean;
  /** A click beside the open panel closes it. */
  readonly hideFlexTab?: boolean;
  /** Favourites first in the list of rooms. */
  readonly sidebarShowFavorites?: boolean;
  /** Unread ones first in the list of rooms. */
  readonly sidebarShowUnread?: boolean;
  /** Order of the list of rooms. */
  readonly sidebarSortby?: 'activity' | 'alphabetical';
  /** How tall its rows are: `extended`, `medium`, `condensed`. */
  readonly sidebarViewMode?: string;
  /** Avatars in the list of rooms. */
  readonly sidebarDisplayAvatar?: boolean;
  /** The list of rooms by kind. */
  readonly sidebarGroupByType?: boolean;
  /** `auto`, `light`, `dark`, `high-contrast` */
  readonly themeAppearence?: string;
  /** `100%`, `14px`, `18px`, `20px`, `24px` */
  readonly fontSize?: string;
  /** Warnings that were switched off. */
  readonly dontAskAgainList?: readonly WireSwitchedOff[];
  /** Features that are tried out. */
  readonly featuresPreview?: readonly WireFeature[];
}

export interface WireSwitchedOff {
  /** `hideRoom` */
  readonly action: string;
  /** What the list of warnings calls it. */
  readonly label: string;
}

export interface WireFeature {
  /** `quickReactions` */
  readonly name: string;
  /** On or off. */
  readonly value: boolean;
}

export interface WireLogin {
  readonly userId: string;
  readonly authToken: string;
  readonly me: WireMe;
}

/** How somebody is doing; `statusSource` and `statusExpiresAt` from 8.6. */
export interface WirePresence extends WireUser {
  readonly statusSource?: string;
  readonly statusExpiresAt?: WireDate;
}

/** `connectionStatus` of oneself only, `message` in older releases only. */
export interface WireUserStatus {
  readonly _id: string;
  readonly status: WireStatus;
  readonly connectionStatus?: WireStatus;
  readonly message?: string;
  readonly statusSource?: string;
  readonly statusExpiresAt?: WireDate;
}

/** A personal access token, without itself. */
export interface WirePersonalToken {
  readonly name: string;
  readonly createdAt: WireDate;
  /** Its last six characters. */
  readonly lastTokenPart: string;
  readonly bypassTwoFactor: boolean;
}
