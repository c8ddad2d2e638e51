import assert from 'node:assert/strict';
import { withComment } from '../../../src/commands/shareComment';
import type { Fitting } from '../../../src/commands/shareFit';

describe('withComment', () => {
  /** A person who writes this in turn, and leaves after that. */
  function writer(...comments: string[]) {
    const drafts: string[] = [];
    const ask = (draft: string) => {
      drafts.push(draft);
      return Promise.resolve(comments.shift());
    };
    return { drafts, ask };
  }

  /** Takes up to ten characters. */
  const fit = (comment: string): Promise<Fitting<string>> =>
    Promise.resolve(comment.length > 10 ? { state: 'left' } : { state: 'fits', message: `${comment}!` });

  it('makes the message with the comment', async () => {
    assert.equal(await withComment(writer('look').ask, fit), 'look!');
  });

  it('gives a comment back that was too long, as often as it takes', async () => {
    const { ask, drafts } = writer('long long comment', 'long comment', 'comment');

    const text = await withComment(ask, fit);

    assert.equal(text, 'comment!');
    assert.deepEqual(drafts, ['', 'long long comment', 'long comment']);
  });

  it('ends when the person leaves the comment', async () => {
    assert.equal(await withComment(writer().ask, fit), undefined);
  });

  for (const [state, comment] of [
    ['copied', 'a comment'],
    ['left', ''],
  ] as const) {
    it(`does not ask again where nothing can be lost: ${state} with "${comment}"`, async () => {
      const { ask, drafts } = writer(comment, 'more');

      const text = await withComment(ask, () => Promise.resolve({ state }));

      assert.deepEqual([text, drafts.length], [undefined, 1]);
    });
  }
});
