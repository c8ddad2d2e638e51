import assert from 'node:assert/strict';
import { eachWithScene, eventOf, streamOf } from '../../../support/scriptedRealtime';
import { silent } from '../../../support/scriptedSocket';

describe('a live connection', () => {
  const begin = eachWithScene();

  it('proves itself by a ping as soon as it is live', async () => {
    const scene = await begin();

    await scene.live();

    assert.deepEqual(scene.proofs, [scene.clock.now()]);
  });

  it('asks after 20 seconds of silence, and tells when it asked', async () => {
    const scene = await begin();
    const peer = await scene.live();
    await peer.got('ping');
    const askedAt = scene.clock.now() + 20_000;

    await scene.clock.advance(20_000);
    const { id } = await peer.got('ping');
    scene.server.script.ping = silent;
    await peer.saidAndRead();

    assert.equal(typeof id, 'string');
    assert.deepEqual(scene.proofs.slice(1), [askedAt]);
  });

  it('asks every minute even while there is no silence', async () => {
    const scene = await begin();
    const peer = await scene.live();
    const pings = () => peer.frames.filter(({ msg }) => msg === 'ping').length;

    for (let seconds = 0; seconds < 50; seconds += 10) {
      await scene.clock.advance(10_000);
      await peer.saidAndRead({ server_id: '0' });
    }
    const before = pings();
    await scene.clock.advance(10_000);
    await peer.saidAndRead();

    assert.deepEqual([before, pings()], [1, 2]);
  });

  it('is dead when a ping is not answered for 10 seconds', async () => {
    const scene = await begin();
    const peer = await scene.live();
    scene.server.script.ping = silent;

    await scene.clock.advance(29_999);
    const before = scene.state;
    await scene.clock.advance(1);

    assert.deepEqual([before, scene.state], ['live', 'connecting']);
    await peer.closed;
  });

  it('takes no answer to another ping for one', async () => {
    const scene = await begin({ ping: () => [{ msg: 'pong', id: 'another' }, { msg: 'pong' }] });
    scene.realtime.open();
    const peer = await scene.server.next();
    await peer.got('ping');
    await peer.saidAndRead();

    await scene.clock.advance(10_000);

    assert.deepEqual([scene.state, scene.proofs], ['connecting', []]);
  });

  it("answers the server's own pings, with their id or without", async () => {
    const scene = await begin();
    const peer = await scene.live();

    await peer.saidAndRead({ msg: 'ping', id: 'p1' }, { msg: 'ping' });

    const pongs = peer.frames.filter(({ msg }) => msg === 'pong').slice(0, 2);
    assert.deepEqual(pongs, [{ msg: 'pong', id: 'p1' }, { msg: 'pong' }]);
  });

  it('is asked at once, with less patience, when somebody is in a hurry', async () => {
    const scene = await begin();
    const peer = await scene.live();
    await peer.got('ping');
    scene.server.script.ping = silent;

    scene.realtime.hurry();
    await peer.got('ping');
    await scene.clock.advance(3999);
    const before = scene.state;
    await scene.clock.advance(1);

    assert.deepEqual([before, scene.state], ['live', 'connecting']);
  });

  it('gets no more time by being hurried while a ping is out', async () => {
    const scene = await begin();
    await scene.live();
    scene.server.script.ping = silent;
    await scene.clock.advance(28_000);

    scene.realtime.hurry();
    await scene.clock.advance(2000);

    assert.equal(scene.state, 'connecting');
  });

  it('gets no more time by being hurried again and again', async () => {
    const scene = await begin();
    await scene.live();
    scene.server.script.ping = silent;

    scene.realtime.hurry();
    await scene.clock.advance(3000);
    scene.realtime.hurry();
    await scene.clock.advance(1000);

    assert.equal(scene.state, 'connecting');
  });

  it('is not taken for dead where the host was too busy to read the answer', async () => {
    const scene = await begin();
    const peer = await scene.live();
    await peer.got('ping');
    scene.server.script.ping = silent;
    await scene.clock.advance(20_000);
    const { id } = await peer.got('ping');

    await scene.clock.oversleep(14_000);
    await peer.saidAndRead({ msg: 'pong', id });
    await scene.clock.advance(10_000);

    assert.equal(scene.state, 'live');
  });

  it('is dead where a busy host finds no answer', async () => {
    const scene = await begin();
    await scene.live();
    scene.server.script.ping = silent;
    await scene.clock.advance(20_000);

    await scene.clock.oversleep(14_000);
    await scene.clock.advance(1000);

    assert.equal(scene.state, 'connecting');
  });

  it('is made anew where a stream that was asked for later gets no answer in 15 seconds', async () => {
    const scene = await begin();
    await scene.live();
    scene.server.script.sub = silent;

    scene.realtime.subscribe(streamOf('r'), () => undefined);
    await scene.clock.advance(14_999);
    const before = scene.state;
    await scene.clock.advance(1);

    assert.deepEqual([before, scene.state], ['live', 'connecting']);
  });

  it('waits for no answer about a stream that nobody wants any more', async () => {
    const scene = await begin();
    await scene.live();
    scene.server.script.sub = silent;

    scene.realtime.subscribe(streamOf('r'), () => undefined).dispose();
    await scene.clock.advance(15_000);

    assert.equal(scene.state, 'live');
  });

  it('is dropped at once when the machine has slept, whatever the old socket says', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    const old = await scene.live();

    await scene.clock.oversleep(3_600_000);
    old.say(eventOf('r', 'late'));
    await scene.server.next();
    await scene.until('live');

    assert.deepEqual(heard, []);
    assert.deepEqual(
      scene.states.map(({ state }) => state),
      ['connecting', 'live', 'connecting', 'live'],
    );
  });

  it('is kept when a timer is only a little late', async () => {
    const scene = await begin();
    await scene.live();

    await scene.clock.oversleep(20_000);

    assert.equal(scene.state, 'live');
  });
});

