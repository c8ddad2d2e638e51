import type { JsonObject } from '../route';

/** Those of the keys that the document has, as a projection of the database gives them. */
export function picked<T extends object>(document: T, keys: readonly Extract<keyof T, string>[]): JsonObject {
  return Object.fromEntries(
    keys.filter((key) => document[key] !== undefined).map((key) => [key, document[key]]),
  );
}
