import { post, type ByRoom } from '../../endpoint';
import type { NewRoom } from '../roomArguments';
import type { GroupReply } from './groupReading';

export const ownGroups = {
  /**
   * Leaves a private group for good; others see that by a message. Not repeated, as a second call is
   * refused.
   *
   * @returns nothing
   * @throws `refused` `error-user-not-in-room`; `refused` `error-you-are-last-owner`: somebody else must
   * become owner first; `forbidden` `error-not-allowed`: no `leave-p`; `notFound` `error-room-not-found`:
   * no private group of that id or name, or no access; `refused` `error-room-archived`
   * @since 0.48
   * @see `groups.leave`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  leave: post<ByRoom, object>('groups.leave'),
  /**
   * Puts a hidden private group back into the caller's list. Not repeated, as a second call is refused;
   * `rooms.open` never refuses.
   *
   * @returns nothing
   * @throws `refused` a sentence: not in it, or open already; `notFound` `error-room-not-found`: no private
   * group of that id or name, or no access
   * @since 0.48
   * @see `groups.open`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  open: post<ByRoom, object>('groups.open'),
  /**
   * Hides a private group from the caller's list until somebody writes there. Not repeated, as a second
   * call is refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: not in it, or closed already; `notFound` `error-room-not-found`: no
   * private group of that id or name, or no access
   * @since 0.48
   * @see `groups.close`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  close: post<ByRoom, object>('groups.close'),
  /**
   * Makes a private group with the caller as its owner. A name taken by any other room is refused. Not
   * repeated: after a lost answer the second call would find the name taken.
   *
   * @returns the private group as it is now
   * @throws `forbidden`: no `create-p`, or no right to make rooms in that team; `refused`
   * `error-duplicate-channel-name`, `error-archived-duplicate-name`, `error-invalid-room-name`: of the
   * name; `refused` a sentence: a key is not what it should be
   * @since 0.35
   * @see `groups.create`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  create: post<NewRoom, GroupReply>('groups.create'),
} as const;
