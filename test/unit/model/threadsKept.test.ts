import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import {
  memoryFiles,
  threadServer,
  threadsWith,
  wireThread,
  type ThreadedRoom,
} from '../../support/fakeThreads';
import { minute } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const dev: ThreadedRoom = { id: 'dev', at: 30, threads: [wireThread('a', 10, { rid: 'dev' })] };

const unreachable: Answers = {
  rooms: { get: () => Promise.reject(failure('offline')) },
  subscriptions: { get: () => Promise.reject(failure('offline')) },
};

/** What an earlier window kept of these rooms. */
async function filesOf(...rooms: ThreadedRoom[]) {
  const files = memoryFiles();
  const { threads, watch } = await threadsWith(threadServer(...rooms), files);
  await watch();
  threads.setWatched(false);
  threads.dispose();
  return files;
}

describe('Threads that were kept', () => {
  it('show without a question while nothing has changed', async () => {
    const files = await filesOf(dev);

    const { asked, ids, threads, watch } = await threadsWith(threadServer(dev), files);
    await watch();

    assert.deepEqual([ids(), threads.roomsToSearch], [['a'], 0]);
    assert.deepEqual([asked('getThreadsList'), asked('syncThreadsList')], [[], []]);
  });

  it('are renewed where their room has changed meanwhile', async () => {
    const files = await filesOf(dev);
    const later = { ...dev, at: 50, threads: [wireThread('b', 50, { rid: 'dev' })] };

    const { asked, ids, watch } = await threadsWith(threadServer(later), files);
    await watch();

    assert.deepEqual(asked('syncThreadsList'), [{ rid: 'dev', updatedSince: minute(30) }]);
    assert.deepEqual([ids(), asked('getThreadsList')], [['b', 'a'], []]);
  });

  it('are known before the rooms have come', async () => {
    const files = await filesOf(dev);
    const { asked, client, clock, ids, session, watch } = await threadsWith(unreachable, files);
    await watch();
    client.answer(threadServer(dev));

    await session.sync.refresh('person');
    await clock.advance(0);

    assert.deepEqual([ids(), asked('getThreadsList')], [['a'], []]);
  });

  it('go when they were deleted or unfollowed meanwhile', async () => {
    const other = wireThread('b', 20, { rid: 'dev' });
    const files = await filesOf({ ...dev, threads: [...(dev.threads ?? []), other] });
    const server = threadServer({ ...dev, at: 50 });
    const update = [{ ...other, replies: [], _updatedAt: minute(45) }];

    const { ids, watch } = await threadsWith(
      {
        ...server,
        chat: { syncThreadsList: () => ({ threads: { update, remove: [wireThread('a', 10)] } }) },
      },
      files,
    );
    await watch();

    assert.deepEqual(ids(), []);
  });

  it('are written two seconds after they were found', async () => {
    const files = memoryFiles();
    const { clock, watch } = await threadsWith(threadServer(dev), files);

    await watch();
    await clock.advance(1_999);
    const early = files.texts.size;
    await clock.advance(1);

    assert.equal(early, 0);
    assert.match(files.texts.get('threads.json') ?? '', /"_id":"a"/);
  });

  it('are written half a minute after a change, and when nobody looks any more', async () => {
    const files = memoryFiles();
    const { clock, session, threads, watch } = await threadsWith(threadServer(dev), files);
    await watch();
    await clock.advance(2_000);
    const kept = () => /"_id":"a".*"tcount":(\d)/.exec(files.texts.get('threads.json') ?? '')?.[1];

    session.receive([wireThread('a', 60, { rid: 'dev', tcount: 8 })]);
    await clock.advance(29_999);
    const early = kept();
    await clock.advance(1);
    const later = kept();
    session.receive([wireThread('a', 61, { rid: 'dev', tcount: 9 })]);
    threads.setWatched(false);

    assert.deepEqual([early, later, kept()], ['1', '8', '9']);
  });

  it('are never those of encrypted rooms', async () => {
    const files = memoryFiles();
    const { session, threads, watch } = await threadsWith(threadServer(dev), files);
    await watch();
    session.receive([wireThread('hush', 5, { rid: 'secret', msg: 'psst' })]);

    session.rooms.merge([room('secret', { isEncrypted: true })]);
    threads.setWatched(false);

    const text = files.texts.get('threads.json') ?? '';
    assert.match(text, /"_id":"a"/);
    assert.doesNotMatch(text, /secret|psst/);
  });

  it('are written when the window closes', async () => {
    const files = memoryFiles();
    const { threads, watch } = await threadsWith(threadServer(dev), files);
    await watch();

    threads.dispose();

    assert.match(files.texts.get('threads.json') ?? '', /"_id":"a"/);
  });

  it('leave as it is what was kept, as long as no rooms are known', async () => {
    const files = await filesOf(dev);
    const before = files.texts.get('threads.json');
    const { clock, threads, watch } = await threadsWith(unreachable, files);
    await watch();

    await clock.advance(60_000);
    threads.dispose();

    assert.equal(files.texts.get('threads.json'), before);
  });

  it('count for their rooms before the network answers, in a window without the focus as well', async () => {
    const files = await filesOf(dev);
    const { session, threads } = await threadsWith(unreachable, files);
    session.rooms.merge([room('dev'), room('ops')]);

    await threads.restore();

    assert.equal(threads.roomsToSearch, 1);
  });

  it('count for nothing when they are damaged', async () => {
    const files = await filesOf(dev);
    files.texts.set(
      'threads.json',
      (files.texts.get('threads.json') ?? '').replace('text of a', 'text of x'),
    );

    const { looked, watch } = await threadsWith(threadServer(dev), files);
    await watch();

    assert.deepEqual(looked(), ['dev']);
  });

  it('are looked for anew in a room that was left and joined again', async () => {
    const { clock, looked, session, watch } = await threadsWith(threadServer(dev));
    await watch();
    session.rooms.merge([], [roomId('dev')]);
    await session.sync.refresh('background');

    session.rooms.merge([room('dev')]);
    await clock.advance(0);

    assert.deepEqual(looked(), ['dev', 'dev']);
  });
});

describe('Threads that are told live', () => {
  const changed = (at: number) => room('dev', { updatedAt: Date.parse(minute(at)), lastActivity: at });

  it('need no question, however much happens', async () => {
    const { asked, become, clock, session, watch } = await threadsWith(threadServer(dev));
    await watch();
    become('live');

    session.rooms.merge([changed(60)]);
    session.receive([wireThread('a', 60, { rid: 'dev' })]);
    await clock.advance(3_600_000);

    assert.deepEqual([asked('getThreadsList').length, asked('syncThreadsList').length], [1, 0]);
  });

  it('are renewed after a gap, in the rooms that changed in it', async () => {
    const server = threadServer(dev, { id: 'ops', at: 20 });
    const { asked, become, clock, session, watch } = await threadsWith(server);
    await watch();
    become('live');
    session.rooms.merge([changed(60)]);
    become('offline');

    session.rooms.merge([changed(70)]);
    become('live');
    await clock.advance(60_000);

    assert.deepEqual(asked('syncThreadsList'), [{ rid: 'dev', updatedSince: minute(60) }]);
  });

  it('are kept as known up to now', async () => {
    const files = memoryFiles();
    const { become, session, threads, watch } = await threadsWith(threadServer(dev), files);
    await watch();
    become('live');
    session.rooms.merge([changed(60)]);
    threads.setWatched(false);

    const next = await threadsWith(threadServer({ ...dev, at: 60 }), files);
    await next.watch();

    assert.deepEqual(next.asked('syncThreadsList'), []);
  });
});
