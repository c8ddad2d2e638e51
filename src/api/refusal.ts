import type { Failure, SecondFactor } from './errors';
import { isObject, type JsonObject } from './json';
import { redacted } from './redact';
import { carriesToken, type Outgoing } from './request';

/** What a JSON answer says in its error keys. Endpoints differ in how they use them. */
export interface Refusal {
  readonly status: number;
  readonly body: JsonObject;
  readonly code: string | undefined;
  readonly words: string | undefined;
}

export function refusalIn(status: number, body: JsonObject, out: Outgoing): Refusal {
  const [error, errorType, message] = ['error', 'errorType', 'message'].map((key) => textIn(body[key]));
  // `rooms.info` swaps `error` and `errorType`: a code has no space.
  const code = [errorType, bracketed(error), error].find((text) => /^\S{1,100}$/.test(text ?? ''));
  return { status, body, code: toldCode(code, out), words: told(message ?? error, out)?.slice(0, mostText) };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Without what the server was sent. */
function told(text: string | undefined, { secrets }: Outgoing): string | undefined {
  return text === undefined ? undefined : redacted(text, secrets);
}

/** A code that we know is no echo, even if somebody's password is `totp`. */
function toldCode(code: string | undefined, out: Outgoing): string | undefined {
  return code !== undefined && meanings.has(code) ? code : told(code, out);
}

const mostText = 500;

function bracketed(error = ''): string | undefined {
  return /\[([^\s[\]]+)\]$/.exec(error)?.[1];
}

/** The kind of a refusal in JSON, whatever its status below 500 (404 and 429 are judged before). */
export function failureIn(refusal: Refusal, out: Outgoing): Failure {
  const meaning = meaningOf(refusal);
  if (meaning === 'totpRequired') return totpRequired(refusal);
  if (refusal.status === 401) return signedOutOrForbidden(refusal, out);
  if (meaning === 'forbidden' || meaning === 'notFound') return { kind: meaning };
  if (refusal.words === undefined && out.silentRefusal) return { kind: out.silentRefusal };
  return { kind: meaning ?? 'refused', code: codeOf(refusal) };
}

/** Plain errors have no code but their text. */
function codeOf({ code, words }: Refusal): string {
  return code ?? words ?? 'unknown';
}

function meaningOf({ status, code, words }: Refusal) {
  return status === 403 ? 'forbidden' : meanings.get(code ?? words ?? '');
}

/** Codes whose meaning does not depend on the status; a missing right or thing mostly comes with 400. */
const meanings = new Map<string, 'totpRequired' | 'forbidden' | 'notFound' | 'invalid'>([
  ['totp-required', 'totpRequired'],
  ['totp-invalid', 'totpRequired'],
  ['error-action-not-allowed', 'forbidden'],
  ['error-forbidden', 'forbidden'],
  ['error-not-allowed', 'forbidden'],
  ['error-not-authorized', 'forbidden'],
  ['error-unauthorized', 'forbidden'],
  ['forbidden', 'forbidden'],
  ['not-allowed', 'forbidden'],
  ['not-authorized', 'forbidden'],
  ['unauthorized', 'forbidden'],
  ['error-message-not-found', 'notFound'],
  ['error-room-not-found', 'notFound'],
  // `users.info` has no code.
  ['User not found.', 'notFound'],
  // The validators of bodies and of queries differ since 8.0.
  ['invalid-params', 'invalid'],
  ['error-invalid-params', 'invalid'],
]);

function totpRequired({ code, body }: Refusal): Failure {
  const details = isObject(body['details']) ? body['details'] : {};
  const { method, availableMethods } = details;
  const named = [method, ...(Array.isArray(availableMethods) ? (availableMethods as unknown[]) : [])];
  const methods = [...new Set(named.filter(isSecondFactor))];
  return {
    kind: 'totpRequired',
    methods: methods.length > 0 ? methods : ['totp'],
    isWrongCode: code === 'totp-invalid',
  };
}

/** A few routes answer 401 `unauthorized` for a missing right of one signed in: no proof of a dead token. */
function signedOutOrForbidden({ words }: Refusal, out: Outgoing): Failure {
  const isMissingRight = carriesToken(out) && words === 'unauthorized';
  return { kind: isMissingRight ? 'forbidden' : 'signedOut' };
}

function isSecondFactor(value: unknown): value is SecondFactor {
  return value === 'totp' || value === 'email' || value === 'password';
}
