import { get, type ByRoom, type ByUser, type Paging, type SortedPaging } from '../../endpoint';
import type { WireDelta, WirePage, WireRoom, WireUserRef } from '../../wire';
import type {
  WireFoundRoom,
  WireMember,
  WireParentRoom,
  WireRoomFile,
  WireRoomRoles,
  WireRoomTeam,
} from '../../wireRooms';
import type { MemberFilter, OfRoom } from '../roomArguments';

/** Asks for what has changed. */
export interface UpdatedSince {
  /** Only what changed after this time, an ISO text; everything without it. */
  readonly updatedSince?: string;
}

export interface WantedName {
  /** The whole name, without `#`. */
  readonly roomName: string;
}

export interface RolesOf {
  /** The room's id. */
  readonly rid: string;
}

export interface RoomImages extends OfRoom, Paging {
  /** Begins with this file: only images uploaded before it follow. The newest by default. */
  readonly startingFromId?: string;
}

/** What a name that is being typed looks like so far. */
export interface NameSoFar {
  /** The name must contain this; `''` finds everything. */
  readonly selector: {
    /** What the name begins with or has in it. */
    readonly name: string;
  };
}

export interface OwnedName {
  /** The name must begin with this. Up to 7.4 at least servers want the key; `''` finds everything. */
  readonly name?: string;
}

export const roomReading = {
  /**
   * Rooms that the caller is in, all or those changed since a time. Its allowance is small (10 calls a
   * minute by default), and it is not paged.
   *
   * @returns the changed rooms in `update`, each with its `lastMessage`; in `remove` those deleted since,
   * and nothing unless `updatedSince` is given
   * @throws `refused` `error-updatedSince-param-invalid`: no date
   * @since 0.72
   * @see `rooms.get`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  get: get<UpdatedSince, WireDelta<WireRoom>>('rooms.get'),
  /**
   * One room of any kind, archived or not, joined or not.
   *
   * @returns the room, with `parent` for a discussion and for a team's channel, and `team` where it belongs
   * to one
   * @throws `notFound` `error-room-not-found`: no room of that id or name; `forbidden` `not-allowed`: no
   * access (this call swaps `error` and `errorType`)
   * @since 0.72 (`parent` and `team` came later)
   * @see `rooms.info`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  info: get<
    ByRoom,
    { readonly room: WireRoom; readonly parent?: WireParentRoom; readonly team?: WireRoomTeam }
  >('rooms.info'),
  /**
   * Whether a room has this name already, even one that the caller cannot see: for checking before one is
   * created.
   *
   * @returns true also of archived rooms and of private ones that the caller knows nothing of
   * @throws no failure of its own
   * @since before 6.0
   * @see `rooms.nameExists`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  nameExists: get<WantedName, { readonly exists: boolean }>('rooms.nameExists'),
  /**
   * Discussions that were opened in a room, by title unless sorted. Whoever has access to the room sees
   * them all, private ones too.
   *
   * @returns a page of rooms: `fname` is the title, `name` a random id, `prid` the room above
   * @throws `notFound` `error-room-not-found`: no room of that id or name; `forbidden` `not-allowed`: no
   * access; `refused` `error-room-archived`
   * @since 1.0
   * @see `rooms.getDiscussions`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  getDiscussions: get<ByRoom & SortedPaging, WirePage & { readonly discussions: readonly WireRoom[] }>(
    'rooms.getDiscussions',
  ),
  /**
   * Images of a room, the newest first, for leafing through them.
   *
   * @returns a page in which `count` is the number asked for, not the number of `files`; `startingFromId`
   * itself comes first, even if it makes one too many
   * @throws `forbidden`: no access, or no such room; `notFound`: a server that lacks it
   * @since 6.5 or soon after, in place of `channels.images`, which 7.0 dropped
   * @see `rooms.images`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  images: get<RoomImages, WirePage & { readonly files: readonly WireRoomFile[] }>('rooms.images'),
  /**
   * Whether somebody is in a room that the caller has access to.
   *
   * @returns true also of somebody who has hidden the room
   * @throws `notFound` `error-room-not-found`: no room of that id or name; `refused`
   * `error-user-not-found`: no such person; `forbidden`: no access to the room; `refused`
   * `error-room-archived`
   * @since 7.4 at the latest
   * @see `rooms.isMember`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  isMember: get<OfRoom & ByUser, { readonly isMember: boolean }>('rooms.isMember'),
  /**
   * Members of a channel or private group: owners first, then moderators, then the rest. The other way
   * round with `sort: { rolePriority: -1 }`.
   *
   * @returns a page of people with their `roles` in this room
   * @throws `notFound`: no such room, or no access (told by 404, no reason to sign out); `refused`
   * `error-room-type-not-supported`: a direct room; `forbidden`: a broadcast room without
   * `view-broadcast-member-list` (told by 401, no reason to sign out; by 403 from 9.0)
   * @since 7.3
   * @see `rooms.membersOrderedByRole`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  membersOrderedByRole: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'rooms.membersOrderedByRole',
    { since: '7.3' },
  ),
  /**
   * People who were banned from a room and may not come back.
   *
   * @returns a page of people; early releases pass over `count` and `offset` and answer all
   * @throws `forbidden`: no access, or no such room (told by 401, no reason to sign out; by 403 from 9.0);
   * `notFound`: a server that lacks it
   * @since 8.3 or nearby
   * @see `rooms.bannedUsers`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  bannedUsers: get<OfRoom & Paging, WirePage & { readonly bannedUsers: readonly WireUserRef[] }>(
    'rooms.bannedUsers',
  ),
  /**
   * Who has which role in a room of any kind. Members without a role are not in it.
   *
   * @returns one entry for each person with a role
   * @throws `refused` `error-invalid-room`: no such room; `refused` `error-invalid-user`: no access;
   * `notFound`: a server that lacks it
   * @since 7.10 or nearby; before, `channels.roles` and `groups.roles`
   * @see `rooms.roles`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  roles: get<RolesOf, { readonly roles: readonly WireRoomRoles[] }>('rooms.roles'),
  /**
   * Joined channels and private groups by the beginning of their name, for a field that completes what is
   * typed. No discussions, no direct rooms.
   *
   * @returns at most 10, by name
   * @throws no failure of its own
   * @since before 6.0
   * @see `rooms.autocomplete.channelAndPrivate`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  autocompleteChannelAndPrivate: get<NameSoFar, { readonly items: readonly WireFoundRoom[] }>(
    'rooms.autocomplete.channelAndPrivate',
  ),
  /**
   * As `autocompleteChannelAndPrivate`, page by page, by name unless sorted.
   *
   * @returns one page and the `total`, without `count` and `offset`; `encrypted` is not told
   * @throws no failure of its own
   * @since before 6.0
   * @see `rooms.autocomplete.channelAndPrivate.withPagination`, RocketChat/Rocket.Chat
   * apps/meteor/server/api/v1/rooms.ts
   */
  autocompleteChannelAndPrivateWithPagination: get<
    NameSoFar & SortedPaging,
    { readonly items: readonly WireFoundRoom[]; readonly total: number }
  >('rooms.autocomplete.channelAndPrivate.withPagination'),
  /**
   * Channels and private groups that the caller owns and that belong to no team yet.
   *
   * @returns at most 10, by name
   * @throws no failure of its own
   * @since 3.13 or soon after
   * @see `rooms.autocomplete.availableForTeams`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  autocompleteAvailableForTeams: get<OwnedName, { readonly items: readonly WireFoundRoom[] }>(
    'rooms.autocomplete.availableForTeams',
  ),
} as const;
