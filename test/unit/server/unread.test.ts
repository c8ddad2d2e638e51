import assert from 'node:assert/strict';
import type { Subscription } from '../../server/world/documents';
import { post } from '../../server/world/posting';
import { longAgo, noon, roomIn, said, seenBy, town, worldOf } from './town';

describe('what is unread', () => {
  const cases: readonly [what: string, text: string, expected: Partial<Subscription>][] = [
    ['a message only alerts', 'hello', { alert: true, unread: 0, userMentions: 0, groupMentions: 0 }],
    ['a mention counts', 'hello @bob', { alert: true, unread: 1, userMentions: 1, groupMentions: 0 }],
    ['@all counts', 'hello @all', { alert: true, unread: 1, userMentions: 0, groupMentions: 1 }],
    ['@here counts', '@here', { alert: true, unread: 1, userMentions: 0, groupMentions: 1 }],
    ['beside @all a name counts alone', '@all @bob', { unread: 1, userMentions: 1, groupMentions: 0 }],
    ['who is not named beside @all', '@all @root', { unread: 0, userMentions: 0, groupMentions: 0 }],
    ['a name in code is none', 'use `@bob` here', { alert: true, unread: 0, userMentions: 0 }],
  ];
  for (const [what, text, expected] of cases) {
    it(`in a channel: ${what}`, () => {
      const world = worldOf(town({ messages: [said('one', 30, { text })], views: longAgo }));

      const { alert, unread, userMentions, groupMentions } = seenBy(world, 'bob');

      assert.deepEqual(
        { alert, unread, userMentions, groupMentions, ...expected },
        { alert, unread, userMentions, groupMentions },
      );
    });
  }

  it('is every message in a direct message', () => {
    const messages = [said('one', 30, { room: 'ann-bob' }), said('two', 20, { room: 'ann-bob' })];
    const views = [{ user: 'bob', room: 'ann-bob', seen: 120 }];

    const { unread, alert } = seenBy(worldOf(town({ messages, views })), 'bob', 'ann-bob');

    assert.deepEqual([unread, alert], [2, true]);
  });

  it('follows the setting of the workspace', () => {
    const messages = [said('one', 30), said('two', 20)];

    const world = worldOf(town({ messages, views: longAgo }), { Unread_Count: 'all_messages' });

    assert.equal(seenBy(world, 'bob').unread, 2);
  });

  for (const [licences, mentions] of [
    [['teams-mention'], 1],
    [[], 0],
  ] as const) {
    it(`counts the name of a team ${mentions} times with ${licences.length} licences`, () => {
      const world = worldOf(town());
      for (const licence of licences) world.licences.add(licence);
      const author = world.users.byUsername('ann') ?? assert.fail();

      post(world, { author, room: roomIn(world, 'dev'), draft: { msg: 'hello @core' } });

      const counts = ['bob', 'ann'].map((name) => seenBy(world, name).userMentions);
      assert.deepEqual(counts, [mentions, 0]);
    });
  }

  it('is nothing to who wrote it', () => {
    const messages = [said('one', 30, { from: 'bob', text: '@bob @all' })];

    const { alert, unread, ls } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');

    assert.deepEqual([alert, unread, ls], [false, 0, '2026-03-02T11:30:00.000Z']);
  });

  it('is nothing before the person looked last', () => {
    const messages = [said('one', 30, { text: '@bob' })];

    const { alert, unread, ls } = seenBy(worldOf(town({ messages })), 'bob');

    assert.deepEqual([alert, unread, ls], [false, 0, noon]);
  });

  it('is a thread to those who follow it, apart from the room', () => {
    const messages = [said('main', 130, { from: 'bob' }), said('r1', 30, { thread: 'main' })];

    const { alert, unread, tunread, tunreadUser } = seenBy(
      worldOf(town({ messages, views: longAgo })),
      'bob',
    );

    assert.deepEqual([alert, unread, tunread, tunreadUser], [true, 0, ['main'], undefined]);
  });

  it('tells a thread in which one was named', () => {
    const messages = [said('main', 130), said('r1', 30, { thread: 'main', text: 'ask @bob' })];

    const { tunread, tunreadUser } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');

    assert.deepEqual([tunread, tunreadUser], [['main'], ['main']]);
  });

  it('is no thread that one does not follow', () => {
    const messages = [said('main', 130), said('r1', 30, { thread: 'main' })];

    const { alert, tunread } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');

    assert.deepEqual([alert, tunread], [false, undefined]);
  });

  it('is every thread of a direct message, to both', () => {
    const inDirect = { room: 'ann-bob' };
    const messages = [said('main', 130, inDirect), said('r1', 30, { ...inDirect, thread: 'main' })];
    const views = [{ user: 'bob', room: 'ann-bob', seen: 120 }];

    const { tunread } = seenBy(worldOf(town({ messages, views })), 'bob', 'ann-bob');

    assert.deepEqual(tunread, ['main']);
  });

  it('is a call to everyone in the thread alone, to who is not named besides', () => {
    const main = said('main', 130, { from: 'bob' });
    const called = [main, said('r1', 30, { thread: 'main', text: '@all' })];
    const named = [main, said('r1', 30, { thread: 'main', text: '@all @bob' })];

    const seen = [called, named].map((messages) => {
      const { tunreadUser, tunreadGroup } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');
      return [tunreadUser, tunreadGroup];
    });

    assert.deepEqual(seen, [
      [undefined, ['main']],
      [['main'], undefined],
    ]);
  });

  it('is no call to everyone in a thread that one is not in', () => {
    const messages = [said('main', 130), said('r1', 30, { thread: 'main', text: '@all' })];

    const { alert, tunread } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');

    assert.deepEqual([alert, tunread], [false, undefined]);
  });

  it('is no reply of a thread that one is not in, even if the room shows it', () => {
    const messages = [said('main', 130), said('r1', 30, { thread: 'main', alsoInChannel: true })];

    assert.equal(seenBy(worldOf(town({ messages, views: longAgo })), 'bob').alert, false);
  });

  it('counts no mention in a reply, even if the room shows it', () => {
    const reply = said('r1', 30, { thread: 'main', alsoInChannel: true, text: '@bob' });

    const { alert, unread, userMentions, tunreadUser } = seenBy(
      worldOf(town({ messages: [said('main', 130), reply], views: longAgo })),
      'bob',
    );

    assert.deepEqual([alert, unread, userMentions, tunreadUser], [true, 0, 0, ['main']]);
  });

  it('is no thread to its author any more once unfollowed', () => {
    const messages = [said('main', 130), said('r1', 120, { thread: 'main', from: 'bob' })];
    const world = worldOf(town({ messages }));
    const main = world.messages.byId('main') ?? assert.fail();
    const author = world.users.byUsername('bob') ?? assert.fail();
    main.replies = ['bob-id'];

    post(world, { author, room: roomIn(world, 'dev'), draft: { msg: 'x', tmid: 'main' } });

    assert.equal(seenBy(world, 'ann').tunread, undefined);
  });

  it('notes when a thread was last answered, to all in it', () => {
    const messages = [
      said('one', 50, { from: 'bob' }),
      said('main', 130),
      said('r1', 40, { thread: 'main', from: 'bob' }),
    ];

    const world = worldOf(town({ messages }));

    const written = ['bob', 'ann'].map((name) => seenBy(world, name).lr);
    assert.deepEqual(written, ['2026-03-02T11:20:00.000Z', '2026-03-02T11:20:00.000Z']);
  });

  it('is nothing any more once one writes', () => {
    const messages = [said('one', 40, { text: '@bob' }), said('two', 30, { from: 'bob' })];

    const { alert, unread, userMentions } = seenBy(worldOf(town({ messages, views: longAgo })), 'bob');

    assert.deepEqual([alert, unread, userMentions], [false, 0, 0]);
  });

  for (const [text, mentions] of [
    ['more TEA, please', 1],
    ['a teapot', 0],
  ] as const) {
    it(`counts ${mentions} in "${text}" for who watches for tea`, () => {
      const world = worldOf(town());
      seenBy(world, 'bob').userHighlights = ['tea'];
      const author = world.users.byUsername('ann') ?? assert.fail();

      post(world, { author, room: roomIn(world, 'dev'), draft: { msg: text } });

      assert.equal(seenBy(world, 'bob').userMentions, mentions);
    });
  }

  it('counts a mention between two, whatever the workspace counts', () => {
    const messages = [
      said('one', 40, { room: 'ann-bob' }),
      said('two', 30, { room: 'ann-bob', text: '@bob' }),
    ];
    const views = [{ user: 'bob', room: 'ann-bob', seen: 120 }];

    const world = worldOf(town({ messages, views }), { Unread_Count_DM: 'mentions_only' });

    assert.equal(seenBy(world, 'bob', 'ann-bob').unread, 1);
  });

  it('leaves out threads that the view calls read', () => {
    const messages = [said('main', 130, { from: 'bob' }), said('r1', 30, { thread: 'main' })];
    const views = [{ user: 'bob', room: 'dev', seen: 120, readThreads: ['main'] }];

    const { alert, tunread } = seenBy(worldOf(town({ messages, views })), 'bob');

    assert.deepEqual([alert, tunread], [false, []]);
  });
});
