import type { Credentials } from './client';

/** Arguments whose values are nobody else's business (`login`, `users.register`). */
const secretArguments = new Set(['password', 'pass', 'resume', 'code']);

/** Every value of a call that must not be seen in its errors. */
export function secretsOf(args: object, credentials: Credentials | undefined): string[] {
  const values = Object.entries(args)
    .filter(([name]) => secretArguments.has(name))
    .map(([, value]) => String(value));
  return [...values, credentials?.authToken ?? ''].filter((value) => value.length >= shortestSecret);
}

/** Less stands in any text by chance; blotting it out would spoil codes. */
const shortestSecret = 4;

/** The text with every secret blotted out: a server may repeat what it was sent. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

/** Verb, name, outcome, time: no arguments, no headers, no bodies. */
export function logLine(route: string, outcome: string, ms: number): string {
  return `${route} ${outcome} ${Math.round(ms)} ms`;
}
