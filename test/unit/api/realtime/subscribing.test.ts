import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { strayErrors } from '../../../support/strayErrors';
import { eachWithScene, eventOf, streamOf } from '../../../support/scriptedRealtime';
import { silent } from '../../../support/scriptedSocket';

const nothing = () => undefined;
const never = new AbortController().signal;

describe('a subscription', () => {
  const begin = eachWithScene();

  it('hears the events of its stream, in the order of arrival', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    await peer.saidAndRead(eventOf('r', 'a', 1), eventOf('other', 'b'), eventOf('r', 'c'));

    assert.deepEqual(heard, [['a', 1], ['c']]);
  });

  it('hears what the server repeats as often as it says it', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    await peer.saidAndRead(eventOf('r', 1), eventOf('r', 1));

    assert.deepEqual(heard, [[1], [1]]);
  });

  it('hears times as REST writes them', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    await peer.saidAndRead(eventOf('r', { ts: { $date: 1_772_442_000_000 } }));

    assert.deepEqual(heard, [[{ ts: '2026-03-02T09:00:00.000Z' }]]);
  });

  it('made while live is asked for at once', async () => {
    const scene = await begin();
    const peer = await scene.live();

    const heard = scene.heard(streamOf('r'));
    const { id } = await peer.got('sub');
    await peer.saidAndRead(eventOf('r', 1));

    assert.deepEqual([typeof id, heard, scene.state], ['string', [[1]], 'live']);
  });

  it('is one on the wire with others of its stream, until the last of them goes', async () => {
    const scene = await begin();
    const subscriptions = [1, 2].map(() => scene.realtime.subscribe(streamOf('r'), nothing));
    const peer = await scene.live();
    const count = (msg: string) => peer.frames.filter((frame) => frame.msg === msg).length;

    subscriptions[0]?.dispose();
    subscriptions[0]?.dispose();
    await peer.saidAndRead();
    const before = count('unsub');
    subscriptions[1]?.dispose();
    await peer.got('unsub');

    assert.deepEqual([count('sub'), before, count('unsub')], [1, 0, 1]);
  });

  it('hears nothing more once it is disposed, though others of its stream do', async () => {
    const scene = await begin();
    const gone: unknown[] = [];
    const subscription = scene.realtime.subscribe(streamOf('r'), (...args) => gone.push(args));
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    subscription.dispose();
    await peer.saidAndRead(eventOf('r', 1));

    assert.deepEqual([gone, heard], [[], [[1]]]);
  });

  it('may be made anew right after it went', async () => {
    const scene = await begin();
    const peer = await scene.live();

    scene.realtime.subscribe(streamOf('r'), nothing).dispose();
    const heard = scene.heard(streamOf('r'));
    await peer.saidAndRead(eventOf('r', 1));

    assert.deepEqual(heard, [[1]]);
    const ids = peer.frames.filter(({ msg }) => msg === 'sub').map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
  });

  it('that was refused is not asked for again before the next connection', async () => {
    const scene = await begin({ sub: ({ id }) => [{ msg: 'nosub', id, error: { error: 'not-allowed' } }] });
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    scene.realtime.subscribe(streamOf('r'), nothing);
    await peer.saidAndRead();
    peer.cut();
    const second = await scene.liveAgain();

    const asked = [peer, second].map(({ frames }) => frames.filter(({ msg }) => msg === 'sub').length);
    assert.deepEqual([asked, heard], [[1, 1], []]);
  });

  it('may be made and ended by those who hear one', async () => {
    const scene = await begin();
    const heard: unknown[] = [];
    const first = scene.realtime.subscribe(streamOf('r'), (event) => {
      first.dispose();
      scene.realtime.subscribe(streamOf('r'), (again) => heard.push(event, again));
    });
    const peer = await scene.live();

    await peer.saidAndRead(eventOf('r', 1), eventOf('r', 2));

    assert.deepEqual(heard, [1, 2]);
  });

  it('does not suffer from another listener that fails', async () => {
    const scene = await begin();
    scene.realtime.subscribe(streamOf('r'), () => {
      throw new Error('mine');
    });
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    const strays = await strayErrors(() => peer.saidAndRead(eventOf('r', 1)));

    assert.deepEqual([heard, strays.map(String)], [[[1]], ['Error: mine']]);
  });
});

describe('being ready', () => {
  const begin = eachWithScene();

  for (const msg of ['ready', 'nosub']) {
    it(`comes with the server's answer: ${msg}`, async () => {
      const scene = await begin({ sub: silent });
      const subscription = scene.realtime.subscribe(streamOf('r'), nothing);
      scene.realtime.open();
      const peer = await scene.server.next();
      const { id } = await peer.got('sub');
      let isReady = false;

      const ready = subscription.whenReady(never).then(() => (isReady = true));
      await peer.saidAndRead();
      const before = isReady;
      peer.say({ msg, subs: [id], id });
      await ready;

      assert.deepEqual([before, isReady], [false, true]);
    });
  }

  it('is lost with the connection, and comes with the next one', async () => {
    const scene = await begin();
    const subscription = scene.realtime.subscribe(streamOf('r'), nothing);
    (await scene.live()).cut();
    await scene.until('connecting');
    let isReady = false;

    const ready = subscription.whenReady(never).then(() => (isReady = true));
    await scene.clock.advance(499);
    const before = isReady;
    await scene.clock.advance(1);
    await ready;

    assert.equal(before, false);
  });

  it('leaves no trace on the signal', async () => {
    const scene = await begin();
    const { signal } = new AbortController();
    const subscription = scene.realtime.subscribe(streamOf('r'), nothing);

    const ready = subscription.whenReady(signal);
    await scene.live();
    await ready;

    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  it('is waited for until the signal fires', async () => {
    const scene = await begin();
    const controller = new AbortController();
    const subscription = scene.realtime.subscribe(streamOf('r'), nothing);

    const ready = subscription.whenReady(controller.signal);
    controller.abort();

    await assert.rejects(ready, { name: 'AbortError' });
  });

  it('is waited for no longer than the subscription lasts', async () => {
    const scene = await begin();
    const subscription = scene.realtime.subscribe(streamOf('r'), nothing);

    const ready = subscription.whenReady(never);
    subscription.dispose();

    await assert.rejects(ready, { name: 'AbortError' });
  });

  it('is not waited for where the whole interface has ended before', async () => {
    const scene = await begin();
    scene.realtime.dispose();

    const ready = scene.realtime.subscribe(streamOf('r'), nothing).whenReady(never);

    await assert.rejects(ready, { name: 'AbortError' });
  });

  it('is waited for no longer than the whole interface lasts', async () => {
    const scene = await begin();
    const subscription = scene.realtime.subscribe(streamOf('r'), nothing);

    const ready = subscription.whenReady(never);
    scene.realtime.dispose();

    await assert.rejects(ready, { name: 'AbortError' });
  });
});
