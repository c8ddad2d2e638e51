import type { Disposable, Event } from '../../base/event';
import type { CallOptions } from '../client';
import type { Stream } from './streams';

/**
 * Where the connection stands. `connecting` too for the moment before the first attempt after a cut. `live`: signed in,
 * and every subscription was answered. `waiting`: the last attempts have failed, and the next one comes by itself.
 * `refused`: the server does not take the token; no attempt follows unless it is closed and opened again.
 */
export type LinkState =
  | { readonly state: 'closed' | 'connecting' | 'live' | 'refused' }
  | { readonly state: 'waiting'; readonly until: Date; readonly failures: number };

/** One registered stream. */
export interface StreamSubscription extends Disposable {
  /**
   * Resolves each time anew: when the server has answered it on the connection of now, or of the next one; by a refusal
   * too, as nothing will be heard then. Rejects with the signal's reason, and with an `AbortError` once this is disposed.
   */
  whenReady(signal: AbortSignal): Promise<void>;
}

/**
 * One connection to the server's real-time interface (DDP), kept up until it is closed. What happened while it was
 * away is not told afterwards: whoever listens asks by REST after each `live`. Nothing is opened before `open`.
 */
export interface Realtime extends Disposable {
  readonly state: LinkState;
  readonly onDidChangeState: Event<LinkState>;
  /**
   * The server has answered a ping: all that it had sent before has come. The value says when the ping was sent, in ms
   * since the epoch by this machine's clock.
   */
  readonly onDidProve: Event<number>;
  /** Without effect unless it is closed. A wait that the server has asked for comes before the first attempt. */
  open(): void;
  /** Sends nothing more, and leaves no timer. Subscriptions are kept for the next `open`. */
  close(): void;
  /**
   * Tries at once instead of after the wait, unless the server has asked for that wait, and sees whether a quiet
   * connection is alive still.
   */
  hurry(): void;
  /** Kept over reconnects until disposed. The listener gets each event once per frame, in the order of arrival. */
  subscribe<Args extends readonly unknown[]>(
    stream: Stream<Args>,
    listener: (...args: Args) => void,
  ): StreamSubscription;
  /**
   * A method of the server; has 30 seconds, and is never repeated. Times in its result are texts as in REST.
   *
   * @throws `ApiError`: `offline` unless live, or when the connection breaks before the answer: nobody knows then
   * whether the method ran
   */
  call(method: string, params: readonly unknown[], options?: Pick<CallOptions, 'signal'>): Promise<unknown>;
}
