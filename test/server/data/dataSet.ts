import { demoSeed } from './demo';
import { emptySeed } from './empty';
import type { Seed } from './seed';

/** The data set of that name, or the one handed in. */
export function dataSet(data: 'demo' | 'empty' | Seed, now: Date, seed: string): Seed {
  if (data === 'empty') return emptySeed;
  if (data === 'demo') return demoSeed(now, seed);
  return data;
}
