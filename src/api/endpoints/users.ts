import { get, post, type ByUser, type OneOf, type SortedPaging } from '../endpoint';
import type { WireDate, WirePage, WireUser } from '../wire';
import type { WirePresence, WireProfile, WireUserStatus } from '../wirePeople';
import { preferences } from './users/preferences';
import { tokens } from './users/tokens';

export interface Registration {
  /**
   * Not taken yet; letters, digits, dots, dashes and underscores, unless `UTF8_User_Names_Validation` says
   * else.
   */
  readonly username: string;
  /** Not taken yet. */
  readonly email: string;
  /** As the password policy wants it. */
  readonly pass: string;
  /** The name that people read. The server cannot do without it, though its schema can. */
  readonly name: string;
  /** The last part of the secret address, where registration needs one. */
  readonly secret?: string;
  /** Why one wants to join, where accounts are approved by hand. */
  readonly reason?: string;
  /** As the workspace defines them for accounts. */
  readonly customFields?: Readonly<Record<string, unknown>>;
}

interface UserKeys {
  /** The person's id, which never changes. A user name is taken as well. */
  readonly userId: string;
  /** The user name without `@`. An id is taken as well. */
  readonly username: string;
  /** The id in what somebody was imported from. */
  readonly importId: string;
  /** E-mail address. From 8.4. */
  readonly email: string;
  /** Extension of the telephone exchange. From 8.5. */
  readonly freeSwitchExtension: string;
}

interface UserDetails {
  /** With the rooms of that person: one's own, or with `view-other-user-channels`. False by default. */
  readonly includeUserRooms?: boolean;
}

export type UserQuery = UserDetails & OneOf<UserKeys>;

export interface PresenceQuery {
  /** Only changes after this time, ISO 8601. One of more than ten minutes ago counts as none. */
  readonly from?: WireDate;
  /** Only these people: ids as a list, or joined by commas. */
  readonly ids?: string | readonly string[];
}

/** Written as JSON, as the server wants it. */
export interface UserSelector {
  /** What the user name or name has in it. Everybody if it is left out. */
  readonly term?: string;
  /** User names that are left out. */
  readonly exceptions?: readonly string[];
  /** A query of the server's database; only keys it allows are looked at. */
  readonly conditions?: Readonly<Record<string, unknown>>;
}

export interface UserAutocomplete {
  /** Who is looked for. */
  readonly selector: UserSelector;
}

export interface NewStatus {
  /** A few words, at most 120 characters; an empty text takes them away. */
  readonly message?: string;
  /** Left as it is by default. `offline` only while `Accounts_AllowInvisibleStatusOption`. */
  readonly status?: 'online' | 'away' | 'busy' | 'offline';
  /** Somebody else, with `edit-other-user-info`. Oneself by default. */
  readonly userId?: string;
  /** The same by user name. */
  readonly username?: string;
  /** When the status ends, ISO 8601, in the future. From 8.6. */
  readonly expiresAt?: WireDate;
}

/** With words, a status or both. */
export type SetStatus = NewStatus &
  (Required<Pick<NewStatus, 'message'>> | Required<Pick<NewStatus, 'status'>>);

export interface CodeByEmail {
  /** Whose code: the address or name that was signed in with. */
  readonly emailOrUsername: string;
}

/** People. */
export const users = {
  /**
   * Makes an account, without a token. The first account of a new server becomes its administrator. It is
   * limited to one a minute by default (`Rate_Limiter_Limit_RegisterUser`).
   *
   * @returns the new account, inactive where accounts are approved by hand
   * @throws `refused` `error-user-registration-disabled`, `error-user-registration-secret`: registration is
   * closed, or open by a secret address only; `refused` a sentence: name, user name or address are taken or
   * not valid, or the password is too weak; `refused` `error-invalid-domain`: no addresses of this domain
   * @since 0.50
   * @see `users.register`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  register: post<Registration, { readonly user: WireUser }>('users.register', { isAnonymous: true }),
  /**
   * One person.
   *
   * @returns the person; address, roles and the like of oneself, or with `view-full-other-user-info`
   * @throws `notFound` `User not found.`: nobody by this key; `invalid` `needs-release`: `email` or
   * `freeSwitchExtension` on a server that is too old, said before anything is sent
   * @since 0.48 (`email` 8.4, `freeSwitchExtension` 8.5)
   * @see `users.info`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  info: get<UserQuery, { readonly user: WireProfile }>('users.info'),
  /**
   * Who is there: people who are not offline, all of them or those whose presence has changed.
   *
   * @returns people, `full` if they are all; none where `Presence_broadcast_disabled`
   * @throws no failure of its own
   * @since 1.1
   * @see `users.presence`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  presence: get<PresenceQuery, { readonly users: readonly WirePresence[]; readonly full: boolean }>(
    'users.presence',
  ),
  /**
   * People by a part of their names, to complete what somebody types.
   *
   * @returns ten at most, those one has a direct room with first; without `view-outside-room` only those one
   * shares a room with
   * @throws `invalid` `error-invalid-params`: no selector
   * @since before 6.0
   * @see `users.autocomplete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  autocomplete: get<UserAutocomplete, { readonly items: readonly WireUser[] }>('users.autocomplete'),
  /**
   * Somebody's status, or one's own. Its words are not in the answer of 8.x: `users.info` has them.
   *
   * @returns the status; of oneself also that of the connection
   * @throws `refused` `error-invalid-user`: nobody by this key
   * @since 1.2
   * @see `users.getStatus`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  getStatus: get<Partial<ByUser>, WireUserStatus>('users.getStatus'),
  /**
   * Whether somebody is there, or oneself.
   *
   * @returns the status; of oneself also that of the connection and the last sign-in
   * @throws `refused` `error-invalid-user`: nobody by this key
   * @since 0.48
   * @see `users.getPresence`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  getPresence: get<
    Partial<ByUser>,
    { readonly presence: string; readonly connectionStatus?: string; readonly lastLogin?: WireDate }
  >('users.getPresence'),
  /**
   * Sets one's own status, or somebody else's. It may be called five times a minute.
   *
   * @returns nothing
   * @throws `refused` `error-status-not-allowed`: the workspace forbids `offline`; `forbidden`
   * `error-not-allowed`: it lets nobody change the words; `forbidden`: it is somebody else and the right
   * is missing; `refused` `error-invalid-status`, `error-invalid-date`: a status or time the server does not
   * take; `invalid` `invalid-params`: the same, by newer releases; `invalid` `needs-release`: `expiresAt` on
   * a server that is too old, said before anything is sent
   * @since 1.2 (`expiresAt` 8.6)
   * @see `users.setStatus`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  setStatus: post<SetStatus, object>('users.setStatus', { isSafe: true }),
  /**
   * Everybody on the server. Needs `view-d-room`, and `view-outside-room` where the workspace wants it.
   *
   * @returns a page, by user name unless sorted
   * @throws `forbidden` `error-unauthorized`: a right is missing
   * @since 0.35
   * @see `users.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  list: get<SortedPaging, WirePage & { readonly users: readonly WireProfile[] }>('users.list'),
  ...preferences,
  /**
   * Sends the second factor's code by e-mail once more, without a token: the first is sent by itself. Not
   * repeated, as each call sends one.
   *
   * @returns nothing
   * @throws `refused` `error-parameter-required`: nobody is named; `refused` `error-invalid-user`: nobody by
   * this name
   * @since before 6.0
   * @see `users.2fa.sendEmailCode`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/users.ts
   */
  sendEmailCode: post<CodeByEmail, object>('users.2fa.sendEmailCode', { isAnonymous: true }),
  ...tokens,
} as const;
