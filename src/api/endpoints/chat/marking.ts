import { get, post, type OneOf } from '../../endpoint';
import type { WireMessage } from '../../wire';

interface ReactionNames {
  /**
   * Short code with or without colons, `tada` or `:tada:`, or a custom emoji's name. No Unicode character.
   */
  readonly emoji: string;
  /** The same under its other name. */
  readonly reaction: string;
}

interface ReactionMark {
  /** The message. */
  readonly messageId: string;
  /** Sets the reaction or takes it off. Left out, it is turned over. */
  readonly shouldReact?: boolean;
}

export type Reaction = ReactionMark & OneOf<ReactionNames>;

export interface ByMessage {
  /** The message. */
  readonly messageId: string;
}

export interface Report extends ByMessage {
  /** Why, in words for those who look after the workspace. Not blank. */
  readonly description: string;
}

export interface Ignoring {
  /** The room in which somebody is ignored. */
  readonly rid: string;
  /** Whom. */
  readonly userId: string;
  /** From now on, or no longer. */
  readonly ignore: boolean;
}

export const marking = {
  /**
   * Reacts to a message, or takes the caller's reaction back. Not repeated, as it turns over unless
   * `shouldReact` is said. Before late 8.x `shouldReact: false` on a message without any reaction adds one.
   *
   * @returns nothing; the message itself comes with the next read
   * @throws `notFound` `error-message-not-found`: no such message; `forbidden` `error-not-allowed`: no such
   * emoji, or muted; `forbidden` `not-authorized`: no access; `refused` `error-emoji-param-not-provided`: an
   * empty emoji; `refused` a sentence: the room is read-only
   * @since 0.62.2 (`shouldReact` 0.64)
   * @see `chat.react`, RocketChat/Rocket.Chat
   * apps/meteor/server/lib/messaging/reactions/setReaction.ts
   */
  react: post<Reaction, object>('chat.react'),
  /**
   * Pins a message for everybody. Needs `pin-message`, which plain members of a room lack.
   *
   * @returns the new system message (`message_pinned`), not the pinned one and without its id; the pinned
   * message itself if it was pinned before
   * @throws `notFound` `error-message-not-found`: no such message; `forbidden` `error-action-not-allowed`:
   * pinning is switched off; `forbidden` `not-authorized`: the right or access is missing
   * @since 0.59
   * @see `chat.pinMessage`, RocketChat/Rocket.Chat apps/meteor/app/message-pin/server/pinMessage.ts
   */
  pinMessage: post<ByMessage, { readonly message: WireMessage }>('chat.pinMessage', { isSafe: true }),
  /**
   * Takes a pin off, for everybody; fine when there is none.
   *
   * @returns nothing
   * @throws `notFound` `error-message-not-found`: no such message; `forbidden` `error-action-not-allowed`:
   * pinning is switched off; `forbidden` `not-authorized`: the right is missing; `refused`
   * `error-invalid-message`: not a member
   * @since 0.59
   * @see `chat.unPinMessage`, RocketChat/Rocket.Chat apps/meteor/app/message-pin/server/pinMessage.ts
   */
  unPinMessage: post<ByMessage, object>('chat.unPinMessage', { isSafe: true }),
  /**
   * Stars a message for the caller alone. In a room that the caller has not joined it says success and does
   * nothing.
   *
   * @returns nothing
   * @throws `notFound` `error-message-not-found`: no such message; `forbidden` `error-action-not-allowed`:
   * starring is switched off; `forbidden` `not-authorized`: no access
   * @since 0.59
   * @see `chat.starMessage`, RocketChat/Rocket.Chat apps/meteor/server/lib/messaging/stars/starMessage.ts
   */
  starMessage: post<ByMessage, object>('chat.starMessage', { isSafe: true }),
  /**
   * Takes the caller's star off; fine when there is none.
   *
   * @returns nothing
   * @throws `notFound` `error-message-not-found`: no such message; `forbidden` `error-action-not-allowed`:
   * starring is switched off; `forbidden` `not-authorized`: no access
   * @since 0.59
   * @see `chat.unStarMessage`, RocketChat/Rocket.Chat apps/meteor/server/lib/messaging/stars/starMessage.ts
   */
  unStarMessage: post<ByMessage, object>('chat.unStarMessage', { isSafe: true }),
  /**
   * Reports a message to those who look after the workspace. Not repeated: each call is a report of its own.
   *
   * @returns nothing
   * @throws `refused` `error-invalid-description`: a blank one; `refused` `error-invalid-message_id`: no such
   * message, or no access; `refused` `error-invalid-user`
   * @since 0.64
   * @see `chat.reportMessage`, RocketChat/Rocket.Chat apps/meteor/server/lib/moderation/reportMessage.ts
   */
  reportMessage: post<Report, object>('chat.reportMessage'),
  /**
   * Hides what somebody says in a room from the caller, or shows it again. A GET that changes something: it
   * is repeated after a lost answer like any other, so a change from elsewhere in between is undone.
   *
   * @returns nothing; the caller's subscription has `ignored`
   * @throws `refused` `error-invalid-subscription`: the caller or the other is not in the room; `refused`
   * `error-room-id-param-not-provided`, `error-user-id-param-not-provided`: blank ids
   * @since 0.64
   * @see `chat.ignoreUser`, RocketChat/Rocket.Chat apps/meteor/server/meteor-methods/users/ignoreUser.ts
   */
  ignoreUser: get<Ignoring, object>('chat.ignoreUser'),
} as const;
