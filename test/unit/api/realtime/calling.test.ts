import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { failureFrom } from '../../../support/clientOf';
import { eachWithScene, secretToken } from '../../../support/scriptedRealtime';
import { silent } from '../../../support/scriptedSocket';

describe('a method called over the connection', () => {
  const begin = eachWithScene();

  it('answers what the server does, times as in REST', async () => {
    const scene = await begin({
      method: ({ id, params }) => [{ msg: 'result', id, result: { params, at: { $date: 0 } } }],
    });
    await scene.live();

    const result = await scene.realtime.call('m', ['r', new Date(7)]);

    const times = ['1970-01-01T00:00:00.007Z', '1970-01-01T00:00:00.000Z'];
    assert.deepEqual(result, { params: ['r', times[0]], at: times[1] });
  });

  it('gets the answer that is meant for it', async () => {
    const scene = await begin({ method: silent });
    const peer = await scene.live();
    const calls = [1, 2].map((n) => scene.realtime.call(`m${n}`, []));
    const frames = [await peer.got('method'), await peer.got('method'), await peer.got('method')].slice(1);

    const answers = frames.map(({ id, method }) => ({ msg: 'result', id, result: method }));
    peer.say(...answers.toReversed(), ...answers, { msg: 'result', id: 'unknown' });

    assert.deepEqual(await Promise.all(calls), ['m1', 'm2']);
  });

  const refusals: [object, object][] = [
    [{ error: 'error-not-allowed', reason: 'Not allowed' }, { kind: 'forbidden' }],
    [
      { error: 'error-invalid-message', reason: 'Invalid' },
      { kind: 'refused', code: 'error-invalid-message' },
    ],
    [{ error: 401 }, { kind: 'signedOut' }],
    [{ error: 500 }, { kind: 'server' }],
    [
      { error: 'too-many-requests', details: { timeToReset: 2500 } },
      { kind: 'rateLimited', retryAt: new Date('2026-03-02T09:00:02.500Z') },
    ],
  ];
  for (const [error, failure] of refusals) {
    it(`fails as any call where the server says ${JSON.stringify(error)}`, async () => {
      const scene = await begin({ method: ({ id }) => [{ msg: 'result', id, error }] });
      await scene.live();

      const failed = await failureFrom(scene.realtime.call('m', []));

      assert.deepEqual([failed.failure, failed.call.route], [failure, 'DDP m']);
    });
  }

  for (const secret of ['hunter22', secretToken]) {
    it(`says nothing again that it was told in confidence: ${secret}`, async () => {
      const error = { error: 'no', reason: `not ${secret}`, message: `not ${secret} [no]` };
      const scene = await begin({ method: ({ id }) => [{ msg: 'result', id, error }] });
      await scene.live();

      const { message, call } = await failureFrom(scene.realtime.call('m', [{ of: 'hunter22' }]));

      assert.ok(!`${message} ${JSON.stringify(call)} ${scene.log.join(' ')}`.includes(secret), message);
    });
  }

  it('is offline before the connection is live, and sends nothing', async () => {
    const scene = await begin({ login: silent });
    const early = await failureFrom(scene.realtime.call('m', []));
    scene.realtime.open();
    const peer = await scene.server.next();
    await peer.got('method');

    const { failure } = await failureFrom(scene.realtime.call('m', []));
    await peer.saidAndRead();

    assert.deepEqual([early.failure, failure], [{ kind: 'offline' }, { kind: 'offline' }]);
    assert.equal(peer.frames.filter(({ msg }) => msg === 'method').length, 1);
  });

  it('is offline when the connection breaks before the answer, and is not sent again', async () => {
    const scene = await begin({ method: silent });
    const peer = await scene.live();

    const failing = failureFrom(scene.realtime.call('m', []));
    await peer.got('method');
    peer.cut();
    const second = await scene.liveAgain();

    assert.deepEqual((await failing).failure, { kind: 'offline' });
    assert.ok(!second.frames.some(({ method }) => method === 'm'));
  });

  it('ends with its signal, and leaves no trace on it', async () => {
    const scene = await begin({ method: silent });
    await scene.live();
    const controller = new AbortController();
    const timers = scene.clock.pending;

    const failing = failureFrom(scene.realtime.call('m', [], { signal: controller.signal }));
    controller.abort();

    assert.deepEqual((await failing).failure, { kind: 'cancelled' });
    assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
    assert.deepEqual(scene.clock.pending, timers);
  });

  it('is not sent where the signal has fired before', async () => {
    const scene = await begin();
    const peer = await scene.live();

    const { failure } = await failureFrom(scene.realtime.call('m', [], { signal: AbortSignal.abort() }));
    await peer.saidAndRead();

    assert.deepEqual(failure, { kind: 'cancelled' });
    assert.ok(!peer.frames.some(({ method }) => method === 'm'));
  });

  it('has 30 seconds', async () => {
    const scene = await begin({ method: silent });
    await scene.live();

    const failing = failureFrom(scene.realtime.call('m', []));
    const proof = scene.proof();
    await scene.clock.advance(20_000);
    await proof;
    await scene.clock.advance(10_000);

    assert.deepEqual((await failing).failure, { kind: 'timeout' });
  });
});
