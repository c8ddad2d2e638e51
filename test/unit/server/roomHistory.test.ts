import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, roomIn, said, seenBy, town } from './town';

/** Half an hour to two hours ago. */
const span = { oldest: '2026-03-02T10:00:00.000Z', latest: '2026-03-02T11:30:00.000Z' };
const file = { id: 'plan', name: 'plan.txt', type: 'text/plain', size: 3 };
const data = town({
  messages: [
    said('ancient', 180),
    said('pinned', 110, { pinnedBy: 'ann' }),
    said('main', 100, { from: 'bob' }),
    said('reply', 90, { thread: 'main' }),
    said('filed', 80, { file, attachments: [{ type: 'file', title: 'plan.txt' }] }),
    said('opener', 70, { discussion: 'talk' }),
    said('edge', 30),
    said('late', 10, { from: 'bob' }),
  ],
  views: [{ user: 'bob', room: 'dev', seen: 120 }],
});

describe('rooms.cleanHistory', () => {
  const server = eachWithServer({ data, now: noon });

  const clean = (over: object = {}, as = 'root') =>
    asking(server(), 'POST rooms.cleanHistory', as, { roomId: 'dev', ...span, ...over });
  const left = () =>
    server()
      .world.messages.inRoom('dev')
      .flatMap(({ _id, t }) => (t === undefined ? [_id] : []));

  it('deletes what lies between two times', async () => {
    const { body } = await clean();

    // The note of the pin goes as well.
    assert.deepEqual(body, { _id: 'dev', count: 6, success: true });
    assert.deepEqual(left(), ['ancient', 'edge', 'late']);
  });

  it('deletes the ends as well if told to', async () => {
    await clean({ inclusive: true });

    assert.deepEqual(left(), ['ancient', 'late']);
  });

  it('spares what is pinned, threads and discussions if told to', async () => {
    await clean({ excludePinned: true, ignoreThreads: true, ignoreDiscussion: true });

    assert.deepEqual(left(), ['ancient', 'pinned', 'main', 'reply', 'opener', 'edge', 'late']);
  });

  it('deletes only what certain people said, and only so many', async () => {
    await clean({ users: ['bob'] });
    const limited = await clean({ oldest: '2026-03-02T08:00:00.000Z', limit: 1 });

    assert.equal(limited.body['count'], 1);
    assert.deepEqual(left(), ['pinned', 'reply', 'filed', 'opener', 'edge', 'late']);
  });

  it('can take the files alone', async () => {
    const { body } = await clean({ filesOnly: true });

    const { files, attachments } = server().world.messages.byId('filed') ?? assert.fail();
    assert.deepEqual([body['count'], files, attachments?.[0]?.['type']], [1, [], 'removed-file']);
    assert.equal(server().world.uploads.byId('plan'), undefined);
  });

  it('deletes the discussions that began there', async () => {
    await clean();

    assert.equal(server().world.rooms.byId('talk'), undefined);
  });

  it('leaves nobody with a thread to read that has gone', async () => {
    const before = seenBy(server().world, 'bob').tunread;

    await clean({ users: ['bob'] });

    assert.deepEqual([before, seenBy(server().world, 'bob').tunread], [['main'], []]);
  });

  it('leaves the right last message and number of messages', async () => {
    await clean({ latest: noon });

    const { msgs, lastMessage } = roomIn(server().world, 'dev');
    assert.deepEqual([msgs, lastMessage?._id], [1, 'ancient']);
  });

  const method = 'POST rooms.cleanHistory';
  refuses(server, [
    ['who may not', method, 'ann', { roomId: 'dev', ...span }, 'Not allowed [error-not-allowed]'],
    [
      'who may not see the room',
      method,
      'root',
      { roomId: 'secret', ...span },
      'User does not have access to the room [error-not-allowed]',
    ],
    [
      'a span without an end',
      method,
      'root',
      { roomId: 'dev', oldest: noon },
      "must have required property 'latest'",
    ],
  ]);
});

describe('rooms.export', () => {
  const server = eachWithServer({ data, now: noon });

  it('promises a file', async () => {
    const parameters = { rid: 'dev', type: 'file', format: 'html', dateFrom: '2026-01-01' };

    const { body } = await asking(server(), 'POST rooms.export', 'root', parameters);

    assert.deepEqual(body, { success: true });
  });

  it('misses no message to be mailed', async () => {
    const parameters = { rid: 'dev', type: 'email', toUsers: ['bob'], messages: ['main'] };

    const { body } = await asking(server(), 'POST rooms.export', 'root', parameters);

    assert.deepEqual(body['missing'], []);
  });

  const exported = { rid: 'dev', type: 'file', format: 'json' };
  refuses(server, [
    [
      'who may not',
      'POST rooms.export',
      'ann',
      exported,
      'Mailing is not allowed [error-action-not-allowed]',
    ],
    [
      'a mail to nobody',
      'POST rooms.export',
      'root',
      { rid: 'dev', type: 'email', messages: ['main'] },
      '[error-invalid-recipient]',
    ],
  ]);
});
