import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import type { Session } from '../../../src/model/session';
import { failure } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { sessionWith } from '../../support/fakeSession';
import { liveSession, quietServer } from '../../support/liveSession';
import { minute, wireMessage } from '../../support/makers/message';
import { rowsOf } from '../../support/rowsOf';

const pin = (id: string, over: Partial<WireMessage> = {}) => wireMessage(id, { pinned: true, ...over });

/** A server where that has changed since whoever asks was there. */
const changed = (updated: readonly WireMessage[], deleted: readonly string[] = []) => ({
  ...quietServer(pin('old'), ...updated),
  chat: {
    ...quietServer(pin('old'), ...updated).chat,
    syncMessages: () => ({
      result: { updated, deleted: deleted.map((_id) => ({ _id, _deletedAt: minute(9) })) },
    }),
  },
});

/** The pins of general stand open on the screen, one pin in them. */
async function open(session: Session) {
  const tree = rowsOf(session);
  const row = await tree.listRow('general', 'pinned');
  tree.rows.setVisible(true);
  await tree.rows.childrenOf(row);
  const { rows } = tree;
  return { row, rows, shown: () => rows.listOf(row).ids.join(' ') };
}

/** The same in a session that is live. */
async function openLive() {
  const made = await liveSession(quietServer(pin('old')));
  await made.goLive();
  const tree = await open(made.session);
  await made.clock.advance(0);
  made.news();
  return { ...made, ...tree };
}

describe('Rows that stand open', () => {
  it('show what was missed in a gap, and load no list for it', async () => {
    const { client, fail, goLive, news, shown } = await openLive();
    client.answer(changed([pin('missed', { ts: minute(1) })]));

    await fail(1);
    await goLive();

    assert.equal(shown(), 'missed old');
    assert.deepEqual(news(), ['rooms.get', 'subscriptions.get', 'chat.syncMessages']);
  });

  it('show no old rows when they are opened once more, and load no list for it', async () => {
    const { client, clock, news, row, rows, shown } = await openLive();
    rows.setOpen(row, false);
    client.answer(changed([], ['old']));

    rows.setOpen(row, true);
    await clock.advance(0);

    assert.equal(shown(), '');
    assert.deepEqual(news(), ['chat.syncMessages']);
  });

  it('show what is new where the rooms are only asked for now and then', async () => {
    const { client, clock, session } = await liveSession(quietServer(pin('old')), { realtime: undefined });
    const { shown } = await open(session);
    await clock.advance(0);
    client.answer(changed([pin('new', { ts: minute(1) })]));
    const before = client.called.filter((name) => name === 'chat.getPinnedMessages').length;

    await clock.advance(61_000);

    const after = client.called.filter((name) => name === 'chat.getPinnedMessages').length;
    assert.deepEqual([shown(), after - before], ['new old', 0]);
  });

  it('come up to date in a session that has not begun: by a reload, or when it begins', async () => {
    for (const renew of ['reload', 'begin'] as const) {
      const clock = new FakeClock();
      const { client, session } = sessionWith(quietServer(pin('old')), { clock });
      const { rows, shown } = await open(session);
      client.answer(changed([pin('new', { ts: minute(1) })]));

      if (renew === 'reload') await rows.reload();
      else session.live.begin();
      await clock.advance(0);

      assert.equal(shown(), 'new old', renew);
    }
  });

  it('try again what had failed when they are opened once more', async () => {
    const { client, session } = sessionWith({
      chat: { getPinnedMessages: () => Promise.reject(failure('offline')) },
    });
    const { row, rows, shown } = await open(session);
    client.answer(quietServer(pin('old')));

    rows.setOpen(row, false);
    rows.setOpen(row, true);
    await rows.listOf(row).load();

    assert.equal(shown(), 'old');
  });
});
