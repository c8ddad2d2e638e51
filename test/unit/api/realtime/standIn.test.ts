import assert from 'node:assert/strict';
import { connectRealtime } from '../../../../src/api/realtime/connectRealtime';
import type { Realtime } from '../../../../src/api/realtime/realtime';
import { streams } from '../../../../src/api/realtime/streams';
import type { WireMessage } from '../../../../src/api/wire';
import { clientOf, credentialsOf, failureFrom } from '../../../support/clientOf';
import { FakeClock } from '../../../support/fakeClock';
import { next, untilState } from '../../../support/next';
import { eachWithServer } from '../../../support/standIn';

describe('the real-time interface of a server', () => {
  const server = eachWithServer();
  let clock: FakeClock;
  let realtime: Realtime;
  beforeEach(() => {
    clock = new FakeClock();
    realtime = connectRealtime(server().url, { token: credentialsOf('ann').authToken, clock });
  });
  afterEach(() => realtime.dispose());

  async function opened(): Promise<void> {
    const proved = next(realtime.onDidProve);
    realtime.open();
    await proved;
  }

  it('tells of a message what REST says of it', async () => {
    const heard = new Promise<WireMessage>((resolve) =>
      realtime.subscribe(streams.myMessages(''), (message) => resolve(message)),
    );
    await opened();

    const bob = clientOf(server(), { as: 'bob' });
    await bob.chat.sendMessage({ message: { rid: 'GENERAL', msg: 'hello *you*' } });

    const message = await heard;
    const { message: asked } = await bob.chat.getMessage({ msgId: message._id });
    assert.deepEqual(message, asked);
  });

  it('tells nothing of other people, and is live without it', async () => {
    const told: unknown[] = [];
    const subscription = realtime.subscribe(streams.subscriptionsChanged('bob-id'), (...args) =>
      told.push(args),
    );
    await opened();

    await subscription.whenReady(new AbortController().signal);
    await clientOf(server()).chat.sendMessage({ message: { rid: 'GENERAL', msg: 'for @bob' } });
    realtime.hurry();
    await next(realtime.onDidProve);

    assert.deepEqual([realtime.state.state, told], ['live', []]);
  });

  it('runs methods', async () => {
    await opened();

    const result = await realtime.call('UserPresence:away', []);

    assert.equal(result, undefined);
  });

  it('knows no method of any name', async () => {
    await opened();

    const { failure } = await failureFrom(realtime.call('no such method', []));

    assert.equal(failure.kind, 'refused');
  });

  it('takes no token of nobody', async () => {
    const stranger = connectRealtime(server().url, { token: 'of-nobody', clock });

    stranger.open();
    await untilState(stranger, 'refused');

    assert.deepEqual(clock.pending, []);
  });

  it('is noticed to be frozen', async () => {
    await opened();
    server().sockets.freeze();

    await clock.advance(30_000);

    assert.equal(realtime.state.state, 'connecting');
  });

  it('is had again after it was cut', async () => {
    await opened();

    server().sockets.cut();
    await untilState(realtime, 'connecting');
    await clock.advance(1000);
    await untilState(realtime, 'live');

    assert.equal(server().sockets.count('ann'), 1);
  });

  for (const refusal of ['refuse', { status: 502 }] as const) {
    it(`is tried again where newcomers are turned away: ${JSON.stringify(refusal)}`, async () => {
      server().sockets.refuse(refusal);

      realtime.open();
      await untilState(realtime, 'waiting');
      server().sockets.accept();
      realtime.hurry();
      await untilState(realtime, 'live');

      assert.equal(server().sockets.count(), 1);
    });
  }

  for (const refusal of ['silent', 'mute'] as const) {
    it(`is given up for now behind a ${refusal} proxy`, async () => {
      server().sockets.refuse(refusal);

      realtime.open();
      await clock.advance(15_000);

      assert.equal(realtime.state.state, 'waiting');
    });
  }
});
