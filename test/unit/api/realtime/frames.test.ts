import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frameIn } from '../../../../src/api/realtime/frames';
import { eachWithScene, eventOf, streamOf } from '../../../support/scriptedRealtime';

const told = (frame: object) => frameIn(JSON.stringify(frame));

describe('a frame', () => {
  it('is an event of a stream', () => {
    assert.deepEqual(told(eventOf('r', 1)), {
      msg: 'changed',
      collection: 'stream-notify-room',
      event: 'r',
      args: [1],
    });
  });

  const foreign: object[] = [
    {},
    { server_id: '0' },
    { msg: 'added', collection: 'users', id: 'u', fields: {} },
    { msg: 'updated', methods: ['1'] },
    { msg: 'changed', collection: 'users', id: 'u', fields: { status: 'away' } },
    { msg: 'changed', collection: 'users', id: 'u', cleared: ['status'] },
  ];
  for (const frame of foreign) {
    it(`is none of our business: ${JSON.stringify(frame)}`, () => {
      assert.equal(told(frame), 'foreign');
    });
  }

  const malformed: unknown[] = [
    '',
    '<html>502 Bad Gateway</html>',
    'null',
    '[]',
    '"ping"',
    '{"msg":7}',
    '{"msg":"ready","subs":"a"}',
    '{"msg":"nosub"}',
    '{"msg":"result","id":1}',
    '{"msg":"changed","fields":{"eventName":"r","args":[]}}',
    '{"msg":"changed","collection":"c","fields":[]}',
    '{"msg":"changed","collection":"c","fields":{"eventName":1,"args":[]}}',
    '{"msg":"changed","collection":"c","fields":{"eventName":"r","args":{}}}',
    '['.repeat(100_000) + ']'.repeat(100_000),
    new Blob(['{"msg":"ping"}']),
    new ArrayBuffer(3),
    undefined,
  ];
  for (const data of malformed) {
    it(`is not this: ${String(data).slice(0, 80)}`, () => {
      assert.equal(frameIn(data), 'malformed');
    });
  }

  it('never makes its reader throw', () => {
    const msgs = ['changed', 'result', 'ready', 'nosub', 'ping', 'pong', 'connected', 'failed', '__proto__'];
    const keys = ['collection', 'fields', 'eventName', 'args', 'id', 'subs', '$date', '$escape', '__proto__'];
    const part = fc.oneof(fc.json(), fc.constantFrom('{"$date":1e400}', '{"$date":-9e15}', '{"$escape":[]}'));
    const text = fc
      .tuple(fc.constantFrom(...msgs), fc.array(fc.tuple(fc.constantFrom(...keys), part), { maxLength: 6 }))
      .map(([msg, parts]) => `{"msg":"${msg}",${parts.map(([key, json]) => `"${key}":${json}`).join(',')}}`);
    const any = fc.oneof(text, fc.json(), fc.string(), fc.anything());

    fc.assert(
      fc.property(any, (data) => assert.doesNotThrow(() => frameIn(data))),
      { numRuns: 2000 },
    );
  });
});

describe('a connection that is sent garbage', () => {
  const begin = eachWithScene();

  it('stays, and says how much of it there was, but not what', async () => {
    const scene = await begin();
    const heard = scene.heard(streamOf('r'));
    const peer = await scene.live();

    await peer.saidAndRead('<html>secret</html>', Buffer.from([1, 2]), '{"msg":"ready"}', eventOf('r', 1));
    scene.realtime.close();

    assert.deepEqual(heard, [[1]]);
    assert.deepEqual(scene.log, [
      'DDP live',
      'DDP dropped a malformed frame: 19 characters',
      'DDP dropped 3 malformed frames',
    ]);
  });

  it('does not sign in twice where it is welcomed twice', async () => {
    const connected = { msg: 'connected', session: 's' };
    const scene = await begin({ connect: () => [connected, connected] });

    const peer = await scene.live();
    await peer.saidAndRead(connected);

    assert.equal(peer.frames.filter(({ method }) => method === 'login').length, 1);
  });
});
