import type { AnyEndpoint } from './endpoint';
import type { JsonObject } from './json';
import type { MethodCall } from './methodCall';

/** What servers before some release want instead of what the table says. */
export interface Rule {
  /** The first release that does as the table says. */
  readonly since: string;
  /** Whether a call with these arguments touches on it; every call does if absent. */
  readonly concerns?: (args: JsonObject) => boolean;
  /**
   * How an older server is asked for the same. Absent: it cannot be, and the call fails before it is sent.
   */
  readonly before?: (args: JsonObject) => Instead;
  /** What of the method is meant, for the sentence that says so. */
  readonly about?: string;
}

/** Other arguments, or another way altogether. */
export interface Instead {
  readonly args?: JsonObject;
  readonly endpoint?: AnyEndpoint;
  readonly method?: MethodCall;
  /** Makes the reply of that way one of the method that was called. */
  readonly read?: (reply: unknown) => unknown;
}

/** A key that an older server would refuse, or pass over with a wrong result. */
export function needs(since: string, ...keys: readonly string[]): Rule {
  return { since, concerns: holdsAny(keys), about: keys.join(', ') };
}

/** A key that an older server would refuse, although little is lost without it. */
export function leftOut(since: string, ...keys: readonly string[]): Rule {
  return { since, concerns: holdsAny(keys), before: (args) => ({ args: without(args, keys) }) };
}

/** Conditions by key, and how an older server is told them in its `query`. */
export type Conditions = Readonly<Record<string, (value: unknown) => JsonObject>>;

/** Keys that were parts of `query`, a text of JSON, before they were parameters. */
export function inQuery(since: string, conditions: Conditions): Rule {
  const keys = Object.keys(conditions);
  const before = (args: JsonObject) => {
    const given = keys.filter((key) => args[key] !== undefined);
    const query = given.reduce<JsonObject>((told, key) => ({ ...told, ...conditions[key]?.(args[key]) }), {});
    return { args: { ...without(args, keys), query } };
  };
  return { since, concerns: holdsAny(keys), before };
}

/** Ids as a list, however they were given. */
export function listOf(ids: unknown): readonly unknown[] {
  return Array.isArray(ids) ? ids : String(ids).split(',');
}

export function holdsAny(keys: readonly string[]): (args: JsonObject) => boolean {
  return (args) => keys.some((key) => args[key] !== undefined);
}

function without(args: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(args).filter(([key]) => !keys.includes(key)));
}
