import assert from 'node:assert/strict';
import { emojiItems } from '../../src/commands/pickEmoji';
import { message } from '../support/makers/message';

const all = [
  { names: ['tada', 'hooray'], unicode: '🎉' },
  { names: ['eyes'], unicode: '👀' },
  { names: ['+1', 'thumbsup'], unicode: '👍' },
  { names: ['party_parrot'] },
];

function rowsOf(recent: readonly string[], reactions: Record<string, string[]> = {}) {
  const items = emojiItems(all, recent, { message: message('m', { reactions }), username: 'ann' });
  return items.map(({ label, description = '', detail = '' }) =>
    [label, description, detail].filter((part) => part !== '').join(' | '),
  );
}

describe('The emoji to react with', () => {
  it('are those used last, then all others, by each of their names', () => {
    assert.deepEqual(rowsOf(['thumbsup', 'unknown']), [
      'Recent',
      '👍 :thumbsup: | :+1:',
      'All',
      '🎉 :tada: | :hooray:',
      '👀 :eyes:',
      ':party_parrot:',
    ]);
  });

  it('begin with those on the message, and say which are taken back', () => {
    assert.deepEqual(rowsOf(['eyes'], { ':eyes:': ['bob', 'ann'], ':$(bug):': ['bob'] }), [
      'On the message',
      '👀 :eyes: | Takes your reaction back',
      ':$\u200b(bug):',
      'All',
      '🎉 :tada: | :hooray:',
      '👍 :+1: | :thumbsup:',
      ':party_parrot:',
    ]);
  });
});
