import type { Credentials } from './client';
import { percentEncoded, wellFormed } from './percent';

/** Arguments whose values are nobody else's business (`login`, `users.register`, `channels.join`). */
const secretArguments = new Set(['password', 'pass', 'resume', 'code', 'joinCode', 'accessToken', 'secret']);

/** Every value of a call that must not be seen in its errors. */
export function secretsOf(args: object, credentials: Credentials | undefined): string[] {
  const values: string[] = [];
  const given: [string, unknown][] = Object.entries(args);
  for (const [name, value] of given) {
    if (secretArguments.has(name)) values.push(secretIn(value));
  }
  return [...values, credentials?.authToken ?? ''].filter((value) => value !== '');
}

/** Every text inside, at any depth: where nothing has a name, any of them may be a secret. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A password's digest signs in as the password does. */
function secretIn(value: unknown): string {
  const isDigest = typeof value === 'object' && value !== null && 'digest' in value;
  return String(isDigest ? value.digest : value);
}

/** The text with every secret blotted out, as a server may repeat what it was sent. */
export function redacted(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap(formsOf).filter((form) => text.includes(form));
  // So little stands in any text by chance: blotting it out would show where, and leave it to be guessed.
  if (forms.some((form) => form.length < shortestSecret)) return blot;
  return forms
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, blot), text);
}

const shortestSecret = 4;
const blot = '***';

/** As it is and as it stands in addresses, which hold no half of a pair. */
function formsOf(secret: string): string[] {
  return [secret, percentEncoded(secret), encodeURI(wellFormed(secret))];
}

/** Verb, name, outcome, time: no arguments, no headers, no bodies. */
export function logLine(route: string, outcome: string, ms: number): string {
  return `${route} ${outcome} ${Math.round(ms)} ms`;
}
