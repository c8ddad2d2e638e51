import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  markAllRead,
  markRoomRead,
  markThreadRead,
  type AllRead,
  type ReadingViews,
} from '../../src/commands/reading';
import { messageId } from '../../src/model/message';
import { roomId, type Room } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { failure, type Answers } from '../support/fakeClient';
import { argsOf, sessionWith } from '../support/fakeSession';
import { delta, room } from '../support/makers/room';
import { message } from '../support/makers/message';

const yes: Answers = { subscriptions: { read: () => ({}) }, chat: { readThread: () => ({}) } };
const news = { unread: 2, hasUnread: true };

/** In the place of the views: a row is the id of what it shows, and pickers take the first that they offer. */
function viewsOf(selected?: string) {
  const offered: string[][] = [];
  const first = <Value extends { readonly id: string }>(values: readonly Value[]) => {
    offered.push(values.map(({ id }) => id));
    return Promise.resolve(values[0]);
  };
  const over = (session: Session): ReadingViews => ({
    roomOf: (row) => (typeof row === 'string' ? session.rooms.get(roomId(row)) : undefined),
    messageOf: (row) => (typeof row === 'string' ? session.messages.get(messageId(row)) : undefined),
    selected: () => selected,
    pickRoom: (_session, _title, applies) => first(session.rooms.all().filter(applies)),
    pickThread: (_session, _title, threads) => first(threads),
  });
  return { over, offered };
}

function situation(rooms: readonly Room[], answers = yes, selected?: string) {
  const { client, session } = sessionWith(answers);
  session.rooms.merge(rooms);
  const { over, offered } = viewsOf(selected);
  const asked = () => argsOf(client, 'subscriptions.read');
  return { client, session, views: over(session), offered, asked };
}

/** Closes every notification without an answer. */
const putAway = () => vscode.commands.executeCommand('notifications.clearAll');

afterEach(putAway);

describe('Mark Room Read', () => {
  it('marks the room of a row, with its threads', async () => {
    const { session, views, asked } = situation([room('general', { ...news, unreadThreads: ['t'] })]);

    await markRoomRead(session, 'general', views);

    assert.deepEqual(asked(), [{ rid: 'general', readThreads: true }]);
    assert.equal(session.rooms.get(roomId('general'))?.hasUnread, false);
  });

  it('means the row in focus when run from the palette', async () => {
    const { session, views, asked, offered } = situation(
      [room('general', news), room('dev', news)],
      yes,
      'dev',
    );

    await markRoomRead(session, undefined, views);

    assert.deepEqual(asked(), [{ rid: 'dev', readThreads: true }]);
    assert.deepEqual(offered, []);
  });

  it('asks among unread rooms where the row in focus is read', async () => {
    const rooms = [room('dev', news), room('ops', { unreadThreads: ['t'] })];
    const { session, views, asked, offered } = situation(rooms, yes, 'general');

    await markRoomRead(session, undefined, views);

    assert.deepEqual(offered, [['dev', 'ops']]);
    assert.deepEqual(asked(), [{ rid: 'dev', readThreads: true }]);
  });

  it('asks nothing when no room is unread', async () => {
    const { client, session, views, offered } = situation([]);

    await markRoomRead(session, undefined, views);

    assert.deepEqual([client.called, offered], [[], []]);
  });

  it('loads the rooms before any view did', async () => {
    const answers: Answers = {
      rooms: { get: () => delta([]) },
      subscriptions: { get: () => delta([]) },
      session: { me: () => ({ _id: 'ann-id', username: 'ann' }) },
      settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
    };
    const { client, session, views } = situation([], answers);
    session.rooms.merge([], [roomId('general')]);

    await markRoomRead(session, undefined, views);

    assert.ok(client.called.includes('subscriptions.get'));
  });

  it('says that it is not marked, and why', async () => {
    const answers: Answers = { subscriptions: { read: () => Promise.reject(failure('offline')) } };
    const { session, views } = situation([room('general', news)], answers);

    await assert.rejects(
      markRoomRead(session, 'general', views),
      /^Error: Not marked as read\. The server cannot be reached\./,
    );
  });
});

describe('Mark Thread Read', () => {
  const unread = room('general', { unreadThreads: ['t', 'u'] });
  const reply = message('r', { thread: messageId('t') });

  for (const row of ['t', 'r']) {
    it(`marks the thread of the row ${row}`, async () => {
      const { client, session, views } = situation([unread]);
      session.messages.merge([message('t'), reply]);

      await markThreadRead(session, row, views);

      assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 't' }]);
    });
  }

  it('means the row in focus when run from the palette', async () => {
    const { client, session, views, offered } = situation([unread], yes, 'r');
    session.messages.merge([message('t'), reply]);

    await markThreadRead(session, undefined, views);

    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 't' }]);
    assert.deepEqual(offered, []);
  });

  it('asks among the unread threads that are known', async () => {
    const { client, session, views, offered } = situation([unread], yes, 'read');
    session.messages.merge([message('read'), message('u')]);

    await markThreadRead(session, undefined, views);

    assert.deepEqual(offered, [['u']]);
    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 'u' }]);
  });

  it('asks nothing when none is known', async () => {
    const { client, session, views, offered } = situation([unread]);

    await markThreadRead(session, undefined, views);

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
