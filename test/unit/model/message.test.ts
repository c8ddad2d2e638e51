import assert from 'node:assert/strict';
import type { WireAttachment, WireMessage } from '../../../src/api/wire';
import { messageFromWire, withRealName } from '../../../src/model/message';
import { Malformed } from '../../../src/model/parse';
import { minute, wireMessage } from '../../support/makers/message';

function messageOf(over: Partial<WireMessage>) {
  return messageFromWire(wireMessage('m', over), 'ann-id');
}

describe('messageFromWire', () => {
  const kinds: [string | undefined, string][] = [
    [undefined, 'said'],
    ['rm', 'deleted'],
    ['e2e', 'encrypted'],
    ['uj', 'system'],
    ['something-new', 'system'],
  ];
  for (const [t, kind] of kinds) {
    it(`takes type ${t ?? '(none)'} as ${kind}`, () => {
      const message = messageOf({ t });

      assert.deepEqual([message.kind, message.type], [kind, t]);
    });
  }

  it('shows an author by user name, or by the alias of the message', () => {
    assert.equal(messageOf({}).author.name, 'bob');
    assert.equal(messageOf({ alias: 'Build' }).author.name, 'Build');
  });

  it('sees a star only if it is mine', () => {
    const stars = [{ _id: 'bob-id' }, { _id: 'ann-id' }];

    assert.equal(messageOf({ starred: stars }).isStarred, true);
    assert.equal(messageOf({ starred: stars.slice(0, 1) }).isStarred, false);
  });

  it('forgets who pinned once the pin is taken off', () => {
    const pinnedBy = { _id: 'cleo-id', username: 'cleo' };

    assert.equal(messageOf({ pinned: true, pinnedBy }).pinnedBy, 'cleo');
    assert.equal(messageOf({ pinned: false, pinnedBy }).pinnedBy, undefined);
  });

  it('knows when it was pinned and who edited it', () => {
    const editedBy = { _id: 'cleo-id', username: 'cleo' };
    const message = messageOf({ pinned: true, pinnedAt: minute(2), editedAt: minute(3), editedBy });

    assert.deepEqual([message.pinnedAt, message.editedBy], [Date.parse(minute(2)), 'cleo']);
    assert.equal(messageOf({ pinned: false, pinnedAt: minute(2) }).pinnedAt, undefined);
  });

  it('knows how it wants to be shown', () => {
    const message = messageOf({
      alias: 'Build',
      avatar: 'https://x.example/a',
      emoji: ':x:',
      groupable: false,
    });

    assert.deepEqual(
      [message.hasAlias, message.avatar, message.emoji, message.standsAlone],
      [true, 'https://x.example/a', ':x:', true],
    );
  });

  it('knows whether somebody has not read it yet only where the server says so', () => {
    const said = [true, false, undefined].map((unread) => messageOf({ unread }).isUnreadBySome);

    assert.deepEqual(said, [true, false, undefined]);
  });

  it('takes no wrong kind of value for how it wants to be shown', () => {
    const wrong = { alias: 7, avatar: [], emoji: {}, groupable: 'no', unread: 1, blocks: 'x', editedBy: 5 };

    const message = messageOf(wrong as never);

    assert.deepEqual(
      [message.hasAlias, message.avatar, message.emoji, message.standsAlone, message.isUnreadBySome],
      [false, undefined, undefined, false, undefined],
    );
    assert.deepEqual([message.hasBlocks, message.editedBy], [false, undefined]);
  });

  it('knows a thread by its replies, and a reply by its thread', () => {
    const first = messageOf({ tcount: 2, tlm: minute(9) });
    const reply = messageOf({ tmid: 'first', tshow: true });

    assert.deepEqual([first.replies, first.lastReplyAt], [2, Date.parse(minute(9))]);
    assert.deepEqual([reply.thread, reply.isShownInRoom], ['first', true]);
  });

  it('knows who follows a thread, and that only a mention by name means me', () => {
    const followed = messageOf({ replies: ['bob-id', 'ann-id'], mentions: [{ _id: 'ann-id' }] });
    const other = messageOf({ replies: ['bob-id'], mentions: [{ _id: 'all' }] });

    assert.deepEqual([followed.isFollowed, followed.mentionsMe], [true, true]);
    assert.deepEqual([other.isFollowed, other.mentionsMe], [false, false]);
  });

  it('knows the discussion that it opened', () => {
    const { discussion } = messageOf({ drid: 'd', dcount: 3, dlm: minute(5) });

    assert.deepEqual(discussion, { room: 'd', messages: 3, lastAt: Date.parse(minute(5)) });
    assert.equal(messageOf({}).discussion, undefined);
  });

  it('finds the one file of older servers', () => {
    const { files } = messageOf({ file: { _id: 'f', name: 'build.log' } });

    assert.deepEqual(
      files.map(({ name }) => name),
      ['build.log'],
    );
  });

  it('keeps of attachments what is of the kind it should be', () => {
    const attachments = [
      { title: 'Build 7', text: 7, collapsed: 'yes', fields: [{ title: 'a', value: 'b' }, { title: 'c' }] },
      'nonsense',
      null,
    ];

    const message = messageOf({ attachments: attachments as never });

    assert.deepEqual(message.attachments, [
      { title: 'Build 7', fields: [{ title: 'a', value: 'b', short: false }] },
    ]);
  });

  it('follows quotes in quotes only so far', () => {
    const deep = (levels: number): WireAttachment =>
      levels === 0 ? { text: 'end' } : { text: 'quote', attachments: [deep(levels - 1)] };

    const { attachments } = messageOf({ attachments: [deep(1000)] });

    assert.equal(JSON.stringify(attachments).split('"quote"').length - 1, 4);
  });

  it('takes a tree only as a list of nodes', () => {
    const node = { type: 'PARAGRAPH', value: [] };

    assert.deepEqual(messageOf({ md: [node, { value: 1 }, null] as never }).tree, [node]);
    assert.equal(messageOf({ md: { type: 'PARAGRAPH' } as never }).tree, undefined);
  });

  it('keeps reactions with people behind them', () => {
    const reactions = { ':+1:': { usernames: ['bob', 7] }, ':x:': null, ':y:': { usernames: [] } };

    assert.deepEqual(messageOf({ reactions: reactions as never }).reactions, { ':+1:': ['bob'] });
    assert.deepEqual(messageOf({ reactions: [{ usernames: ['bob'] }] as never }).reactions, {});
  });

  it('refuses what has no id, room, author or time', () => {
    const broken: unknown[] = [
      null,
      { ...wireMessage('m'), _id: 5 },
      { ...wireMessage('m'), rid: '' },
      { ...wireMessage('m'), u: undefined },
      { ...wireMessage('m'), u: { _id: 'x' } },
      { ...wireMessage('m'), ts: 'yesterday' },
    ];

    for (const wire of broken) assert.throws(() => messageFromWire(wire as WireMessage, 'ann-id'), Malformed);
  });
});

describe('withRealName', () => {
  it('shows the real name instead of the user name', () => {
    assert.equal(withRealName(messageOf({})).author.name, 'Bob Stone');
  });

  it('leaves an alias alone, and who has no real name', () => {
    const nameless = { _id: 'bob-id', username: 'bob' };

    assert.equal(withRealName(messageOf({ alias: 'Build' })).author.name, 'Build');
    assert.equal(withRealName(messageOf({ u: nameless })).author.name, 'bob');
  });
});
