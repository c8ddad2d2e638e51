import assert from 'node:assert/strict';
import { streams } from '../../../src/api/realtime/streams';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { failure } from '../../support/fakeClient';
import { argsOf } from '../../support/fakeSession';
import { liveSession, quietServer } from '../../support/liveSession';
import { wireMessage } from '../../support/makers/message';

const general = roomId('general');
const day = 86_400_000;

/** Live, with the pins of general loaded and looked at. */
async function looking() {
  const made = await liveSession(quietServer(wireMessage('pin', { pinned: true })));
  await made.goLive();
  const watching = made.session.live.watch(general);
  await made.clock.advance(0);
  const list = made.session.list(general, 'pinned');
  await list.load();
  await made.clock.advance(0);
  made.news();
  const cut = async () => {
    await made.fail(1);
    await made.goLive();
  };
  return { ...made, watching, list, cut };
}

describe('Session.live after a gap', () => {
  it('asks for the rooms, then for messages of the rooms that are looked at', async () => {
    const { client, cut, news, textOf } = await looking();
    const updated = [wireMessage('missed')];
    client.answer({ chat: { syncMessages: () => ({ result: { updated, deleted: [] } }) } });

    await cut();

    assert.deepEqual(news(), ['rooms.get', 'subscriptions.get', 'chat.syncMessages']);
    assert.equal(textOf('missed'), 'text of missed');
  });

  it('asks since the time up to which it was told, by the clock of the server', async () => {
    const { client, clock, cut, realtime, say } = await looking();
    await say(wireMessage('seen', { _updatedAt: '2026-03-01T10:00:00.000Z' }));
    realtime.prove(clock.now());
    await say(wireMessage('arrived', { _updatedAt: '2026-03-01T11:00:00.000Z' }));

    await cut();

    assert.deepEqual(argsOf(client, 'chat.syncMessages').at(-1), {
      roomId: 'general',
      lastUpdate: '2026-03-01T09:59:55.000Z',
    });
  });

  it('leaves rooms that nobody looks at until somebody does', async () => {
    const { clock, cut, news, session, watching } = await looking();
    watching.dispose();

    await cut();
    const without = news();
    session.live.watch(general);
    await clock.advance(0);

    assert.deepEqual([without, news()], [['rooms.get', 'subscriptions.get'], ['chat.syncMessages']]);
  });

  it('leaves messages until the window has the focus again', async () => {
    const { clock, cut, modes, news, session } = await looking();
    session.live.setFocused(false);

    await cut();
    const without = news();
    session.live.setFocused(true);
    await clock.advance(0);

    assert.deepEqual([without, news()], [['rooms.get', 'subscriptions.get'], ['chat.syncMessages']]);
    assert.equal(modes.at(-1), 'live');
  });

  it('loads anew what was loaded when the gap is longer than a day', async () => {
    const { client, clock, cut, news, say } = await looking();
    await clock.advance(2 * day);
    await say(wireMessage('later', { _updatedAt: new Date(clock.now()).toISOString() }));

    await cut();

    assert.deepEqual(news(), ['rooms.get', 'subscriptions.get', 'chat.getPinnedMessages']);
    assert.equal(argsOf(client, 'chat.syncMessages').length, 0);
  });

  it('tries again after a failure, and is not live before', async () => {
    const { client, clock, cut, modes } = await looking();
    client.answer({ chat: { syncMessages: () => Promise.reject(failure('offline')) } });
    await cut();
    const before = modes.at(-1);

    client.answer(quietServer());
    await clock.advance(2_000);

    assert.deepEqual([before, modes.at(-1)], ['offline', 'live']);
  });

  it('lets go of a room that it may not read any more', async () => {
    const { client, cut, list, modes } = await looking();
    client.answer({ chat: { syncMessages: () => Promise.reject(failure('forbidden')) } });

    await cut();

    assert.deepEqual([list.hasLoaded, modes.at(-1)], [false, 'live']);
  });
});

describe('Session.live while somebody looks at a room', () => {
  it('asks which message was pinned, as that is not told', async () => {
    const { news, say } = await looking();

    await say(wireMessage('system', { t: 'message_pinned' }));

    assert.deepEqual(news(), ['chat.syncMessages']);
  });

  it('lets go of a deleted message for good', async () => {
    const { clock, list, realtime, say, textOf } = await looking();

    realtime.emit(streams.deleted(general), { _id: 'pin' });
    await clock.advance(0);
    await say(wireMessage('pin', { pinned: true, _updatedAt: '2026-03-01T10:00:00.000Z' }));

    assert.deepEqual([list.ids, textOf('pin')], [[], undefined]);
  });

  it('asks for the thread when a reply was deleted', async () => {
    const { clock, news, realtime, say } = await looking();
    await say(wireMessage('reply', { tmid: 'pin' }));

    realtime.emit(streams.deleted(general), { _id: 'reply' });
    await clock.advance(0);

    assert.deepEqual(news(), ['chat.syncMessages']);
  });

  it('asks nothing more when another message was deleted', async () => {
    const { clock, news, realtime } = await looking();

    realtime.emit(streams.deleted(general), { _id: 'pin' });
    await clock.advance(0);

    assert.deepEqual(news(), []);
  });

  it('lets go of what was pruned, but for pins where they are spared', async () => {
    const { clock, realtime, say, session, textOf } = await looking();
    await say(wireMessage('old'));

    const ts = { $gte: '2026-03-01T00:00:00.000Z', $lt: '2026-03-02T00:00:00.000Z' };
    realtime.emit(streams.deletedMany(general), { rid: 'general', ts, excludePinned: true });
    await clock.advance(0);

    assert.equal(textOf('old'), undefined);
    assert.equal(session.messages.get(messageId('pin'))?.isPinned, true);
  });

  it('follows no deletions any more when nobody looks', async () => {
    const { realtime, watching } = await looking();
    const before = realtime.subscribed.filter((name) => name.startsWith('stream-notify-room'));

    watching.dispose();

    const after = realtime.subscribed.filter((name) => name.startsWith('stream-notify-room'));
    assert.deepEqual(
      [before, after],
      [['stream-notify-room general/deleteMessage', 'stream-notify-room general/deleteMessageBulk'], []],
    );
  });
});
