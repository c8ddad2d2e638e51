import assert from 'node:assert/strict';
import { eachWithScene, streamOf } from '../../../support/scriptedRealtime';
import { silent, type Script } from '../../../support/scriptedSocket';

describe('a connection that does not come about', () => {
  const begin = eachWithScene();

  const silences: readonly [when: string, last: string, script: Script][] = [
    ['after the socket was opened', 'connect', { connect: silent }],
    ['after the sign-in was sent', 'method', { login: silent }],
    ['after a stream was asked for', 'sub', { sub: silent }],
  ];
  for (const [when, last, script] of silences) {
    it(`is given up after 15 seconds of silence ${when}`, async () => {
      const scene = await begin(script);
      scene.realtime.subscribe(streamOf('r'), () => undefined);
      scene.realtime.open();
      const peer = await scene.server.next();
      await peer.got(last);

      await scene.clock.advance(14_999);
      const before = scene.state;
      await scene.clock.advance(1);

      assert.deepEqual([before, scene.state], ['connecting', 'waiting']);
    });
  }

  it('is not given up where the host was too busy to read the answer', async () => {
    const scene = await begin({ connect: silent });
    scene.realtime.open();
    const peer = await scene.server.next();
    await peer.got('connect');

    await scene.clock.oversleep(19_000);
    peer.say({ msg: 'connected', session: 's' });
    await scene.until('live');

    assert.equal(scene.server.peers.length, 1);
  });

  it('is tried again after pauses that double, up to a minute', async () => {
    const scene = await begin({ connect: () => [{ msg: 'failed', version: '1' }] });
    const pauses: number[] = [];
    scene.realtime.onDidChangeState((state) => {
      if (state.state === 'waiting') pauses.push(state.until.getTime() - scene.clock.now());
    });

    scene.realtime.open();
    for (let tries = 0; tries < 9; tries += 1) {
      await scene.until('waiting');
      await scene.clock.advance(pauses.at(-1) ?? 0);
    }

    assert.deepEqual(pauses.slice(0, 9), [750, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000, 45_000]);
  });

  it('says how often it has failed', async () => {
    const scene = await begin({ connect: () => [{ msg: 'failed', version: '1' }] });

    scene.realtime.open();
    await scene.until('waiting');
    await scene.clock.advance(750);
    const state = await scene.until('waiting');

    assert.deepEqual(state, { state: 'waiting', until: new Date(scene.clock.now() + 1500), failures: 2 });
  });

  it('is tried with new patience when it is opened anew', async () => {
    const scene = await begin({ connect: () => [{ msg: 'failed', version: '1' }] });
    scene.realtime.open();
    await scene.until('waiting');

    scene.realtime.close();
    scene.realtime.open();
    const state = await scene.until('waiting');

    assert.equal('failures' in state && state.failures, 1);
  });

  it('is tried at once, with new patience, when the machine has slept', async () => {
    const scene = await begin({ connect: () => [{ msg: 'failed', version: '1' }] });
    scene.realtime.open();
    await scene.until('waiting');

    await scene.clock.oversleep(60_000);
    const woken = scene.state;
    const state = await scene.until('waiting');

    assert.deepEqual([woken, 'failures' in state && state.failures], ['connecting', 1]);
  });

  it('is tried at once when somebody is in a hurry', async () => {
    const scene = await begin({ connect: () => [{ msg: 'failed', version: '1' }] });
    scene.realtime.open();
    await scene.until('waiting');
    await scene.server.next();

    scene.realtime.hurry();

    assert.equal(scene.state, 'connecting');
    await scene.server.next();
  });

  it('is tried again where nobody listens', async () => {
    const scene = await begin();
    await scene.server.close();

    scene.realtime.open();
    const state = await scene.until('waiting');

    assert.equal('failures' in state && state.failures, 1);
  });

  it('is tried again where the host lets none be made', async () => {
    class Forbidden extends WebSocket {
      constructor() {
        super('nowhere:');
      }
    }
    const scene = await begin({}, { webSocket: Forbidden });

    scene.realtime.open();

    assert.equal(scene.state, 'waiting');
  });

  for (const error of [403, 401, 'error-user-is-not-activated']) {
    it(`is given up for good where the sign-in is refused with ${error}`, async () => {
      const refusal = { error, reason: 'No.', errorType: 'Meteor.Error' };
      const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: refusal }] });

      scene.realtime.open();
      await scene.until('refused');
      await scene.clock.advance(3_600_000);
      scene.realtime.hurry();

      assert.deepEqual([scene.server.peers.length, scene.clock.pending], [1, []]);
    });
  }

  it('is tried again where the server fails at the sign-in', async () => {
    const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: { error: 500 } }] });

    scene.realtime.open();
    await scene.until('waiting');

    assert.deepEqual(scene.clock.pending, [750, 5000]);
  });

  const tooMany = { error: 'too-many-requests', details: { timeToReset: 34_567 } };

  it('waits as long as the server says, whatever the hurry', async () => {
    const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: tooMany }] });
    scene.realtime.open();
    await scene.until('waiting');

    scene.realtime.hurry();
    const before = scene.state;
    await scene.clock.advance(34_567);

    assert.deepEqual([before, scene.state], ['waiting', 'connecting']);
  });

  it('waits as long as the server says, though the machine has slept', async () => {
    const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: tooMany }] });
    scene.realtime.open();
    const { until } = { until: new Date(0), ...(await scene.until('waiting')) };

    await scene.clock.oversleep(25_000);

    assert.deepEqual({ until, ...scene.realtime.state }, { state: 'waiting', until, failures: 1 });
  });

  it('waits as long as the server says, though it is opened anew', async () => {
    const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: tooMany }] });
    scene.realtime.open();
    const { until } = { until: new Date(0), ...(await scene.until('waiting')) };

    scene.realtime.close();
    scene.realtime.open();

    assert.deepEqual({ until, ...scene.realtime.state }, { state: 'waiting', until, failures: 1 });
  });

  it('takes no request to wait for an answer to a subscription', async () => {
    const scene = await begin({ sub: ({ id }) => [{ msg: 'nosub', id, error: tooMany }] });
    scene.realtime.subscribe(streamOf('r'), () => undefined);

    scene.realtime.open();
    const state = await scene.until('waiting');

    assert.deepEqual('until' in state && state.until, new Date(scene.clock.now() + 34_567));
  });
});
