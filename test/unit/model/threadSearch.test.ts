import assert from 'node:assert/strict';
import { ApiError } from '../../../src/api/errors';
import { failure } from '../../support/fakeClient';
import { threadServer, threadsWith, wireThread, type ThreadedRoom } from '../../support/fakeThreads';
import { minute } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const rooms = (count: number): ThreadedRoom[] =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, at: count - at }));

describe('Looking for threads', () => {
  it('asks for nothing before somebody looks', async () => {
    const { clock, asked } = await threadsWith(threadServer(...rooms(3)));

    await clock.advance(600_000);

    assert.deepEqual(asked('getThreadsList'), []);
  });

  it('begins with unread threads that are not known, then goes by the latest rooms', async () => {
    const quiet = { id: 'quiet', at: -50, unread: ['a'], threads: [wireThread('a', 1)] };
    const { asked, ids, watch } = await threadsWith(threadServer(...rooms(2), quiet));

    await watch();

    assert.deepEqual(
      asked('getThreadsList').map((args) => Object.values(args).slice(0, 2).join(' ')),
      ['quiet unread', 'r0 following', 'r1 following', 'quiet following'],
    );
    assert.deepEqual(ids(), ['*a']);
  });

  it('asks four times a minute and says how many rooms are left', async () => {
    const { clock, looked, threads, watch } = await threadsWith(threadServer(...rooms(9)));
    const left = [threads.roomsToSearch];

    await watch();
    left.push(threads.roomsToSearch);
    await clock.advance(59_999);
    const early = looked().length;
    await clock.advance(1);
    left.push(threads.roomsToSearch);
    await clock.advance(60_000);
    left.push(threads.roomsToSearch);

    assert.deepEqual([early, left, threads.isSearching], [4, [9, 5, 1, 0], false]);
  });

  it('lets a person go first', async () => {
    const { client, watch } = await threadsWith(threadServer(...rooms(2)));

    await watch();

    const looks = client.calls.filter(({ name }) => name === 'chat.getThreadsList');
    assert.deepEqual(
      looks.map(({ options }) => options.priority),
      ['background', 'background'],
    );
  });

  it('reads every page of a room', async () => {
    const threads = Array.from({ length: 120 }, (_, at) => wireThread(`t${at}`, at));
    const { asked, ids, watch } = await threadsWith(threadServer({ id: 'dev', threads }));

    await watch();

    assert.deepEqual([ids().length, asked('getThreadsList').length], [120, 3]);
  });

  it('leaves out rooms that have no threads, cannot be read, or were put away', async () => {
    const { looked, watch } = await threadsWith(
      threadServer(
        { id: 'live', room: { t: 'l' } },
        { id: 'secret', room: { encrypted: true } },
        { id: 'closed', mine: { open: false } },
        { id: 'old', room: { archived: true } },
        { id: 'dev' },
      ),
    );

    await watch();

    assert.deepEqual(looked(), ['dev']);
  });

  it('looks in the sixty latest rooms only', async () => {
    const { threads } = await threadsWith(threadServer(...rooms(100)));

    assert.equal(threads.roomsToSearch, 60);
  });

  it('rests while nobody looks, and goes on where it was', async () => {
    const { clock, looked, threads, watch } = await threadsWith(threadServer(...rooms(6)));
    await watch();

    threads.setWatched(false);
    await clock.advance(600_000);
    const resting = looked().length;
    await watch();

    assert.deepEqual([resting, looked()], [4, ['r0', 'r1', 'r2', 'r3', 'r4', 'r5']]);
  });

  it('asks for nothing where threads are switched off', async () => {
    const off = [{ _id: 'Threads_enabled', value: false }];
    const server = threadServer(...rooms(3));
    const { looked, threads, watch } = await threadsWith({
      ...server,
      settings: { public: () => ({ settings: off, count: 1, offset: 0, total: 1 }) },
    });

    await watch();

    assert.deepEqual([looked(), threads.roomsToSearch], [[], 0]);
  });

  it('asks once for unread threads of which the server has nothing to tell', async () => {
    const { asked, session, watch } = await threadsWith(threadServer({ id: 'dev', unread: ['ghost'] }));
    await watch();

    session.rooms.merge([room('dev', { unreadThreads: ['ghost'], topic: 'new' })]);
    await session.sync.refresh('background');

    assert.equal(asked('getThreadsList').filter((args) => Object.values(args).includes('unread')).length, 1);
  });

  it('asks again for a thread that became unread while it asked', async () => {
    const dev = { id: 'dev', unread: ['a'], threads: [wireThread('a', 1)] };
    const server = threadServer(dev);
    const { asked, client, session, watch } = await threadsWith(server);
    const unreadLater = () => session.rooms.merge([room('dev', { unreadThreads: ['a', 'b'] })]);
    const list = server.chat?.getThreadsList ?? assert.fail();
    client.answer({
      chat: {
        getThreadsList: (args, options) => {
          unreadLater();
          return list(args, options);
        },
      },
    });

    await watch();

    assert.equal(asked('getThreadsList').filter((args) => Object.values(args).includes('unread')).length, 2);
  });

  it('looks for a thread that became unread unseen', async () => {
    const { asked, clock, session, watch } = await threadsWith(threadServer({ id: 'dev' }));
    await watch();

    session.rooms.merge([room('dev', { unreadThreads: ['fresh'], updatedAt: Date.parse(minute(0)) })]);
    await clock.advance(0);

    assert.deepEqual(asked('getThreadsList').at(-1), { rid: 'dev', type: 'unread', count: 50, offset: 0 });
  });
});

