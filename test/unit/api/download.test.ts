import assert from 'node:assert/strict';
import { addressOf, clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';

describe('a download', () => {
  const server = eachWithServer();

  it('gives the bytes and their type', async () => {
    const blob = await clientOf(server()).download('/avatar/ann?size=32');

    assert.match(blob.type, /^image\//);
    assert.ok(blob.size > 0);
  });

  for (const [status, kind] of [
    [403, 'forbidden'],
    [404, 'notFound'],
    [500, 'server'],
    [401, 'protocol'],
  ] as const) {
    it(`is ${kind} with status ${status}, whose answer is empty`, async () => {
      server().faults.add({ kind: 'status', status, path: '/file-upload/*' });

      const { failure, call } = await failureFrom(clientOf(server()).download('/file-upload/1/a.png'));

      assert.deepEqual([failure.kind, call.status], [kind, status]);
    });
  }

  it('is tried again after a lost answer', async () => {
    const clock = new FakeClock();
    server().faults.add({ kind: 'drop', path: '/avatar/*', times: 1 });

    const loading = clientOf(server(), { clock, random: () => 0.5 }).download('/avatar/ann');
    await clock.untilPending(300);
    await clock.advance(300);

    assert.ok((await loading).size > 0);
  });

  it('has two minutes', async () => {
    const clock = new FakeClock();
    const held = server().faults.add({ kind: 'hold', path: '/avatar/*' });

    const failing = failureFrom(clientOf(server(), { clock }).download('/avatar/ann'));
    await held.reached;
    await clock.advance(119_999);
    const before = clock.pending;
    await clock.advance(1);

    assert.deepEqual(before, [1]);
    assert.equal((await failing).failure.kind, 'timeout');
  });

  it('follows one redirect and no more', async () => {
    const storage = await Echo.start();
    server().faults.add({ kind: 'redirect', to: '/avatar/again', path: '/file-upload/*' });
    server().faults.add({ kind: 'redirect', to: `${storage.url}/x`, path: '/avatar/again' });

    const { failure } = await failureFrom(clientOf(server()).download('/file-upload/1/a.png'));
    await storage.close();

    assert.deepEqual(failure, { kind: 'protocol', redirectedTo: `${storage.url}/x` });
    assert.deepEqual(storage.arrivals, []);
  });

  for (const to of ['http://storage.example/x', 'ftp://storage.example/x', 'file:///etc/passwd']) {
    it(`is not sent on to ${to}`, async () => {
      const asked: string[] = [];
      const fetch: typeof globalThis.fetch = (input, init) => {
        asked.push(addressOf(input));
        return globalThis.fetch(input, init);
      };
      server().faults.add({ kind: 'redirect', to, path: '/file-upload/*' });

      const { failure } = await failureFrom(clientOf(server(), { fetch }).download('/file-upload/1/a.png'));

      assert.equal(failure.kind, 'protocol');
      assert.deepEqual(asked, [`${server().url}/file-upload/1/a.png`]);
    });
  }

  it('is sent on to this machine only by a server on it', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(addressOf(input));
      const headers = { location: 'http://127.0.0.1:9/admin' };
      return Promise.resolve(new Response(null, { status: 302, headers }));
    };

    await failureFrom(clientOf({ url: 'https://chat.example.org' }, { fetch }).download('/file-upload/1/a'));

    assert.deepEqual(asked, ['https://chat.example.org/file-upload/1/a']);
  });
});
