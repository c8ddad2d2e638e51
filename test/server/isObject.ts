import type { JsonObject } from './route';

/** A JSON object: neither a list nor nothing. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
