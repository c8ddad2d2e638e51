import type { Appearance } from '../api/endpoints/chat/posting';

/**
 * The body of `chat.postMessage` as people know it from its documentation. Nothing here promises that the server takes
 * it: both `roomId` and `channel` may be there, as in the documented example.
 */
export interface Payload extends Appearance {
  readonly roomId?: string | readonly string[];
  /** `#name` of a room, `@name` of a person, or the id or name of a room. */
  readonly channel?: string | readonly string[];
  /** First message of a thread, only with `roomId`. */
  readonly tmid?: string;
  /** Markdown. */
  readonly text?: string;
  readonly parseUrls?: boolean;
}
