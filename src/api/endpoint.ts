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
  readonly silentRefusal?: 'notFound';
  /** The release that brought it, where 6.0 lacks it: `8.6`. */
  readonly since?: string;
  /** Absent at run time; binds the two type parameters. */
  readonly shape?: (args: Args) => Reply;
}

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

/** `count` 1 to 100: the server cuts more silently. */
export interface Paging {
  readonly count?: number;
  readonly offset?: number;
}

export type Sort = Readonly<Record<string, 1 | -1>>;

/** A room by one of its two names. Ids are steady, names are not. */
export type ByRoom = { readonly roomId: string } | { readonly roomName: string };
