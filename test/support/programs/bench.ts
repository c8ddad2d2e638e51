import { writeFileSync } from 'node:fs';
import { measureActivation } from '../../bench/activate';
import { measureBundles } from '../../bench/bundles';
import { measureCalls } from '../../bench/calls';
import { measureComposer } from '../../bench/compose/compose';
import { measureConversation } from '../../bench/conversation/conversation';
import { measureGaps } from '../../bench/gaps';
import { measureGuard } from '../../bench/guard';
import { measureHistory } from '../../bench/history';
import { measureIdle } from '../../bench/idle';
import { measureMerge } from '../../bench/merge';
import { measurePaging } from '../../bench/paging';
import { measureRooms } from '../../bench/rooms';

void main();

/** Measures, prints a table and writes `dist/bench.json`. */
async function main(): Promise<void> {
  const measurements = [
    ...(await measureBundles()),
    ...(await measureCalls()),
    ...(await measurePaging()),
    ...(await measureHistory()),
    ...(await measureActivation()),
    ...(await measureMerge()),
    ...(await measureGuard()),
    ...(await measureIdle()),
    ...(await measureGaps()),
    ...(await measureRooms()),
    ...(await measureConversation()),
    ...(await measureComposer()),
  ];
  console.table(
    measurements.map(({ name, unit, value, baseline, ratio, p95, budget, ok }) => ({
      name,
      unit,
      value: round(value),
      baseline: round(baseline),
      ratio: round(ratio),
      p95: round(p95 ?? null),
      budget,
      ok,
    })),
  );
  writeFileSync('dist/bench.json', `${JSON.stringify(measurements, undefined, 2)}\n`);
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
