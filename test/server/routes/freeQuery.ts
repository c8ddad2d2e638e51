import { meteorError } from '../failures';
import { isObject } from '../isObject';
import { jsonIn } from '../json';
import type { Call, JsonObject } from '../route';
import { isBefore } from '../version';
import { textOf } from './parameters';

/**
 * What `query` asks for, in the database's own words; nothing since 7.0, when servers began to pass over
 * it.
 */
export function freeQuery({ world, query }: Pick<Call, 'world' | 'query'>): JsonObject {
  const text = textOf(query, 'query');
  if (!text || !isBefore(world.version, '7.0')) return {};
  return parsed(text) ?? refuse(text);
}

/** Those of the documents that `query` means. */
export function meant<T extends object>(
  call: Pick<Call, 'world' | 'query'>,
  documents: readonly T[],
): readonly T[] {
  const conditions = Object.entries(freeQuery(call));
  if (conditions.length === 0) return documents;
  return documents.filter((document) => conditions.every(([path, value]) => isMet(document, path, value)));
}

function parsed(json: string): JsonObject | undefined {
  const value = jsonIn(json);
  return isObject(value) ? value : undefined;
}

function isMet(document: object, path: string, wanted: unknown): boolean {
  const values = valuesAt(document, path.split('.'));
  if (!isObject(wanted)) return values.includes(wanted);
  return Object.entries(wanted).every(([operator, value]) => {
    const compare = operators[operator] ?? refuse(JSON.stringify({ [path]: wanted }));
    return compare(values, value);
  });
}

/** The few that clients use. */
const operators: Readonly<Record<string, (values: readonly unknown[], wanted: unknown) => boolean>> = {
  $in: (values, wanted) => Array.isArray(wanted) && wanted.some((one) => values.includes(one)),
  $ne: (values, wanted) => !values.includes(wanted),
  $exists: (values, wanted) => values.length > 0 === wanted,
};

/** A path goes through lists to what each of their items holds. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return isObject(value) && Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [];
}

function refuse(text: string): never {
  throw meteorError('error-invalid-query', `Invalid query parameter provided: "${text}"`, {
    helperMethod: 'parseJsonQuery',
  });
}
