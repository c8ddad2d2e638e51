import assert from 'node:assert/strict';
import { connect } from '../../../src/api/connect';
import { Lifetime } from '../../../src/base/lifetime';
import { latestRooms, MessageSearch, searchText } from '../../../src/model/messageSearch';
import { Session } from '../../../src/model/session';
import { credentialsOf } from '../../support/clientOf';
import { failure } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { wireMessage } from '../../support/makers/message';
import { room } from '../../support/makers/room';
import { eachWithServer } from '../../support/standIn';
import { teamRooms } from '../../support/teamRooms';

const plain = { isRegExp: false, matchesCase: false };
const never = new AbortController().signal;

describe('searchText', () => {
  const cases: [string, Partial<typeof plain>, string][] = [
    [' retry POST ', {}, 'retry POST'],
    ['from:me retry', {}, 'from:me retry'],
    ['re(try|start)', { isRegExp: true }, '/re(try|start)/i'],
    ['re(try|start)', { isRegExp: true, matchesCase: true }, '/re(try|start)/'],
    ['POST (twice)?', { matchesCase: true }, '/POST \\(twice\\)\\?/'],
    ['from:me POST has:pin', { matchesCase: true }, 'from:me has:pin /POST/'],
    ['src/cache\\/lru', { isRegExp: true }, '/src\\x2Fcache\\x2Flru/i'],
    ['has:star', { isRegExp: true }, 'has:star'],
  ];
  for (const [text, toggles, expected] of cases)
    it(`sends ${text.trim()} ${JSON.stringify(toggles)} as ${expected}`, () => {
      assert.equal(searchText({ text, ...plain, ...toggles }), expected);
    });
});

describe('MessageSearch', () => {
  const general = room('general');
  const dev = room('dev');
  const page = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => wireMessage(`m${from + at}`, { rid: 'general' }));

  it('goes on where a full page ended, and ends after one that is not full', async () => {
    const pages = [page(0, 30), page(30, 2)];
    const { client, session } = sessionWith({ chat: { search: () => ({ messages: pages.shift() ?? [] }) } });
    const search = new MessageSearch(session, [general], { text: 'a', ...plain });

    await search.more(never);
    await search.more(never);

    assert.equal(search.found.length, 32);
    assert.equal(search.hasMore, false);
    assert.deepEqual(
      argsOf(client, 'chat.search').map((args) => (args as { offset: number }).offset),
      [0, 30],
    );
  });

  it('asks one room after the other, and passes over what may not be searched', async () => {
    const { session } = sessionWith({
      chat: {
        search: ({ roomId }: { roomId: string }) =>
          roomId === 'general' ? Promise.reject(failure('forbidden')) : { messages: page(0, 1) },
      },
    });
    const search = new MessageSearch(session, [general, dev], { text: 'a', ...plain });

    await search.more(never);
    const refused = search.problem?.room.id;
    await search.more(never);

    assert.equal(refused, 'general');
    assert.deepEqual([search.found.length, search.problem, search.hasMore], [1, undefined, false]);
  });

  it('tries a room again that could not be asked', async () => {
    const answers = [Promise.reject(failure('offline')), Promise.resolve({ messages: page(0, 1) })];
    const { session } = sessionWith({ chat: { search: () => answers.shift() ?? { messages: [] } } });
    const search = new MessageSearch(session, [general], { text: 'a', ...plain });

    await search.more(never);
    const problem = search.problem?.error.failure.kind;
    await search.more(never);

    assert.deepEqual([problem, search.found.length], ['offline', 1]);
  });
});

describe('MessageSearch over a server', () => {
  const server = eachWithServer({ data: teamRooms() });
  const cases: [string, Partial<typeof plain>, number][] = [
    ['POST', { matchesCase: true }, 1],
    ['post', { matchesCase: true }, 0],
    ['po[s]t', { isRegExp: true }, 1],
    ['po[s]t', { isRegExp: true, matchesCase: true }, 0],
    ['from:bob retry', { isRegExp: true }, 1],
    ['from:ann retry', { isRegExp: true }, 0],
  ];
  for (const [text, toggles, expected] of cases)
    it(`finds ${expected} for ${text} ${JSON.stringify(toggles)}`, async () => {
      const lifetime = new Lifetime();
      const client = connect(server().url, { credentials: credentialsOf('ann') });
      const session = lifetime.own(new Session({ account: account({ server: server().url }), client }));
      const search = new MessageSearch(session, [room('dev')], { text, ...plain, ...toggles });

      await search.more(never);

      assert.equal(search.problem, undefined);
      assert.equal(search.found.filter(({ thread }) => !thread).length, expected);
      lifetime.dispose();
    });
});

describe('latestRooms', () => {
  it('begins with the one where something was said last', () => {
    const rooms = [1, 3, 2].map((at) => room(`r${at}`, { lastActivity: at }));

    assert.deepEqual(
      latestRooms(rooms, 2).map(({ id }) => id),
      ['r3', 'r2'],
    );
  });
});
