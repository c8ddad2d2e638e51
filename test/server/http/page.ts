import type { JsonObject, Page } from '../route';
import type { World } from '../world/world';
import { meteorError } from '../failures';
import { jsonIn } from '../json';

/** Paging as the server reads it. Refuses a bad `sort`. */
export function readPage(query: JsonObject, world: World): Page {
  return {
    offset: Math.max(0, integer(query['offset']) ?? 0),
    count: readCount(integer(query['count']), world),
    sort: readSort(query['sort']),
  };
}

/** Infinity where the caller asked for all and may. */
function readCount(asked: number | undefined, world: World): number {
  const usual = world.number('API_Default_Count');
  if (asked === undefined) return usual;
  if (asked === 0) return world.isOn('API_Allow_Infinite_Count') ? Infinity : usual;
  return Math.min(Math.abs(asked), world.number('API_Upper_Count_Limit'));
}

function readSort(text: unknown): Page['sort'] {
  if (typeof text !== 'string' || text === '') return undefined;
  const sort = parsed(text);
  if (!sort) {
    throw meteorError('error-invalid-sort', `Invalid sort parameter provided: "${text}"`, {
      helperMethod: 'parseJsonQuery',
    });
  }
  return sort;
}

function parsed(text: string): Record<string, 1 | -1> | undefined {
  const value = jsonIn(text);
  if (typeof value !== 'object' || value === null) return undefined;
  // Every value was just looked at.
  return Object.values(value).every((way) => way === 1 || way === -1)
    ? (value as Record<string, 1 | -1>)
    : undefined;
}

function integer(value: unknown): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return Number.isNaN(number) ? undefined : number;
}
