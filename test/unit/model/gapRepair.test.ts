import { GapTrials } from '../../support/gaps/trial';

const seeds = 200;

/** `GAP_SEED=17` replays that one alone. */
function seedsToTry(): number[] {
  const { GAP_SEED: replayed } = process.env;
  return replayed === undefined ? Array.from({ length: seeds }, (_, at) => at) : [Number(replayed)];
}

describe('gap repair', () => {
  let trials: GapTrials;
  before(async () => void (trials = await GapTrials.begin()));
  after(() => trials.end());

  it('ends with what the server has, whatever was missed, repeated or out of order', async function () {
    this.timeout(240_000);
    for (const seed of seedsToTry()) await trials.run(seed);
  });
});
