import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { clientParameters } from '../../../support/clientTable';
import { markdownReport, report } from '../../../support/walk/report';
import { faults, Walk } from '../../../support/walk/walk';

const walk = new Walk();

describe('every method of the client', function () {
  // Two hundred calls and more in each test, beside a busy machine's other work.
  this.timeout(60_000);

  for (const fault of faults) {
    it(fault.words, async () => {
      const broken = await walk.through(fault);

      assert.deepEqual(
        broken.map(({ row, error }) => `${row.name}: ${String(error)}`),
        [],
      );
    });
  }

  it('has stood all of it, without a gap', async function () {
    // All of it is walked here, where the tests above are left out.
    this.timeout(faults.length * 60_000);
    const parameters = clientParameters();

    for (const fault of faults) await walk.through(fault);
    const gaps = walk.rows.flatMap((row) =>
      faults.filter((fault) => !walk.heldBy(row).has(fault)).map(({ words }) => `${row.name} ${words}`),
    );

    process.stdout.write(`${report(walk, parameters)}\n`);
    keep(markdownReport(walk, parameters));
    assert.deepEqual(gaps, []);
    assert.deepEqual(new Set(walk.rows.map(({ name }) => name)), new Set(parameters.keys()));
  });
});

/** For later; the output of the tests has it as well. */
function keep(page: string): void {
  mkdirSync('dist/test-output', { recursive: true });
  writeFileSync('dist/test-output/endpoints.md', page);
}
