import { get, post, type OneOf, type SortedPaging } from '../endpoint';
import type { WirePage, WireRoom } from '../wire';
import type { WireCounters, WireDirectMember, WireRoomFile } from '../wireRooms';
import type {
  CountersOf,
  FileFilter,
  MemberFilter,
  MessageFilter,
  MessageList,
  Messages,
  Span,
} from './roomArguments';

/** A direct room by its id. */
export interface ById {
  /** The room's id. Given somebody's id or user name instead, servers make the room if there is none. */
  readonly roomId: string;
}

interface PartnerNames extends ById {
  /** The other's user name, without `@`. Servers make the room if there is none. */
  readonly username: string;
}

/** A direct room by its id, or that of the caller with one person. */
export type ByPartner = OneOf<PartnerNames>;

interface PartnersNames {
  /** One user name, without `@`. */
  readonly username: string;
  /** Several user names joined by commas, with the caller at most `DirectMesssage_maxUsers` (8 by default). */
  readonly usernames: string;
}

/** With whom a direct room is wanted. */
export type Partners = OneOf<PartnersNames> & {
  /** A room of the others without the caller; false by default. */
  readonly excludeSelf?: boolean;
};

export interface DirectTopic extends ById {
  /** One line above the talk; `''` or nothing empties it. */
  readonly topic?: string;
}

export interface BlockUser extends ById {
  /** True blocks the other, false lets her write again. */
  readonly block: boolean;
}

/** A direct room as `im.create` answers it. */
export interface WireNewDirectRoom {
  readonly _id: string;
  /** The same as `_id`. */
  readonly rid: string;
  readonly t?: 'd';
  /** Of everybody in it, the caller too. */
  readonly usernames: readonly string[];
}

/** Direct rooms, of two people or several; the server knows each call as `dm.…` too. */
export const im = {
  list: get<SortedPaging, WirePage & { readonly ims: readonly WireRoom[] }>('im.list'),
  create: post<Partners, { readonly room: WireNewDirectRoom }>('im.create', { isSafe: true }),
  history: get<ById & Span, Messages>('im.history'),
  messages: get<ByPartner & MessageFilter, MessageList>('im.messages'),
  counters: get<ById & CountersOf, WireCounters>('im.counters'),
  members: get<ByPartner & MemberFilter, WirePage & { readonly members: readonly WireDirectMember[] }>(
    'im.members',
  ),
  files: get<ByPartner & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('im.files'),
  open: post<ById, object>('im.open', { isSafe: true }),
  close: post<ById, object>('im.close'),
  setTopic: post<DirectTopic, { readonly topic?: string }>('im.setTopic', { isSafe: true }),
  delete: post<ByPartner, object>('im.delete'),
  blockUser: post<BlockUser, object>('im.blockUser', { isSafe: true, since: '8.6' }),
} as const;
