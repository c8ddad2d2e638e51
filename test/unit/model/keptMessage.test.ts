import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import { keptMessage } from '../../../src/model/keptMessage';
import { messageFromWire, withRealName, type Message } from '../../../src/model/message';
import { minute, wireMessage } from '../../support/makers/message';

/** What comes back of a message that was written as JSON and read again. */
function back(message: Message): Message {
  // As it was written on the line before.
  const wire = JSON.parse(JSON.stringify(keptMessage(message, 'ann-id'))) as WireMessage;
  return messageFromWire(wire, 'ann-id');
}

function seen(over: Partial<WireMessage> = {}): Message {
  return messageFromWire(wireMessage('m', over), 'ann-id');
}

describe('keptMessage', () => {
  const cases: [string, Partial<WireMessage>][] = [
    ['a plain message', {}],
    ['a thread that I follow', { tcount: 3, tlm: minute(9), replies: ['ann-id', 'bob-id'] }],
    ['a reply that its room shows', { tmid: 'first', tshow: true }],
    [
      'a pin and a star',
      {
        pinned: true,
        pinnedBy: { _id: 'x', username: 'x' },
        pinnedAt: minute(4),
        starred: [{ _id: 'ann-id' }],
      },
    ],
    ['reactions', { reactions: { ':tada:': { usernames: ['ann', 'bob'] } } }],
    ['files and attachments', { files: [{ _id: 'f', name: 'a.txt' }], attachments: [{ title: 'a.txt' }] }],
    ['an edit that names me', { editedAt: minute(3), mentions: [{ _id: 'ann-id' }], _updatedAt: minute(3) }],
    ['who edited it', { editedAt: minute(3), editedBy: { _id: 'x', username: 'x' } }],
    ['an alias', { alias: 'Release bot' }],
    ['an alias that is the user name', { alias: 'bob' }],
    [
      'how it wants to be shown',
      { avatar: 'https://x.example/a.png', emoji: ':rocket:', groupable: false, unread: true, blocks: [{}] },
    ],
    [
      'whom it names',
      {
        mentions: [
          { _id: 'ann-id', username: 'ann', name: 'Ann Lee' },
          { _id: 'team-id', name: 'platform', type: 'team' },
          { _id: 'all', username: 'all' },
        ],
        channels: [{ _id: 'r', name: 'general', fname: 'General' }],
      },
    ],
    [
      'a preview',
      {
        urls: [
          {
            url: 'https://example.org',
            meta: {
              ogTitle: 'Title',
              description: 'Text',
              ogSiteName: 'Site',
              ogImage: 'https://x.example/i',
            },
            headers: { contentType: 'text/html' },
          },
        ],
      },
    ],
    ['a discussion', { t: 'discussion-created', drid: 'side', dcount: 4, dlm: minute(8) }],
    ['parsed text', { md: [{ type: 'PARAGRAPH', value: [] }] }],
  ];

  for (const [what, over] of cases) {
    it(`brings back ${what}`, () => {
      assert.deepEqual(back(seen(over)), seen(over));
    });
  }

  it('brings back the user name of an author who is shown by the real one', () => {
    const shown = withRealName(seen());

    assert.deepEqual(back(shown), seen());
  });
});
