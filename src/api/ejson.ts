import { isObject } from './json';

/** JSON as Meteor writes it: a time is `{"$date": ms}`, and what only looks like that is under `$escape`. */
export function ejsonText(value: unknown): string {
  return JSON.stringify(written(value));
}

/** Undefined where the text is no JSON. */
export function ejsonIn(text: string): unknown {
  try {
    return read(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function written(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(written);
  if (!isObject(value)) return value;
  const plain = mapped(value, written);
  return isSpecial(value) ? { $escape: plain } : plain;
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (!isObject(value)) return value;
  if (!isSpecial(value)) return mapped(value, read);
  const { $date, $escape } = value;
  if (typeof $date === 'number') return new Date($date);
  // One level of what was escaped is plain, whatever its keys.
  return isObject($escape) ? mapped($escape, read) : value;
}

function isSpecial(value: object): boolean {
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && key !== undefined && specialKeys.has(key);
}

const specialKeys = new Set(['$date', '$escape', '$binary', '$regexp', '$InfNaN', '$type']);

function mapped(value: object, change: (part: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
