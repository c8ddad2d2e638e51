import { systemClock } from '../base/clock';
import { candidatesIn, isLoopback, type Candidates } from './address';
import { Calls } from './calls';
import type { CallOptions, ClientOptions } from './client';
import { server } from './endpoints/server';
import { ApiError } from './errors';
import { apiError } from './failure';
import { replyOf } from './reply';
import { homeAt, outgoing, type Outgoing } from './request';
import { oneTry } from './retry';
import { Transport, type Answer } from './transport';

/** A Rocket.Chat server behind what somebody typed. */
export interface Probe {
  /** Where it is in the end: origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** `major.minor` */
  readonly version: string;
  /** The address asked, if that sent us on. */
  readonly redirectedFrom?: string;
  /** Plain http to another machine: not without the person's word. */
  readonly isPlainHttp: boolean;
}

export type ProbeOptions = Pick<ClientOptions, 'fetch' | 'clock' | 'log'> & Pick<CallOptions, 'signal'>;

/**
 * Finds the server by `/api/info` without a token, redirects followed. Rejects with `ApiError` only.
 *
 * @param typed an address as people type it: `chat.example.com`, `https://example.com/chat/home`
 * @returns the server, its `baseUrl` as `connect` wants it
 * @throws `invalid` `address`: not the address of a server; `protocol`: something else than Rocket.Chat
 * answers, at `redirectedTo` if it led elsewhere; `certificate`, `cors`, `offline`, `timeout` (15 seconds for
 * each address tried), `cancelled`
 * @since every release
 * @see `/api/info`, RocketChat/Rocket.Chat apps/meteor/server/api/lib/getServerInfo.ts
 */
export async function probe(typed: string, options: ProbeOptions = {}): Promise<Probe> {
  const candidates = candidatesIn(typed);
  if (!candidates) throw unreadable();
  return firstServer(candidates, asker(options));
}

type Ask = (baseUrl: string) => Promise<Probe>;

function asker({ fetch, clock = systemClock, log = () => undefined, signal }: ProbeOptions): Ask {
  const calls = new Calls({ clock, log, random: Math.random });
  const transport = new Transport(fetch);
  return (baseUrl) => {
    const out: Outgoing = { ...outgoing(homeAt(baseUrl, undefined), server.info, {}), redirect: 'follow' };
    return calls.run(
      {
        out,
        ms: probeMs,
        policy: oneTry,
        send: (ending) => transport.text(out, ending),
        judge: (answer, now) => serverIn(answer, out, now),
      },
      { signal },
    );
  };
}

/** A person waits, and there may be another address to try. */
const probeMs = 15_000;

/** An origin that gives no answer is given up at once; of the failures, one with an answer tells more. */
async function firstServer({ origins, prefixes }: Candidates, ask: Ask): Promise<Probe> {
  const failures: ApiError[] = [];
  for (const origin of origins) {
    for (const prefix of prefixes) {
      const result = await ask(origin + prefix).catch(onlyApiError);
      if (!(result instanceof ApiError)) return result;
      if (result.failure.kind === 'cancelled') throw result;
      failures.push(result);
      if (isDeadEnd(result)) break;
    }
  }
  throw failures.find((failure) => !isSilence(failure)) ?? failures[0] ?? unreadable();
}

function onlyApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  throw error;
}

/** Another path of the same origin would fare no better. */
function isDeadEnd(error: ApiError): boolean {
  const { kind } = error.failure;
  return isSilence(error) || kind === 'certificate' || kind === 'cors' || error.call.status === 407;
}

function isSilence({ failure: { kind } }: ApiError): boolean {
  return kind === 'offline' || kind === 'timeout';
}

/** Only an answer of Rocket.Chat's shape from an address of Rocket.Chat's shape counts. */
function serverIn(answer: Answer, out: Outgoing, now: number): Probe {
  const end = new URL(answer.url);
  const asked = baseOf(new URL(out.url));
  const baseUrl = baseOf(end);
  if (!end.pathname.endsWith(infoPath)) throw elsewhere(end, out, answer.status);
  const { version } = replyOf(answer, out, now);
  if (typeof version !== 'string') throw apiError({ kind: 'protocol' }, out, { status: answer.status });
  return {
    baseUrl,
    version,
    ...(baseUrl !== asked && { redirectedFrom: asked }),
    isPlainHttp: end.protocol === 'http:' && !isLoopback(end),
  };
}

const infoPath = '/api/info';

function baseOf({ origin, pathname }: URL): string {
  return origin + pathname.slice(0, -infoPath.length);
}

function elsewhere({ origin, pathname }: URL, out: Outgoing, status: number): ApiError {
  return apiError({ kind: 'protocol', redirectedTo: origin + pathname }, out, { status });
}

function unreadable(): ApiError {
  const call = { route: 'GET info' };
  return new ApiError('This is not the address of a server.', { kind: 'invalid', code: 'address' }, call);
}
