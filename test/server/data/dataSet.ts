import { demoSeed } from './demo';
import { emptySeed } from './empty';
import { type Filling, largeSet } from './large/large';
import type { Seed } from './seed';

export type DataName = 'demo' | 'empty' | 'large';

/** The data set of that name, or the one handed in. */
export function dataSet(data: DataName | Seed, now: Date, seed: string): Seed | Filling {
  if (data === 'empty') return emptySeed;
  if (data === 'large') return largeSet(seed);
  return data === 'demo' ? demoSeed(now, seed) : data;
}
