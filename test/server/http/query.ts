import type { JsonObject } from '../route';
import { plainError } from '../failures';
import { isObject } from '../isObject';

const mostInOneList = 500;

/**
 * The query as an object: a repeated key or `key[]` is a list, `key[part]` an object. Refuses endless
 * lists.
 */
export function parseQuery(search: string): JsonObject {
  const found: JsonObject = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const [, key = name, part] = /^([^[\]]+)\[([^[\]]*)\]$/.exec(name) ?? [];
    if (part === undefined) put(found, key, value);
    else if (part === '') put(found, key, [value]);
    else put(childOf(found, key), part, value);
  }
  return found;
}

function put(into: JsonObject, key: string, value: unknown): void {
  if (!Object.hasOwn(into, key)) {
    into[key] = value;
    return;
  }
  const list = [into[key], value].flat();
  if (list.length > mostInOneList) throw plainError('Invalid query parameters');
  into[key] = list;
}

function childOf(parent: JsonObject, key: string): JsonObject {
  const present = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (isObject(present)) return present;
  const child: JsonObject = {};
  parent[key] = child;
  return child;
}
