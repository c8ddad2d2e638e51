import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn, type Item } from '../../support/ask';
import { startServer, type StandIn } from '../../server/server';
import { eachWithServer } from '../../support/standIn';
import { noon, room, said, town } from './town';

const data = town({
  messages: [said('one', 30, { starredBy: ['ann', 'bob'] }), said('main', 100, { from: 'bob' })],
  rooms: [
    room('pub', { team: { id: 'pub-team', main: true } }),
    room('pubchat', { team: { id: 'pub-team', main: false } }),
  ],
});

function idsIn(body: Item): unknown[] {
  return each(listIn(body, 'update'), '_id');
}

describe('rooms.get', () => {
  const server = eachWithServer({ data, now: noon });

  it("gives all rooms of the caller, with the last message and the caller's star", async () => {
    const { body } = await ask(server(), 'GET rooms.get', { as: 'bob' });

    const dev = listIn(body, 'update').find((item) => item['_id'] === 'dev') ?? assert.fail();
    assert.deepEqual(body['remove'], []);
    assert.ok(idsIn(body).includes('ann-bob') && idsIn(body).includes('old'));
    assert.deepEqual(itemIn(dev, 'lastMessage')['starred'], [{ _id: 'bob-id' }]);
  });

  it('gives nobody the rooms of others', async () => {
    const { body } = await ask(server(), 'GET rooms.get', { as: 'carol' });

    assert.deepEqual(body, { update: [], remove: [], success: true });
  });

  it('refuses a date that is none', async () => {
    const { status, body } = await ask(server(), 'GET rooms.get', {
      as: 'ann',
      query: { updatedSince: 'now' },
    });

    assert.deepEqual([status, body['errorType']], [400, 'error-updatedSince-param-invalid']);
  });
});

describe('rooms.info', () => {
  const server = eachWithServer({ data, now: noon });

  const info = (query: Record<string, string>, as = 'ann') => ask(server(), 'GET rooms.info', { as, query });

  it('finds a room by id or name, archived ones as well', async () => {
    const answers = await Promise.all([
      info({ roomId: 'dev' }),
      info({ roomName: 'dev' }),
      info({ roomId: 'old' }, 'carol'),
    ]);

    assert.deepEqual(
      answers.map(({ body }) => itemIn(body, 'room')['_id']),
      ['dev', 'dev', 'old'],
    );
  });

  it('tells the parent of a discussion', async () => {
    const { body } = await info({ roomId: 'talk' });

    const u = { _id: 'ann-id', username: 'ann', name: 'Ann' };
    assert.deepEqual(body['parent'], { _id: 'dev', name: 'dev', fname: 'dev', t: 'c', u });
    assert.equal(body['team'], undefined);
  });

  it('tells the team of a room', async () => {
    const chat = await info({ roomId: 'corechat' });
    const main = await info({ roomId: 'pub' });

    assert.deepEqual(chat.body['team'], { _id: 'core-team', name: 'core', roomId: 'core', type: 1 });
    assert.equal(itemIn(chat.body, 'parent')['_id'], 'core');
    assert.deepEqual(main.body['team'], { _id: 'pub-team', name: 'pub', roomId: 'pub', type: 0 });
    assert.equal(main.body['parent'], undefined);
  });

  it('swaps its two texts where it refuses', async () => {
    const { status, body } = await info({ roomId: 'secret' }, 'carol');

    assert.deepEqual(
      [status, body],
      [400, { success: false, error: 'not-allowed', errorType: 'Not Allowed' }],
    );
  });

  it('does not know every room', async () => {
    const { body } = await info({ roomId: 'nowhere' });

    assert.equal(
      body['error'],
      'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]',
    );
  });

  it('wants one of the two', async () => {
    const { body } = await info({});

    assert.equal(body['errorType'], 'error-invalid-params');
  });
});

describe('rooms.nameExists', () => {
  const server = eachWithServer({ data, now: noon });

  it('tells of every room, seen by the caller or not', async () => {
    const names = ['dev', 'secret', 'nowhere'];

    const answers = await Promise.all(
      names.map((roomName) => ask(server(), 'GET rooms.nameExists', { as: 'carol', query: { roomName } })),
    );

    assert.deepEqual(
      answers.map(({ body }) => body['exists']),
      [true, true, false],
    );
  });
});

