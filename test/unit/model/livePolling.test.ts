import assert from 'node:assert/strict';
import { failure } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { sessionWith } from '../../support/fakeSession';
import { liveSession, quietServer } from '../../support/liveSession';

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

  it('asks where nothing has come of connecting for ten seconds, and gives that time', async () => {
    const { clock, modes, news } = await liveSession();
    news();

    await clock.advance(9_999);
    const early = news();
    await clock.advance(2 * minute);

    assert.deepEqual([early, news().filter((name) => name === 'rooms.get').length], [[], 2]);
    assert.deepEqual(modes, ['connecting']);
  });

  it('asks too where a connection is not made anew within ten seconds', async () => {
    const { clock, goLive, news, realtime } = await liveSession();
    await goLive();
    news();

    realtime.become({ state: 'connecting' });
    await clock.advance(10_000);

    assert.deepEqual(news(), ['rooms.get', 'subscriptions.get']);
  });

  it('asks nothing more than what it missed where it is live again by then', async () => {
    const { clock, goLive, news, realtime } = await liveSession();
    await goLive();
    realtime.become({ state: 'connecting' });
    await goLive();
    news();

    await clock.advance(minute);

    assert.deepEqual(news(), []);
  });

  it('asks at once what has become of it when the token is refused', async () => {
    const { clock, news, realtime } = await liveSession();
    await clock.advance(15_000);
    news();

    realtime.become({ state: 'refused' });
    await clock.advance(0);

    assert.deepEqual(news(), ['rooms.get', 'subscriptions.get']);
  });

  it('leaves no timer when it ends while it connects', async () => {
    const { clock, session } = await liveSession();

    session.dispose();

    assert.deepEqual(clock.pending, []);
  });

  it('asks nothing when it is told to begin after its end', async () => {
    const clock = new FakeClock();
    const { client, session } = sessionWith(quietServer(), { clock });

    session.dispose();
    session.live.begin();
    await clock.advance(minute);

    assert.deepEqual([client.called, clock.pending], [[], []]);
  });

  it('is patient with one failed attempt, and says after the second that something is in the way', async () => {
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

  it('tries for a connection at once when a person has got through', async () => {
    const { client, fail, modes, realtime, session } = await liveSession();
    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });
    await fail(2);
    const before = realtime.hurries;

    client.answer(quietServer());
    await session.sync.refresh('person');

    assert.equal(realtime.hurries - before, 1);
    assert.notEqual(modes.at(-1), 'offline');
  });
});
