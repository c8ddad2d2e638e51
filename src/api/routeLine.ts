import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import type { Allowance } from './allowance';
import type { CallOptions } from './client';

/** A call's place in line; kept over its tries, so that a refused one is not sent to the back. */
export interface Ticket {
  readonly route: string;
  readonly priority: NonNullable<CallOptions['priority']>;
  readonly number: number;
}

interface Waiter {
  readonly ticket: Ticket;
  readonly start: () => void;
  toldUntil?: number;
}

/** The calls of one route: no more are under way than the server said it would take. */
export class RouteLine {
  private readonly waiting: Waiter[] = [];
  private underWay = 0;
  /** Without `resetAt` it is a new window, whose first answer will tell when it ends. */
  private known:
    { readonly limit: number; readonly remaining: number; readonly resetAt?: number } | undefined;
  private alarm: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly tellWait: (ticket: Ticket, until: number) => void,
  ) {}

  /** Whether a call may go without standing in line, which `done` must end as well. */
  goesAtOnce(): boolean {
    if (this.waiting.length > 0 || this.free() <= 0) return false;
    this.underWay += 1;
    return true;
  }

  /** Resolves when it is this call's turn, which `done` must end; rejects if the signal fires before. */
  turn(ticket: Ticket, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        this.move();
        reject(new Error(`${ticket.route} left the line`));
      };
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const waiter: Waiter = { ticket, start };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(waiter);
      this.waiting.sort(byUrgency);
      this.move();
    });
  }

  done(): void {
    this.underWay -= 1;
    this.move();
  }

  /** Answers come in any order: within one window the smallest `remaining` is the latest. */
  learn({ limit, remaining, resetAt }: Allowance): void {
    const isSameWindow = this.known?.resetAt !== undefined && resetAt < this.known.resetAt + sameWindowMs;
    const least = isSameWindow ? Math.min(remaining, this.known?.remaining ?? remaining) : remaining;
    this.known = { limit, remaining: least, resetAt };
  }

  /** The server refused a call: nobody goes before `until`. */
  pause(until: number): void {
    // Where nothing is said of the limit, one at a time finds it without a crowd of refusals.
    this.known = { limit: this.known?.limit ?? 1, remaining: 0, resetAt: until };
  }

  private move(): void {
    while (this.waiting.length > 0 && this.free() > 0) {
      this.underWay += 1;
      this.waiting.shift()?.start();
    }
    this.alarm?.dispose();
    this.alarm = undefined;
    const until = this.known?.resetAt;
    if (this.waiting.length > 0 && until !== undefined) this.wait(until);
  }

  private free(): number {
    if (!this.known) return Infinity;
    const { limit, resetAt } = this.known;
    if (resetAt !== undefined && resetAt <= this.clock.now()) this.known = { limit, remaining: limit };
    return this.known.remaining - this.underWay;
  }

  private wait(until: number): void {
    this.alarm = this.clock.after(until - this.clock.now(), () => this.move());
    for (const waiter of this.waiting.filter(({ toldUntil }) => toldUntil !== until)) {
      waiter.toldUntil = until;
      this.tellWait(waiter.ticket, until);
    }
  }
}

/** The server computes each answer's end of the window anew. */
const sameWindowMs = 1000;

function byUrgency({ ticket: a }: Waiter, { ticket: b }: Waiter): number {
  if (a.priority !== b.priority) return a.priority === 'person' ? -1 : 1;
  return a.number - b.number;
}
