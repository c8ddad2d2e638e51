import { post, type ByRoom } from '../../endpoint';
import type { GroupReply } from './groupReading';
import type {
  Announcement,
  CustomFields,
  Description,
  Encryption,
  Kind,
  NewName,
  Purpose,
  ReadOnly,
  Topic,
} from '../roomArguments';

/** What those do who run a private group. */
export const groupManagement = {
  /**
   * Sets the line beside the private group's name. Others see it by a message. Needs `edit-room`. The same
   * again changes nothing.
   *
   * @returns the topic as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since before 6.0
   * @see `groups.setTopic`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setTopic: post<ByRoom & Topic, Topic>('groups.setTopic', { isSafe: true }),
  /**
   * Sets the private group's description. Others see it by a message. Needs `edit-room`. The same again
   * changes nothing.
   *
   * @returns the description as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since before 6.0
   * @see `groups.setDescription`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setDescription: post<ByRoom & Description, Description>('groups.setDescription', { isSafe: true }),
  /**
   * The old word for `setDescription`: stored in the same place. Others see it by a message. Needs
   * `edit-room`. The same again changes nothing.
   *
   * @returns the description as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since before 6.0
   * @see `groups.setPurpose`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setPurpose: post<ByRoom & Purpose, Purpose>('groups.setPurpose', { isSafe: true }),
  /**
   * Sets the text across the top of the private group. Others see it by a message. Needs `edit-room`. The
   * same again changes nothing.
   *
   * @returns the announcement as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`, or the room is managed by attributes;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.70
   * @see `groups.setAnnouncement`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setAnnouncement: post<ByRoom & Announcement, Announcement>('groups.setAnnouncement', { isSafe: true }),
  /**
   * Lets only those with `post-readonly` write in a private group, or everybody again. Others see it by a
   * message. Needs `edit-room`. Not repeated, as the server refuses what is so already.
   *
   * @returns the private group as it is now
   * @throws `refused` a sentence: it is so already; `forbidden` `error-action-not-allowed`: no `edit-room`;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `groups.setReadOnly`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setReadOnly: post<ByRoom & ReadOnly, GroupReply>('groups.setReadOnly'),
  /**
   * Turns a private group into a public channel: everything in it can be read by all; from then on the
   * other family of calls finds it. Needs `edit-room` and `create-c`. Not repeated: a second call finds no
   * such group.
   *
   * @returns the room with its new `t`
   * @throws `refused` a sentence: it is of that type already; `forbidden` `error-action-not-allowed`: a
   * right is missing; `notFound` `error-room-not-found`: no private group of that id or name, or no access;
   * `refused` `error-room-archived`
   * @since before 6.0
   * @see `groups.setType`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setType: post<ByRoom & Kind, GroupReply>('groups.setType'),
  /**
   * Replaces all of a private group's custom fields. Needs `edit-room`. The same again changes nothing.
   *
   * @returns the private group as it is now
   * @throws `forbidden` `error-action-not-allowed`: no `edit-room`; `refused` a sentence: no object;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.62
   * @see `groups.setCustomFields`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setCustomFields: post<ByRoom & CustomFields, GroupReply>('groups.setCustomFields', { isSafe: true }),
  /**
   * Switches end-to-end encryption of a private group on or off; messages that are there stay as they are.
   * Others see it by a message. Needs `edit-room` and `toggle-room-e2e-encryption`. The same again changes
   * nothing.
   *
   * @returns the private group as it is now
   * @throws `forbidden` `error-action-not-allowed`: the right is missing; `refused` a sentence: no boolean;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since before 6.0
   * @see `groups.setEncrypted`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  setEncrypted: post<ByRoom & Encryption, GroupReply>('groups.setEncrypted', { isSafe: true }),
  /**
   * Changes a private group's name, and with it every link that names it; the id stays. Others see it by a
   * message. Needs `edit-room`. Not repeated, as each call may write a message.
   *
   * @returns the private group as it is now
   * @throws `refused` `error-duplicate-channel-name`, `error-archived-duplicate-name`,
   * `error-invalid-room-name`; `forbidden` `error-action-not-allowed`: no `edit-room`; `notFound`
   * `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.48
   * @see `groups.rename`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  rename: post<ByRoom & NewName, GroupReply>('groups.rename'),
  /**
   * Archives a private group: nobody writes there any more, and it leaves the lists. Others see it by a
   * message. Needs `archive-room`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `refused` `error-room-archived`: it is so already; `forbidden` `error-not-authorized`: the
   * right is missing; `notFound` `error-room-not-found`: no private group of that id or name, or no access
   * @since 0.48
   * @see `groups.archive`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  archive: post<ByRoom, object>('groups.archive'),
  /**
   * Brings an archived private group back. Others see it by a message. Needs `unarchive-room`, which
   * administrators alone have by default. Not repeated, as each call writes a message, archived or not.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-authorized`: the right is missing; `notFound` `error-room-not-found`: no
   * private group of that id or name, or no access
   * @since 0.48
   * @see `groups.unarchive`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  unarchive: post<ByRoom, object>('groups.unarchive'),
  /**
   * Deletes a private group with all its messages and files, for everybody and for good, archived or not.
   * Needs `delete-p`. Not repeated, as a second call finds none.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused`
   * `error-cannot-delete-team-channel`: the main room of a team; `notFound` `error-room-not-found`: no
   * private group of that id or name, or no access
   * @since 0.49
   * @see `groups.delete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  delete: post<ByRoom, object>('groups.delete'),
} as const;
