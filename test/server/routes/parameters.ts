import { meteorError } from '../failures';
import type { JsonObject } from '../route';

/** A text among the parameters; undefined if it is missing or something else. */
export function textOf(parameters: JsonObject, key: string): string | undefined {
  const value = parameters[key];
  return typeof value === 'string' ? value : undefined;
}

/** For parameters that the route's schema demands. */
export function neededText(parameters: JsonObject, key: string): string {
  const value = textOf(parameters, key);
  if (value === undefined) throw new Error(`The schema of the route lets a missing ${key} pass`);
  return value;
}

export function isTrue(parameters: JsonObject, key: string): boolean {
  return parameters[key] === true || parameters[key] === 'true';
}

/** A date as the documents write dates, or undefined if the text is none. */
export function dateOf(value: string): string | undefined {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The date of a parameter of that name; some schemas let a leap second through, which is none. */
export function updatedSince(value: string): string {
  const since = dateOf(value);
  if (since !== undefined) return since;
  const reason = 'The "updatedSince" query parameter must be a valid date.';
  throw meteorError('error-updatedSince-param-invalid', reason);
}
