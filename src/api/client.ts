import type { Clock } from '../base/clock';
import type { Event } from '../base/event';
import type { Avatar } from './avatar';
import type { Endpoint } from './endpoint';
import type { MethodCall } from './methodCall';
import type { Media, Upload, UploadOptions } from './upload';
import type { Confirmed, MediaConfirm, UploadedFile } from './endpoints/uploads';
import type { SecondFactor } from './errors';
import { chat } from './endpoints/chat';
import { commands } from './endpoints/commands';
import { directory } from './endpoints/directory';
import { emojiCustom } from './endpoints/emojiCustom';
import { channels } from './endpoints/channels';
import { groups } from './endpoints/groups';
import { im } from './endpoints/im';
import { permissions } from './endpoints/permissions';
import { rooms } from './endpoints/rooms';
import { server } from './endpoints/server';
import { session } from './endpoints/session';
import { settings } from './endpoints/settings';
import { spotlight } from './endpoints/spotlight';
import { subscriptions } from './endpoints/subscriptions';
import { users } from './endpoints/users';

/** Every REST method, by the server's own names. */
export const endpoints = {
  server,
  session,
  users,
  settings,
  permissions,
  rooms,
  subscriptions,
  channels,
  groups,
  im,
  spotlight,
  chat,
  commands,
  emojiCustom,
  directory,
} as const;

/**
 * Who calls: of a sign-in (`data.userId`, `data.authToken` of `session.login`), or a personal access token.
 */
export interface Credentials {
  /** Sent as `X-User-Id`. */
  readonly userId: string;
  /** Sent as `X-Auth-Token`, to this server and nowhere else. */
  readonly authToken: string;
}

/** What any call takes besides its arguments. */
export interface CallOptions {
  /** Ends the call at any moment, also while it waits for a limit: it fails as `cancelled`. */
  readonly signal?: AbortSignal;
  /** A person waits for it, or nobody does: a person's go first under the rate limit. `person` by default. */
  readonly priority?: 'person' | 'background';
  /**
   * The answer to a `totpRequired`: the same call is made again with it (`x-2fa-code`, `x-2fa-method`). For
   * the method `password` the code is its `passwordDigest`. Browsers on another origin cannot send it: the
   * server's CORS headers do not let it through.
   */
  readonly secondFactor?: { readonly method: SecondFactor; readonly code: string };
}

export interface DownloadOptions extends CallOptions {
  /** How its type must begin (`image/`). Unless HTML is said here, a page of it counts as a sign-in page. */
  readonly accept?: string;
  /** No more is read; a larger one fails as `refused` `error-file-too-large`. */
  readonly maxBytes?: number;
}

export interface ClientOptions {
  /** Without them only what strangers may call succeeds. */
  readonly credentials?: Credentials;
  /**
   * What the server says it is, `8.8` (`probe` tells). Where it matters for a call and is not given,
   * `/api/info` is asked, without the token, and at most once an hour.
   */
  readonly version?: string;
  /** Instead of the host's own `fetch`, which is looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Instead of the host's time. */
  readonly clock?: Clock;
  /** 0 up to 1, for jitter; `Math.random` by default. */
  readonly random?: () => number;
  /** One redacted line for each call that was begun on the network, when it ends. */
  readonly log?: (line: string) => void;
}

/** How much of a route's allowance is left, as its last answer said. */
export interface RouteLimit {
  /** `GET rooms.get` */
  readonly route: string;
  /** Calls in one window. */
  readonly limit: number;
  /** Of those, what is left; others behind the same address take from them too. */
  readonly remaining: number;
  /** When the window ends, by this machine's clock. */
  readonly resetAt: Date;
}

/** A call that stands in line for its route's limit. */
export interface Waiting {
  /** `GET rooms.get` */
  readonly route: string;
  /** By this machine's clock. */
  readonly until: Date;
}

type Call<E> =
  E extends Endpoint<infer Args, infer Reply> ? (args: Args, options?: CallOptions) => Promise<Reply> : never;
type Bound<Table> = { readonly [Name in keyof Table]: Call<Table[Name]> };
export type Methods = { readonly [Group in keyof typeof endpoints]: Bound<(typeof endpoints)[Group]> };

/**
 * The server as methods: `client.chat.getMessage({ msgId }, { signal })`. Rejects with `ApiError` only. A
 * call that the server's release cannot answer fails as `invalid` `needs-release` before anything is sent
 * (versions.ts).
 */
