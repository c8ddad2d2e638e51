import { get, post, type ByRoom, type SortedPaging } from '../endpoint';
import type { WirePage, WireRoom, WireUserRef } from '../wire';
import type { WireCounters, WireMember, WireRoomFile, WireRoomRoles } from '../wireRooms';
import { groupManagement } from './groupsManagement';
import { groupPeople } from './groupsPeople';
import type {
  CountersOf,
  FileFilter,
  MemberFilter,
  MessageFilter,
  MessageList,
  Messages,
  NewRoom,
  Span,
} from './roomArguments';

export interface GroupReply {
  readonly group: WireRoom;
}

const groupReading = {
  list: get<SortedPaging, WirePage & { readonly groups: readonly WireRoom[] }>('groups.list'),
  listAll: get<SortedPaging, WirePage & { readonly groups: readonly WireRoom[] }>('groups.listAll'),
  info: get<ByRoom, GroupReply>('groups.info'),
  history: get<ByRoom & Span, Messages>('groups.history'),
  messages: get<ByRoom & MessageFilter, MessageList>('groups.messages'),
  files: get<ByRoom & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('groups.files'),
  counters: get<ByRoom & CountersOf, WireCounters>('groups.counters'),
  members: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'groups.members',
  ),
  roles: get<ByRoom, { readonly roles: readonly WireRoomRoles[] }>('groups.roles'),
  moderators: get<ByRoom, { readonly moderators: readonly WireUserRef[] }>('groups.moderators'),
  online: get<
    {
      /** The group's id. */
      readonly _id: string;
    },
    { readonly online: readonly WireUserRef[] }
  >('groups.online'),
} as const;

const ownGroups = {
  leave: post<ByRoom, object>('groups.leave'),
  open: post<ByRoom, object>('groups.open'),
  close: post<ByRoom, object>('groups.close'),
  create: post<NewRoom, GroupReply>('groups.create'),
} as const;

/** Private groups. */
export const groups = { ...groupReading, ...ownGroups, ...groupPeople, ...groupManagement } as const;
