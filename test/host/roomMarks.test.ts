import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyMark, roomMarks } from '../../src/commands/roomMarks';
import type { RoomSources } from '../../src/commands/roomTargets';
import { roomId, type Room } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { failure, type Answers } from '../support/fakeClient';
import { argsOf, sessionWith } from '../support/fakeSession';
import { delta, room } from '../support/makers/room';

const news = { unread: 2, hasUnread: true };
const yes: Answers = {
  subscriptions: { read: () => ({}) },
  rooms: { favorite: () => ({}), saveNotification: () => ({}) },
};

interface Hand {
  /** The rows that are selected. */
  readonly selected?: readonly string[];
  /** The room that a conversation shows. */
  readonly shown?: string;
}

/** Rows are ids of rooms; the picker takes the first that it offers. */
function situation(rooms: readonly Room[], answers: Answers = yes, { selected = [], shown }: Hand = {}) {
  const { client, session } = sessionWith(answers);
  session.rooms.merge(rooms, [roomId('general')]);
  if (shown !== undefined) session.takeInHand(roomId(shown));
  const offered: string[][] = [];
  const sources: RoomSources = {
    rows: {
      roomOf: (row) => (typeof row === 'string' ? session.rooms.get(roomId(row)) : undefined),
      allSelected: () => selected,
    },
    conversations: { isShown: (place) => place.room === shown },
    pick: (_session: Session, _title: string, applies = () => true) => {
      const all = session.rooms.all().filter(applies);
      offered.push(all.map(({ id }) => id));
      return Promise.resolve(all[0]);
    },
  };
  const run = async (command: string, ...args: unknown[]) => {
    const mark = roomMarks().find((one) => one.command === `rocketchat.${command}`);
    assert.ok(mark);
    await applyMark({ ...mark, confirm: undefined }, session, { args, sources });
  };
  return { client, session, run, offered };
}

afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

describe('Mark Room Read', () => {
  it('marks the room of a row, with its threads', async () => {
    const { client, session, run } = situation([room('dev', { ...news, unreadThreads: ['t'] })]);

    await run('markRoomRead', 'dev');

    assert.deepEqual(argsOf(client, 'subscriptions.read'), [{ rid: 'dev', readThreads: true }]);
    assert.equal(session.rooms.get(roomId('dev'))?.hasUnread, false);
  });

  it('asks among unread rooms where nothing at hand is unread', async () => {
    const rooms = [room('off'), room('dev', news), room('ops', { unreadThreads: ['t'] })];
    const { client, run, offered } = situation(rooms, yes, { selected: ['off'] });

    await run('markRoomRead');

    assert.deepEqual(offered, [['dev', 'ops']]);
    assert.deepEqual(argsOf(client, 'subscriptions.read'), [{ rid: 'dev', readThreads: true }]);
  });

  it('asks nothing when no room is unread', async () => {
    const { client, run, offered } = situation([room('dev')]);

    await run('markRoomRead');

    assert.deepEqual([client.called, offered], [[], []]);
  });

  it('loads the rooms before any view did', async () => {
    const answers: Answers = {
      rooms: { get: () => delta([]) },
      subscriptions: { get: () => delta([]) },
      // Asked for behind the rooms.
      session: { me: () => ({ _id: 'ann-id', username: 'ann' }) },
      settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
    };
    const { client, run } = situation([], answers);

    await run('markRoomRead');

    assert.ok(client.called.includes('subscriptions.get'));
  });

  it('says that it is not marked, and why', async () => {
    const answers: Answers = { subscriptions: { read: () => Promise.reject(failure('offline')) } };
    const { run } = situation([room('dev', news)], answers);

    await assert.rejects(
      run('markRoomRead', 'dev'),
      /^Error: Not marked as read\. The server cannot be reached\./,
    );
  });
});

describe('Add Room to Favorites', () => {
  it('says so where it can be done to none of the rows', async () => {
    const { run } = situation([room('a', { isFavorite: true }), room('b', { isFavorite: true })]);

    await assert.rejects(
      run('favoriteRoom', 'a', ['a', 'b']),
      /^Error: None of the rows selected allows “Add Room to Favorites”\.$/,
    );
  });

  it('does it to all rows that are selected, as far as they are none yet', async () => {
    const { client, run } = situation([room('a'), room('b', { isFavorite: true }), room('c')]);

    await run('favoriteRoom', 'a', ['a', 'b', 'c']);

    assert.deepEqual(
      argsOf(client, 'rooms.favorite').map((args) => ('roomId' in args ? args.roomId : undefined)),
      ['a', 'c'],
    );
  });

  it('means the room that is shown before the row that is selected', async () => {
    const { client, run } = situation([room('a'), room('b')], yes, { selected: ['a'], shown: 'b' });

    await run('favoriteRoom');

    assert.deepEqual(argsOf(client, 'rooms.favorite'), [{ roomId: 'b', favorite: true }]);
  });

  it('means several rows before the room that is shown', async () => {
    const { client, run } = situation([room('a'), room('b'), room('c')], yes, {
      selected: ['a', 'b'],
      shown: 'c',
    });

    await run('favoriteRoom');

    assert.equal(argsOf(client, 'rooms.favorite').length, 2);
  });

  it('takes the room that a page names', async () => {
    const { client, run } = situation([room('a')]);

    await run('favoriteRoom', { webviewSection: 'room', rocketchatRoom: 'a' });

    assert.deepEqual(argsOf(client, 'rooms.favorite'), [{ roomId: 'a', favorite: true }]);
  });

  it('goes on where one of several is refused, and says so at the end', async () => {
    const answers: Answers = {
      rooms: {
        favorite: (args) =>
          'roomId' in args && args.roomId === 'a' ? Promise.reject(failure('forbidden')) : {},
      },
    };
    const { session, run } = situation([room('a'), room('b')], answers);

    await assert.rejects(run('favoriteRoom', 'a', ['a', 'b']), /^Error: Not added to the favorites\./);

    assert.deepEqual(
      session.rooms.all().map(({ isFavorite }) => isFavorite),
      [false, true],
    );
  });

  it('ends at once where the server cannot be reached', async () => {
    const answers: Answers = { rooms: { favorite: () => Promise.reject(failure('offline')) } };
    const { client, run } = situation([room('a'), room('b')], answers);

    await assert.rejects(run('favoriteRoom', 'a', ['a', 'b']));

    assert.equal(argsOf(client, 'rooms.favorite').length, 1);
  });
});

describe('Leave Room', () => {
  const leave = roomMarks().find(({ action }) => action === 'leave');

  it('leaves nothing that nobody confirmed', async () => {
    const { client, session } = situation([room('a')]);
    const sources = { rows: { roomOf: () => session.rooms.get(roomId('a')), allSelected: () => [] } };
    const conversations = { isShown: () => false };
    assert.ok(leave);

    await applyMark({ ...leave, confirm: () => Promise.resolve(false) }, session, {
      args: ['a'],
      sources: { ...sources, conversations, pick: () => Promise.resolve(undefined) },
    });

    assert.deepEqual(client.called, []);
  });
});
