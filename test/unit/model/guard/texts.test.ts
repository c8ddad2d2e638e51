import assert from 'node:assert/strict';
import type { Guard } from '../../../../src/model/guard/guard';
import { checkTexts, type Texts } from '../../../../src/model/guard/texts';
import { maskingGuard } from '../../../support/openGuard';

interface Pair {
  readonly first: string;
  readonly more: readonly string[];
}

const ofPair: Texts<Pair> = ({ first, more }, through) => ({
  first: through({ text: first, label: 'first' }),
  more: more.map((text) => through({ text })),
});

const pair = (first: string, ...more: readonly string[]): Pair => ({ first, more });

describe('checkTexts', () => {
  it('asks once for all texts, with their labels', async () => {
    const asked: unknown[] = [];
    const guard: Guard = {
      check: (passages) => {
        asked.push(passages);
        return maskingGuard.check(passages);
      },
    };

    await checkTexts(guard, pair('a', 'b', 'c'), ofPair);

    assert.deepEqual(asked, [[{ text: 'a', label: 'first' }, { text: 'b' }, { text: 'c' }]]);
  });

  it('puts each back where it came from', async () => {
    const checked = await checkTexts(maskingGuard, pair('a hush', 'b', 'hush c'), ofPair);

    assert.deepEqual(checked, pair('a masked', 'b', 'masked c'));
  });

  it('answers the same thing where nothing was masked', async () => {
    const harmless = pair('a', 'b');

    assert.equal(await checkTexts(maskingGuard, harmless, ofPair), harmless);
  });

  it('answers nothing where the person goes no further', async () => {
    const closed: Guard = { check: () => Promise.resolve(undefined) };

    assert.equal(await checkTexts(closed, pair('a'), ofPair), undefined);
  });
});
