import type { Clock } from '../base/clock';
import type { Event } from '../base/event';
import type { Endpoint } from './endpoint';
import type { MethodCall } from './methodCall';
import type { SecondFactor } from './errors';
import { chat } from './endpoints/chat';
import { commands } from './endpoints/commands';
import { directory } from './endpoints/directory';
import { emojiCustom } from './endpoints/emojiCustom';
import { channels } from './endpoints/channels';
import { groups } from './endpoints/groups';
import { im } from './endpoints/im';
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

export interface Credentials {
  readonly userId: string;
  readonly authToken: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** A person waits for it, or nobody does: a person's go first under the rate limit. `person` by default. */
  readonly priority?: 'person' | 'background';
  /** The answer to a `totpRequired`: the same call is made again with it. */
  readonly secondFactor?: { readonly method: SecondFactor; readonly code: string };
}

export interface DownloadOptions extends CallOptions {
  /** How its type must begin (`image/`). Unless HTML is said here, a page of it counts as a sign-in page. */
  readonly accept?: string;
}

export interface ClientOptions {
  readonly credentials?: Credentials;
  /** What the server says it is, `8.8`; where it matters and is not given, `/api/info` is asked once. */
  readonly version?: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  /** 0 up to 1, for jitter. */
  readonly random?: () => number;
  /** One redacted line for each call that ended. */
  readonly log?: (line: string) => void;
}

/** How much of a route's allowance is left, as its last answer said. */
export interface RouteLimit {
  /** `GET rooms.get` */
  readonly route: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

/** A call that stands in line for its route's limit. */
export interface Waiting {
  readonly route: string;
  readonly until: Date;
}

type Call<E> =
  E extends Endpoint<infer Args, infer Reply> ? (args: Args, options?: CallOptions) => Promise<Reply> : never;
type Bound<Table> = { readonly [Name in keyof Table]: Call<Table[Name]> };
export type Methods = { readonly [Group in keyof typeof endpoints]: Bound<(typeof endpoints)[Group]> };

/** The server as methods: `client.chat.getMessage({ msgId }, { signal })`. Rejects with `ApiError` only. */
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
   * A file or avatar of this server by its path, with our headers; one redirect to https is followed without
   * them. Fails as `protocol` where something else than a file of the wanted type comes.
   */
  download(path: string, options?: DownloadOptions): Promise<Blob>;
  /**
   * A method of the server's real-time protocol (`POST method.call/:method`), for what a release lacks in REST;
   * limited as `POST method.call/<method>`. Where the table has the same, use that: it chooses by release.
   *
   * @returns the method's result, whose shape nobody has checked; `{"$date": ms}` has become a `Date`.
   * @throws as any call of the table, whether the server tells the error by status 200 (up to 7.x) or 400.
   * @since every release; 9.0 is to drop many methods.
   * @see apps/meteor/server/api/v1/misc.ts
   */
  methodCall(call: MethodCall, options?: CallOptions): Promise<unknown>;
}
