import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { ApiError, type FailureKind } from '../../../src/api/errors';
import type { ActiveFault, Trouble } from '../../server/http/faults';
import type { LoggedRequest } from '../../server/http/requestLog';
import type { StandIn } from '../../server/server';
import { clientOf } from '../clientOf';
import { FakeClock } from '../fakeClock';
import { townTime } from '../samples/town';
import type { Row } from './rows';

/** How a call ended. */
export type Ending = { readonly reply: unknown } | { readonly error: ApiError };

/** One call of one method in one trouble, and all that can be seen of it. */
export class Trial {
  readonly clock = new FakeClock(townTime);
  readonly log: string[] = [];
  private readonly controller = new AbortController();
  private readonly sentBefore: number;

  private constructor(
    readonly row: Row,
    readonly server: StandIn,
    private readonly args: unknown,
  ) {
    this.sentBefore = server.requests.all().length;
  }

  static async of(row: Row, server: StandIn): Promise<Trial> {
    return new Trial(row, server, await row.args(server));
  }

  /** What the server has seen of this call. */
  get requests(): readonly LoggedRequest[] {
    return this.server.requests.all().slice(this.sentBefore);
  }

  trouble(trouble: Trouble & { readonly times?: number; readonly after?: boolean }): ActiveFault {
    return this.server.faults.add({ ...trouble, path: this.row.path });
  }

  cancel(): void {
    this.controller.abort();
  }

  /** Begins the call, elsewhere if said. */
  begin(at: { readonly url: string } = this.server, fetch?: typeof globalThis.fetch): Promise<Ending> {
    const { as, version } = this.row;
    const log = (line: string) => void this.log.push(line);
    const client = clientOf(at, { as, version, fetch, log, clock: this.clock, random: () => 0.5 });
    return endingOf(this.row.call(client, this.args, { signal: this.controller.signal }));
  }

  /** The whole call, its pauses between tries included. */
  async run(): Promise<Ending> {
    const ending = this.begin();
    for (const pause of [300, 600]) {
      const ended = await Promise.race([ending, this.clock.untilPending(pause)]);
      if (ended) return ended;
      await this.clock.advance(pause);
    }
    return ending;
  }

  /** Looks at what every call must leave behind, however it ended: nothing. */
  leftNothing(ending: Ending): void {
    assert.deepEqual(getEventListeners(this.controller.signal, 'abort'), [], 'a listener stays');
    assert.deepEqual(this.clock.pending, [], 'a timer stays');
    const seen = 'error' in ending ? [...this.log, inspect(ending.error, { depth: 9 })] : this.log;
    for (const text of seen) {
      const told = this.row.secrets.filter((secret) => text.includes(secret));
      assert.deepEqual(told, [], 'a secret is told');
    }
    assert.notDeepEqual(this.log, [], 'the call is not logged');
    for (const line of this.log) assert.match(line, /^(?:GET|POST) \S+ (?:\d+ )?\w+ \d+ ms$/);
  }
}

/** What must have come out. */
export interface Expected {
  /** `ok` where it succeeds. */
  readonly outcome: FailureKind | 'ok';
  readonly sent: number;
  readonly status?: number;
  /** The row's own if absent. */
  readonly route?: string;
}

/** Fails with all that is not as the promise has it. */
export function assertEnding(trial: Trial, ending: Ending, expected: Expected): void {
  const { outcome, sent, status, route = trial.row.route } = expected;
  const told = outcome === 'ok' ? undefined : route;
  assert.deepEqual(
    { ...seenIn(ending), sent: trial.requests.length },
    { outcome, status, route: told, sent },
  );
  trial.leftNothing(ending);
}

function seenIn(ending: Ending) {
  if ('reply' in ending) return { outcome: 'ok', status: undefined, route: undefined };
  const { failure, call } = ending.error;
  return { outcome: failure.kind, status: call.status, route: call.route };
}

async function endingOf(call: Promise<unknown>): Promise<Ending> {
  try {
    return { reply: await call };
  } catch (error) {
    if (error instanceof ApiError) return { error };
    throw new Error('The call failed with something else than an ApiError', { cause: error });
  }
}
