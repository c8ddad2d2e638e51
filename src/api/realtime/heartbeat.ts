import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/event';
import { patience } from './patience';

interface HeartbeatEvents {
  ping(id: string): void;
  /** What the server had sent before `sentAt` has come. */
  proved(sentAt: number): void;
  died(): void;
}

/** Sees whether a connection is alive. Any frame is a sign of life, but only an answer is a proof. */
export class Heartbeat implements Disposable {
  private asked: { readonly id: string; readonly at: number } | undefined;
  private timer: Disposable | undefined;
  private pings = 0;
  private heardAt: number;
  private askedAt = 0;
  /** When the ping that is out counts as unanswered. */
  private lostAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly told: HeartbeatEvents,
  ) {
    this.heardAt = clock.now();
  }

  /** Asks at once, and from now on whenever it is time. */
  start(): void {
    this.ask(answerMs);
  }

  heard(): void {
    this.heardAt = this.clock.now();
  }

  pong(id: string | undefined): void {
    if (!this.asked || this.asked.id !== id) return;
    const { at } = this.asked;
    this.asked = undefined;
    this.rest();
    this.told.proved(at);
  }

  /** Asks at once, with less patience than usual; no time is gained by it. */
  hurry(): void {
    const isHurried = this.asked && this.lostAt - this.clock.now() <= hurriedMs;
    if (!isHurried) this.ask(hurriedMs);
  }

  dispose(): void {
    this.timer?.dispose();
  }

  private ask(patienceMs: number): void {
    this.lostAt = this.clock.now() + patienceMs;
    this.timer?.dispose();
    this.timer = patience(this.clock, patienceMs, () => this.told.died());
    if (this.asked) return;
    this.pings += 1;
    this.askedAt = this.clock.now();
    this.asked = { id: `ping-${this.pings}`, at: this.askedAt };
    this.told.ping(this.asked.id);
  }

  private rest(): void {
    this.timer?.dispose();
    this.timer = this.clock.after(Math.min(this.untilDue(), silenceMs), () => this.look());
  }

  /** Frames that came in the meantime put the ping off: they move no timer, as there may be many. */
  private look(): void {
    if (this.untilDue() > 0) this.rest();
    else this.ask(answerMs);
  }

  private untilDue(): number {
    return Math.min(this.heardAt + silenceMs, this.askedAt + unprovedMs) - this.clock.now();
  }
}

const silenceMs = 20_000;
/** Even while frames come, so that there is a proof now and then. */
const unprovedMs = 60_000;
const answerMs = 10_000;
const hurriedMs = 4000;
