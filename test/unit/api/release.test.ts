import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { releaseNumber } from '../../../src/api/release';
import { clientOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';

describe('releaseNumber', () => {
  for (const [older, newer] of [
    ['6.9', '6.10.0'],
    ['7.13.2', '8.0.0-rc.1'],
    ['8.8', '9.0'],
    ['8.8', 'develop'],
  ] as const) {
    it(`puts ${older} before ${newer}`, () => {
      assert.ok(releaseNumber(older) < releaseNumber(newer));
    });
  }

  it('takes all builds of a release for one', () => {
    assert.equal(releaseNumber('8.6.0-rc.3'), releaseNumber('8.6'));
  });
});

describe('the release of the server', () => {
  const server = eachWithServer({ version: '8.4.2' });
  const asked = () =>
    server()
      .requests.all()
      .map(({ path }) => path);
  const people = { ids: 'ann-id,bob-id' };

  it('is not asked for by calls that are the same in all', async () => {
    const client = clientOf(server());

    await client.session.me({});
    await client.users.presence({ ids: 'ann-id' });

    assert.deepEqual(asked(), ['/api/v1/me', '/api/v1/users.presence?ids=ann-id']);
  });

  it('is asked for once, whoever waits for it', async () => {
    const client = clientOf(server());

    await Promise.all([client.users.presence(people), client.users.presence(people)]);
    await client.users.presence(people);

    assert.equal(asked().filter((path) => path === '/api/info').length, 1);
    assert.equal(asked().length, 4);
  });

  it('is asked for again after an hour, as servers are upgraded', async () => {
    const clock = new FakeClock();
    const client = clientOf(server(), { clock });

    await client.users.presence(people);
    await clock.advance(3_600_000 - 1);
    await client.users.presence(people);
    const before = asked().filter((path) => path === '/api/info').length;
    await clock.advance(1);
    await client.users.presence(people);

    assert.deepEqual([before, asked().filter((path) => path === '/api/info').length], [1, 2]);
  });

  it('is asked for without the token', async () => {
    await clientOf(server()).users.presence(people);

    const [question] = server().requests.all();
    assert.ok(question && !('x-auth-token' in question.headers));
  });

  it('is not asked for where it was given', async () => {
    await clientOf(server(), { version: '8.4' }).users.presence(people);

    assert.equal(asked().length, 1);
  });

  it('is asked for again after a question that failed', async () => {
    server().faults.add({ kind: 'status', status: 500, path: '/api/info', times: 1 });
    const client = clientOf(server());

    const { failure, call } = await failureFrom(client.users.presence(people));
    await client.users.presence(people);

    assert.deepEqual([failure.kind, call.route], ['server', 'GET info']);
    assert.equal(asked().length, 3);
  });

  it('is no release if the answer holds none', async () => {
    server().faults.add({ kind: 'status', status: 200, body: { success: true }, path: '/api/info' });

    const { failure } = await failureFrom(clientOf(server()).users.presence(people));

    assert.deepEqual(failure, { kind: 'protocol' });
  });

  it('keeps nobody waiting who has cancelled', async () => {
    const controller = new AbortController();
    const held = server().faults.add({ kind: 'hold', path: '/api/info' });
    const client = clientOf(server());

    const failing = failureFrom(client.users.presence(people, { signal: controller.signal }));
    const other = client.users.presence(people);
    await held.reached;
    controller.abort();
    const { failure, call } = await failing;
    const listening = getEventListeners(controller.signal, 'abort');
    held.release();
    await other;

    assert.deepEqual([failure.kind, call.route], ['cancelled', 'GET users.presence']);
    assert.deepEqual(listening, []);
    assert.equal(asked().length, 2);
  });

  it('is not asked for by a call that was cancelled before', async () => {
    const { failure } = await failureFrom(
      clientOf(server()).users.presence(people, { signal: AbortSignal.abort() }),
    );

    assert.equal(failure.kind, 'cancelled');
    assert.deepEqual(asked(), []);
  });
});
