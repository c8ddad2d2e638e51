import { percentEncoded } from './percent';

/** A method's name with its open parts (`rooms.media/:rid`) filled in, and the arguments that are left. */
export interface Filled {
  readonly path: string;
  readonly rest: object;
}

/** Undefined where an argument is no part of a path. */
export function filled(name: string, args: object): Filled | undefined {
  const rest: Record<string, unknown> = { ...args };
  const parts = name.split('/').map((part) => {
    if (!part.startsWith(':')) return part;
    const value = rest[part.slice(1)];
    // What is undefined is not sent.
    rest[part.slice(1)] = undefined;
    return typeof value === 'string' ? segment(value) : undefined;
  });
  return parts.includes(undefined) ? undefined : { path: parts.join('/'), rest };
}

/**
 * One part of a path, whatever it holds. Nothing and dots are none, as they would lead to another path; to
 * encode the dots is no help, because addresses read `%2e` as a dot.
 */
export function segment(text: string): string | undefined {
  if (text === '' || text === '.' || text === '..') return undefined;
  return percentEncoded(text);
}

/** What comes before the open parts: the method's name in limits, logs and errors. */
export function plainName(name: string): string {
  const open = name.indexOf('/:');
  return open < 0 ? name : name.slice(0, open);
}
