import assert from 'node:assert/strict';
import { failure } from '../../support/fakeClient';
import { liveSession } from '../../support/liveSession';

const minute = 60_000;

describe('Session.live without a connection', () => {
  it('asks every minute, and says that the person wants it so', async () => {
    const { clock, modes, news } = await liveSession(undefined, {
      realtime: undefined,
      pollsBecause: 'setting',
    });
    news();

    await clock.advance(3 * minute);

    assert.deepEqual(modes.slice(-1), ['polling: setting']);
    assert.equal(news().filter((name) => name === 'rooms.get').length, 3);
  });

  it('asks every five minutes while the window has no focus', async () => {
    const { clock, news, session } = await liveSession(undefined, { realtime: undefined });
    news();

    session.live.setFocused(false);
    await clock.advance(10 * minute);

    assert.equal(news().filter((name) => name === 'rooms.get').length, 2);
  });

  it('is patient with one failed attempt, and asks after the second', async () => {
    const { fail, modes } = await liveSession();

    await fail(1);
    const before = [...modes];
    await fail(2);

    assert.deepEqual([before, modes], [['connecting'], ['connecting', 'polling: blocked']]);
  });

  it('tries three times where there had been a connection', async () => {
    const { fail, goLive, modes } = await liveSession();
    await goLive();

    await fail(2);
    const before = modes.at(-1);
    await fail(3);

    assert.deepEqual([before, modes.at(-1)], ['connecting', 'polling: blocked']);
  });

  it('ends asking once it is live', async () => {
    const { clock, fail, goLive, modes, news } = await liveSession();
    await fail(2);
    await goLive();
    news();

    await clock.advance(60 * minute);

    assert.deepEqual([modes.at(-1), news()], ['live', []]);
  });

  it('is offline where REST has no answer either, and comes back with it', async () => {
    const { client, clock, fail, modes } = await liveSession();
    const answers = { rooms: { get: () => ({ update: [], remove: [] }) } };
    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });

    await fail(2);
    client.answer(answers);
    await clock.advance(minute);

    assert.deepEqual(modes, ['connecting', 'offline', 'polling: blocked']);
  });
});
