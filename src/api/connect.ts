import { systemClock } from '../base/clock';
import { Emitter } from '../base/event';
import { Calls } from './calls';
import {
  endpoints,
  type CallOptions,
  type Client,
  type ClientOptions,
  type DownloadOptions,
  type Methods,
} from './client';
import { callMs } from './deadline';
import { download } from './download';
import { failureOf } from './errors';
import { replyOf } from './reply';
import { carriesToken, homeAt, outgoing, type AnyEndpoint, type Home, type Outgoing } from './request';
import { fewTries, oneTry } from './retry';
import { Transport } from './transport';

/** A client of one server. Does nothing by itself: no request and no timer until a method is called. */
export function connect(serverUrl: string, options: ClientOptions = {}): Client {
  const server = new Server(serverUrl, options);
  return {
    ...methodsOf(server),
    baseUrl: server.home.baseUrl,
    limitOf: (route) => server.calls.limits.limitOf(route),
    onDidWait: server.calls.limits.onDidWait,
    onDidSignOut: server.onDidSignOut,
    download: (path, callOptions) => server.download(path, callOptions),
  };
}

/** The table with behaviour: only here is known how an entry becomes a request and its answer a reply. */
class Server {
  private readonly transport: Transport;
  private readonly signedOut = new Emitter<void>();
  private isSignedOut = false;

  readonly home: Home;
  readonly calls: Calls;
  readonly onDidSignOut = this.signedOut.event;

  constructor(serverUrl: string, options: ClientOptions) {
    const { clock = systemClock, random = Math.random, log = () => undefined } = options;
    this.home = homeAt(serverUrl, options.credentials);
    this.transport = new Transport(options.fetch);
    this.calls = new Calls({ clock, random, log });
  }

  async call(endpoint: AnyEndpoint, args: object, options?: CallOptions): Promise<unknown> {
    const out = outgoing(this.home, endpoint, args);
    const policy = endpoint.isSafe ? fewTries : oneTry;
    try {
      return await this.calls.run(
        {
          out,
          policy,
          ms: callMs,
          send: (signal) => this.transport.text(out, signal),
          judge: (answer, now) => replyOf(answer, out, now),
        },
        options,
      );
    } catch (error) {
      this.notice(error, out);
      throw error;
    }
  }

  download(path: string, options?: DownloadOptions): Promise<Blob> {
    return download({ home: this.home, transport: this.transport, calls: this.calls }, path, options);
  }

  /** Once is enough: many calls may be under way when a token dies. */
  private notice(error: unknown, out: Outgoing): void {
    if (failureOf(error)?.kind !== 'signedOut' || !carriesToken(out) || this.isSignedOut) return;
    this.isSignedOut = true;
    this.signedOut.fire();
  }
}

type Table = Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>;

function methodsOf(server: Server): Methods {
  const groups = Object.entries(endpoints satisfies Table as Table).map(([group, table]) => [
    group,
    Object.fromEntries(Object.entries(table).map(([name, endpoint]) => [name, methodOf(server, endpoint)])),
  ]);
  // Each entry becomes the method that its type describes; entries and fromEntries lose the names.
  return Object.fromEntries(groups) as Methods;
}

function methodOf(server: Server, endpoint: AnyEndpoint) {
  return (args: object, options?: CallOptions) => server.call(endpoint, args, options);
}