describe('Looking for threads, when it fails', () => {
  it('waits and goes on by itself, longer each time', async () => {
    const server = threadServer(...rooms(1));
    const { client, clock, looked, threads, watch } = await threadsWith(server);
    client.answer({ chat: { getThreadsList: () => Promise.reject(failure('offline')) } });

    await watch();
    const waiting = [threads.error?.failure.kind, threads.isSearching];
    await clock.advance(30_000);
    await clock.advance(59_999);
    const tries = looked().length;
    client.answer(server);
    await clock.advance(1);

    assert.deepEqual([waiting, tries, looked().length], [['offline', false], 2, 3]);
    assert.deepEqual([threads.error, threads.roomsToSearch], [undefined, 0]);
  });

  it('goes on as soon as the server answers something else', async () => {
    const server = threadServer(...rooms(1));
    const { client, clock, session, threads, watch } = await threadsWith(server);
    client.answer({ chat: { getThreadsList: () => Promise.reject(failure('offline')) } });
    await watch();
    client.answer(server);

    await session.sync.refresh('background');
    await clock.advance(0);

    assert.deepEqual([threads.error, threads.roomsToSearch], [undefined, 0]);
  });

  it('waits as long as the server says', async () => {
    const server = threadServer(...rooms(1));
    const { client, clock, looked, threads, watch } = await threadsWith(server);
    const retryAt = new Date(clock.now() + 45_000);
    const limited = new ApiError('Slow down', { kind: 'rateLimited', retryAt }, { route: 'GET test' });
    client.answer({ chat: { getThreadsList: () => Promise.reject(limited) } });

    await watch();
    const isWaiting = threads.waitsForLimit;
    client.answer(server);
    await clock.advance(44_999);
    const early = looked().length;
    await clock.advance(1);

    assert.deepEqual([isWaiting, early, looked().length, threads.waitsForLimit], [true, 1, 2, false]);
  });

  it('goes past a room over which the server fails each time', async () => {
    const server = threadServer(...rooms(2));
    const { client, clock, looked, threads, watch } = await threadsWith(server);
    const broken = new ApiError('Broken', { kind: 'server' }, { route: 'GET test' });
    client.answer({
      chat: {
        getThreadsList: (args) => {
          if (args.rid === 'r0') throw broken;
          return { threads: [], count: 0, offset: 0, total: 0 };
        },
      },
    });

    await watch();
    await clock.advance(3_600_000);

    assert.deepEqual([looked(), threads.roomsToSearch], [['r0', 'r0', 'r0', 'r1'], 0]);
  });

  it('leaves out a room that refuses, until a person wants it again', async () => {
    const server = threadServer(...rooms(2));
    const { client, clock, looked, threads, watch } = await threadsWith(server);
    client.answer({
      chat: {
        getThreadsList: (args) => {
          if (args.rid === 'r0') throw failure('forbidden');
          return { threads: [], count: 0, offset: 0, total: 0 };
        },
      },
    });

    await watch();
    const before = [looked(), threads.roomsToSearch, threads.error];
    client.answer(server);
    threads.refresh();
    await clock.advance(0);

    assert.deepEqual(before, [['r0', 'r1'], 0, undefined]);
    assert.deepEqual(looked(), ['r0', 'r1', 'r0']);
  });
});
