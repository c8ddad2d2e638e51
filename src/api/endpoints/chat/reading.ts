import { get, type Paging } from '../../endpoint';
import type { WireMessage, WireReceipt, WireUrlPreview } from '../../wire';
import type { ByMessage } from './marking';

export interface ByMsgId {
  /** The message. */
  readonly msgId: string;
}

export interface SearchMessages extends Paging {
  /** The room: nothing searches all of them. */
  readonly roomId: string;
  /**
   * Any of these words, whole and stemmed; `"a phrase"`; `/a regex/i`; `from:me`, `from:name`,
   * `mention:name`, `has:star`, `has:url`, `has:location`, `is:pinned`, `label:`, `file-desc:`,
   * `file-title:`, `before:`, `after:` and `on:` with `dd/mm/yyyy`, `order:asc`. Not empty.
   */
  readonly searchText: string;
}

export interface UrlPreviewQuery {
  /** The room that the link is meant for: the caller must have access. */
  readonly roomId: string;
  /** The link, absolute. */
  readonly url: string;
}

export const reading = {
  /**
   * One message by its id, deleted and hidden ones too. It is how one proves that `chat.sendMessage` has
   * arrived.
   *
   * @returns the message; `starred` has the caller's star only
   * @throws `notFound`: no such message (the server says so without a word); `forbidden` `error-not-allowed`:
   * no access
   * @since 0.47
   * @see `chat.getMessage`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getMessage: get<ByMsgId, { readonly message: WireMessage }>('chat.getMessage', {
    silentRefusal: 'notFound',
  }),
  /**
   * Messages of one room that match. Deleted, hidden and encrypted ones are never found.
   *
   * @returns the latest first and no total: a page that is not full is the last
   * @throws `forbidden`: no access to the room (the server says so without a word); `refused`
   * `error-searchText-param-not-provided`: an empty text; `refused` the database's words: a regex it cannot
   * read
   * @since 0.60 (`count` 0.67; it was `limit` before)
   * @see `chat.search`, RocketChat/Rocket.Chat apps/meteor/server/meteor-methods/messages/messageSearch.ts
   */
  search: get<SearchMessages, { readonly messages: readonly WireMessage[] }>('chat.search', {
    silentRefusal: 'forbidden',
  }),
  /**
   * Who has read a message. Only with the licence module `message-read-receipt` and the settings
   * `Message_Read_Receipt_Enabled` and `Message_Read_Receipt_Store_Users`.
   *
   * @returns one for each reader, the sender among them; none while readers are not stored
   * @throws `forbidden` `error-action-not-allowed`: no licence for it
   * @since 0.63
   * @see `chat.getMessageReadReceipts`, RocketChat/Rocket.Chat apps/meteor/ee/server/api/chat.ts
   */
  getMessageReadReceipts: get<ByMessage, { readonly receipts: readonly WireReceipt[] }>(
    'chat.getMessageReadReceipts',
  ),
  /**
   * What a link would show beneath a message. The server fetches it, so the answer may take a while.
   *
   * @returns the preview, `meta` empty where the page says nothing of itself
   * @throws `forbidden` `error-not-allowed`: no access to the room; `invalid` `needs-release`: the server is
   * older than 6.6, said before anything is sent
   * @since 6.6
   * @see `chat.getURLPreview`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getURLPreview: get<UrlPreviewQuery, { readonly urlPreview: WireUrlPreview }>('chat.getURLPreview', {
    since: '6.6',
  }),
} as const;