describe('subscriptions', () => {
  const server = eachWithServer({ data, now: noon });

  it('are all given, hidden ones as well', async () => {
    const { body } = await ask(server(), 'GET subscriptions.get', { as: 'bob' });

    const old = listIn(body, 'update').find((item) => item['rid'] === 'old');
    assert.deepEqual([old?.['open'], old?.['u']], [false, { _id: 'bob-id', username: 'bob', name: 'Bob' }]);
    assert.deepEqual(body['remove'], []);
  });

  it('name the discussion, the team and the other person', async () => {
    const { body } = await ask(server(), 'GET subscriptions.get', { as: 'bob' });

    const of = (rid: string) => listIn(body, 'update').find((item) => item['rid'] === rid) ?? {};
    assert.deepEqual([of('talk')['fname'], of('talk')['prid'], of('talk')['t']], ['Which tea?', 'dev', 'p']);
    assert.deepEqual([of('core')['teamId'], of('core')['teamMain']], ['core-team', true]);
    assert.deepEqual([of('ann-bob')['name'], of('ann-bob')['fname']], ['ann', 'Ann']);
    assert.equal(of('cipher')['encrypted'], true);
  });

  it("refuse a date that is none, in the server's own way", async () => {
    const { body } = await ask(server(), 'GET subscriptions.get', {
      as: 'ann',
      query: { updatedSince: 'now' },
    });

    const error = 'The "lastUpdate" query parameter must be a valid date. [error-roomId-param-invalid]';
    assert.deepEqual([body['error'], body['errorType']], [error, 'error-roomId-param-invalid']);
  });

  it('are given one at a time, and null where there is none', async () => {
    const own = await ask(server(), 'GET subscriptions.getOne', { as: 'bob', query: { roomId: 'dev' } });
    const none = await ask(server(), 'GET subscriptions.getOne', { as: 'carol', query: { roomId: 'dev' } });

    assert.equal(itemIn(own.body, 'subscription')['rid'], 'dev');
    assert.deepEqual(none.body, { subscription: null, success: true });
  });

  const questions: readonly [query: Record<string, string>, error: string][] = [
    [{}, "must have required property 'roomId'"],
    [{ roomId: '' }, "The 'roomId' param is required"],
  ];
  for (const [query, error] of questions) {
    it(`want a room for getOne, not ${JSON.stringify(query)}`, async () => {
      const { status, body } = await ask(server(), 'GET subscriptions.getOne', { as: 'ann', query });

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }
});

describe('what changed since', () => {
  let server: StandIn;
  let time = Date.parse(noon);
  const second = 1000;

  beforeEach(async () => {
    time = Date.parse(noon);
    server = await startServer({ data, now: noon, limiter: false, wallClock: () => time });
  });
  afterEach(() => server.close());

  const since = (method: string, as: string) =>
    ask(server, `GET ${method}`, { as, query: { updatedSince: new Date(time - second).toISOString() } });
  const post = (body: object) => ask(server, 'POST chat.sendMessage', { as: 'ann', body: { message: body } });

  it('is nothing in a quiet minute', async () => {
    time += 60 * second;

    const [rooms, subscriptions] = await Promise.all([
      since('rooms.get', 'bob'),
      since('subscriptions.get', 'bob'),
    ]);

    assert.deepEqual([rooms.body['update'], subscriptions.body['update']], [[], []]);
  });

  it('is the room and the subscription of a new message', async () => {
    time += 60 * second;
    await post({ rid: 'dev', msg: 'x' });

    const [rooms, subscriptions] = await Promise.all([
      since('rooms.get', 'bob'),
      since('subscriptions.get', 'bob'),
    ]);

    const [changed] = listIn(subscriptions.body, 'update');
    assert.deepEqual(idsIn(rooms.body), ['dev']);
    assert.deepEqual([changed?.['rid'], changed?.['alert']], ['dev', true]);
  });

  it('is the room alone for who does not follow the thread', async () => {
    time += 60 * second;
    await ask(server, 'POST chat.sendMessage', {
      as: 'bob',
      body: { message: { rid: 'dev', msg: 'x', tmid: 'one' } },
    });

    const [bob, ann] = await Promise.all([
      since('subscriptions.get', 'bob'),
      since('subscriptions.get', 'ann'),
    ]);

    assert.deepEqual([listIn(bob.body, 'update')[0]?.['alert']], [false]);
    assert.deepEqual(listIn(ann.body, 'update')[0]?.['tunread'], ['one']);
  });

  it('is the room whose last message was starred', async () => {
    time += 60 * second;
    await ask(server, 'POST chat.unStarMessage', { as: 'bob', body: { messageId: 'one' } });

    const { body } = await since('rooms.get', 'bob');

    assert.deepEqual(idsIn(body), ['dev']);
  });

  it('is a subscription that has gone', async () => {
    time += 60 * second;
    const { subscriptions } = server.world;
    const gone = subscriptions.of('bob-id', 'dev') ?? assert.fail();
    subscriptions.remove(gone, server.world.timestamp());

    const { body } = await since('subscriptions.get', 'bob');

    assert.deepEqual(body['remove'], [{ _id: gone._id, _deletedAt: '2026-03-02T12:01:00.000Z' }]);
  });
});
