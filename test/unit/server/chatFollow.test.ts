import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { longAgo, noon, said, seenBy, town } from './town';

const data = town({
  messages: [
    said('main', 60, { from: 'bob' }),
    said('r1', 50, { thread: 'main' }),
    said('other', 45, { from: 'bob' }),
    said('r2', 44, { thread: 'other' }),
    said('lone', 40),
    said('away', 30, { room: 'secret' }),
  ],
  views: longAgo,
});

describe('following threads', () => {
  const server = eachWithServer({ data, now: noon });

  const call = async (method: string, body: Item, as = 'bob') => {
    const answer = await ask(server(), `POST chat.${method}`, { as, body });
    return { status: answer.status, body: answer.body };
  };
  const followers = (id: string) => server().world.messages.byId(id)?.replies;

  it('follows a message that has no replies yet', async () => {
    const { status, body } = await call('followMessage', { mid: 'lone' }, 'carol');

    assert.deepEqual([status, body], [200, { success: true }]);
    assert.deepEqual(followers('lone'), ['carol-id']);
  });

  it('follows the thread of a reply, once', async () => {
    await call('followMessage', { mid: 'r1' }, 'carol');
    await call('followMessage', { mid: 'main' }, 'carol');

    assert.deepEqual(followers('main'), ['bob-id', 'ann-id', 'carol-id']);
  });

  it('unfollows, and has nothing unread in it any more', async () => {
    await call('unfollowMessage', { mid: 'r1' });

    assert.deepEqual([followers('main'), seenBy(server().world, 'bob').tunread], [['ann-id'], ['other']]);
  });

  it('reads one thread; with the last one the room is quiet', async () => {
    await call('readThread', { tmid: 'main' });
    const first = { ...seenBy(server().world, 'bob') };
    await call('readThread', { tmid: 'other' });

    const second = seenBy(server().world, 'bob');
    assert.deepEqual([first.tunread, first.alert], [['other'], true]);
    assert.deepEqual([second.tunread, second.alert], [[], false]);
  });

  it('lets who is not in the room read its threads, to no effect', async () => {
    const { status, body } = await call('readThread', { tmid: 'main' }, 'carol');

    assert.deepEqual([status, body], [200, { success: true }]);
  });

  const refusals: readonly [method: string, body: Item, error: string][] = [
    ['followMessage', { mid: 'nothing' }, 'Invalid message [error-invalid-message]'],
    ['followMessage', { mid: 'away' }, 'not-allowed [error-not-allowed]'],
    ['unfollowMessage', { mid: 'nothing' }, 'Invalid message [error-invalid-message]'],
    ['unfollowMessage', { mid: 'away' }, 'not-allowed [error-not-allowed]'],
    ['readThread', { tmid: 'nothing' }, 'Invalid Message [error-invalid-message]'],
    ['readThread', { tmid: 'away' }, 'Not Allowed [error-not-allowed]'],
  ];
  for (const [method, body, error] of refusals) {
    it(`refuses ${method} of ${JSON.stringify(body)}`, async () => {
      const answer = await call(method, body, 'carol');

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }

  it('wants the id of a message', async () => {
    const { body } = await call('followMessage', { mid: '' });

    assert.deepEqual(
      [body['errorType'], body['error']],
      ['invalid-params', 'must NOT have fewer than 1 characters'],
    );
  });
});

describe('following where threads are switched off', () => {
  const server = eachWithServer({ data, now: noon, settings: { Threads_enabled: false } });

  const cases = [
    ['followMessage', { mid: 'nothing' }, 'not-allowed [error-not-allowed]'],
    ['unfollowMessage', { mid: 'nothing' }, 'not-allowed [error-not-allowed]'],
    ['readThread', { tmid: 'nothing' }, 'Threads Disabled [error-not-allowed]'],
  ] as const;
  for (const [method, body, error] of cases) {
    it(`refuses ${method}`, async () => {
      const answer = await ask(server(), `POST chat.${method}`, { as: 'ann', body });

      assert.equal(answer.body['error'], error);
    });
  }
});

describe('chat.readThread of an older release', () => {
  const server = eachWithServer({ data, now: noon, version: '8.7.0' });

  it('is not there', async () => {
    const { status } = await ask(server(), 'POST chat.readThread', { as: 'ann', body: { tmid: 'main' } });

    assert.equal(status, 404);
  });
});
