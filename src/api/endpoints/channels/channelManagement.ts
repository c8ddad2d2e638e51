import { post, type ByRoom } from '../../endpoint';
import type { ChannelReply } from './channelReading';
import type {
  Announcement,
  CustomFields,
  Description,
  Kind,
  NewName,
  Purpose,
  ReadOnly,
  Topic,
} from '../roomArguments';

export interface NewJoinCode {
  /** What somebody who joins must know; never empty. */
  readonly joinCode: string;
}

export interface DefaultRoom {
  /** True: new accounts join it by themselves. */
  readonly default: boolean;
}

/** What those do who run a channel. */
export const channelManagement = {
  /**
   * Sets the line beside the channel's name. Others see it by a message. Needs `edit-room`. Not repeated,
   * as the server refuses what is there already.
   *
   * @returns the topic as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `refused` a sentence: it is so already; `notFound` `error-room-not-found`: no channel of that id or
   * name; `refused` `error-room-archived`
   * @since 0.13
   * @see `channels.setTopic`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setTopic: post<ByRoom & Topic, Topic>('channels.setTopic'),
  /**
   * Sets the channel's description. Others see it by a message. Needs `edit-room`. Not repeated, as the
   * server refuses what is there already.
   *
   * @returns the description as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `refused` a sentence: it is so already; `notFound` `error-room-not-found`: no channel of that id or
   * name; `refused` `error-room-archived`
   * @since 0.48
   * @see `channels.setDescription`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setDescription: post<ByRoom & Description, Description>('channels.setDescription'),
  /**
   * The old word for `setDescription`: stored in the same place. Others see it by a message. Needs
   * `edit-room`. Not repeated, as the server refuses what is there already.
   *
   * @returns the description as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `refused` a sentence: it is so already; `notFound` `error-room-not-found`: no channel of that id or
   * name; `refused` `error-room-archived`
   * @since before 6.0
   * @see `channels.setPurpose`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setPurpose: post<ByRoom & Purpose, Purpose>('channels.setPurpose'),
  /**
   * Sets the text across the top of the channel. Others see it by a message. Needs `edit-room`. The same
   * again changes nothing.
   *
   * @returns the announcement as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.62
   * @see `channels.setAnnouncement`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setAnnouncement: post<ByRoom & Announcement, Announcement>('channels.setAnnouncement', { isSafe: true }),
  /**
   * Lets only those with `post-readonly` write in a channel, or everybody again. Others see it by a
   * message. Needs `edit-room`. Not repeated, as the server refuses what is so already.
   *
   * @returns the channel as it is now
   * @throws `refused` a sentence: it is so already; `forbidden` `error-action-not-allowed`: no `edit-room`;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.setReadOnly`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setReadOnly: post<ByRoom & ReadOnly, ChannelReply>('channels.setReadOnly'),
  /**
   * Turns a channel into a private group; from then on the other family of calls finds it. Needs
   * `edit-room` and `create-p`. Not repeated: a second call finds no such channel.
   *
   * @returns the room with its new `t`
   * @throws `refused` a sentence: it is of that type already; `forbidden` `error-action-not-allowed`: a
   * right is missing; `notFound` `error-room-not-found`: no channel of that id or name; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `channels.setType`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setType: post<ByRoom & Kind, ChannelReply>('channels.setType'),
  /**
   * Sets the code needed to join; those with `join-without-join-code` need none. Others see no message.
   * Needs `edit-room`. `saveRoomSettings` takes it away again. The same again changes nothing.
   *
   * @returns the channel with `joinCodeRequired`, never the code
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`; `refused` a sentence: it is empty;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.setJoinCode`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setJoinCode: post<ByRoom & NewJoinCode, ChannelReply>('channels.setJoinCode', { isSafe: true }),
  /**
   * Replaces all of a channel's custom fields. Needs `edit-room`. The same again changes nothing.
   *
   * @returns the channel as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`; `refused` a sentence: no object;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.62
   * @see `channels.setCustomFields`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setCustomFields: post<ByRoom & CustomFields, ChannelReply>('channels.setCustomFields', { isSafe: true }),
  /**
   * Makes new accounts join a channel automatically, or no longer. Needs `edit-room` and
   * `view-room-administration`. Not repeated, as the server refuses what is so already.
   *
   * @returns the channel as it is now
   * @throws `refused` `error-channels-setdefault-missing-default-param` (as the server calls it): it is so
   * already; `forbidden` `error-action-not-allowed`: a right is missing; `notFound` `error-room-not-found`:
   * no channel of that id or name; `refused` `error-room-archived`
   * @since 0.66
   * @see `channels.setDefault`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  setDefault: post<ByRoom & DefaultRoom, ChannelReply>('channels.setDefault'),
  /**
   * Changes a channel's name, and with it every link that names it; the id stays. Others see it by a
   * message. Needs `edit-room`. Not repeated, as the server refuses the name it has already.
   *
   * @returns the channel as it is now
   * @throws `refused` `error-duplicate-channel-name`, `error-archived-duplicate-name`,
   * `error-invalid-room-name`; `refused` a sentence: it is called so already; `forbidden`
   * `error-action-not-allowed`: no `edit-room`; `notFound` `error-room-not-found`: no channel of that id or
   * name, which is also said after a rename by `roomName`; `refused` `error-room-archived`
   * @since 0.48
   * @see `channels.rename`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  rename: post<ByRoom & NewName, ChannelReply>('channels.rename'),
  /**
   * Archives a channel: nobody writes there any more, and it leaves the lists. Others see it by a message.
   * Needs `archive-room`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `refused` `error-room-archived`: it is so already; `forbidden` `error-not-authorized`: the
   * right is missing; `notFound` `error-room-not-found`: no channel of that id or name
   * @since 0.48
   * @see `channels.archive`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  archive: post<ByRoom, object>('channels.archive'),
  /**
   * Brings an archived channel back. Others see it by a message. Needs `unarchive-room`, which
   * administrators alone have by default. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: it is not archived; `forbidden` `error-not-authorized`: the right is
   * missing; `notFound` `error-room-not-found`: no channel of that id or name
   * @since 0.48
   * @see `channels.unarchive`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  unarchive: post<ByRoom, object>('channels.unarchive'),
  /**
   * Deletes a channel with all its messages and files, for everybody and for good, archived or not. Needs
   * `delete-c`. Not repeated, as a second call finds none.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused`
   * `error-cannot-delete-team-channel`: the main room of a team; `notFound` `error-room-not-found`: no
   * channel of that id or name
   * @since 0.49
   * @see `channels.delete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  delete: post<ByRoom, object>('channels.delete'),
} as const;
