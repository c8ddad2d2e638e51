import { setTimeout } from 'node:timers/promises';
import type { StandIn } from '../../server/server';
import { startTown } from '../samples/town';
import { answered } from './answered';
import { done } from './done';
import { ended } from './ended';
import type { Fault } from './fault';
import { limited } from './limited';
import { lost } from './lost';
import { allRows, type Row } from './rows';
import { Trial } from './trial';

/** Everything that goes wrong, and first that nothing does. */
export const faults: readonly Fault[] = [done, ...ended, ...limited, ...answered, ...lost];

/** Where a promise did not hold. */
export interface Broken {
  readonly row: Row;
  readonly error: unknown;
}

/** Calls every method in every trouble, each but once however often it is asked for. */
export class Walk {
  readonly rows = allRows();
  private readonly walked = new Map<Fault, Promise<readonly Broken[]>>();
  private readonly held = new Map<Row, Set<Fault>>();

  /** The rows for which the promise does not hold. */
  through(fault: Fault): Promise<readonly Broken[]> {
    const known = this.walked.get(fault) ?? this.walk(fault);
    this.walked.set(fault, known);
    return known;
  }

  /** Under which faults a row has held so far. */
  heldBy(row: Row): ReadonlySet<Fault> {
    return this.held.get(row) ?? new Set();
  }

  private async walk(fault: Fault): Promise<readonly Broken[]> {
    const broken: Broken[] = [];
    for (const version of new Set(this.rows.map((row) => row.version))) {
      const server = await startTown({ version });
      for (const row of this.rows.filter((one) => one.version === version)) {
        const error = await step(row, fault, server);
        if (error === undefined) this.held.set(row, new Set([...this.heldBy(row), fault]));
        else broken.push({ row, error });
        // The others would take as long again.
        if (error === endless) break;
      }
      await server.close();
    }
    return broken;
  }
}

/** What went wrong, if anything did. */
async function step(row: Row, fault: Fault, server: StandIn): Promise<unknown> {
  server.faults.clear();
  if (fault.acts || row.isPrepared) server.reset();
  const watch = new AbortController();
  try {
    const trial = Trial.of(row, server).then(fault.check);
    return await Promise.race([trial, setTimeout(longestMs, endless, { signal: watch.signal })]);
  } catch (error) {
    return error ?? 'nothing was thrown';
  } finally {
    watch.abort();
  }
}

const endless = 'has no end';

/** No call takes a hundredth of it: it is there to name the one that hangs. */
const longestMs = 10_000;
