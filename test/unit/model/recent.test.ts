import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { historyOf } from '../../support/history';
import { minute, wireMessage, wireMessages } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const general = roomId('general');

describe('Session.recent', () => {
  it('goes back in time page by page, the newest first', async () => {
    const all = wireMessages(120);
    const { client, session } = sessionWith({ channels: { history: historyOf(all) } });
    const list = session.recent(general);

    await list.load();
    for (let page = 2; page <= 4; page++) await list.more();

    assert.deepEqual(list.ids, all.map(({ _id }) => _id).reverse());
    assert.equal(list.hasMore, false);
    assert.deepEqual(argsOf(client, 'channels.history').slice(0, 2), [
      { roomId: 'general', showThreadMessages: false, count: 50 },
      { roomId: 'general', showThreadMessages: false, count: 50, latest: minute(70), inclusive: true },
    ]);
  });

  it('goes on where the server gives less than was asked', async () => {
    const all = wireMessages(45);
    const { session } = sessionWith({ channels: { history: historyOf(all, 20) } });
    const list = session.recent(general);

    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(list.ids.length, 45);
  });

  it('loses nothing of a long room', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(400)) } });
    const list = session.recent(general);

    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(list.ids.length, 400);
  });

  it('needs no second answer to know that a short page is the last', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(7)) } });
    const list = session.recent(general);

    await list.load();

    assert.deepEqual([list.ids.length, list.hasMore], [7, false]);
  });

  it('loses nobody who spoke in the same millisecond', async () => {
    const all = [
      ...wireMessages(40),
      ...wireMessages(30).map(({ _id }) => wireMessage(`${_id}b`, { ts: minute(50) })),
    ];
    all.push(...wireMessages(30).map(({ _id }) => wireMessage(`${_id}c`, { ts: minute(60) })));
    const { session } = sessionWith({ channels: { history: historyOf(all) } });
    const list = session.recent(general);

    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(list.ids.length, 100);
  });

  it('goes on where a whole page is of one millisecond', async () => {
    const all = wireMessages(120).map((wire) => ({ ...wire, ts: minute(1) }));
    const { session } = sessionWith({ channels: { history: historyOf([wireMessage('old'), ...all]) } });
    const list = session.recent(general);

    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(list.ids.length, 121);
  });

  const calls: [string, string][] = [
    ['c', 'channels.history'],
    ['p', 'groups.history'],
    ['d', 'im.history'],
  ];
  for (const [type, name] of calls) {
    it(`asks ${name} about a room of type ${type}`, async () => {
      const history = historyOf([]);
      const { client, session } = sessionWith({
        channels: { history },
        groups: { history },
        im: { history },
      });
      session.rooms.merge([room('general', { type })]);

      await session.recent(general).load();

      assert.deepEqual(client.called, [name]);
    });
  }

  it('shows what was said in the room and not in its threads', async () => {
    const { session } = sessionWith({ channels: { history: historyOf([]) } });
    const list = session.recent(general);
    await list.load();

    session.receive([
      wireMessage('said'),
      wireMessage('reply', { tmid: 'first' }),
      wireMessage('both', { tmid: 'first', tshow: true }),
      wireMessage('elsewhere', { rid: 'other' }),
    ]);

    assert.deepEqual(list.ids, ['said', 'both']);
  });
});
