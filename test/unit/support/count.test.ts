import assert from 'node:assert/strict';
import { countOf, sum } from '../../support/count';

describe('countOf', () => {
  const cases: [what: string, ending: Parameters<typeof countOf>[0], expected: [number, number]][] = [
    ['all passed', { exitCode: 0, counted: { passed: 7, failed: 0 } }, [7, 0]],
    ['some failed', { exitCode: 2, counted: { passed: 5, failed: 2 } }, [5, 2]],
    ['nothing was counted', { exitCode: 0, counted: undefined }, [0, 1]],
    ['no test was there', { exitCode: 0, counted: { passed: 0, failed: 0 } }, [0, 1]],
    ['it broke after counting', { exitCode: 1, counted: { passed: 7, failed: 0 } }, [7, 1]],
    ['it had to be stopped', { exitCode: undefined, counted: undefined }, [0, 1]],
  ];

  for (const [what, ending, [passed, failed]] of cases) {
    it(`says ${passed} passed, ${failed} failed when ${what}`, () => {
      const count = countOf(ending);

      assert.deepEqual(count, { passed, failed });
    });
  }
});

describe('sum', () => {
  it('adds over all floors', () => {
    const total = sum([
      { passed: 3, failed: 0 },
      { passed: 40, failed: 2 },
    ]);

    assert.deepEqual(total, { passed: 43, failed: 2 });
  });
});
