import assert from 'node:assert/strict';
import { overlap, windows } from '../../../../src/model/guard/windows';

/** Nothing that compares all with all may be given more. */
const most = 64 * 1024;

const texts = {
  'without lines': 'a'.repeat(300_000),
  'of short lines': `${'b'.repeat(99)}\n`.repeat(3_000),
  'of lines as long as a window': `${'c'.repeat(most)}\n`.repeat(4),
};

describe('windows', () => {
  it('shows a short text as a whole', () => {
    assert.deepEqual([...windows('short')], [{ part: 'short', at: 0 }]);
    assert.deepEqual([...windows('')], [{ part: '', at: 0 }]);
  });

  for (const [kind, text] of Object.entries(texts)) {
    it(`shows no rule much at once of a text ${kind}`, () => {
      const longest = Math.max(...[...windows(text)].map(({ part }) => part.length));

      assert.ok(longest <= most, `${longest}`);
    });

    it(`shows what is as long as a key whole in one of them, of a text ${kind}`, () => {
      const all = [...windows(text)];

      const ends = all.map(({ part, at }) => at + part.length);
      assert.equal(ends.at(-1), text.length);
      assert.ok(all.every(({ at }, index) => at <= (ends[index - 1] ?? 0) - overlap || index === 0));
    });
  }

  it('begins with a line where it can', () => {
    const text = texts['of short lines'];

    assert.ok([...windows(text)].every(({ at }) => at === 0 || text[at - 1] === '\n'));
  });
});
