import type { Failure, SecondFactor } from './errors';
import { carriesToken, type Outgoing } from './request';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a JSON answer says in its error keys. Their use varies from endpoint to endpoint (rocketchat-api.md 1.3). */
export interface Refusal {
  readonly status: number;
  readonly body: JsonObject;
  readonly code: string | undefined;
  readonly words: string | undefined;
}

export function refusalIn(status: number, body: JsonObject): Refusal {
  const { error, errorType, message } = body;
  const texts = [errorType, bracketed(error), error].filter((text) => typeof text === 'string');
  return {
    status,
    body,
    // `rooms.info` swaps `error` and `errorType`: a code has no space.
    code: texts.find((text) => /^\S+$/.test(text)),
    words: [message, error].find((text) => typeof text === 'string'),
  };
}

function bracketed(error: unknown): string | undefined {
  return typeof error === 'string' ? /\[([^\s[\]]+)\]$/.exec(error)?.[1] : undefined;
}

/** The kind of a refusal in JSON, whatever its status below 500 (404 and 429 are judged before). */
export function failureOf(refusal: Refusal, out: Outgoing): Failure {
  const meaning = meaningOf(refusal);
  if (meaning === 'totpRequired') return totpRequired(refusal);
  if (refusal.status === 401) return signedOutOrForbidden(refusal, out);
  if (meaning === 'forbidden') return { kind: 'forbidden' };
  if (refusal.words === undefined && out.silentRefusal) return { kind: out.silentRefusal };
  return { kind: meaning ?? 'refused', code: refusal.code ?? codeFrom(refusal.words) };
}

/** Plain errors have no code but their text. */
function codeFrom(words = 'unknown'): string {
  return words.slice(0, 500);
}

function meaningOf({ status, code }: Refusal) {
  return status === 403 ? 'forbidden' : meanings.get(code ?? '');
}

/** Codes whose meaning does not depend on the status; a missing right mostly comes with 400. */
const meanings = new Map<string, 'totpRequired' | 'forbidden' | 'invalid'>([
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

/** A few routes answer a signed-in caller 401 `unauthorized` for a missing right: no proof of a dead token. */
function signedOutOrForbidden({ words }: Refusal, out: Outgoing): Failure {
  const isMissingRight = carriesToken(out) && words === 'unauthorized';
  return { kind: isMissingRight ? 'forbidden' : 'signedOut' };
}

function isSecondFactor(value: unknown): value is SecondFactor {
  return value === 'totp' || value === 'email' || value === 'password';
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
