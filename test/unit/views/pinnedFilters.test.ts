import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import { roomId } from '../../../src/model/room';
import { failure } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, minute, pageOf, wireMessage } from '../../support/makers/message';
import { rowsOf } from '../../support/rowsOf';

const general = roomId('general');

/** So many pins, a minute apart; every tenth is about the deploy. */
function pins(many: number): WireMessage[] {
  return Array.from({ length: many }, (_, at) =>
    wireMessage(`m${at}`, { pinned: true, ts: minute(-at), msg: at % 10 === 0 ? 'Deploy plan' : 'lunch' }),
  );
}

async function pinned(all: readonly WireMessage[] = pins(120)) {
  const { client, session } = sessionWith({ chat: { getPinnedMessages: (args) => pageOf(all, args) } });
  const tree = rowsOf(session);
  const list = await tree.listRow('general', 'pinned');
  const shown = async () =>
    (await tree.rows.childrenOf(list)).map(({ key }) => key.slice(list.key.length + 1));
  await shown();
  return { client, session, list, shown, ...tree };
}

describe('SessionRows.filterPins', () => {
  it('loads all pages, and shows what has the text in it', async () => {
    const { client, rows, list, shown } = await pinned();

    await rows.filterPins(general, 'déploy');

    assert.equal((await shown()).length, 12);
    assert.ok((await shown()).includes('message:m110'));
    assert.deepEqual(rows.filters.stateOf(list), { text: 'déploy', found: 12, of: 120, isLoading: false });
    assert.equal(argsOf(client, 'chat.getPinnedMessages').length, 3);
  });

  it('tells meanwhile how far it has come', async () => {
    const { rows, list, redrawn } = await pinned();

    const looking = rows.filterPins(general, 'deploy');
    const meanwhile = rows.filters.stateOf(list);
    redrawn.length = 0;
    await looking;

    assert.equal(meanwhile?.of, 50);
    assert.ok(redrawn.includes(list.key));
  });

  it('says in place that nothing has the text in it', async () => {
    const { rows, shown } = await pinned();

    await rows.filterPins(general, 'nowhere');

    assert.deepEqual(await shown(), ['note:unmatched']);
  });

  it('shows a pin that comes live, if it has the text in it', async () => {
    const { session, rows, list, redrawn, shown } = await pinned(pins(5));
    await rows.filterPins(general, 'deploy');
    await shown();
    redrawn.length = 0;

    session.receive([
      wireMessage('fresh', { pinned: true, ts: minute(5), msg: 'deploy now' }),
      wireMessage('other', { pinned: true, ts: minute(6), msg: 'lunch' }),
    ]);

    assert.ok(redrawn.includes(list.key));
    assert.deepEqual(await shown(), ['message:fresh', 'message:m0']);
    assert.equal(rows.filters.stateOf(list)?.of, 7);
  });

  it('takes notice of an edit', async () => {
    const { session, rows, list, redrawn, shown } = await pinned(pins(5));
    await rows.filterPins(general, 'deploy');
    await shown();
    redrawn.length = 0;

    session.messages.change(message('m1').id, { text: 'deploy as well' });

    assert.ok(redrawn.includes(list.key));
    assert.deepEqual(await shown(), ['message:m0', 'message:m1']);
  });

  it('shows all again without it, and loads no more', async () => {
    const { client, rows, shown } = await pinned();
    const looking = rows.filterPins(general, 'deploy');

    rows.unfilterPins(general);
    await looking;

    assert.equal((await shown()).at(-1), 'more:');
    assert.ok(argsOf(client, 'chat.getPinnedMessages').length <= 2);
  });

  it('asks for nothing more once the session has ended', async () => {
    const { client, session, rows } = await pinned();
    // A server that could answer, so that the test ends even if it is asked for ever.
    const patience = client.calls.length + 10;
    client.answer({
      chat: {
        getPinnedMessages: (args, { signal }) =>
          signal?.aborted && client.calls.length < patience
            ? Promise.reject(failure('cancelled'))
            : pageOf(pins(120), args),
      },
    });
    const looking = rows.filterPins(general, 'deploy');
    const asked = client.calls.length;

    rows.dispose();
    session.dispose();
    await looking;

    assert.ok(client.calls.length <= asked + 1, `${client.calls.length - asked} more`);
  });

  it('says in place what could not be loaded, and goes on when tried again', async () => {
    const { client, session, rows, shown } = await pinned();
    client.answer({ chat: { getPinnedMessages: () => Promise.reject(failure('offline')) } });
    await rows.filterPins(general, 'deploy');
    const failed = (await shown()).at(-1);

    client.answer({ chat: { getPinnedMessages: (args) => pageOf(pins(120), args) } });
    const list = session.list(general, 'pinned');
    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(failed, 'note:failed');
    assert.equal((await shown()).length, 12);
  });
});
