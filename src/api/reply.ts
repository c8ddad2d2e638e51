import { pauseEnd } from './allowance';
import type { Failure } from './errors';
import { apiError } from './failure';
import { isObject, type JsonObject } from './json';
import { redacted } from './redact';
import { failureIn, refusalIn } from './refusal';
import { isFromServer, type Outgoing } from './request';
import type { Answer } from './transport';

/** The reply inside an answer; throws the `ApiError` that any other answer amounts to. */
export function replyOf(answer: Answer, out: Outgoing, now: number): JsonObject {
  const body = jsonIn(answer.body);
  if (body && isSuccess(answer, body)) return body;
  const refusal = refusalIn(answer.status, body ?? {}, out);
  const failure =
    failureByStatus(answer, out, now) ?? (body && isRefusal(body) ? failureIn(refusal, out) : protocol);
  throw apiError(failure, out, {
    status: answer.status,
    errorType: refusal.code,
    serverText: refusal.words,
  });
}

/** What the status alone decides, JSON or not: a proxy's page may carry it as well. */
export function failureByStatus(answer: Answer<unknown>, out: Outgoing, now: number): Failure | undefined {
  if (answer.isHiddenRedirect) return protocol;
  if (isRedirect(answer)) return redirect(answer, out);
  if (answer.status === 404) return { kind: 'notFound' };
  if (answer.status === 407) return protocol;
  // A proxy before the server may have a limit of its own, and says so by a page.
  if (answer.status === 413) return { kind: 'refused', code: 'error-file-too-large' };
  if (answer.status === 429) return limited(answer, out, now);
  return answer.status >= 500 ? { kind: 'server' } : undefined;
}

/** Only what our own server refuses is worth a wait: it has done nothing yet, and says for how long. */
function limited(answer: Answer<unknown>, out: Outgoing, now: number): Failure {
  if (!isFromServer(answer, out)) return { kind: 'server' };
  return { kind: 'rateLimited', retryAt: new Date(pauseEnd(answer, now)) };
}

const protocol: Failure = { kind: 'protocol' };

function isRedirect({ status }: Answer<unknown>): boolean {
  return status >= 300 && status < 400;
}

export function redirectTarget(answer: Answer<unknown>): URL | undefined {
  if (!isRedirect(answer)) return undefined;
  return URL.parse(answer.headers.get('location') ?? '', answer.url) ?? undefined;
}

/** Origin and path alone: the rest may hold somebody's secret. */
function redirect(answer: Answer<unknown>, out: Outgoing): Failure {
  const target = redirectTarget(answer);
  if (!target) return protocol;
  return { kind: 'protocol', redirectedTo: redacted(target.origin + target.pathname, out.secrets) };
}

/** No cause is kept of what cannot be read: the parser's message quotes the text, tokens and all. */
export function jsonIn(text: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `logout` has no `success`, older `login` neither. */
function isSuccess({ status }: Answer, body: JsonObject): boolean {
  return status >= 200 && status < 300 && (body['success'] === true || body['status'] === 'success');
}

/** The envelope decides, as a gateway may say 401 or 403 in JSON of its own; `login` may lack `success`. */
function isRefusal(body: JsonObject): boolean {
  return body['success'] === false || body['status'] === 'error';
}
