import { GapTrials } from '../support/gaps/trial';
import { counted, type Measurement } from './measure';

/** Beyond those of the unit floor. */
const first = 1_000;
const seeds = 2_000;

/** How many random gaps end with something else than what the server has. */
export async function measureGaps(): Promise<Measurement[]> {
  const trials = await GapTrials.begin();
  let passed = 0;
  try {
    for (let seed = first; seed < first + seeds; seed++) passed += await isRepaired(trials, seed);
  } finally {
    await trials.end();
  }
  return [counted('gaps.lost', `of ${seeds} seeds`, seeds - passed, 0)];
}

async function isRepaired(trials: GapTrials, seed: number): Promise<number> {
  try {
    await trials.run(seed);
    return 1;
  } catch (error) {
    console.error(error);
    return 0;
  }
}
