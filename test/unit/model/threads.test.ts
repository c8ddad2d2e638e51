import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { threadServer, threadsWith, wireThread, type ThreadedRoom } from '../../support/fakeThreads';
import { minute, wireMessage } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const dev: ThreadedRoom = { id: 'dev', at: 30 };

describe('Threads', () => {
  it('shows the thread that was answered last first, and unread ones above it', async () => {
    const { session, ids } = await threadsWith(threadServer(dev, { id: 'ops', unread: ['old'] }));

    session.receive([
      wireThread('late', 20, { rid: 'dev' }),
      wireThread('later', 40, { rid: 'dev' }),
      wireThread('old', 10, { rid: 'ops' }),
    ]);

    assert.deepEqual(ids(), ['*old', 'later', 'late']);
  });

  it('leaves out what has no replies, is not followed, was deleted, or stands in an unknown room', async () => {
    const { session, ids } = await threadsWith(threadServer(dev));

    session.receive([
      wireThread('quiet', 1, { rid: 'dev', tcount: 0 }),
      wireThread('left', 1, { rid: 'dev', replies: ['bob-id'] }),
      wireThread('gone', 1, { rid: 'dev', t: 'rm' }),
      wireThread('away', 1, { rid: 'elsewhere' }),
      wireMessage('said', { rid: 'dev' }),
    ]);

    assert.deepEqual(ids(), []);
  });

  it('shows a thread once its room is known', async () => {
    const { session, ids } = await threadsWith(threadServer(dev));
    session.receive([wireThread('early', 1, { rid: 'joined' })]);

    session.rooms.merge([room('joined')]);

    assert.deepEqual(ids(), ['early']);
  });

  it('lets go of threads of a room that was left or archived', async () => {
    const { session, ids } = await threadsWith(threadServer(dev, { id: 'ops' }));
    session.receive([wireThread('a', 1, { rid: 'dev' }), wireThread('b', 2, { rid: 'ops' })]);

    session.rooms.merge([], [roomId('dev')]);
    const left = ids();
    session.rooms.merge([room('ops', { isArchived: true })]);

    assert.deepEqual([left, ids()], [['b'], []]);
  });

  it('tells once of a reply, of what was read, and of what is no longer followed', async () => {
    const { session, threads, ids } = await threadsWith(threadServer({ ...dev, unread: ['a'] }));
    const told: string[][] = [];
    threads.onDidChange(() => told.push(ids()));

    session.receive([wireThread('a', 1, { rid: 'dev' }), wireThread('b', 2, { rid: 'dev' })]);
    session.rooms.merge([room('dev')]);
    session.receive([wireThread('a', 5, { rid: 'dev' })]);
    session.receive([wireThread('a', 5, { rid: 'dev', replies: [], _updatedAt: minute(6) })]);

    assert.deepEqual(told, [['*a', 'b'], ['b', 'a'], ['a', 'b'], ['b']]);
  });

  it('stays silent about messages that are no threads of mine', async () => {
    const { session, threads } = await threadsWith(threadServer(dev));
    let told = 0;
    threads.onDidChange(() => (told += 1));

    session.receive([wireMessage('said', { rid: 'dev' }), wireThread('x', 1, { rid: 'dev', replies: [] })]);

    assert.equal(told, 0);
  });

  it('keeps a thread however much is said in its room', async () => {
    const { session, ids } = await threadsWith(threadServer(dev));
    session.receive([wireThread('first', 1, { rid: 'dev', ts: minute(-999) })]);

    session.receive(
      Array.from({ length: 400 }, (_, at) => wireMessage(`m${at}`, { rid: 'dev', ts: minute(at) })),
    );

    assert.deepEqual(ids(), ['first']);
  });
});
