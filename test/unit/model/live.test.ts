import assert from 'node:assert/strict';
import { streams } from '../../../src/api/realtime/streams';
import { roomId } from '../../../src/model/room';
import { failure } from '../../support/fakeClient';
import { liveSession, quietServer } from '../../support/liveSession';
import { minute, wireMessage } from '../../support/makers/message';
import { wireRoom, wireSubscription } from '../../support/makers/room';

const general = roomId('general');
const hour = 3_600_000;

describe('Session.live', () => {
  it('is live only after the rooms were asked for once more', async () => {
    const { goLive, modes, news } = await liveSession();
    const atFirst = news();

    await goLive();

    assert.deepEqual(
      [atFirst, news()],
      [
        ['rooms.get', 'subscriptions.get'],
        ['rooms.get', 'subscriptions.get'],
      ],
    );
    assert.deepEqual(modes, ['connecting', 'live']);
  });

  it('asks nothing while it is live and nothing happens', async () => {
    const { clock, goLive, news } = await liveSession();
    await goLive();
    news();

    await clock.advance(24 * hour);

    assert.deepEqual(news(), []);
  });

  it('ends its connection with the session', async () => {
    const { goLive, realtime, session } = await liveSession();
    await goLive();

    session.dispose();

    assert.deepEqual([realtime.state.state, realtime.subscribed], ['closed', []]);
  });

  it('shows what was said at once, a burst with one word', async () => {
    const { clock, goLive, realtime, session, textOf } = await liveSession();
    await goLive();
    const fired: string[][] = [];
    session.messages.onDidChange((ids) => fired.push([...ids]));

    for (const id of ['m1', 'm2']) realtime.emit(streams.myMessages('ann-id'), wireMessage(id));
    await clock.advance(0);

    assert.deepEqual([fired, textOf('m2')], [[['m1', 'm2']], 'text of m2']);
  });

  it('leaves out what is hidden, and what is said in rooms that nobody here is in', async () => {
    const { goLive, say, textOf } = await liveSession();
    await goLive();

    await say(wireMessage('hidden', { _hidden: true }));
    await say(wireMessage('elsewhere', { rid: 'elsewhere' }));

    assert.deepEqual([textOf('hidden'), textOf('elsewhere')], [undefined, undefined]);
  });

  it('counts what is unread as it is told', async () => {
    const { clock, goLive, realtime, session } = await liveSession();
    await goLive();

    const wire = wireSubscription('general', { unread: 3, _updatedAt: minute(9) });
    realtime.emit(streams.subscriptionsChanged('ann-id'), 'updated', wire);
    await clock.advance(0);

    assert.equal(session.rooms.get(general)?.unread, 3);
  });

  it('forgets a room that I left, with its messages and lists', async () => {
    const pin = wireMessage('pin', { pinned: true });
    const { clock, goLive, realtime, session } = await liveSession(quietServer(pin));
    await goLive();
    const list = session.list(general, 'pinned');
    await list.load();

    const wire = { _id: 'general-ann', rid: 'general' };
    realtime.emit(streams.subscriptionsChanged('ann-id'), 'removed', wire);
    await clock.advance(0);

    assert.deepEqual([session.rooms.all(), session.messages.ofRoom(general), list.ids], [[], [], []]);
    assert.equal(list.hasLoaded, false);
  });

  it('asks for everything when the room of a subscription does not come', async () => {
    const { clock, client, goLive, news, realtime, session } = await liveSession();
    await goLive();
    news();
    const known = [wireRoom('general'), wireRoom('old')];
    client.answer({
      rooms: { get: (args) => ({ update: 'updatedSince' in args ? [] : known, remove: [] }) },
    });
    const subscriptions = [wireSubscription('general'), wireSubscription('old')];
    client.answer({ subscriptions: { get: () => ({ update: subscriptions, remove: [] }) } });

    const [, old] = subscriptions;
    realtime.emit(streams.subscriptionsChanged('ann-id'), 'inserted', old ?? wireSubscription('old'));
    await clock.advance(2_000);

    assert.deepEqual(
      session.rooms.all().map(({ id }) => id),
      ['general', 'old'],
    );
    assert.equal(news().length, 4);
  });

  it('does not sign out, and goes on, when the server cannot be asked for a while', async () => {
    const { client, clock, goLive, modes } = await liveSession();
    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });
    await goLive();

    client.answer(quietServer());
    await clock.advance(2_000);

    assert.deepEqual(modes, ['connecting', 'offline', 'live']);
  });
});
