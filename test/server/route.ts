import type { User } from './world/documents';
import type { World } from './world/world';

export type JsonObject = Record<string, unknown>;

/** What a handler gets: who asks, and the parameters after validation and coercion. */
export interface Call {
  readonly world: World;
  /** The signed-in caller. Routes that need no sign-in use `maybeUser`. */
  readonly user: User;
  readonly maybeUser: User | undefined;
  readonly token: string | undefined;
  /** The parts of the path that the route's name leaves open, as `rid` of `rooms.media/:rid`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: JsonObject;
  readonly body: JsonObject;
  /** Paging and sorting as the server reads them: defaults and caps applied. */
  readonly page: Page;
  readonly header: (name: string) => string | undefined;
  /** The parts of a multipart body; empty for any other. */
  readonly form: () => Promise<FormData>;
  /** The client's IP address. */
  readonly address: string;
}

export interface Page {
  readonly offset: number;
  /** Infinity where the caller asked for all of it. */
  readonly count: number;
  /** Undefined where the caller gave none: the route's own default holds. */
  readonly sort: Readonly<Record<string, 1 | -1>> | undefined;
}

/** One REST method as data. `name` is what follows `/api/v1/`. Handlers throw `Rejection` to refuse. */
export interface Route {
  readonly verb: 'GET' | 'POST';
  readonly name: string;
  /** `orAnonymous` = without sign-in where the workspace lets strangers read. */
  readonly auth: 'required' | 'orAnonymous' | 'none';
  /** Any one of these, checked before validation: 403 with the route's text. */
  readonly permissions?: readonly string[];
  /** JSON schemas; absent = open, as on the routes the server does not validate. */
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  /** `old` = errors as in the server's old registration. */
  readonly registration?: 'new' | 'old';
  /** Own limit, in calls per milliseconds; a text names the setting that says it. Absent = the default. */
  readonly limit?: { readonly calls: number | string; readonly ms: number | string };
  /** The version that brought it, and the first one that has it no more: `8.6`. Two rows may share a name. */
  readonly since?: string;
  readonly until?: string;
  /** Asks for a second factor before anything is done; `everyTime` remembers none. */
  readonly secondFactor?: true | 'everyTime';
  /** Answers the success keys, to which the shell adds `success: true` unless `rawReply`; or an answer whole. */
  readonly handle: (call: Call) => JsonObject | Response | Promise<JsonObject | Response>;
  readonly rawReply?: boolean;
}
