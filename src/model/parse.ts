/** The server sent something that is not what it should be: the entry is left out, the rest stands. */
export class Malformed extends Error {
  override readonly name = 'Malformed';

  constructor(what: string) {
    super(`The server sent ${what} that cannot be read.`);
  }
}

/** Reads each entry and leaves out the malformed ones. What is no list counts as an empty one. */
export function parsed<Wire, Value>(
  entries: readonly Wire[] | undefined,
  read: (entry: Wire) => Value,
): Value[] {
  const values: Value[] = [];
  for (const entry of listOf(entries)) {
    try {
      // What it claims to be is for `read` to find out.
      values.push(read(entry as Wire));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  return values;
}

/** The value, once it is sure to be an object. */
export function present<Value extends object>(value: Value, what: string): Value {
  if (!isRecord(value)) throw new Malformed(what);
  return value;
}

/** A text with something in it; `what` names the whole it belongs to. */
export function text(value: unknown, what: string): string {
  const found = optionalText(value);
  if (found === undefined) throw new Malformed(what);
  return found;
}

export function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first of several that has something in it. */
export function firstText(values: readonly unknown[], otherwise: string): string {
  return values.find((value): value is string => optionalText(value) !== undefined) ?? otherwise;
}

/** Milliseconds since the epoch. */
export function time(value: unknown, what: string): number {
  const found = optionalTime(value);
  if (found === undefined) throw new Malformed(what);
  return found;
}

export function optionalTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** The latest of several, or 0. */
export function latestTime(values: readonly unknown[]): number {
  return Math.max(0, ...values.map((value) => optionalTime(value) ?? 0));
}

/** A number of things: 0 for anything else. */
export function count(value: unknown): number {
  return optionalCount(value) ?? 0;
}

export function optionalCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The texts of a list; no list is an empty one. */
export function texts(value: unknown): readonly string[] {
  return listOf(value).filter((entry) => typeof entry === 'string');
}

/** The objects of a list; no list is an empty one. */
export function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listOf(value).filter(isRecord);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
