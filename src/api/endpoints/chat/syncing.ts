import { get, type OneOf, type SortedPaging } from '../../endpoint';
import type { WireDate, WireDelta, WireMessage } from '../../wire';
import type { ByThread } from './threads';

interface SyncedRoom {
  /** The room. */
  readonly roomId: string;
}

/** Everything since a time, in one answer however long it is. */
export interface SyncSince extends SyncedRoom {
  /** Changed or deleted after this time, ISO 8601. */
  readonly lastUpdate: WireDate;
  /**
   * Leaves out messages that were written before this time, ISO 8601, whatever has become of them. From 8.8.
   */
  readonly fromTs?: WireDate;
  readonly type?: never;
  readonly next?: never;
  readonly previous?: never;
  readonly count?: never;
}

interface SyncCursors {
  /**
   * Changes after this one: `next` of the answer before, `0` to begin with. Milliseconds since 1970 as text.
   */
  readonly next: string;
  /** Changes before this one: `previous` of the answer before. Milliseconds since 1970 as text. */
  readonly previous: string;
}

interface SyncPage extends SyncedRoom {
  /** Which changes: of messages that are there, or of those that went. */
  readonly type: 'UPDATED' | 'DELETED';
  /** How many at most. 20 by default. */
  readonly count?: number;
  readonly lastUpdate?: never;
  readonly fromTs?: never;
}

/** Page by page, by cursors. From 7.1. */
export type SyncByCursor = SyncPage & OneOf<SyncCursors>;

/** Since a time, or by cursors; never both. */
export type SyncMessages = SyncSince | SyncByCursor;

export interface SyncedMessages {
  /**
   * Messages as they are now, removed ones (`rm`) among them; none where only deleted ones were asked for.
   */
  readonly updated: readonly WireMessage[];
  /** Messages that are gone, as long as the server remembers them. */
  readonly deleted: readonly { readonly _id: string; readonly _deletedAt: WireDate }[];
  /** With cursors only; `next` is null at the end, both are for an empty page. */
  readonly cursor?: { readonly next: string | null; readonly previous: string | null };
}

export interface SyncThreads {
  /** The room. */
  readonly rid: string;
  /** Changed or deleted after this time, ISO 8601. */
  readonly updatedSince: WireDate;
}

export interface SyncThreadMessages extends SortedPaging, ByThread {
  /** Changed or deleted after this time, ISO 8601. */
  readonly updatedSince: WireDate;
}

export const syncing = {
  /**
   * What has changed in a room, answers in threads included: a reaction or an edit counts. Since a time there
   * is no limit to the answer; by cursors there is.
   *
   * @returns since a time the latest written first, by cursors the change that follows next first
   * @throws `forbidden` `error-not-allowed`: no access; `refused` `error-lastUpdate-param-invalid`: no time;
   * `refused` `Invalid Date`: no cursor; `refused` `error-param-required`, `error-cursor-conflict`,
   * `error-cursor-and-lastUpdate-conflict`: parameters that the types here keep apart; `invalid`
   * `needs-release`: `fromTs` or a cursor on a server that is too old, said before anything is sent
   * @since 1.0 (cursors 7.1, `fromTs` 8.8)
   * @see `chat.syncMessages`, RocketChat/Rocket.Chat apps/meteor/server/publications/messages.ts
   */
  syncMessages: get<SyncMessages, { readonly result: SyncedMessages }>('chat.syncMessages'),
  /**
   * What has changed in a room's threads. It has no pages: the answer has everything.
   *
   * @returns first messages of threads, changed ones and those that are gone
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `invalid`
   * `error-invalid-params` or `refused` `error-updatedSince-param-invalid`: no time
   * @since 1.0
   * @see `chat.syncThreadsList`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  syncThreadsList: get<SyncThreads, { readonly threads: WireDelta<WireMessage> }>('chat.syncThreadsList'),
  /**
   * What has changed among the answers in a thread.
   *
   * @returns answers, changed ones and those that are gone
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `refused`
   * `error-invalid-message`: no such thread; `invalid` `error-invalid-params` or `refused`
   * `error-updatedSince-param-invalid`: no time
   * @since 1.0
   * @see `chat.syncThreadMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  syncThreadMessages: get<SyncThreadMessages, { readonly messages: WireDelta<WireMessage> }>(
    'chat.syncThreadMessages',
  ),
} as const;
