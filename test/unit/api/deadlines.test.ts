import assert from 'node:assert/strict';
import { EventEmitter, getEventListeners, once } from 'node:events';
import { clientOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { PlainServer } from '../../support/plainServer';
import { eachWithServer } from '../../support/standIn';

describe('the deadline of a call', () => {
  const server = eachWithServer();

  it('ends a call that nobody answers after 30 seconds', async () => {
    const clock = new FakeClock();
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server(), { clock }).session.me({}));
    await held.reached;
    await clock.advance(30_000);

    assert.equal((await failing).failure.kind, 'timeout');
  });

  it('leaves a call alone before', async () => {
    const clock = new FakeClock();
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const calling = clientOf(server(), { clock }).session.me({});
    await held.reached;
    await clock.advance(29_999);
    held.release();

    assert.equal((await calling).username, 'ann');
  });

  it('counts the time of all tries together', async () => {
    const clock = new FakeClock();
    server().faults.add({ kind: 'drop', path: '/api/v1/me', times: 1 });
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server(), { clock, random: () => 0 }).session.me({}));
    await clock.untilPending(200);
    await clock.advance(200);
    await held.reached;
    await clock.advance(29_800);

    assert.equal((await failing).failure.kind, 'timeout');
  });

  it('goes for the body as well as for the head of an answer', async () => {
    const clock = new FakeClock();
    const endless = await PlainServer.start((_, response) => void response.write('{"success":'));
    const head = new EventEmitter();
    const arrived = once(head, 'arrived');
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      head.emit('arrived');
      return response;
    };

    const failing = failureFrom(clientOf(endless, { clock, fetch }).session.me({}));
    await arrived;
    await clock.advance(30_000);
    const { failure } = await failing;
    await endless.close();

    assert.equal(failure.kind, 'timeout');
  });
});

describe("the caller's signal", () => {
  const server = eachWithServer();

  it('ends a call at once', async () => {
    const controller = new AbortController();
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server()).session.me({}, { signal: controller.signal }));
    await held.reached;
    controller.abort();

    assert.equal((await failing).failure.kind, 'cancelled');
  });

  it('keeps a call from being sent if it has fired before', async () => {
    const error = await failureFrom(clientOf(server()).session.me({}, { signal: AbortSignal.abort() }));

    assert.equal(error.failure.kind, 'cancelled');
    assert.deepEqual(server().requests.all(), []);
  });

  it('ends the pause before another try', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    server().faults.add({ kind: 'drop', path: '/api/v1/me' });

    const client = clientOf(server(), { clock, random: () => 0 });
    const failing = failureFrom(client.session.me({}, { signal: controller.signal }));
    await clock.untilPending(200);
    controller.abort();

    assert.equal((await failing).failure.kind, 'cancelled');
    assert.deepEqual(clock.pending, []);
  });

  it('carries no listener and no timer of a call that has ended', async () => {
    const clock = new FakeClock();
    const { signal } = new AbortController();
    const client = clientOf(server(), { clock });

    await client.session.me({}, { signal });
    await failureFrom(client.chat.getMessage({ msgId: 'none' }, { signal }));

    assert.deepEqual(getEventListeners(signal, 'abort'), []);
    assert.deepEqual(clock.pending, []);
  });

  it('carries nothing of a call that ran out of time', async () => {
    const clock = new FakeClock();
    const { signal } = new AbortController();
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server(), { clock }).session.me({}, { signal }));
    await held.reached;
    await clock.advance(30_000);
    await failing;

    assert.deepEqual(getEventListeners(signal, 'abort'), []);
    assert.deepEqual(clock.pending, []);
  });

  it('carries nothing of a call that it ended under way', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server(), { clock }).session.me({}, { signal: controller.signal }));
    await held.reached;
    controller.abort();
    await failing;

    assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
    assert.deepEqual(clock.pending, []);
  });

  it('carries nothing of a call that it ended in the wait for a rate limit', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const body = { success: false, error: 'You must wait 7 seconds before trying this endpoint again.' };
    server().faults.add({ kind: 'status', status: 429, body, path: '/api/v1/me' });

    const failing = failureFrom(clientOf(server(), { clock }).session.me({}, { signal: controller.signal }));
    await clock.untilPending(7000);
    controller.abort();
    await failing;

    assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
    assert.deepEqual(clock.pending, []);
  });
});
