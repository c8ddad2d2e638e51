import assert from 'node:assert/strict';
import type { Client } from '../../../../src/api/client';
import type { Paging } from '../../../../src/api/endpoint';
import { items } from '../../../../src/api/pages';
import type { WirePage } from '../../../../src/api/wire';
import { isObject } from '../../../server/isObject';
import type { StandIn } from '../../../server/server';
import { clientOf } from '../../../support/clientOf';
import { newest, startTown } from '../../../support/samples/town';
import { all } from '../../../support/shelf';
import { tableRows, type Row } from '../../../support/walk/rows';

interface Named {
  readonly _id: string;
}

type List = WirePage & Readonly<Record<string, readonly Named[]>>;

/** All that list things with ids, page by page: a new one is missed below until it is here. */
const lists: Readonly<Record<string, string>> = {
  users: 'list',
  settings: 'public',
  rooms: 'getDiscussions images membersOrderedByRole bannedUsers autocompleteChannelAndPrivateWithPagination',
  channels: 'list listJoined messages anonymousread getAllUserMentionsByChannel files members',
  groups: 'list listAll messages files members',
  im: 'list messages members files',
  chat:
    'getPinnedMessages getStarredMessages getMentionedMessages getDiscussions ' +
    'getDeletedMessages getThreadsList getThreadMessages',
  emojiCustom: 'all',
  directory: 'search',
};

/** The key of the list in a page of one; undefined where the reply is none, or its items have no ids. */
function listKey(reply: unknown): string | undefined {
  if (!isObject(reply) || typeof reply['total'] !== 'number') return undefined;
  return Object.entries(reply).find(([, value]) => isNamedList(value))?.[0];
}

function isNamedList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && typeof item['_id'] === 'string');
}

function idsOf(list: readonly Named[] = []): string[] {
  return list.map(({ _id }) => _id);
}

function listNames(): string[] {
  return Object.entries(lists).flatMap(([group, names]) =>
    names.split(' ').map((name) => `${group}.${name}`),
  );
}

describe('every list of the table', () => {
  let server: StandIn;
  before(async () => (server = await startTown()));
  after(() => server.close());

  /** Undefined where the method lists nothing. */
  async function bothWays(
    row: Row,
  ): Promise<{ readonly atOnce: string[]; readonly inPages: string[] } | undefined> {
    const args = await row.args(server);
    const client: Client = clientOf(server, { as: row.as, version: newest });
    // Only what looks like a list is taken for one.
    const list = (paging: Paging) =>
      row.call(client, { ...(args as object), ...paging }, {}) as Promise<List>;
    server.world.changeSetting('API_Upper_Count_Limit', 100);
    const reply = await list({});
    const key = listKey(reply);
    if (key === undefined) return undefined;
    server.world.changeSetting('API_Upper_Count_Limit', 1);
    return { atOnce: idsOf(reply[key]), inPages: idsOf(await all(items(list, {}, key))) };
  }

  it('is the same from a server that gives no more than one at a time', async () => {
    const reads = tableRows().filter(({ route }) => route.startsWith('GET'));

    const found: Record<string, string[]> = {};
    const expected: Record<string, string[]> = {};
    for (const row of reads) {
      const both = await bothWays(row);
      if (!both) continue;
      expected[row.name] = both.atOnce;
      found[row.name] = both.inPages;
    }

    assert.deepEqual(Object.keys(expected), listNames());
    assert.deepEqual(found, expected);
  });
});
