import { get, type SortedPaging } from '../endpoint';
import type { WireDate, WireDelta, WirePage } from '../wire';
import type { WireEmoji } from '../wireServer';

export interface ChangedEmoji {
  /** Changed or deleted after this time, ISO 8601. All that there are by default. */
  readonly updatedSince?: WireDate;
  /** Changed at exactly this time, ISO 8601. From 7.0. */
  readonly _updatedAt?: WireDate;
  /** This one only. Servers before 7.0 are told in a `query`. */
  readonly _id?: string;
}

export interface NamedEmoji extends SortedPaging {
  /** Only those whose name has this in it. 8.x knows it; a server that does not passes over it. */
  readonly name?: string;
}

/** Emoji of the workspace's own. */
export const emojiCustom = {
  /**
   * The workspace's own emoji, all or those changed since.
   *
   * @returns those that are there in `update`, those that went in `remove`; their pictures
   * (`/emoji-custom/<name>.<extension>`) need no token; a missing one is answered by a drawing
   * @throws `refused` `error-roomId-param-invalid` (so it is called): no time; `invalid` `needs-release`:
   * `_updatedAt` on a server that is too old, said before anything is sent
   * @since 0.75 (`_id`, `_updatedAt` 7.0)
   * @see `emoji-custom.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/emoji-custom.ts
   */
  list: get<ChangedEmoji, { readonly emojis: WireDelta<WireEmoji> }>('emoji-custom.list'),
  /**
   * The workspace's own emoji, page by page.
   *
   * @returns a page, by name unless sorted
   * @throws no failure of its own
   * @since 0.63
   * @see `emoji-custom.all`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/emoji-custom.ts
   */
  all: get<NamedEmoji, WirePage & { readonly emojis: readonly WireEmoji[] }>('emoji-custom.all'),
} as const;
