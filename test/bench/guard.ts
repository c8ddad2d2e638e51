import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { scan } from '../../src/model/guard/scan';
import { noOwnRules } from '../support/openGuard';
import { type Measurement, timed } from './measure';

const size = 1_000_000;

/** A large file that holds no secret, as it is looked through before it leaves. */
export async function measureGuard(): Promise<Measurement[]> {
  const text = ordinaryCode();
  const run = () => scan(text, noOwnRules);
  return [await timed({ name: 'guard.scan', budget: 1_500, rounds: 7, warmUps: 2, run })];
}

/** TypeScript as people write it: our own. */
function ordinaryCode(): string {
  const files = globSync('src/**/*.ts').toSorted();
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  assert.ok(text.length >= size, `${text.length} characters`);
  return text.slice(0, size);
}
