import { isRecord } from './parse';

/** Whether two values of plain data say the same. What is undefined counts as absent. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) return sameList(one, other);
  return isRecord(one) && isRecord(other) && sameRecord(one, other);
}

function sameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((value, at) => sameValue(value, others[at]));
}

function sameRecord(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    sameValue(one[key], other[key]),
  );
}
