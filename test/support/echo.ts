import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Client } from '../../src/api/client';
import { clientOf } from './clientOf';
import { PlainServer } from './plainServer';

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that calls everything a success and remembers what it was asked. */
export class Echo {
  readonly arrivals: Arrival[] = [];

  private constructor(private readonly server: PlainServer) {}

  static async start(): Promise<Echo> {
    const echo: Echo = new Echo(
      await PlainServer.start((request, response) => void echo.take(request, response)),
    );
    return echo;
  }

  get url(): string {
    return this.server.url;
  }

  /** The last request's query, decoded. */
  get query(): Record<string, string> {
    const { searchParams } = new URL(this.arrivals.at(-1)?.path ?? '', this.url);
    return Object.fromEntries(searchParams);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    this.arrivals.push({ method, path: url, headers, body: await text(request) });
    response.setHeader('content-type', 'application/json').end('{"success":true}');
  }
}

/** A fresh one for each test of the suite, and ann's client of it. */
export function eachWithEcho(): () => { readonly echo: Echo; readonly client: Client } {
  let current: Echo | undefined;
  beforeEach(async () => (current = await Echo.start()));
  afterEach(() => current?.close());
  return () => {
    if (!current) throw new Error('The echo is there only during a test');
    return { echo: current, client: clientOf(current) };
  };
}
