import { ejsonIn, ejsonText } from './ejson';
import { post } from './endpoint';
import type { ApiError, Failure } from './errors';
import { apiError, type Detail } from './failure';
import { isObject, type JsonObject } from './json';
import { secretsOf, textsIn } from './redact';
import { failureIn, refusalIn } from './refusal';
import { jsonIn, replyOf } from './reply';
import { outgoing, type Home, type Outgoing } from './request';
import type { Answer } from './transport';

/** A method of the server's real-time protocol, called over REST. */
export interface MethodCall {
  /** `readThreads` */
  readonly method: string;
  /** As the method wants them; a `Date` is sent as `{"$date": ms}`. */
  readonly params: readonly unknown[];
  /** A second call with the same parameters changes nothing more: it may be repeated after a lost answer. */
  readonly isSafe?: boolean;
}

const methodCall = post<{ readonly method: string; readonly message: string }, { readonly message: string }>(
  'method.call/:method',
);

/** Methods are limited each for itself, so each is a route of its own. */
export function outgoingMethod(home: Home, { method, params }: MethodCall): Outgoing {
  // The number is for connections with many calls under way; a request has one only.
  const message = ejsonText({ msg: 'method', id: '1', method, params });
  const out = outgoing(home, methodCall, { method, message });
  const route = `POST method.call/${method}`;
  return {
    ...out,
    route,
    // Looked for when something has to be told, which is seldom.
    get secrets() {
      const named = params.filter(isObject).flatMap((param) => secretsOf(param, undefined));
      return [...out.secrets, ...named, ...textsIn(params)];
    },
  };
}

/**
 * What a method answered. Its error is inside the message, in 7.x under status 200, in the newest under 400.
 */
export function resultOf(answer: Answer, out: Outgoing, now: number): unknown {
  const { message } = jsonIn(answer.body) ?? {};
  const told = typeof message === 'string' ? ejsonIn(message) : undefined;
  if (!isObject(told) || told['msg'] !== 'result') return withoutResult(answer, out, now);
  if (told['error'] !== undefined) throw methodError(told['error'], { out, now, status: answer.status });
  return told['result'];
}

/** A refusal of the REST layer itself; a success that holds no result is no Rocket.Chat's. */
function withoutResult(answer: Answer, out: Outgoing, now: number): never {
  replyOf(answer, out, now);
  throw apiError({ kind: 'protocol' }, out, { status: answer.status });
}

interface Place {
  readonly out: Outgoing;
  readonly now: number;
  /** None where no request was made for it. */
  readonly status?: number;
}

/** What a method's own error amounts to, by whatever way it came. */
export function methodError(error: unknown, { out, now, status }: Place): ApiError {
  const told = isObject(error) ? error : {};
  const refusal = refusalIn(400, envelopeOf(told), out);
  const detail: Detail = { status, errorType: refusal.code, serverText: refusal.words };
  return apiError(ownFailure(told, now) ?? failureIn(refusal, out), out, detail);
}

/** An error of a method as REST would put it. */
function envelopeOf({ error, reason, message, details }: JsonObject): JsonObject {
  return { error: message ?? reason, errorType: error, details };
}

/**
 * The limiter of methods tells its pause in milliseconds; 401 and 500 are numbers where others have a code.
 */
function ownFailure({ error, details }: JsonObject, now: number): Failure | undefined {
  if (error === 'too-many-requests')
    return { kind: 'rateLimited', retryAt: new Date(now + pauseIn(details)) };
  if (error === 401) return { kind: 'signedOut' };
  return error === 500 ? { kind: 'server' } : undefined;
}

function pauseIn(details: unknown): number {
  const ms = isObject(details) ? details['timeToReset'] : undefined;
  return typeof ms === 'number' && ms > 0 && ms <= longestPauseMs ? ms : usualPauseMs;
}

/** The window of one method for one user. */
const usualPauseMs = 10_000;
const longestPauseMs = 3_600_000;
