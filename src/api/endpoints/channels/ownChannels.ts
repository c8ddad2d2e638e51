import { post, type ByRoom } from '../../endpoint';
import type { NewRoom } from '../roomArguments';
import type { JoinCode } from '../rooms/ownRooms';
import type { ChannelReply } from './channelReading';

export interface NewChannel extends NewRoom {
  /** Names of teams whose members are to be let in; nobody by default. */
  readonly teams?: readonly string[];
}

export const ownChannels = {
  /**
   * Joins a public channel; joining twice is fine. A discussion or team room may need `rooms.join`.
   *
   * @returns the channel as it is now
   * @throws `notFound` `error-room-not-found`: no channel of that id or name, private ones among them;
   * `refused` `error-room-archived`; `refused` `error-code-required`, `error-code-invalid`: it has a join
   * code; `forbidden` `error-not-allowed`: no access
   * @since 0.49
   * @see `channels.join`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  join: post<ByRoom & JoinCode, ChannelReply>('channels.join', { isSafe: true }),
  /**
   * Leaves a channel for good; others see that by a message. Not repeated, as a second call is refused.
   *
   * @returns the channel without the caller
   * @throws `refused` `error-user-not-in-room`; `refused` `error-you-are-last-owner`: somebody else must
   * become owner first; `forbidden` `error-not-allowed`: no `leave-c`; `notFound` `error-room-not-found`:
   * no channel of that id or name; `refused` `error-room-archived`
   * @since 0.48
   * @see `channels.leave`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  leave: post<ByRoom, ChannelReply>('channels.leave'),
  /**
   * Puts a hidden channel back into the caller's list. Not repeated, as a second call is refused;
   * `rooms.open` never refuses.
   *
   * @returns nothing
   * @throws `refused` a sentence: not in it, or open already; `notFound` `error-room-not-found`: no channel
   * of that id or name
   * @since 0.48
   * @see `channels.open`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  open: post<ByRoom, object>('channels.open'),
  /**
   * Hides a channel from the caller's list until somebody writes there. Not repeated, as a second call is
   * refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: not in it, or closed already; `notFound` `error-room-not-found`: no
   * channel of that id or name
   * @since 0.48
   * @see `channels.close`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  close: post<ByRoom, object>('channels.close'),
  /**
   * Makes a channel with the caller as its owner. A name taken by any other room, a private one too, is
   * refused: `rooms.nameExists` tells before. Not repeated: after a lost answer the second call would find
   * the name taken.
   *
   * @returns the channel as it is now
   * @throws `forbidden`: no `create-c`, or no right to make rooms in that team; `refused`
   * `error-duplicate-channel-name`, `error-archived-duplicate-name`, `error-invalid-room-name`: of the
   * name; `refused` a sentence: a key is not what it should be
   * @since 0.13
   * @see `channels.create`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  create: post<NewChannel, ChannelReply>('channels.create'),
} as const;
