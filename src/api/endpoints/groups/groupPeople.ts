import { post, type ByRoom, type ByUser } from '../../endpoint';
import type { GroupReply } from './groupReading';
import type { Everybody, Invited } from '../roomArguments';

/** Who is in a private group, and who may do more there. */
export const groupPeople = {
  /**
   * Lets people in: one or several. Somebody who is in already is passed over; each of the others is
   * announced by a message. Needs `add-user-to-joined-room`, or `add-user-to-any-p-room` from outside.
   *
   * @returns the private group as it is now
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-is-banned`;
   * `refused` `error-empty-invite-list`: nobody of those exists; `notFound` `error-room-not-found`: no
   * private group of that id or name, or no access
   * @since 0.48 (several at once later)
   * @see `groups.invite`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  invite: post<ByRoom & Invited, GroupReply>('groups.invite'),
  /**
   * Removes somebody from a private group; she may come back. Needs `remove-user`, or
   * `kick-user-from-any-p-room` from outside. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-you-are-last-owner`: of the last owner; `refused` `error-invalid-user`: no such person;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access
   * @since 0.48
   * @see `groups.kick`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  kick: post<ByRoom & ByUser, object>('groups.kick'),
  /**
   * Lets everybody of the workspace in, with a message for each. Needs `add-all-to-room`. Not repeated, as
   * it is heavy.
   *
   * @returns the private group as it is now
   * @throws `refused` `403`: the right is missing; `refused` `error-user-limit-exceeded`: more people than
   * `API_User_Limit` (500 by default); `notFound` `error-room-not-found`: no private group of that id or
   * name, or no access; `refused` `error-room-archived`
   * @since 0.55
   * @see `groups.addAll`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  addAll: post<ByRoom & Everybody, GroupReply>('groups.addAll'),
  /**
   * Makes somebody an owner of a private group, announced by a message. Owners may do everything there.
   * Needs `set-owner`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-owner`; `notFound`
   * `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `groups.addOwner`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  addOwner: post<ByRoom & ByUser, object>('groups.addOwner'),
  /**
   * Takes the role of owner in a private group from somebody, announced by a message. Needs `set-owner`.
   * Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-owner`;
   * `refused` `error-invalid-room`: she is not in it; `refused` `error-remove-last-owner`: somebody else
   * must become owner first; `refused` `error-invalid-user`: no such person; `notFound`
   * `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `groups.removeOwner`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  removeOwner: post<ByRoom & ByUser, object>('groups.removeOwner'),
  /**
   * Makes somebody a moderator of a private group, announced by a message. Moderators may let in, mute,
   * remove, pin and delete. Needs `set-moderator`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-moderator`; `notFound`
   * `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `groups.addModerator`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  addModerator: post<ByRoom & ByUser, object>('groups.addModerator'),
  /**
   * Takes the role of moderator in a private group from somebody, announced by a message. Needs
   * `set-moderator`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-moderator`;
   * `refused` `error-invalid-room`: she is not in it; `refused` `error-invalid-user`: no such person;
   * `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.49
   * @see `groups.removeModerator`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  removeModerator: post<ByRoom & ByUser, object>('groups.removeModerator'),
  /**
   * Makes somebody a leader of a private group, announced by a message. The leader is shown above the
   * messages. Needs `set-leader`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-user-already-leader`; `notFound`
   * `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since before 6.0
   * @see `groups.addLeader`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  addLeader: post<ByRoom & ByUser, object>('groups.addLeader'),
  /**
   * Takes the role of leader in a private group from somebody, announced by a message. Needs `set-leader`.
   * Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-leader`;
   * `refused` `error-invalid-user`: no such person; `notFound` `error-room-not-found`: no private group of
   * that id or name, or no access; `refused` `error-room-archived`
   * @since before 6.0
   * @see `groups.removeLeader`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  removeLeader: post<ByRoom & ByUser, object>('groups.removeLeader'),
} as const;
