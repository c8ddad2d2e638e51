import { post, type ByRoom, type ByUser } from '../../endpoint';
import type { ChannelReply } from './channelReading';
import type { Everybody, Invited } from '../roomArguments';

export interface OfUser {
  /** The person's id; a user name is refused here. */
  readonly userId: string;
}

/** Who is in a channel, and who may do more there. */
export const channelPeople = {
  /**
   * Lets people in: one or several. Somebody who is in already is passed over; each of the others is
   * announced by a message. Needs `add-user-to-joined-room`, or `add-user-to-any-c-room` from outside.
   *
   * @returns the channel as it is now
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-is-banned`;
   * `refused` `invalid-user-invite-list`: nobody of those exists; `notFound` `error-room-not-found`: no
   * channel of that id or name; `refused` `error-room-archived`
   * @since 0.48 (several at once later)
   * @see `channels.invite`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  invite: post<ByRoom & Invited, ChannelReply>('channels.invite'),
  /**
   * Removes somebody from a channel; she may come back. Needs `remove-user`, or `kick-user-from-any-c-room`
   * from outside. Not repeated, as a second call is refused.
   *
   * @returns the channel without that person
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-you-are-last-owner`: of the last owner; `refused` `error-invalid-user`: no such person;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.48
   * @see `channels.kick`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  kick: post<ByRoom & OfUser, ChannelReply>('channels.kick'),
  /**
   * Lets everybody of the workspace in, with a message for each. Needs `add-all-to-room`. Not repeated, as
   * it is heavy.
   *
   * @returns the channel as it is now
   * @throws `refused` `403`: the right is missing; `refused` `error-user-limit-exceeded`: more people than
   * `API_User_Limit` (500 by default); `notFound` `error-room-not-found`: no channel of that id or name;
   * `refused` `error-room-archived`
   * @since 0.48 (`activeUsersOnly` 0.55)
   * @see `channels.addAll`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  addAll: post<ByRoom & Everybody, ChannelReply>('channels.addAll'),
  /**
   * Makes somebody an owner of a channel, announced by a message. Owners may do everything there. Needs
   * `set-owner`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-owner`; `notFound`
   * `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.addOwner`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  addOwner: post<ByRoom & ByUser, object>('channels.addOwner'),
  /**
   * Takes the role of owner in a channel from somebody, announced by a message. Needs `set-owner`. Not
   * repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-owner`;
   * `refused` `error-invalid-room`: she is not in it; `refused` `error-remove-last-owner`: somebody else
   * must become owner first; `refused` `error-invalid-user`: no such person; `notFound`
   * `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.removeOwner`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  removeOwner: post<ByRoom & ByUser, object>('channels.removeOwner'),
  /**
   * Makes somebody a moderator of a channel, announced by a message. Moderators may let in, mute, remove,
   * pin and delete. Needs `set-moderator`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-moderator`; `notFound`
   * `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.addModerator`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  addModerator: post<ByRoom & ByUser, object>('channels.addModerator'),
  /**
   * Takes the role of moderator in a channel from somebody, announced by a message. Needs `set-moderator`.
   * Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-moderator`;
   * `refused` `error-invalid-room`: she is not in it; `refused` `error-invalid-user`: no such person;
   * `notFound` `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.49
   * @see `channels.removeModerator`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  removeModerator: post<ByRoom & ByUser, object>('channels.removeModerator'),
  /**
   * Makes somebody a leader of a channel, announced by a message. The leader is shown above the messages.
   * Needs `set-leader`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-leader`; `notFound`
   * `error-room-not-found`: no channel of that id or name; `refused` `error-room-archived`
   * @since 0.75
   * @see `channels.addLeader`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  addLeader: post<ByRoom & ByUser, object>('channels.addLeader'),
  /**
   * Takes the role of leader in a channel from somebody, announced by a message. Needs `set-leader`. Not
   * repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-leader`;
   * `refused` `error-invalid-user`: no such person; `notFound` `error-room-not-found`: no channel of that
   * id or name; `refused` `error-room-archived`
   * @since 0.75
   * @see `channels.removeLeader`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  removeLeader: post<ByRoom & ByUser, object>('channels.removeLeader'),
} as const;
