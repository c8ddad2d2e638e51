import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mask } from '../../../../src/model/guard/mask';
import { scan } from '../../../../src/model/guard/scan';
import { planted } from '../../../guard/planted';
import { noOwnRules } from '../../../support/openGuard';

const masked = async (text: string) => mask(text, await scan(text, noOwnRules));

describe('mask', () => {
  it('tells the kind of what was there, and nothing of its length', () => {
    const text = 'a = "12345"; b = "1";';

    const result = mask(text, [
      { start: 5, end: 10, rule: 'password' },
      { start: 18, end: 19, rule: 'password' },
    ]);

    assert.equal(result, 'a = "‹password masked›"; b = "‹password masked›";');
  });

  it('makes one line of a key of many', () => {
    assert.equal(
      mask('1\n2\n3\n4', [{ start: 2, end: 5, rule: 'private-key' }]),
      '1\n‹private-key masked›\n4',
    );
  });

  it('leaves a text as it is where nothing was found', () => {
    assert.equal(mask('plain', []), 'plain');
  });

  it('leaves nothing to be found, however secrets stand together', async () => {
    const texts = planted().map(({ text }) => text);
    const mixed = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 });
    const glue = fc.constantFrom('\n', '\n\n', ' ', ', ', '');

    await fc.assert(
      fc.asyncProperty(mixed, glue, async (some, between) => {
        const once = await masked(some.join(between));

        assert.equal(await masked(once), once);
      }),
      { numRuns: 300, seed: 1 },
    );
  }).timeout(30_000);
});
