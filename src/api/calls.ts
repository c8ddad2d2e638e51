import { sleep } from '../base/async';
import type { Clock } from '../base/clock';
import { Emitter } from '../base/event';
import type { CallOptions } from './client';
import { Deadline } from './deadline';
import { ApiError, failureOf } from './errors';
import { apiError } from './failure';
import { RateLimits } from './rateLimit';
import { logLine } from './redact';
import { isFromServer, type Outgoing } from './request';
import { Tries, type RetryPolicy } from './retry';
import type { Ticket } from './routeLine';
import type { Answer } from './transport';

export interface Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: (line: string) => void;
}

/** How one call is sent, repeated and read. */
export interface Plan<Body, Reply> {
  readonly out: Outgoing;
  readonly ms: number;
  readonly policy: RetryPolicy;
  readonly send: (signal: AbortSignal) => Promise<Answer<Body>>;
  /** The reply in an answer; throws `ApiError`. */
  readonly judge: (answer: Answer<Body>, now: number) => Reply;
}

/** Carries calls through: their turn under the limit, their tries, their end. */
export class Calls {
  /** What a log throws is no failure of the call. */
  private readonly ended = new Emitter<string>();

  readonly limits: RateLimits;

  constructor(private readonly around: Surroundings) {
    this.limits = new RateLimits(around.clock);
    this.ended.event(around.log);
  }

  /** Rejects with `ApiError` only. */
  async run<Body, Reply>(plan: Plan<Body, Reply>, options: CallOptions = {}): Promise<Reply> {
    const { clock } = this.around;
    const startedAt = clock.now();
    const deadline = new Deadline(clock, plan.ms, options.signal);
    const ticket = this.limits.ticket(plan.out.route, options.priority);
    try {
      const reply = await this.tries(plan, ticket, deadline);
      this.ended.fire(logLine(plan.out.route, 'ok', clock.now() - startedAt));
      return reply;
    } catch (error) {
      const failed = deadline.endedBy ? apiError({ kind: deadline.endedBy }, plan.out) : error;
      this.ended.fire(logLine(plan.out.route, outcome(failed), clock.now() - startedAt));
      throw failed;
    } finally {
      deadline.dispose();
    }
  }

  private async tries<Body, Reply>(
    plan: Plan<Body, Reply>,
    ticket: Ticket,
    deadline: Deadline,
  ): Promise<Reply> {
    const tries = new Tries(plan.policy, this.around.random);
    for (;;) {
      deadline.signal.throwIfAborted();
      try {
        return await this.attempt(plan, ticket, deadline);
      } catch (error) {
        const pause = tries.pauseAfter(error);
        if (pause === undefined) throw error;
        if (pause > 0) await sleep(this.around.clock, pause, deadline.signal);
      }
    }
  }

  private async attempt<Body, Reply>(
    plan: Plan<Body, Reply>,
    ticket: Ticket,
    deadline: Deadline,
  ): Promise<Reply> {
    if (!this.limits.goesAtOnce(ticket)) {
      await deadline.pausedDuring(() => this.limits.turn(ticket, deadline.signal));
    }
    try {
      const answer = await plan.send(deadline.signal);
      if (isFromServer(answer, plan.out)) this.limits.learn(ticket.route, answer);
      return plan.judge(answer, this.around.clock.now());
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'rateLimited') this.limits.pause(ticket.route, failure.retryAt);
      throw error;
    } finally {
      this.limits.done(ticket);
    }
  }
}

function outcome(error: unknown): string {
  if (!(error instanceof ApiError)) return 'error';
  const { failure, call } = error;
  return call.status === undefined ? failure.kind : `${call.status} ${failure.kind}`;
}
