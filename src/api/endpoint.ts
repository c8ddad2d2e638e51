/** One REST method as data. The client gives it behaviour; a test can list them all. */
export interface Endpoint<Args extends object, Reply> {
  readonly verb: 'GET' | 'POST';
  /** What follows `/api/v1/`. */
  readonly name: string;
  /** A second call with the same arguments changes nothing more: it may be repeated after a lost answer. */
  readonly isSafe: boolean;
  /** Sent without the token. */
  readonly isAnonymous?: boolean;
  /** Outside `/api/v1`. */
  readonly isUnversioned?: boolean;
  /** What a 400 without any text means here; elsewhere it is `refused`. */
  readonly silentRefusal?: 'notFound' | 'forbidden';
  /** The release that brought it, where 6.0 lacks it and it is known for certain: `8.6`. */
  readonly since?: string;
  /** Absent at run time; binds the two type parameters. */
  readonly shape?: (args: Args) => Reply;
}

/** Any entry of the table, whatever its types. */
export type AnyEndpoint = Endpoint<never, unknown>;

type Traits = Partial<Omit<Endpoint<object, unknown>, 'verb' | 'name' | 'shape'>>;

export function get<Args extends object, Reply>(name: string, traits?: Traits): Endpoint<Args, Reply> {
  return { verb: 'GET', name, isSafe: true, ...traits };
}

/** Not repeated after a lost answer unless `isSafe` is said. */
export function post<Args extends object, Reply>(name: string, traits?: Traits): Endpoint<Args, Reply> {
  return { verb: 'POST', name, isSafe: false, ...traits };
}

/** For endpoints without parameters. */
export type Nothing = Record<string, never>;

/** A page of a list; `items` and `pages` of pages.ts read on. */
export interface Paging {
  /**
   * How many at most, 1 to 100: the server cuts more silently. 50 by default, as `API_Default_Count` says.
   */
  readonly count?: number;
  /** How many are left out before them. 0 by default. */
  readonly offset?: number;
}

/** Keys of the items, the first to sort by first: 1 upwards, -1 downwards. */
export type Sort = Readonly<Record<string, 1 | -1>>;

/** A page of a list that can be sorted. */
export interface SortedPaging extends Paging {
  /** By which keys of the items: `{ ts: -1 }`, the latest first. */
  readonly sort?: Sort;
}

/** Exactly one of the keys. */
export type OneOf<Keys> = {
  [Key in keyof Keys]-?: Pick<Keys, Key> & Readonly<Partial<Record<Exclude<keyof Keys, Key>, never>>>;
}[keyof Keys];

interface RoomNames {
  /** The room's id, which never changes. */
  readonly roomId: string;
  /** The room's name without `#`. It changes when the room is renamed. */
  readonly roomName: string;
}

/** A room by one of its two names. */
export type ByRoom = OneOf<RoomNames>;

interface UserNames {
  /** The person's id, which never changes. */
  readonly userId: string;
  /** The user name without `@`. It may change. */
  readonly username: string;
}

/** A person by one of two names. */
export type ByUser = OneOf<UserNames>;
