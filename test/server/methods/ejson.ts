import { isObject } from '../isObject';

/** Keys under which documents keep moments, wherever they stand. */
const moments = new Set(
  [
    ['ts', '_updatedAt', 'lm', 'ls', 'lr', 'tlm', 'dlm', 'editedAt', 'pinnedAt', 'createdAt', 'lastLogin'],
    ['uploadedAt', '_deletedAt', 'statusExpiresAt', 'tokenExpires', 'codeExpires'],
  ].flat(),
);

/** As the real-time protocol sends it: `{"$date": ms}` where REST has ISO 8601 texts. */
export function toEjson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toEjson);
  if (value instanceof Date) return { $date: value.getTime() };
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sent(key, inner)]));
}

function sent(key: string, value: unknown): unknown {
  const time = moments.has(key) && typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? toEjson(value) : { $date: time };
}

/** What a client sent: its moments become ISO 8601 texts. */
export function fromEjson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromEjson);
  if (!isObject(value)) return value;
  const { $date } = value;
  if (typeof $date === 'number' && Object.keys(value).length === 1) return new Date($date).toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromEjson(inner)]));
}
