import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { roomId } from '../../src/model/room';
import { EmojiList } from '../../src/webview/emojiList';
import { emojiPart } from '../../src/webview/emojiPart';
import { RecentEmoji } from '../../src/webview/emojiRecent';
import { eventually } from '../support/eventually';
import { FakeMemento } from '../support/fakes/memento';
import { sessionWith } from '../support/fakeSession';
import { FakePage } from '../support/openPage';

const ours = vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat');

describe('Emoji of a page', () => {
  const party = { _id: 'e1', name: 'party', aliases: ['fest'], extension: 'gif', _updatedAt: '' };
  let list: EmojiList;

  beforeEach(() => {
    assert.ok(ours);
    list = new EmojiList(ours.extensionUri, new RecentEmoji(new FakeMemento()));
  });
  afterEach(() => list.dispose());

  function opened(): FakePage {
    const answers = { emojiCustom: { list: () => ({ emojis: { update: [party], remove: [] } }) } };
    return new FakePage(sessionWith(answers).session);
  }

  it('are those that everybody has, and the server’s own with their pictures', async () => {
    const page = opened();
    const part = emojiPart(list)(page);
    part.begin();

    const told = await eventually('all are told', () =>
      page.of('emoji').find(({ emoji }) => emoji[0]?.category === 'custom'),
    );

    assert.deepEqual(told.emoji[0], {
      names: ['party', 'fest'],
      image: '/emoji-custom/party.gif',
      category: 'custom',
    });
    assert.ok(told.emoji.some(({ names }) => names.includes('thumbsup')));
    part.dispose();
  });

  it('are not told again when the page goes to another place', async () => {
    await list.load();
    const page = opened();
    const part = emojiPart(list)(page);
    part.begin();
    await eventually('all are told', () => page.of('emoji').length === 2);

    page.go({ room: roomId('other') });
    part.begin();

    assert.equal(page.of('emoji').length, 2);
    part.dispose();
  });

  it('are not told again when one is used: only which were used last', async () => {
    await list.load();
    const page = opened();
    const part = emojiPart(list)(page);
    part.begin();
    await eventually('all are told', () => page.of('emoji').length === 2);

    part.heed({ type: 'react', message: 'm', emoji: ':tada:' });
    await eventually('it is told', () => page.of('recentEmoji').length === 2);

    assert.deepEqual(page.of('recentEmoji').at(-1)?.recent, ['tada']);
    assert.equal(page.of('emoji').length, 2);
    part.dispose();
  });

  it('begin with those that were used last', async () => {
    await list.use(':tada:');
    await list.use('eyes');
    await list.use('tada');

    assert.deepEqual(list.recent(), ['tada', 'eyes']);
  });
});
