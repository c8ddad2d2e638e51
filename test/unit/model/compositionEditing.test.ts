import assert from 'node:assert/strict';
import { renewalOf } from '../../../src/model/compositionEditing';
import { composition } from '../../support/makers/composition';

const saying = (text: string) => composition({ text });

describe('The draft of a change', () => {
  for (const [what, { was, mine, now }, kind] of [
    ['goes on where the message is as it was', { was: 'Helo', mine: 'Hello', now: 'Helo' }, 'none'],
    ['follows the message where nothing was written', { was: 'Helo', mine: 'Helo', now: 'Hello' }, 'follow'],
    ['asks where both have changed', { was: 'Helo', mine: 'Hello!', now: 'Hello' }, 'ask'],
    ['goes on where both say the same by now', { was: 'Helo', mine: 'Hello', now: 'Hello' }, 'none'],
  ] as const)
    it(what, () => {
      const draft = { form: saying(mine), said: saying(was) };

      assert.equal(renewalOf(draft, saying(now)).kind, kind);
    });

  it('goes on where nobody knows how the message read', () => {
    assert.deepEqual(renewalOf({ form: saying('Hello!') }, saying('Hello')), { kind: 'none' });
  });
});
