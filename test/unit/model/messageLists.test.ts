import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, minute, pageOf, wireMessage, wireMessages } from '../../support/makers/message';

const general = roomId('general');
const first = message('first').id;

function threads(all: readonly WireMessage[]): Answers {
  return {
    chat: {
      getThreadsList: (args) => {
        const { messages, ...page } = pageOf(all, args);
        return { ...page, threads: messages };
      },
    },
  };
}

describe('Session.list', () => {
  it('gives the same list each time', () => {
    const { session } = sessionWith({});

    const list = session.list(general, 'threads');

    assert.equal(session.list(general, 'threads'), list);
    assert.notEqual(session.list(general, 'pinned'), list);
  });

  it('loads the threads of a room fifty at a time, the latest reply first', async () => {
    const all = wireMessages(120).map((wire, at) => ({ ...wire, tcount: 1, tlm: minute(1000 - at) }));
    const { client, session } = sessionWith(threads(all));
    const list = session.list(general, 'threads');

    await list.load();
    const page = [list.ids.length, list.ids[0], list.hasMore];
    await list.more();
    await list.more();

    assert.deepEqual(page, [50, 'm1', true]);
    assert.deepEqual(
      list.ids,
      all.map(({ _id }) => _id),
    );
    assert.equal(list.hasMore, false);
    assert.deepEqual(argsOf(client, 'chat.getThreadsList')[0], { rid: 'general', count: 50, offset: 0 });
  });

  it('pages by what came back from a server that gives less', async () => {
    const all = wireMessages(50).map((wire, at) => ({ ...wire, tcount: 1, tlm: minute(1000 - at) }));
    const { session } = sessionWith({
      chat: {
        getThreadsList: ({ offset = 0 }) => {
          const { messages, ...page } = pageOf(all, { count: 20, offset });
          return { ...page, threads: messages };
        },
      },
    });
    const list = session.list(general, 'threads');

    await list.load();
    while (list.hasMore) await list.more();

    assert.equal(list.ids.length, 50);
  });

  it('loads a page again that has failed', async () => {
    const all = wireMessages(60).map((wire, at) => ({ ...wire, tcount: 1, tlm: minute(1000 - at) }));
    const { client, session } = sessionWith(threads(all));
    const list = session.list(general, 'threads');
    await list.load();
    client.answer({ chat: { getThreadsList: () => Promise.reject(failure('offline')) } });
    await list.more();
    const failed = list.state;

    client.answer(threads(all));
    await list.more();

    assert.equal(failed, 'failed');
    assert.deepEqual(
      list.ids,
      all.map(({ _id }) => _id),
    );
  });

  it('sorts pinned messages, which new servers do not', async () => {
    const pins = wireMessages(3, { pinned: true });
    const shuffled = [1, 2, 0].flatMap((at) => pins[at] ?? []);
    const { session } = sessionWith({ chat: { getPinnedMessages: (args) => pageOf(shuffled, args) } });
    const list = session.list(general, 'pinned');

    await list.load();

    assert.deepEqual(list.ids, ['m3', 'm2', 'm1']);
  });

  it('shows a star in the list of stars at once, of this room only', async () => {
    const { session } = sessionWith({ chat: { getStarredMessages: (args) => pageOf([], args) } });
    const list = session.list(general, 'starred');
    await list.load();
    const [here, elsewhere] = session.receive([wireMessage('a'), wireMessage('b', { rid: 'other' })]);

    for (const one of [here, elsewhere]) if (one) session.messages.change(one.id, { isStarred: true });

    assert.deepEqual(list.ids, ['a']);
  });

  it('leaves out what the server sent wrong', async () => {
    const pins: unknown[] = [null, { _id: 'x' }, 'pin', wireMessage('good', { pinned: true })];
    const { session } = sessionWith({
      chat: { getPinnedMessages: (args) => pageOf(pins as WireMessage[], args) },
    });
    const list = session.list(general, 'pinned');

    await list.load();

    assert.deepEqual([list.state, ...list.ids], ['ready', 'good']);
  });

  it('says so when the answer has no list', async () => {
    const { session } = sessionWith({ chat: { getPinnedMessages: () => ({}) as never } });
    const list = session.list(general, 'pinned');

    await list.load();

    assert.deepEqual([list.state, list.error?.failure.kind, list.ids], ['failed', 'protocol', []]);
  });

  it('passes on the signal of the session', async () => {
    const { client, session } = sessionWith(threads([]));

    await session.list(general, 'threads').load();
    session.dispose();

    assert.equal(client.calls[0]?.options.signal?.aborted, true);
  });
});

describe('A list of a room', () => {
  it('goes on for the person who wants the page after a renewal in the background', async () => {
    const all = wireMessages(60).map((wire, at) => ({ ...wire, tcount: 1, tlm: minute(1000 - at) }));
    const { client, session } = sessionWith(threads(all));
    const list = session.list(general, 'threads');
    await list.reload('background');

    await list.more();

    assert.deepEqual(
      client.calls.map(({ options }) => options.priority),
      ['background', 'person'],
    );
    assert.equal(list.ids.length, 60);
  });

  it('pages on after new messages have pushed the others down', async () => {
    const old = wireMessages(120).map((wire, at) => ({ ...wire, tcount: 1, tlm: minute(1000 - at) }));
    const { client, session } = sessionWith(threads(old));
    const list = session.list(general, 'threads');
    await list.load();
    const fresh = wireMessage('fresh', { tcount: 1, tlm: minute(2000) });
    client.answer(threads([fresh, ...old]));

    await list.reload();
    while (list.hasMore) await list.more();

    assert.deepEqual(list.ids, ['fresh', ...old.map(({ _id }) => _id)]);
  });
});

describe('Session.replies', () => {
  const replies = wireMessages(80, { tmid: 'first' });
  const newestFirst = [...replies].reverse();
  const answers: Answers = {
    chat: {
      getThreadMessages: (args) => pageOf(newestFirst, args),
      getMessage: () => ({ message: wireMessage('first', { tcount: 80 }) }),
    },
  };

  it('loads the newest page first and stands in order of time', async () => {
    const { client, session } = sessionWith(answers);
    const list = session.replies(first);

    await list.load();
    const page = [list.ids.length, list.ids[0], list.ids.at(-1), list.hasMore];
    await list.more();

    assert.deepEqual(page, [50, 'm31', 'm80', true]);
    assert.deepEqual(
      list.ids,
      replies.map(({ _id }) => _id),
    );
    assert.deepEqual(argsOf(client, 'chat.getThreadMessages')[0], {
      tmid: 'first',
      sort: { ts: -1 },
      count: 50,
      offset: 0,
    });
  });

  it('asks for the first message of the thread unless it is known', async () => {
    const { client, session } = sessionWith(answers);

    await session.replies(first).load();
    await session.replies(first).reload();

    assert.equal(session.messages.get(first)?.replies, 80);
    assert.equal(argsOf(client, 'chat.getMessage').length, 1);
  });

  it('shows the replies of a first message that is gone', async () => {
    const { session } = sessionWith({
      chat: { ...answers.chat, getMessage: () => Promise.reject(failure('notFound')) },
    });

    await session.replies(first).load();

    assert.equal(session.replies(first).ids.length, 50);
  });

  it('shows a new reply at its end', async () => {
    const { session } = sessionWith(answers);
    const list = session.replies(first);
    await list.load();

    session.receive([wireMessage('mine', { tmid: 'first', ts: minute(200) })]);

    assert.equal(list.ids.at(-1), message('mine').id);
  });
});