describe('a connection that was cut', () => {
  const begin = eachWithScene();

  it('is made again within a second', async () => {
    const scene = await begin();

    (await scene.live()).cut();
    await scene.liveAgain();

    assert.equal(scene.state, 'live');
  });

  it('is made again at once when somebody is in a hurry', async () => {
    const scene = await begin();
    const peer = await scene.live();

    peer.cut();
    await scene.until('connecting');
    scene.realtime.hurry();
    await scene.until('live');

    assert.equal(scene.server.peers.length, 2);
  });

  it('waits the second time if it has not held for half a minute', async () => {
    const scene = await begin();
    (await scene.live()).cut();

    (await scene.liveAgain()).cut();
    const state = await scene.until('waiting');

    assert.equal('failures' in state && state.failures, 1);
  });

  it('is forgiven when it has held for half a minute', async () => {
    const scene = await begin();
    (await scene.live()).cut();
    const second = await scene.liveAgain();
    const proof = scene.proof();
    await scene.clock.advance(20_000);
    await proof;
    await scene.clock.advance(10_000);

    second.cut();
    await scene.liveAgain();

    assert.ok(!scene.states.some(({ state }) => state === 'waiting'));
  });

  it('asks for its streams again, and not for those that nobody wants any more', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('kept'));
    const gone = scene.realtime.subscribe(streamOf('gone'), () => undefined);
    const peer = await scene.live();

    peer.cut();
    await scene.until('connecting');
    gone.dispose();
    const second = await scene.liveAgain();
    await second.saidAndRead(eventOf('kept', 1));

    const subs = second.frames.filter(({ msg }) => msg === 'sub');
    assert.deepEqual(
      subs.map(({ params }) => params),
      [['kept', { useCollection: false, args: [] }]],
    );
    assert.deepEqual(heard, [[1]]);
  });

  for (const code of [1000, 1001, 1011, 4000]) {
    it(`does not care for the reason: ${code}`, async () => {
      const scene = await begin();
      const peer = await scene.live();

      peer.socket.close(code, 'any words');
      await scene.until('connecting');

      assert.ok(scene.log.some((line) => line.includes(String(code)) && !line.includes('any words')));
    });
  }
});
