import type { CallOptions } from '../api/client';
import type { Paging } from '../api/endpoint';
import { pages } from '../api/pages';
import type { WirePage } from '../api/wire';
import type { WireMember } from '../api/wireRooms';
import { parsed } from './parse';
import { personFromWire, type Person } from './person';
import type { Room } from './room';
import type { Session } from './session';

/** What came with one request. */
export interface FoundPage<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** As one types: part of a name, or nothing for all of them. */
export interface Search {
  readonly text: string;
  /** Ends it, at the latest with the session. */
  readonly signal: AbortSignal;
}

/** Who is in a room, by user name, a request for each page. Throws `ApiError`. */
export async function* membersOf(
  session: Session,
  room: Room,
  { text, signal }: Search,
): AsyncGenerator<FoundPage<Person>, void, undefined> {
  const list = listOf(session, room);
  const filter = text === '' ? {} : { filter: text };
  const ask = (args: typeof filter & Paging) => list({ ...args, roomId: room.id }, { signal });
  for await (const { items, hasMore } of pages(ask, filter, 'members'))
    yield { items: parsed(items, personFromWire), hasMore };
}

type MemberList = (
  args: { readonly roomId: string; readonly filter?: string } & Paging,
  options: CallOptions,
) => Promise<WirePage & { readonly members: readonly WireMember[] }>;

function listOf({ client }: Session, { type }: Room): MemberList {
  if (type === 'd') return (args, options) => client.im.members(args, options);
  return type === 'p'
    ? (args, options) => client.groups.members(args, options)
    : (args, options) => client.channels.members(args, options);
}
