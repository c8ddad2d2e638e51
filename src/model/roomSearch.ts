import type { Paging } from '../api/endpoint';
import { pages } from '../api/pages';
import { firstText, optionalCount, optionalText, parsed, present, records, text as textOf } from './parse';
import { personFromWire, type Person } from './person';
import { roomId, type RoomId } from './room';
import type { FoundPage, Search } from './roomMembers';
import type { Session } from './session';

/** A public channel, or a team's, that I may not be in. */
export interface FoundChannel {
  readonly id: RoomId;
  /** For people. */
  readonly name: string;
  /** As it is written after `#`. */
  readonly slug: string;
  readonly topic?: string;
  readonly size?: number;
}

/** Public channels with a text in their name, those with most people first; mine too. Throws `ApiError`. */
export async function* findChannels(
  { client }: Session,
  { text, signal }: Search,
): AsyncGenerator<FoundPage<FoundChannel>, void, undefined> {
  const wanted = { type: 'channels', sort: { usersCount: -1 }, ...(text !== '' && { text }) } as const;
  // One list for people and rooms, told apart by what was asked for.
  const ask = async (args: typeof wanted & Paging) => client.directory.search(args, { signal });
  for await (const { items, hasMore } of pages(ask, wanted, 'result'))
    yield { items: parsed(items, channelFromWire), hasMore };
}

/** People with a text in their names; none for no text. Throws `ApiError`. */
export async function findPeople({ client }: Session, { text, signal }: Search): Promise<readonly Person[]> {
  if (text === '') return [];
  const { users } = await client.spotlight.search({ query: `@${text.replace(/^@/, '')}` }, { signal });
  return parsed(users, personFromWire);
}

/** People and public channels by part of their name, those that I know too; nothing for a `#` or `@` alone. */
export async function findAnywhere(
  { client }: Session,
  { text, signal }: Search,
): Promise<{ readonly people: readonly Person[]; readonly channels: readonly FoundChannel[] }> {
  if (/^[#@]?$/.test(text)) return { people: [], channels: [] };
  const { users, rooms } = await client.spotlight.search({ query: text }, { signal });
  const open = records(rooms).filter(({ t }) => t === 'c');
  return { people: parsed(users, personFromWire), channels: parsed(open, channelFromWire) };
}

/** Of the directory, and of the search that knows less. */
function channelFromWire(wire: object): FoundChannel {
  // What it claims to be is looked at key by key.
  const channel = present(wire, 'a channel') as Readonly<Record<string, unknown>>;
  const id = textOf(channel['_id'], 'a channel');
  const { name, fname, topic, usersCount } = channel;
  return {
    id: roomId(id),
    name: firstText([fname, name], id),
    slug: firstText([name], id),
    topic: optionalText(topic),
    size: optionalCount(usersCount),
  };
}
