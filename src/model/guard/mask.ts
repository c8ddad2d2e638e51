import type { Finding } from './guard';

/** The text without what was found. A key of many lines becomes one sign, which tells its kind and not its length. */
export function mask(text: string, findings: readonly Pick<Finding, 'start' | 'end' | 'rule'>[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, rule } of findings) {
    masked += `${text.slice(at, start)}‹${rule} masked›`;
    at = end;
  }
  return masked + text.slice(at);
}
