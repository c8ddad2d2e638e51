import type { ApiError } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import type { Message, MessageId } from './message';
import type { Place } from './place';

/**
 * The messages of a room or thread without a gap between two of them, around the place that is being read. Follows the
 * store, and the room's deletions as long as it is held. Its loads never throw an `ApiError`.
 */
export interface Timeline extends Disposable {
  readonly place: Place;
  /** The oldest first; at most `timelineLimit`. A thread's first message is the first of them. */
  readonly messages: readonly Message[];
  readonly state: TimelineState;
  /** Why the last load failed; what was loaded before stays. */
  readonly error?: ApiError;
  readonly hasOlder: boolean;
  /** The window does not reach the present: what arrives is not in it. */
  readonly hasNewer: boolean;
  /** What is being asked for just now, or could not be had. */
  readonly loading?: TimelineEnd;
  readonly failed?: TimelineEnd;
  /** Until when the load stands in line for the server's limit, by this machine's clock. */
  readonly waitsUntil?: number;
  readonly onDidChange: Event<void>;
  /** The latest messages unless others are shown already; without a request where they are known. */
  open(): Promise<void>;
  older(): Promise<void>;
  newer(): Promise<void>;
  /** To the present again. */
  latest(): Promise<void>;
  /** The window around a message; false where it is not there any more. */
  around(message: MessageId): Promise<boolean>;
  /** What failed, once more. */
  retry(): Promise<void>;
}

export type TimelineState = 'idle' | 'loading' | 'ready' | 'failed';
export type TimelineEnd = 'older' | 'newer' | 'all';

/** More is not kept in one window: the far end is dropped. */
export const timelineLimit = 1000;
