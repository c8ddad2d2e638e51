import { demoSeed } from './demo';
import { emptySeed } from './empty';
import type { Seed } from './seed';

/** The data set of that name, or the one handed in. */
export function dataSet(data: 'demo' | 'empty' | Seed, now: Date, seed: string): Seed {
  if (data === 'empty') return emptySeed;
  return data === 'demo' ? demoSeed(now, seed) : data;
}
