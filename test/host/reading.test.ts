import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { markAllRead, markThreadRead, type AllRead, type ReadingViews } from '../../src/commands/reading';
import { messageId } from '../../src/model/message';
import type { Room } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { failure, type Answers } from '../support/fakeClient';
import { argsOf, sessionWith } from '../support/fakeSession';
import { room } from '../support/makers/room';
import { message } from '../support/makers/message';

const yes: Answers = { subscriptions: { read: () => ({}) }, chat: { readThread: () => ({}) } };
const news = { unread: 2, hasUnread: true };

/** In the place of the views: a row is the id of what it shows, and pickers take the first that they offer. */
function viewsOf(selected: readonly string[]) {
  const offered: string[][] = [];
  const first = <Value extends { readonly id: string }>(values: readonly Value[]) => {
    offered.push(values.map(({ id }) => id));
    return Promise.resolve(values[0]);
  };
  const over = (session: Session): ReadingViews => ({
    messageOf: (row) => (typeof row === 'string' ? session.messages.get(messageId(row)) : undefined),
    allSelected: () => selected,
    pickThread: (_session, _title, threads) => first(threads),
  });
  return { over, offered };
}

function situation(rooms: readonly Room[], answers = yes, ...selected: readonly string[]) {
  const { client, session } = sessionWith(answers);
  session.rooms.merge(rooms);
  const { over, offered } = viewsOf(selected);
  const asked = () => argsOf(client, 'subscriptions.read');
  return { client, session, views: over(session), offered, asked };
}

/** Closes every notification without an answer. */
const putAway = () => vscode.commands.executeCommand('notifications.clearAll');

afterEach(putAway);

describe('Mark Thread Read', () => {
  const unread = room('general', { unreadThreads: ['t', 'u'] });
  const reply = message('r', { thread: messageId('t') });

  for (const row of ['t', 'r']) {
    it(`marks the thread of the row ${row}`, async () => {
      const { client, session, views } = situation([unread]);
      session.messages.merge([message('t'), reply]);

      await markThreadRead(session, [row], views);

      assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 't' }]);
    });
  }

  it('marks those of all rows selected, each once', async () => {
    const { client, session, views } = situation([unread]);
    session.messages.merge([message('t'), reply, message('u')]);

    await markThreadRead(session, ['u', ['t', 'r', 'u']], views);

    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 'u' }, { tmid: 't' }]);
  });

  it('means the row in focus when run from the palette', async () => {
    const { client, session, views, offered } = situation([unread], yes, 'r');
    session.messages.merge([message('t'), reply]);

    await markThreadRead(session, [], views);

    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 't' }]);
    assert.deepEqual(offered, []);
  });

  it('asks among the unread threads that are known', async () => {
    const { client, session, views, offered } = situation([unread], yes, 'read');
    session.messages.merge([message('read'), message('u')]);

    await markThreadRead(session, [], views);

    assert.deepEqual(offered, [['u']]);
    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 'u' }]);
  });

  it('asks nothing when none is known', async () => {
    const { client, session, views, offered } = situation([unread]);

    await markThreadRead(session, [], views);

    assert.deepEqual([client.called, offered], [[], []]);
  });
});

describe('Mark All Rooms Read', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => room(`room-${at}`, news));
  const unasked: AllRead = {
    withoutQuestion: 3,
    confirm: () => assert.fail('Nothing is to be asked'),
  };
  const answering = (answer: () => boolean) => ({
    withoutQuestion: 3,
    confirm: () => Promise.resolve(answer()),
  });

  it('marks a few without a question', async () => {
    const { session, asked } = situation(many(3));

    await markAllRead(session, unasked);

    assert.equal(asked().length, 3);
  });

  it('asks once before it marks many', async () => {
    const { session, asked } = situation(many(4));
    const questions: number[] = [];

    await markAllRead(session, {
      withoutQuestion: 3,
      confirm: (rooms) => {
        questions.push(rooms);
        return Promise.resolve(true);
      },
    });

    assert.deepEqual([questions, asked().length], [[4], 4]);
  });

  it('marks none when that is declined', async () => {
    const { session, asked } = situation(many(4));

    await markAllRead(
      session,
      answering(() => false),
    );

    assert.deepEqual(asked(), []);
  });

  it('marks none when the session ended before the answer', async () => {
    const { session, asked } = situation(many(4));

    await markAllRead(
      session,
      answering(() => {
        session.dispose();
        return true;
      }),
    );

    assert.deepEqual(asked(), []);
  });

  it('marks nothing where nothing is unread', async () => {
    const { client, session } = situation([]);

    await markAllRead(session, unasked);

    assert.deepEqual(client.called, []);
  });

  it('says that some rooms are left, and why', async () => {
    const { session } = situation(many(2), {
      subscriptions: { read: () => Promise.reject(failure('forbidden')) },
    });

    await assert.rejects(
      markAllRead(session, unasked),
      /^Error: Not all rooms were marked as read\. Your account/,
    );
  });

  it('ends with the session', async () => {
    const { session, asked } = situation(many(3), {
      subscriptions: {
        read: () => {
          session.dispose();
          return {};
        },
      },
    });

    await markAllRead(session, unasked);

    assert.equal(asked().length, 1);
  });
});
