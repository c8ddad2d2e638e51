/** One line of the table; `value`, `baseline` are medians. A ratio over the budget is not ok. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly budget: number | null;
  readonly ok: boolean | null;
  readonly p95?: number;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds. */
  readonly budget: number;
  readonly rounds: number;
  /** Rounds before those that count: until the engine has compiled what it runs. */
  readonly warmUps?: number;
  readonly run: () => Promise<unknown>;
}

export interface Pair extends Timing {
  /** What `run` may take of what `against` takes. */
  readonly budget: number;
  readonly against: () => Promise<unknown>;
}

/** What two things took, each pair under the same conditions. */
export interface PairedTimes {
  readonly times: readonly number[];
  readonly baselines: readonly number[];
}

export interface Difference extends PairedTimes {
  readonly name: string;
  /** Milliseconds that one may take on top of the other. */
  readonly budget: number;
}

const usualWarmUps = 300;

/** Times both in turn, A B A B, so that whatever slows the machine down slows both. */
export async function comparePair(pair: Pair): Promise<Measurement> {
  const { name, budget, rounds, warmUps = usualWarmUps, run, against } = pair;
  const times: number[] = [];
  const baselines: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const [time, baseline] = [await milliseconds(run), await milliseconds(against)];
    if (round < 0) continue;
    times.push(time);
    baselines.push(baseline);
  }
  const value = percentile(times, 0.5);
  const baseline = percentile(baselines, 0.5);
  const ratio = value / baseline;
  return {
    name,
    unit: 'ms',
    value,
    baseline,
    ratio,
    budget,
    ok: ratio <= budget,
    p95: percentile(times, 0.95),
  };
}

/** One thing alone that says itself how many milliseconds it took. */
export function measured(timing: Timing & { readonly run: () => Promise<number> }): Promise<Measurement> {
  return alone(timing, timing.run);
}

/** Times one thing alone. */
export function timed(timing: Timing): Promise<Measurement> {
  return alone(timing, milliseconds);
}

/** The same in what this process alone takes of the processors. */
export function timedCpu(timing: Timing): Promise<Measurement> {
  return alone(timing, cpuMilliseconds);
}

async function alone(
  { warmUps = usualWarmUps, ...timing }: Timing,
  measure: (run: Timing['run']) => Promise<number>,
): Promise<Measurement> {
  const { name, budget, rounds, run } = timing;
  const times: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const time = await measure(run);
    if (round >= 0) times.push(time);
  }
  return { ...counted(name, 'ms', percentile(times, 0.5), budget), p95: percentile(times, 0.95) };
}

export interface Rate {
  readonly name: string;
  readonly unit: string;
  /** The least that is wanted. */
  readonly budget: number;
  readonly rounds: number;
  readonly warmUps: number;
  /** How many in a second. */
  readonly run: () => Promise<number>;
}

/** How many in a second: more is better. */
export async function rated({ name, unit, budget, rounds, warmUps, run }: Rate): Promise<Measurement> {
  const rates: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const rate = await run();
    if (round >= 0) rates.push(rate);
  }
  const value = percentile(rates, 0.5);
  return { name, unit, value, baseline: null, ratio: null, budget, ok: value >= budget };
}

/** How much longer one thing took than another: `value` is the difference, not the whole. */
export function difference({ name, budget, times, baselines }: Difference): Measurement {
  const differences = times.map((time, index) => time - (baselines[index] ?? Number.NaN));
  return {
    ...counted(name, 'ms', percentile(differences, 0.5), budget),
    baseline: percentile(baselines, 0.5),
    p95: percentile(differences, 0.95),
  };
}

/** Something counted, not timed. */
export function counted(name: string, unit: string, value: number, budget: number | null): Measurement {
  return {
    name,
    unit,
    value,
    baseline: null,
    ratio: null,
    budget,
    ok: budget === null ? null : value <= budget,
  };
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function cpuMilliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
