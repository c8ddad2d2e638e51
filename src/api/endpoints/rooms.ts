import { get, post, type ByRoom, type Paging, type Sort } from '../endpoint';
import type { WireDelta, WireMessage, WirePage, WireRoom, WireSubscription, WireUser } from '../wire';

/** Messages of a room between two times, newest first; the answer has no total. Dates are ISO texts. */
export interface History extends Paging {
  readonly roomId: string;
  readonly latest?: string;
  readonly oldest?: string;
  readonly inclusive?: boolean;
  /** The server's defaults differ by kind of room: always say it. */
  readonly showThreadMessages: boolean;
}

export interface Messages {
  readonly messages: readonly WireMessage[];
}

export const rooms = {
  /** Rooms that the caller is in (`rooms.get`), all or those changed since. */
  get: get<{ readonly updatedSince?: string }, WireDelta<WireRoom>>('rooms.get'),
  /** One room (`rooms.info`). */
  info: get<ByRoom, { readonly room: WireRoom }>('rooms.info'),
} as const;

export const subscriptions = {
  /** How the caller sees each room (`subscriptions.get`), all or those changed since. */
  get: get<{ readonly updatedSince?: string }, WireDelta<WireSubscription>>('subscriptions.get'),
  /** Null in a room that the caller has not joined (`subscriptions.getOne`). */
  getOne: get<{ readonly roomId: string }, { readonly subscription: WireSubscription | null }>(
    'subscriptions.getOne',
  ),
  /**
   * Marks a room read, its threads only when said (`subscriptions.read`). Not repeated, as a later one would
   * mark what has come meanwhile.
   */
  read: post<{ readonly rid: string; readonly readThreads?: boolean }, object>('subscriptions.read'),
} as const;

export const channels = {
  /** Public channels that the caller may see (`channels.list`). */
  list: get<{ readonly sort?: Sort } & Paging, WirePage & { readonly channels: readonly WireRoom[] }>(
    'channels.list',
  ),
  /** One public channel (`channels.info`). */
  info: get<ByRoom, { readonly channel: WireRoom }>('channels.info'),
  /** Joins (`channels.join`); joining twice is fine. */
  join: post<ByRoom & { readonly joinCode?: string }, { readonly channel: WireRoom }>('channels.join', {
    isSafe: true,
  }),
  /** `channels.history` */
  history: get<History, Messages>('channels.history'),
} as const;

export const groups = {
  /** `groups.history` */
  history: get<History, Messages>('groups.history'),
} as const;

export const im = {
  /** `im.history` */
  history: get<History, Messages>('im.history'),
  /** The direct room with one person or several, made if there is none (`im.create`). */
  create: post<
    { readonly username: string } | { readonly usernames: string },
    { readonly room: { readonly _id: string; readonly rid: string; readonly usernames: readonly string[] } }
  >('im.create', { isSafe: true }),
} as const;

export const spotlight = {
  /** People and public rooms by name (`spotlight`), about five each. `@x` people only, `#x` rooms only. */
  search: get<
    { readonly query: string },
    {
      readonly users: readonly WireUser[];
      readonly rooms: readonly Pick<WireRoom, '_id' | 't' | 'name' | 'fname' | 'teamMain'>[];
    }
  >('spotlight'),
} as const;
