import { get, type ByRoom, type ByUser, type Paging, type SortedPaging } from '../endpoint';
import type { WireDelta, WirePage, WireRoom, WireUserRef } from '../wire';
import type {
  WireFoundRoom,
  WireMember,
  WireParentRoom,
  WireRoomFile,
  WireRoomRoles,
  WireRoomTeam,
} from '../wireRooms';
import type { MemberFilter } from './roomArguments';
import { ownRooms } from './roomsOwn';
import { roomManagement } from './roomsManagement';

/** Asks for what has changed. */
export interface UpdatedSince {
  /** Only what changed after this time, an ISO text; everything without it. */
  readonly updatedSince?: string;
}

export interface RoomImages extends Paging {
  /** The room's id. */
  readonly roomId: string;
  /** Begins with this file: only images uploaded before it follow. The newest by default. */
  readonly startingFromId?: string;
}

/** What a name that is being typed looks like so far. */
export interface NameSoFar {
  /** The name must contain this; `''` finds everything. */
  readonly selector: { readonly name: string };
}

const roomReading = {
  get: get<UpdatedSince, WireDelta<WireRoom>>('rooms.get'),
  info: get<
    ByRoom,
    { readonly room: WireRoom; readonly parent?: WireParentRoom; readonly team?: WireRoomTeam }
  >('rooms.info'),
  nameExists: get<
    {
      /** The whole name, without `#`. */
      readonly roomName: string;
    },
    { readonly exists: boolean }
  >('rooms.nameExists'),
  getDiscussions: get<ByRoom & SortedPaging, WirePage & { readonly discussions: readonly WireRoom[] }>(
    'rooms.getDiscussions',
  ),
  images: get<RoomImages, WirePage & { readonly files: readonly WireRoomFile[] }>('rooms.images', {
    since: '6.9',
  }),
  isMember: get<
    {
      /** The room's id. */
      readonly roomId: string;
    } & ByUser,
    { readonly isMember: boolean }
  >('rooms.isMember', { since: '6.8' }),
  membersOrderedByRole: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'rooms.membersOrderedByRole',
    { since: '7.3' },
  ),
  bannedUsers: get<
    {
      /** The room's id. */
      readonly roomId: string;
    } & Paging,
    WirePage & { readonly bannedUsers: readonly WireUserRef[] }
  >('rooms.bannedUsers', { since: '8.2' }),
  roles: get<
    {
      /** The room's id. */
      readonly rid: string;
    },
    { readonly roles: readonly WireRoomRoles[] }
  >('rooms.roles', { since: '7.10' }),
  autocompleteChannelAndPrivate: get<NameSoFar, { readonly items: readonly WireFoundRoom[] }>(
    'rooms.autocomplete.channelAndPrivate',
  ),
  autocompleteChannelAndPrivateWithPagination: get<
    NameSoFar & SortedPaging,
    { readonly items: readonly WireFoundRoom[]; readonly total: number }
  >('rooms.autocomplete.channelAndPrivate.withPagination'),
  autocompleteAvailableForTeams: get<
    {
      /** The name must begin with this; all of them without it. Servers before 6.0 want it. */
      readonly name?: string;
    },
    { readonly items: readonly WireFoundRoom[] }
  >('rooms.autocomplete.availableForTeams'),
} as const;

/** Rooms of every kind: what there is, what a person does in them, what those do who run them. */
export const rooms = { ...roomReading, ...ownRooms, ...roomManagement } as const;
