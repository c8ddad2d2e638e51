import type { WireDate, WireStatus, WireUser } from './wire';

/** A person with what the caller may see of them: more of oneself, and with `view-full-other-user-info`. */
export interface WireProfile extends WireUser {
  readonly bio?: string;
  readonly active?: boolean;
  readonly emails?: readonly { readonly address: string; readonly verified: boolean }[];
  readonly statusConnection?: WireStatus;
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
  readonly settings?: { readonly preferences?: WirePreferences };
}

/** What `users.setPreferences` takes; the server answers some more. */
export interface WirePreferences {
  readonly language?: string;
  readonly newRoomNotification?: string;
  readonly newMessageNotification?: string;
  /** 0 as the server, 1 twelve hours, 2 twenty-four. */
  readonly clockMode?: number;
  readonly useEmojis?: boolean;
  readonly convertAsciiEmoji?: boolean;
  readonly saveMobileBandwidth?: boolean;
  readonly collapseMediaByDefault?: boolean;
  readonly autoImageLoad?: boolean;
  /** `mentions`, `nothing`, `default` */
  readonly emailNotificationMode?: string;
  readonly unreadAlert?: boolean;
  /** 0 to 100. */
  readonly notificationsSoundVolume?: number;
  /** `all`, `mentions`, `nothing`, `default`; the same for `pushNotifications`. */
  readonly desktopNotifications?: string;
  readonly pushNotifications?: string;
  readonly desktopNotificationRequireInteraction?: boolean;
  readonly enableAutoAway?: boolean;
  /** Words that notify as a mention does. */
  readonly highlights?: readonly string[];
  readonly alsoSendThreadToChannel?: 'never' | 'always' | 'default';
  readonly showThreadsInMainChannel?: boolean;
  readonly hideUsernames?: boolean;
  readonly hideRoles?: boolean;
  readonly displayAvatars?: boolean;
  readonly hideFlexTab?: boolean;
  /** `normal`, `alternative`, `desktop` */
  readonly sendOnEnter?: string;
  readonly sidebarShowFavorites?: boolean;
  readonly sidebarShowUnread?: boolean;
  readonly sidebarSortby?: 'activity' | 'alphabetical';
  /** `extended`, `medium`, `condensed` */
  readonly sidebarViewMode?: string;
  readonly sidebarDisplayAvatar?: boolean;
  readonly sidebarGroupByType?: boolean;
  readonly muteFocusedConversations?: boolean;
  /** Warnings that were switched off. */
  readonly dontAskAgainList?: readonly { readonly action: string; readonly label: string }[];
  readonly featuresPreview?: readonly { readonly name: string; readonly value: boolean }[];
  readonly themeAppearence?: string;
  readonly fontSize?: string;
  readonly receiveLoginDetectionEmail?: boolean;
  readonly notifyCalendarEvents?: boolean;
  readonly idleTimeLimit?: number;
  readonly enableMobileRinging?: boolean;
  readonly mentionsWithSymbol?: boolean;
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

/** `connectionStatus` of oneself only, `message` before 8.0 only. */
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
