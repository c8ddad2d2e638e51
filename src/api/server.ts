import { systemClock } from '../base/clock';
import { Emitter } from '../base/event';
import { Calls } from './calls';
import type { CallOptions, ClientOptions } from './client';
import { callMs } from './deadline';
import type { AnyEndpoint } from './endpoint';
import { server as about } from './endpoints/server';
import { failureOf } from './errors';
import { apiError, tooOld } from './failure';
import { outgoingMethod, resultOf, type MethodCall } from './methodCall';
import { Release, releaseNumber } from './release';
import { replyOf } from './reply';
import { carriesToken, homeAt, outgoing, type Home, type Outgoing } from './request';
import { fewTries, oneTry } from './retry';
import { withSecondFactor } from './secondFactor';
import { Transport, type Answer } from './transport';
import { concernsRelease, plainWay, wayAt, type Asked, type Way } from './versions';

/** How one request is sent and read; what is not said is as for any JSON method. */
export interface Errand<Reply> {
  readonly out: Outgoing;
  readonly isSafe: boolean;
  readonly ms?: number;
  readonly send?: (out: Outgoing, signal: AbortSignal) => Promise<Answer>;
  readonly judge: (answer: Answer, out: Outgoing, now: number) => Reply;
}

/** One server as this client uses it: only here is known how a request becomes a reply. */
export class Server {
  private readonly signedOut = new Emitter<void>();
  private readonly release: Release;
  private isSignedOut = false;

  readonly home: Home;
  readonly transport: Transport;
  readonly calls: Calls;
  readonly onDidSignOut = this.signedOut.event;

  constructor(serverUrl: string, options: ClientOptions) {
    const { clock = systemClock, random = Math.random, log = () => undefined } = options;
    this.home = homeAt(serverUrl, options.credentials);
    this.transport = new Transport(options.fetch);
    this.calls = new Calls({ clock, random, log });
    this.release = new Release(options.version, clock, () => this.statedVersion());
  }

  /** A method of the table, as the table says it. */
  async call(endpoint: AnyEndpoint, args: object, options?: CallOptions): Promise<unknown> {
    const out = outgoing(this.home, endpoint, args);
    return this.run({ out, isSafe: endpoint.isSafe, judge: replyOf }, options);
  }

  /** A method of the table that servers of some releases want otherwise, or lack. */
  async callByRelease(asked: Asked, options?: CallOptions): Promise<unknown> {
    const { endpoint, args, method, read } = await this.wayTo(asked, options);
    return read(await (method ? this.callMethod(method, options) : this.call(endpoint, args, options)));
  }

  /** How this server is asked, by the release it states; fails unsent where it cannot be. */
  async wayTo(asked: Asked, options?: CallOptions): Promise<Way> {
    const version = concernsRelease(asked) ? await this.release.until(options?.signal) : undefined;
    // Without a release the way is as the table says: no rule is about it, or it was cancelled.
    if (version === undefined) return plainWay(asked);
    const way = wayAt(asked, version);
    if ('needs' in way) throw tooOld(way, outgoing(this.home, asked.endpoint, asked.args));
    return way;
  }

  /** False where the call was cancelled before that is known, as it ends before anything is sent. */
  async isOlderThan(release: string, { signal }: CallOptions): Promise<boolean> {
    const version = await this.release.until(signal);
    return version !== undefined && releaseNumber(version) < releaseNumber(release);
  }

  async callMethod(call: MethodCall, options?: CallOptions): Promise<unknown> {
    const out = outgoingMethod(this.home, call);
    return this.run({ out, isSafe: call.isSafe ?? false, judge: resultOf }, options);
  }

  /** Rejects with `ApiError` only. */
  async run<Reply>(errand: Errand<Reply>, options: CallOptions = {}): Promise<Reply> {
    const { isSafe, judge, send, ms = callMs } = errand;
    const { secondFactor } = options;
    const out = secondFactor ? withSecondFactor(errand.out, secondFactor) : errand.out;
    try {
      return await this.calls.run(
        {
          out,
          ms,
          policy: isSafe ? fewTries : oneTry,
          send: (signal) => (send ? send(out, signal) : this.transport.text(out, signal)),
          judge: (answer, now) => judge(answer, out, now),
        },
        options,
      );
    } catch (error) {
      this.notice(error, out);
      throw error;
    }
  }

  private async statedVersion(): Promise<string> {
    const judge = (answer: Answer, out: Outgoing, now: number) => {
      const { version } = replyOf(answer, out, now);
      if (typeof version === 'string') return version;
      throw apiError({ kind: 'protocol' }, out, { status: answer.status });
    };
    return this.run({ out: outgoing(this.home, about.info, {}), isSafe: true, judge });
  }

  /** Once is enough: many calls may be under way when a token dies. */
  private notice(error: unknown, out: Outgoing): void {
    if (failureOf(error)?.kind !== 'signedOut' || !carriesToken(out) || this.isSignedOut) return;
    this.isSignedOut = true;
    this.signedOut.fire();
  }
}
