import assert from 'node:assert/strict';
import { connectRealtime } from '../../../../src/api/realtime/connectRealtime';
import { FakeClock } from '../../../support/fakeClock';
import { eachWithScene, secretToken, streamOf } from '../../../support/scriptedRealtime';
import { silent } from '../../../support/scriptedSocket';

describe('a real-time connection', () => {
  const begin = eachWithScene();

  it('opens nothing before it is opened', async () => {
    const scene = await begin();

    scene.realtime.subscribe(streamOf('r'), () => undefined);
    await scene.clock.advance(600_000);

    assert.deepEqual([scene.clock.pending, scene.server.peers, scene.states], [[], [], []]);
  });

  it('introduces itself, signs in by the token, then asks for its streams', async () => {
    const scene = await begin();
    scene.realtime.subscribe({ collection: 'stream-room-messages', event: 'r' }, () => undefined);

    const peer = await scene.live();

    const [connect, login, sub] = peer.frames;
    assert.deepEqual(connect, { msg: 'connect', version: '1', support: ['1', 'pre2', 'pre1'] });
    assert.deepEqual(login, {
      msg: 'method',
      method: 'login',
      id: login?.['id'],
      params: [{ resume: secretToken }],
    });
    assert.deepEqual(sub, {
      msg: 'sub',
      id: sub?.['id'],
      name: 'stream-room-messages',
      params: ['r', { useCollection: false, args: [] }],
    });
  });

  it('is live when all of that was answered, and not before', async () => {
    const scene = await begin({ sub: silent });
    scene.realtime.subscribe(streamOf('r'), () => undefined);

    scene.realtime.open();
    const peer = await scene.server.next();
    const { id } = await peer.got('sub');
    await peer.saidAndRead();
    const before = scene.state;
    await peer.saidAndRead({ msg: 'ready', subs: [id] });

    assert.deepEqual([before, scene.state], ['connecting', 'live']);
    assert.deepEqual(scene.states, [{ state: 'connecting' }, { state: 'live' }]);
  });

  it('does not wait for a stream that nobody wants any more', async () => {
    const scene = await begin({ sub: silent });
    const subscription = scene.realtime.subscribe(streamOf('r'), () => undefined);

    scene.realtime.open();
    await (await scene.server.next()).got('sub');
    subscription.dispose();

    assert.equal(scene.state, 'live');
  });

  it('is asked for under the path of the server', async () => {
    const scene = await begin();
    const realtime = connectRealtime(`${scene.server.url}/chat/`, { token: 't', clock: scene.clock });

    realtime.open();
    const peer = await scene.server.next();
    realtime.dispose();

    assert.equal(peer.path, '/chat/websocket');
  });

  it('is encrypted where the server is', () => {
    const addresses: string[] = [];
    class Noting extends WebSocket {
      constructor(address: string) {
        addresses.push(address);
        super('ws://127.0.0.1:1');
      }
    }
    const realtime = connectRealtime('https://chat.example.org', {
      token: 't',
      clock: new FakeClock(),
      webSocket: Noting,
    });

    realtime.open();
    realtime.dispose();

    assert.deepEqual(addresses, ['wss://chat.example.org/websocket']);
  });

  it('cannot be had of what is no address', () => {
    assert.throws(() => connectRealtime('chat', { token: 't' }), TypeError);
  });

  it('shows the token in the frame that signs in and nowhere else', async () => {
    const scene = await begin({ login: ({ id }) => [{ msg: 'result', id, error: { error: secretToken } }] });

    scene.realtime.open();
    const peer = await scene.server.next();
    await scene.until('waiting');

    const others = [
      peer.path,
      scene.log,
      scene.states,
      peer.frames.filter(({ method }) => method !== 'login'),
    ];
    assert.ok(!JSON.stringify(others).includes(secretToken));
    assert.ok(scene.log.length > 0);
  });

  it('ends without a word, and as often as one likes', async () => {
    const scene = await begin();
    scene.realtime.subscribe(streamOf('r'), () => undefined);
    const peer = await scene.live();
    const sent = peer.frames.length;

    scene.realtime.close();
    scene.realtime.close();
    await peer.closed;

    assert.deepEqual([peer.frames.length, scene.clock.pending], [sent, []]);
    assert.deepEqual(scene.states.slice(2), [{ state: 'closed' }]);
  });

  it('can be ended before it has begun to speak', async () => {
    const scene = await begin();

    scene.realtime.open();
    scene.realtime.close();
    await scene.clock.advance(600_000);

    assert.deepEqual([scene.clock.pending, scene.state], [[], 'closed']);
  });

  it('can be opened again, with the same streams', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    await scene.live();

    scene.realtime.close();
    const peer = await scene.live();
    await peer.got('sub');

    assert.deepEqual([scene.state, heard], ['live', []]);
  });

  it('opens nothing when it has been disposed', async () => {
    const scene = await begin();

    scene.realtime.dispose();
    scene.realtime.open();

    assert.deepEqual([scene.clock.pending, scene.state], [[], 'closed']);
  });

  it('stays disposed where those whom it tells of its end open it again', async () => {
    const scene = await begin();
    await scene.live();
    scene.realtime.onDidChangeState(() => scene.realtime.open());

    scene.realtime.dispose();

    assert.deepEqual([scene.clock.pending, scene.state], [[], 'closed']);
  });

  it('is one, however often it is opened and hurried', async () => {
    const scene = await begin();

    scene.realtime.open();
    scene.realtime.hurry();
    scene.realtime.open();
    await scene.until('live');
    scene.realtime.open();

    assert.equal(scene.server.peers.length, 1);
  });

  for (const told of ['connecting', 'live']) {
    it(`may be closed by those whom it tells that it is ${told}`, async () => {
      const scene = await begin();
      scene.realtime.onDidChangeState(({ state }) => {
        if (state === told) scene.realtime.close();
      });

      scene.realtime.open();
      await scene.until('closed');

      assert.deepEqual(scene.clock.pending, []);
      assert.equal(scene.states.at(-1)?.state, 'closed');
    });
  }

  it('asks for nothing more where those whom it tells that it is live have closed it', async () => {
    const scene = await begin();
    scene.realtime.onDidChangeState(({ state }) => {
      if (state !== 'live') return;
      scene.realtime.close();
      scene.realtime.subscribe(streamOf('r'), () => undefined);
    });

    scene.realtime.open();
    await scene.until('closed');

    assert.deepEqual(scene.clock.pending, []);
  });

  it('opens no socket where those whom it tells that it connects have closed it', async () => {
    let sockets = 0;
    class Counted extends WebSocket {
      constructor(address: string) {
        super(address);
        sockets += 1;
      }
    }
    const scene = await begin({}, { webSocket: Counted });
    scene.realtime.onDidChangeState(() => scene.realtime.close());

    scene.realtime.open();

    assert.equal(sockets, 0);
  });

  it('asks for its streams once where the sign-in is answered twice', async () => {
    const done = { msg: 'result', result: { id: 'ann-id' } };
    const scene = await begin({
      login: ({ id }) => [
        { ...done, id },
        { ...done, id },
      ],
    });
    scene.realtime.subscribe(streamOf('r'), () => undefined);

    const peer = await scene.live();
    await peer.saidAndRead();

    assert.equal(peer.frames.filter(({ msg }) => msg === 'sub').length, 1);
  });
});
