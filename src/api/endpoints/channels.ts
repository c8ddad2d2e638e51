import { get, post, type ByRoom, type SortedPaging } from '../endpoint';
import type { WireMessage, WirePage, WireRoom, WireUserRef } from '../wire';
import type { WireCounters, WireMember, WireRoomFile, WireRoomRoles } from '../wireRooms';
import { channelManagement } from './channelsManagement';
import { channelPeople } from './channelsPeople';
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
import type { JoinCode } from './roomsOwn';

export interface ChannelReply {
  readonly channel: WireRoom;
}

export interface ChannelFilter extends SortedPaging {
  /** Only the channel with this id. Since 7.0: older servers refuse the key. */
  readonly _id?: string;
}

/** A channel by its id alone. */
export interface OfChannel {
  /** The channel's id. */
  readonly roomId: string;
}

export interface NewChannel extends NewRoom {
  /** Names of teams whose members are to be let in; nobody by default. */
  readonly teams?: readonly string[];
}

const channelReading = {
  list: get<ChannelFilter, WirePage & { readonly channels: readonly WireRoom[] }>('channels.list'),
  listJoined: get<SortedPaging, WirePage & { readonly channels: readonly WireRoom[] }>(
    'channels.list.joined',
  ),
  info: get<ByRoom, ChannelReply>('channels.info'),
  history: get<ByRoom & Span, Messages>('channels.history'),
  messages: get<OfChannel & MessageFilter, MessageList>('channels.messages'),
  anonymousread: get<ByRoom & SortedPaging, MessageList>('channels.anonymousread'),
  getAllUserMentionsByChannel: get<
    OfChannel & SortedPaging,
    WirePage & { readonly mentions: readonly WireMessage[] }
  >('channels.getAllUserMentionsByChannel'),
  files: get<ByRoom & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('channels.files'),
  counters: get<ByRoom & CountersOf, WireCounters>('channels.counters'),
  members: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'channels.members',
  ),
  roles: get<ByRoom, { readonly roles: readonly WireRoomRoles[] }>('channels.roles'),
  moderators: get<ByRoom, { readonly moderators: readonly WireUserRef[] }>('channels.moderators'),
  online: get<
    {
      /** The channel's id. */
      readonly _id: string;
    },
    { readonly online: readonly WireUserRef[] }
  >('channels.online'),
} as const;

const ownChannels = {
  join: post<ByRoom & JoinCode, ChannelReply>('channels.join', { isSafe: true }),
  leave: post<ByRoom, ChannelReply>('channels.leave'),
  open: post<ByRoom, object>('channels.open'),
  close: post<ByRoom, object>('channels.close'),
  create: post<NewChannel, ChannelReply>('channels.create'),
} as const;

/** Public channels. */
export const channels = {
  ...channelReading,
  ...ownChannels,
  ...channelPeople,
  ...channelManagement,
} as const;
