import type { Clock } from '../base/clock';
import { Emitter } from '../base/event';
import { allowanceIn } from './allowance';
import type { CallOptions, RouteLimit, Waiting } from './client';
import { RouteLine, type Ticket } from './routeLine';
import type { Answer } from './transport';

/** The server's limits, one line for each route: waiting for one never delays another. */
export class RateLimits {
  private readonly lines = new Map<string, RouteLine>();
  private readonly said = new Map<string, RouteLimit>();
  private readonly waited = new Emitter<Waiting>();
  private tickets = 0;

  /** Fires when a call begins to wait, and again when its wait has become longer. */
  readonly onDidWait = this.waited.event;

  constructor(private readonly clock: Clock) {}

  ticket(route: string, priority: CallOptions['priority'] = 'person'): Ticket {
    this.tickets += 1;
    return { route, priority, number: this.tickets };
  }

  /**
   * Most calls meet no limit, and need neither a promise nor a listener for it; `done` must follow if true.
   */
  goesAtOnce({ route }: Ticket): boolean {
    return this.line(route).goesAtOnce();
  }

  /** Resolves when the call may go; `done` must follow. Rejects if the signal fires before. */
  turn(ticket: Ticket, signal: AbortSignal): Promise<void> {
    return this.line(ticket.route).turn(ticket, signal);
  }

  done(ticket: Ticket): void {
    this.line(ticket.route).done();
  }

  learn(route: string, answer: Answer<unknown>): void {
    const allowance = allowanceIn(answer, this.clock.now());
    if (!allowance) return;
    this.said.set(route, { route, ...allowance, resetAt: new Date(allowance.resetAt) });
    this.line(route).learn(allowance);
  }

  pause(route: string, until: Date): void {
    this.line(route).pause(until.getTime());
  }

  limitOf(route: string): RouteLimit | undefined {
    return this.said.get(route);
  }

  private line(route: string): RouteLine {
    const known = this.lines.get(route);
    if (known) return known;
    const line = new RouteLine(this.clock, (ticket, until) =>
      this.waited.fire({ route: ticket.route, until: new Date(until) }),
    );
    this.lines.set(route, line);
    return line;
  }
}
