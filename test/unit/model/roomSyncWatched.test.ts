import assert from 'node:assert/strict';
import { ApiError } from '../../../src/api/errors';
import { syncWith } from '../../support/fakeSync';

const minute = 60_000;

describe('RoomSync.setWatched', () => {
  it('loads at once what nobody has loaded yet, for the person who looks', async () => {
    const { client, clock, sync } = syncWith();

    sync.setWatched(true);
    await clock.advance(0);

    assert.equal(sync.state, 'ready');
    assert.equal(client.calls[0]?.options.priority, 'person');
  });

  it('refreshes every minute in the background while it is watched', async () => {
    const { client, clock, sync, refreshes } = syncWith();
    sync.setWatched(true);

    await clock.advance(3 * minute);
    sync.setWatched(false);
    await clock.advance(60 * minute);

    assert.equal(refreshes(), 4);
    assert.equal(client.calls.at(-1)?.options.priority, 'background');
    assert.deepEqual(clock.pending, []);
  });

  it('does not ask without being watched', async () => {
    const { clock, sync, refreshes } = syncWith();

    await sync.refresh('person');
    await clock.advance(60 * minute);

    assert.equal(refreshes(), 1);
  });

  it('refreshes on the return of the person only what has grown old', async () => {
    const { clock, sync, refreshes } = syncWith();
    sync.setWatched(true);
    await clock.advance(0);

    sync.setWatched(false);
    await clock.advance(minute / 2);
    sync.setWatched(true);
    await clock.advance(0);
    const soon = refreshes();
    sync.setWatched(false);
    await clock.advance(2 * minute);
    sync.setWatched(true);
    await clock.advance(0);

    assert.deepEqual([soon, refreshes()], [1, 2]);
  });

  it('counts the time anew after a refresh by hand', async () => {
    const { clock, sync, refreshes } = syncWith();
    sync.setWatched(true);
    await clock.advance(minute / 2);

    await sync.refresh('person');
    await clock.advance(minute / 2);

    assert.deepEqual([refreshes(), clock.pending], [2, [minute / 2]]);
  });

  it('slows down as the allowance of the route sinks', async () => {
    const { client, clock, sync } = syncWith();
    client.limit({ route: 'GET rooms.get', limit: 10, remaining: 0, resetAt: new Date(0) });

    sync.setWatched(true);
    await clock.advance(0);

    assert.deepEqual(clock.pending, [10 * minute]);
  });

  it('waits as long as the server says', async () => {
    const { client, clock, sync } = syncWith();
    const retryAt = new Date(clock.now() + 5 * minute);
    const slowDown = new ApiError('slow down', { kind: 'rateLimited', retryAt }, { route: 'GET rooms.get' });
    client.answer({ rooms: { get: () => Promise.reject(slowDown) } });

    sync.setWatched(true);
    await clock.advance(0);

    assert.equal(sync.retryAt, retryAt);
    assert.deepEqual(clock.pending, [5 * minute]);
  });

  it('asks nothing after its end', async () => {
    const { clock, sync, refreshes } = syncWith();
    sync.setWatched(true);
    await clock.advance(0);

    sync.dispose();
    sync.setWatched(true);
    await sync.refresh('person');
    await clock.advance(60 * minute);

    assert.deepEqual([refreshes(), clock.pending], [1, []]);
  });
});
