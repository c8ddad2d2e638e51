import type { WireDate, WireFile, WireMessage, WireRoom, WireUser, WireUserRef } from './wire';

/** What is found of a room by its name. */
export type WireFoundRoom = Pick<WireRoom, '_id' | 't' | 'name' | 'fname' | 'avatarETag' | 'encrypted'>;

/** The room that a room was made in: a discussion's room, a team channel's main room. */
export type WireParentRoom = Pick<WireRoom, '_id' | 't' | 'name' | 'fname' | 'prid' | 'u'>;

/** A team as its rooms show it. */
export interface WireRoomTeam {
  readonly _id: string;
  readonly name: string;
  /** The team's main room. */
  readonly roomId: string;
  /** 0 public, 1 private. */
  readonly type: 0 | 1;
}

/** A discussion just made; only `_id` and `rid` are sure to be there. */
export interface WireDiscussion extends Partial<WireRoom> {
  readonly _id: string;
  /** The same as `_id`. */
  readonly rid: string;
}

/** Somebody in a room. */
export interface WireMember extends WireUser {
  /** Roles in this room, where members are listed by role. */
  readonly roles?: readonly string[];
  readonly federated?: boolean;
}

/** Somebody in a direct room. */
export interface WireDirectMember extends WireMember {
  /** Without any keys for somebody who has left. */
  readonly subscription?: {
    readonly _id?: string;
    readonly status?: string;
    readonly ts?: WireDate;
    readonly roles?: readonly string[];
  };
}

/** Who has which roles in a room. */
export interface WireRoomRoles {
  readonly rid: string;
  readonly u: WireUserRef;
  /** `owner`, `moderator`, `leader` and roles made by administrators. */
  readonly roles: readonly string[];
}

/** A file of a room, as lists of files show it. */
export interface WireRoomFile extends WireFile {
  readonly rid?: string;
  readonly userId?: string;
  /** Who uploaded it; not in `rooms.images`. */
  readonly user?: WireUserRef;
  readonly description?: string;
  /** `image`, `video`, `audio`, `text`, `application`. */
  readonly typeGroup?: string;
  readonly extension?: string;
  /** Where to download it: a path of this server. */
  readonly path?: string;
  readonly url?: string;
  readonly uploadedAt?: WireDate;
  /** Pixels of an image. */
  readonly identify?: {
    readonly format?: string;
    readonly size?: { readonly width: number; readonly height: number };
  };
}

/** How one person stands in a room; numbers are null where she has not joined or closed it. */
export interface WireCounters {
  readonly joined: boolean;
  readonly members: number | null;
  /**
   * Messages since `unreadsFrom`, one's own and system messages too; in direct rooms what the server counts.
   */
  readonly unreads: number | null;
  readonly unreadsFrom: WireDate | null;
  readonly msgs: number | null;
  /** Time of the last message. */
  readonly latest: WireDate | null;
  readonly userMentions: number | null;
}

/** What `spotlight` tells of a public room. */
export type WireSpotlightRoom = Pick<WireRoom, '_id' | 't' | 'name' | 'fname' | 'teamMain'> & {
  readonly lastMessage?: WireMessage;
};
