import { get, post, type Nothing, type Paging, type Sort } from '../endpoint';
import type { WireInfo, WireLogin, WireLoginService, WireMe, WirePage, WireSetting, WireUser } from '../wire';

/** User name or e-mail and password, or a token to resume; `code` is the second factor. */
export type Login =
  { readonly user: string; readonly password: string; readonly code?: string } | { readonly resume: string };

export const server = {
  /** Version of the server (`GET /api/info`), asked without a token. */
  info: get<Nothing, WireInfo>('info', { isAnonymous: true, isUnversioned: true }),
} as const;

export const session = {
  /** Signs in (`login`). Fails as `signedOut`, or `totpRequired`. */
  login: post<Login, { readonly data: WireLogin }>('login', { isAnonymous: true }),
  /**
   * Revokes the token in use (`logout`): never call it with a personal access token. Not repeated, as after a
   * lost answer the second one would be told that the token is dead.
   */
  logout: post<Nothing, object>('logout'),
  /** The signed-in user with every preference (`me`). */
  me: get<Nothing, WireMe>('me'),
} as const;

export const users = {
  /** Makes an account (`users.register`). */
  register: post<
    { readonly username: string; readonly email: string; readonly pass: string; readonly name: string },
    { readonly user: WireUser }
  >('users.register', { isAnonymous: true }),
  /** One user (`users.info`). */
  info: get<{ readonly userId: string } | { readonly username: string }, { readonly user: WireUser }>(
    'users.info',
  ),
  /** Users who are not offline (`users.presence`); `ids` joined by commas. */
  presence: get<
    { readonly from?: string; readonly ids?: string },
    { readonly users: readonly WireUser[]; readonly full: boolean }
  >('users.presence'),
  /** Sends the second factor's code by e-mail again (`users.2fa.sendEmailCode`). */
  sendEmailCode: post<{ readonly emailOrUsername: string }, object>('users.2fa.sendEmailCode', {
    isAnonymous: true,
  }),
} as const;

export const settings = {
  /** Settings that everybody may read (`settings.public`); `_id` is a list joined by commas. */
  public: get<
    { readonly _id?: string; readonly sort?: Sort } & Paging,
    WirePage & { readonly settings: readonly WireSetting[] }
  >('settings.public', { isAnonymous: true }),
  /** Buttons of the login page (`settings.oauth`). */
  oauth: get<Nothing, { readonly services: readonly WireLoginService[] }>('settings.oauth', {
    isAnonymous: true,
  }),
} as const;
