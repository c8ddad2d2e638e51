import assert from 'node:assert/strict';
import { roomId, type Room } from '../../../src/model/room';
import { listsOf } from '../../../src/model/roomLists';
import { usualSettings, type ServerSettings } from '../../../src/model/serverSettings';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, pageOf, wireMessage, wireMessages } from '../../support/makers/message';
import { direct, room } from '../../support/makers/room';

const general = roomId('general');

describe('listsOf', () => {
  const cases: [string, Room, Partial<ServerSettings>, string][] = [
    ['a channel', room('a'), {}, 'threads pinned starred mentions discussions'],
    ['a direct message', direct('bob'), {}, 'threads pinned starred discussions'],
    ['a discussion', room('a', { kind: 'discussion' }), {}, 'threads pinned starred mentions'],
    ['a server without threads', room('a'), { allowsThreads: false }, 'pinned starred mentions discussions'],
    [
      'a server without discussions, pins and stars',
      room('a'),
      { allowsDiscussions: false, allowsPinning: false, allowsStarring: false },
      'threads mentions',
    ],
  ];
  for (const [name, one, over, expected] of cases) {
    it(`opens into what there is in ${name}`, () => {
      assert.equal(listsOf(one, { ...usualSettings, ...over }).join(' '), expected);
    });
  }

  it('takes nothing for switched off before the settings are known', () => {
    assert.equal(listsOf(room('a')).length, 5);
  });
});

describe('Session.list of mentions and discussions', () => {
  it('lists what names me, the latest first, with nobody else’s stars', async () => {
    const mentions = [{ _id: 'ann-id', username: 'ann' }];
    const all = wireMessages(2, { mentions, starred: [{ _id: 'bob-id' }] }).reverse();
    const { session } = sessionWith({ chat: { getMentionedMessages: (args) => pageOf(all, args) } });
    const list = session.list(general, 'mentions');

    await list.load();

    assert.deepEqual(list.ids, ['m2', 'm1']);
    assert.equal(session.messages.get(message('m1').id)?.isStarred, false);
  });

  it('takes in a mention that comes live', async () => {
    const { session } = sessionWith({ chat: { getMentionedMessages: (args) => pageOf([], args) } });
    const list = session.list(general, 'mentions');
    await list.load();

    session.receive([
      wireMessage('a', { mentions: [{ _id: 'ann-id', username: 'ann' }] }),
      wireMessage('b', { mentions: [{ _id: 'all', username: 'all' }] }),
    ]);

    assert.deepEqual(list.ids, ['a']);
  });

  it('lists discussions, asking for no order', async () => {
    const all = [wireMessage('plan', { t: 'discussion-created', drid: 'plan-room', dcount: 3 })];
    const { client, session } = sessionWith({ chat: { getDiscussions: (args) => pageOf(all, args) } });
    const list = session.list(general, 'discussions');

    await list.load();

    assert.deepEqual(list.ids, ['plan']);
    assert.deepEqual(argsOf(client, 'chat.getDiscussions'), [{ roomId: 'general', count: 50, offset: 0 }]);
  });
});
