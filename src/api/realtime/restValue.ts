import { isObject } from '../json';

/**
 * Reads a text of Meteor's JSON the way REST would have written it: a time, `{"$date": ms}`, is its ISO text. Changed
 * in place, as there may be a great many of them.
 *
 * @throws `SyntaxError`: no JSON, or nested so deep that no reader behind this one could be trusted with it
 */
export function restValueIn(text: string): unknown {
  return plain(JSON.parse(text), 0);
}

const deepest = 500;

function plain(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new SyntaxError('nested too deep');
  if (Array.isArray(value)) return plainList(value, depth + 1);
  // What JSON makes besides lists are plain objects.
  return plainObject(value as Record<string, unknown>, depth + 1);
}

function plainList(list: unknown[], depth: number): unknown[] {
  for (let at = 0; at < list.length; at += 1) {
    const part = list[at];
    if (typeof part === 'object' && part !== null) list[at] = plain(part, depth);
  }
  return list;
}

function plainObject(value: Record<string, unknown>, depth: number): unknown {
  let isFirst = true;
  for (const key in value) {
    // All that is special says so by its first key.
    if (isFirst && key.startsWith('$')) return special(value, depth);
    isFirst = false;
    const part = value[key];
    if (typeof part === 'object' && part !== null) value[key] = plain(part, depth);
  }
  return value;
}

function special(value: Record<string, unknown>, depth: number): unknown {
  const { $type, $value } = value;
  const count = Object.keys(value).length;
  if (count === 1) return alone(value, depth);
  if (count === 2 && $type === 'oid' && typeof $value === 'string') return $value;
  return withPlainParts(value, depth);
}

function alone(value: Record<string, unknown>, depth: number): unknown {
  const { $date, $escape } = value;
  if (isTime($date)) return new Date($date).toISOString();
  // JSON has no word for the infinite and for what is no number.
  if ('$InfNaN' in value) return null;
  // One level of what was escaped is plain, whatever its keys.
  return withPlainParts(isObject($escape) ? $escape : value, depth);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= latestMs;
}

/** The last moment that a `Date` can hold. */
const latestMs = 8.64e15;

function withPlainParts(value: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part, depth)]));
}
