import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Count, countOf, readCount, sum } from '../count';
import { runScript } from '../script';

const steps = ['build', 'check:types', 'check:lint', 'check:format'];
const floors = ['test:unit', 'test:host', 'test:browser'];

// What `npm test` is: everything, one after another, whatever failed before; the last line counts it all.
void main().then((code) => {
  process.exitCode = code;
});

async function main(): Promise<number> {
  const counts: Count[] = [];
  for (const step of steps) counts.push(await runStep(step));
  for (const floor of floors) counts.push(await runFloor(floor));
  const { passed, failed } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A step is one test. */
async function runStep(step: string): Promise<Count> {
  const exitCode = await runScript(step);
  console.log(`${exitCode === 0 ? '✔' : '✘'} ${step}`);
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A floor counts itself, in a file: its output is for people. */
async function runFloor(floor: string): Promise<Count> {
  console.log(`\n${floor}`);
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  const file = join(folder, 'counts.json');
  try {
    const exitCode = await runScript(floor, { COUNTS_FILE: file });
    return countOf({ exitCode, counted: readCount(file) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
