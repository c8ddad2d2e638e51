import assert from 'node:assert/strict';
import type { WireRoom } from '../../../src/api/wire';
import { failure } from '../../support/fakeClient';
import { argsOf } from '../../support/fakeSession';
import { roomServer, syncWith, untilAborted } from '../../support/fakeSync';
import { delta, wireRoom, wireSubscription } from '../../support/makers/room';

describe('RoomSync.refresh', () => {
  it('brings all rooms with two requests', async () => {
    const { client, sync, states, names } = syncWith();

    await sync.refresh('person');

    assert.deepEqual(names(), ['a', 'b']);
    assert.deepEqual(states, ['loading', 'ready']);
    assert.deepEqual(client.called, ['rooms.get', 'subscriptions.get']);
    assert.deepEqual(argsOf(client, 'rooms.get'), [{}]);
  });

  it('asks afterwards for what has changed, by the clock of the server', async () => {
    const { client, sync } = syncWith(
      roomServer(
        delta([wireRoom('a', { _updatedAt: '2026-03-01T09:00:30.000Z' })]),
        delta([wireSubscription('a', { _updatedAt: '2026-03-01T09:00:10.000Z' })]),
      ),
    );
    await sync.refresh('person');

    await sync.refresh('person');

    assert.deepEqual(argsOf(client, 'rooms.get')[1], { updatedSince: '2026-03-01T09:00:25.000Z' });
    assert.deepEqual(argsOf(client, 'subscriptions.get')[1], { updatedSince: '2026-03-01T09:00:05.000Z' });
  });

  it('makes a room anew from either half', async () => {
    const { client, rooms, sync, names } = syncWith();
    await sync.refresh('person');
    const fired: string[][] = [];
    rooms.onDidChange((ids) => fired.push([...ids]));

    client.answer(roomServer(delta([]), delta([wireSubscription('a', { unread: 3 })])));
    await sync.refresh('person');
    client.answer(roomServer(delta([wireRoom('b', { topic: 'Plans' })]), delta([])));
    await sync.refresh('person');

    assert.deepEqual(fired, [['a'], ['b']]);
    assert.deepEqual(
      [names(), rooms.all().map(({ unread }) => unread)],
      [
        ['a', 'b'],
        [3, 0],
      ],
    );
  });

  it('lets go of rooms that I left or that are gone', async () => {
    const { client, sync, names } = syncWith(roomServer(delta(['a', 'b', 'c'].map((id) => wireRoom(id)))));
    await sync.refresh('person');

    client.answer(roomServer(delta([], 'c'), delta([], 'a-ann', 'x-ann')));
    await sync.refresh('person');

    assert.deepEqual(names(), ['b']);
  });

  it('keeps a room that I left and joined again', async () => {
    const { client, sync, names } = syncWith();
    await sync.refresh('person');

    client.answer(roomServer(delta([]), delta([wireSubscription('a', { _id: 'again' })], 'a-ann')));
    await sync.refresh('person');

    assert.deepEqual(names(), ['a', 'b']);
  });

  it('asks for everything once when I came into a room older than the time asked for', async () => {
    const { client, sync, names } = syncWith();
    await sync.refresh('person');
    client.answer(roomServer(delta([]), delta([wireSubscription('old')])));
    await sync.refresh('person');

    const all = ['a', 'b', 'old'];
    client.answer(
      roomServer(
        delta(all.map((id) => wireRoom(id))),
        delta([...all, 'nowhere'].map((id) => wireSubscription(id))),
      ),
    );
    await sync.refresh('person');
    await sync.refresh('person');
    await sync.refresh('person');

    assert.deepEqual(names(), all);
    const whole = argsOf(client, 'rooms.get').map((args) => !('updatedSince' in args));
    assert.deepEqual(whole, [true, false, true, true, false]);
  });

  it('leaves out rooms that the server sent wrong', async () => {
    const broken: unknown[] = [null, { _id: 'b' }, wireRoom('a')];
    const { sync, names } = syncWith(
      roomServer(delta(broken as WireRoom[]), delta(['a', 'b'].map((id) => wireSubscription(id)))),
    );

    await sync.refresh('person');

    assert.deepEqual([sync.state, names()], ['ready', ['a']]);
  });

  it('says why it failed and keeps what it has', async () => {
    const { client, sync, states, names } = syncWith();
    await sync.refresh('person');

    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });
    await sync.refresh('person');
    const failed = [sync.state, sync.error?.failure.kind, ...names()];
    client.answer(roomServer(delta([])));
    await sync.refresh('person');

    assert.deepEqual(failed, ['failed', 'offline', 'a', 'b']);
    assert.deepEqual([sync.state, sync.error], ['ready', undefined]);
    assert.deepEqual(states, ['loading', 'ready', 'failed', 'ready']);
  });

  it('joins a refresh that runs', async () => {
    const { sync, refreshes } = syncWith();

    await Promise.all([sync.refresh('person'), sync.refresh('person'), sync.refresh('background')]);

    assert.equal(refreshes(), 1);
  });

  it('lets a person not wait for one in the background', async () => {
    const { client, sync, names } = syncWith({
      ...roomServer(delta([])),
      rooms: { get: (_args, options) => untilAborted(options) },
    });
    const background = sync.refresh('background');

    client.answer(roomServer(delta([wireRoom('a')])));
    await sync.refresh('person');
    await background;

    assert.deepEqual([sync.state, names()], ['ready', ['a']]);
    assert.deepEqual(
      client.calls.filter(({ name }) => name === 'rooms.get').map(({ options }) => options.priority),
      ['background', 'person'],
    );
    assert.equal(client.calls[0]?.options.signal?.aborted, true);
  });

  it('leaves aside an answer that comes too late', async () => {
    const { client, sync, names } = syncWith({
      ...roomServer(delta([]), delta([wireSubscription('old')])),
      rooms: { get: async (_args, options) => untilAborted(options).catch(() => delta([wireRoom('old')])) },
    });
    const background = sync.refresh('background');

    client.answer(roomServer(delta([wireRoom('a')])));
    await sync.refresh('person');
    await background;

    assert.deepEqual(names(), ['a']);
  });

  it('ends quietly with its session', async () => {
    const { sync, states } = syncWith({
      ...roomServer(delta([])),
      rooms: { get: (_args, options) => untilAborted(options) },
    });
    const refresh = sync.refresh('person');

    sync.dispose();
    await refresh;

    assert.deepEqual(states, ['loading']);
  });
});

describe('RoomSync.onDidRefresh', () => {
  it('tells of every refresh that has ended, and for whom it was', async () => {
    const { client, sync } = syncWith();
    const told: string[] = [];
    sync.onDidRefresh((priority) => told.push(`${priority} ${sync.state}`));

    await sync.refresh('person');
    await sync.refresh('background');
    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });
    await sync.refresh('background');

    assert.deepEqual(told, ['person ready', 'background ready', 'background failed']);
  });
});
