import { Emitter, type Disposable } from '../../base/event';
import { Lifetime } from '../../base/lifetime';
import type { CallOptions } from '../client';
import { apiError } from '../failure';
import { Backoff } from './backoff';
import { Connection, type Surroundings } from './connection';
import type { End } from './login';
import { methodOf } from './methods';
import type { LinkState, Realtime, StreamSubscription } from './realtime';
import { Registry } from './registry';
import type { Stream } from './streams';
import { WakefulClock } from './wakefulClock';

interface LinkOptions extends Omit<Surroundings, 'registry'> {
  readonly random: () => number;
}

/** Keeps one connection up: after the end of each it makes the next, sooner or later. */
export class Link implements Realtime {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<LinkState>());
  private readonly proved = this.lifetime.own(new Emitter<number>());
  private readonly registry = this.lifetime.own(new Registry());
  private readonly surroundings: Surroundings;
  private readonly clock: WakefulClock;
  private readonly backoff: Backoff;
  private connection: Connection | undefined;
  private timer: Disposable | undefined;
  private shown: LinkState = { state: 'closed' };
  private liveSince: number | undefined;
  /** The server wants no attempt before. */
  private pausedUntil = 0;

  readonly onDidChangeState = this.changed.event;
  readonly onDidProve = this.proved.event;

  constructor({ random, ...options }: LinkOptions) {
    this.clock = new WakefulClock(options.clock, () => this.wake());
    this.surroundings = { ...options, clock: this.clock, registry: this.registry };
    this.backoff = new Backoff(random);
    // The first to end: those whom it tells can open nothing any more.
    this.lifetime.own({ dispose: () => this.close() });
  }

  get state(): LinkState {
    return this.shown;
  }

  open(): void {
    if (this.lifetime.signal.aborted || this.shown.state !== 'closed') return;
    this.beginAnew();
  }

  close(): void {
    this.drop();
    this.clock.rest();
    this.show({ state: 'closed' });
  }

  hurry(): void {
    if (this.connection) this.connection.hurry();
    else if (this.timer && this.clock.now() >= this.pausedUntil) this.attempt();
  }

  subscribe<Args extends readonly unknown[]>(
    stream: Stream<Args>,
    listener: (...args: Args) => void,
  ): StreamSubscription {
    return this.registry.subscribe(stream, listener);
  }

  async call(
    name: string,
    params: readonly unknown[],
    { signal }: Pick<CallOptions, 'signal'> = {},
  ): Promise<unknown> {
    const method = methodOf(this.surroundings.caller, name, params);
    if (!this.connection) throw apiError({ kind: 'offline' }, method.out);
    return this.connection.call(method, signal);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** At once, unless the server wants none so soon. */
  private beginAnew(): void {
    this.clock.watch();
    this.backoff.reset();
    const leftMs = this.pausedUntil - this.clock.now();
    if (leftMs > 0) this.pause(leftMs);
    else this.attempt();
  }

  private attempt(): void {
    this.drop();
    const connection = new Connection(this.surroundings, {
      live: () => this.goLive(),
      proved: (sentAt) => this.proved.fire(sentAt),
      ended: (end) => this.recover(end),
    });
    this.connection = connection;
    this.show({ state: 'connecting' });
    // Whoever was told may have closed or hurried in the meantime.
    if (this.connection === connection) connection.start();
  }

  private goLive(): void {
    this.liveSince = this.clock.now();
    this.surroundings.log('DDP live');
    this.show({ state: 'live' });
  }

  private recover(end: End): void {
    this.surroundings.log(`DDP ended: ${end.why}`);
    if (end.kind === 'refused') this.giveUp();
    else if (end.kind === 'paused') this.pause(end.ms);
    else this.tryAgain();
  }

  private tryAgain(): void {
    const wasLive = this.liveSince !== undefined;
    if (this.hasHeld()) this.backoff.reset();
    this.drop();
    if (wasLive && this.backoff.spare()) this.tryInAMoment();
    else this.wait(this.backoff.afterFailure());
  }

  private hasHeld(): boolean {
    return this.liveSince !== undefined && this.clock.now() - this.liveSince >= holdsMs;
  }

  private giveUp(): void {
    this.drop();
    this.clock.rest();
    this.show({ state: 'refused' });
  }

  private pause(ms: number): void {
    this.drop();
    this.pausedUntil = this.clock.now() + ms;
    this.wait(Math.max(ms, this.backoff.afterFailure()));
  }

  private wait(ms: number): void {
    this.timer = this.clock.after(ms, () => this.attempt());
    this.show({
      state: 'waiting',
      until: new Date(this.clock.now() + ms),
      failures: this.backoff.failures,
    });
  }

  /** No attempt has failed: there is nothing to wait for. */
  private tryInAMoment(): void {
    this.timer = this.clock.after(this.backoff.momentMs(), () => this.attempt());
    this.show({ state: 'connecting' });
  }

  /** The old socket may look alive for minutes: it is not asked. */
  private wake(): void {
    if (!this.connection && !this.timer) return;
    this.surroundings.log('DDP ended: the machine has slept');
    this.beginAnew();
  }

  private drop(): void {
    this.connection?.dispose();
    this.connection = undefined;
    this.timer?.dispose();
    this.timer = undefined;
    this.liveSince = undefined;
  }

  private show(state: LinkState): void {
    const isSame = state.state === this.shown.state && state.state !== 'waiting';
    this.shown = state;
    if (!isSame) this.changed.fire(state);
  }
}

/** A connection that was live for so long was a good one. */
const holdsMs = 30_000;