export interface Client extends Methods {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** The last answers' allowance of a route (`GET rooms.get`), if it said one. */
  limitOf(route: string): RouteLimit | undefined;
  /**
   * Fires when a call begins to wait for its route's limit. It waits as long as the server says, its own 30
   * seconds standing still; only its signal ends that. Other routes are not held up.
   */
  readonly onDidWait: Event<Waiting>;
  /** Fires once, when the server does not take the token any more. */
  readonly onDidSignOut: Event<void>;
  /**
   * A file of this server by its path, with our headers; one redirect to https is followed without them.
   * Limited as `GET download`; has two minutes.
   *
   * @param path a path of the server (`/file-upload/<id>/<name>`, what messages hold) or its whole address.
   * @returns the file, with the type that the server says.
   * @throws `protocol`: something else than a file of the wanted type came; `forbidden`: not signed in, or no
   * member of its room; `notFound`; `invalid` `foreign-address`: the path leads elsewhere, and nothing was
   * sent; `refused` `error-file-too-large`: it has more than `maxBytes`
   * @since every release
   * @see `/file-upload`, RocketChat/Rocket.Chat apps/meteor/app/file-upload/server/lib/requests.ts
   */
  download(path: string, options?: DownloadOptions): Promise<Blob>;
  /**
   * The picture of a person or room, or a letter drawn for it where it has none. Signed in by a cookie, as
   * avatars heed no headers and an address is no place for a token. Browsers leave the cookie out: with
   * `Accounts_AvatarBlockUnauthenticatedAccess` they get a letter for every picture. Limited as `GET avatar`.
   *
   * @returns an image; SVG (`image/svg+xml`) for the letter unless `format` says otherwise
   * @throws `notFound`: no such id; `forbidden`: the server shows none to strangers (older ones,
   * unconfirmed); `protocol`: no image came; `invalid` `path-segment`: the name is empty or dots, and nothing
   * was sent
   * @since every release (`userId` later, unconfirmed since when)
   * @see `/avatar`, RocketChat/Rocket.Chat apps/meteor/server/routes/avatar
   */
  avatar(of: Avatar, options?: DownloadOptions): Promise<Blob>;
  /**
   * Sends a file into a room with the message that shows it: `media`, then `mediaConfirm`; before 6.10 the
   * one step `rooms.upload`. A lost answer to the second step leaves in doubt whether the message is there:
   * who must know keeps the file's id between the two steps.
   *
   * @returns the message as stored
   * @throws as `media` and `mediaConfirm`
   * @since 0.48 (`customFields` 6.8, otherwise `invalid` `needs-release`)
   * @see `rooms.media/:rid` and `rooms.mediaConfirm/:rid/:fileId`, before 6.10 `rooms.upload/:rid`,
   * RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  upload(args: Upload, options?: UploadOptions): Promise<Confirmed>;
  /**
   * Sends a file that nobody sees yet, and that is gone after 24 hours unless `mediaConfirm` follows.
   * Repeated after a lost answer, as what came of the first try is nobody's. It has half a minute and the
   * time that its bytes take at 32 kB a second; its signal ends it at any byte. Limited as `POST
   * rooms.media`.
   *
   * @returns the file's id, which `mediaConfirm` wants
   * @throws `forbidden`: no access to the room; `refused` `error-file-too-large`: larger than
   * `FileUpload_MaxFileSize`, or than a proxy lets pass; `error-invalid-file-type`: a type that the workspace
   * does not take; `error-direct-message-file-upload-not-allowed`; `invalid` `needs-release`: a server before
   * 6.10; `unreadable-file`: the file cannot be read any more
   * @since 6.10
   * @see `rooms.media/:rid`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  media(args: Media, options?: UploadOptions): Promise<{ readonly file: UploadedFile }>;
  /**
   * Posts the message that shows a file. Never repeated by itself: each time another message shows the file.
   * Limited as `POST rooms.mediaConfirm`.
   *
   * @returns the message as stored; null where the server did not find it again
   * @throws `forbidden`: no access to the room; `refused` `invalid-file`: another's file, another room's, or
   * none; `error-message-size-exceeded`: too long; a sentence as of `chat.sendMessage`; `invalid`
   * `needs-release`: a server before 6.10
   * @since 6.10
   * @see `rooms.mediaConfirm/:rid/:fileId`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  mediaConfirm(args: MediaConfirm, options?: CallOptions): Promise<Confirmed>;
  /**
   * A method of the server's real-time protocol (`POST method.call/:method`), for what a release lacks in
   * REST; limited as `POST method.call/<method>`. Where the table has the same, use that: it chooses by
   * release.
   *
   * @returns the method's result, whose shape nobody has checked; `{"$date": ms}` has become a `Date`.
   * @throws as any call of the table, whether the server tells the error by status 200 (up to 7.x) or 400; no
   * text of the parameters stands in it
   * @since every release; 9.0 is to drop many methods
   * @see `method.call/:method`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/misc.ts
   */
  methodCall(call: MethodCall, options?: CallOptions): Promise<unknown>;
}
