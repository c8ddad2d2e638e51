import { isRecord } from './parse';

/** What is typed where JSON of an object is wanted. */
export type Typed = Readonly<Record<string, unknown>> | 'nothing' | 'notJson' | 'notAnObject';

export function readJson(typed: string): Typed {
  if (typed.trim() === '') return 'nothing';
  try {
    const value: unknown = JSON.parse(typed);
    return isRecord(value) ? value : 'notAnObject';
  } catch (error) {
    if (error instanceof SyntaxError) return 'notJson';
    throw error;
  }
}

/** Undefined for one that says nothing, too. */
export function recordOf(typed: string): Readonly<Record<string, unknown>> | undefined {
  const value = readJson(typed);
  return typeof value === 'string' || Object.keys(value).length === 0 ? undefined : value;
}
