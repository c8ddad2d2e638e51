import { Emitter, type Event } from '../../src/base/event';
import type { LinkState, Realtime, StreamSubscription } from '../../src/api/realtime/realtime';
import type { Stream } from '../../src/api/realtime/streams';
import { failure } from './fakeClient';

interface MethodCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Subscription {
  readonly name: string;
  readonly tell: (...args: never) => void;
}

/** A connection that does nothing by itself: it records what is asked of it and says what the test says. */
export class FakeRealtime implements Realtime {
  private readonly stateChanged = new Emitter<LinkState>();
  private readonly proved = new Emitter<number>();
  private readonly answers = new Map<string, unknown>();
  private readonly subscriptions = new Set<Subscription>();
  private waiting: (() => void)[] = [];
  private areAnswered = true;
  private link: LinkState = { state: 'closed' };

  readonly calls: MethodCall[] = [];
  /** How often it was told to hurry. */
  hurries = 0;
  readonly onDidChangeState: Event<LinkState> = this.stateChanged.event;
  readonly onDidProve: Event<number> = this.proved.event;

  get state(): LinkState {
    return this.link;
  }

  /** Collection and event of each subscription, in the order in which they were made. */
  get subscribed(): string[] {
    return [...this.subscriptions].map(({ name }) => name);
  }

  open(): void {
    if (this.link.state === 'closed') this.become({ state: 'connecting' });
  }

  close(): void {
    this.become({ state: 'closed' });
  }

  hurry(): void {
    this.hurries += 1;
  }

  subscribe<Args extends readonly unknown[]>(
    stream: Stream<Args>,
    listener: (...args: Args) => void,
  ): StreamSubscription {
    const subscription = { name: nameOf(stream), tell: listener };
    this.subscriptions.add(subscription);
    return {
      whenReady: (signal) => this.whenReady(signal),
      dispose: () => void this.subscriptions.delete(subscription),
    };
  }

  call(method: string, params: readonly unknown[]): Promise<unknown> {
    this.calls.push({ method, params });
    return this.answers.has(method)
      ? Promise.resolve(this.answers.get(method))
      : Promise.reject(failure('offline'));
  }

  dispose(): void {
    this.link = { state: 'closed' };
    this.subscriptions.clear();
    this.stateChanged.dispose();
    this.proved.dispose();
  }

  /** What a method answers from now on; others fail as if there were no connection. */
  answer(method: string, result: unknown): void {
    this.answers.set(method, result);
  }

  become(state: LinkState): void {
    this.link = state;
    this.stateChanged.fire(state);
    this.settle();
  }

  /** Whether the server answers subscriptions, once the connection is live. */
  answerSubscriptions(areAnswered: boolean): void {
    this.areAnswered = areAnswered;
    this.settle();
  }

  /** A ping that was sent at `at` has been answered. */
  prove(at: number): void {
    this.proved.fire(at);
  }

  /** An event of the stream, to whoever has subscribed. */
  emit<Args extends readonly unknown[]>(stream: Stream<Args>, ...args: Args): void {
    const name = nameOf(stream);
    for (const subscription of [...this.subscriptions])
      // A stream's name stands for the type of its events.
      if (subscription.name === name) (subscription.tell as unknown as (...args: Args) => void)(...args);
  }

  private whenReady(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(failure('cancelled')));
      this.waiting.push(resolve);
      this.settle();
    });
  }

  private settle(): void {
    if (this.link.state !== 'live' || !this.areAnswered) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function nameOf({ collection, event }: Stream<never>): string {
  return `${collection} ${event}`;
}
