import { type Rejection, meteorError } from '../failures';
import type { World } from './world';

/** One of the workspace's own fields of an account, as the setting defines it. */
interface Definition {
  readonly type?: string;
  readonly required?: boolean;
  /** Shown to everybody. */
  readonly public?: boolean;
  readonly options?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

type Given = Readonly<Record<string, unknown>>;

/** What is kept of the given fields: those that the workspace knows. Throws if they break its rules. */
export function checkedFields(world: World, given: Given): Record<string, unknown> {
  const definitions = Object.entries(definitionsOf(world));
  for (const [name, definition] of definitions) checkField(name, definition, given[name]);
  return Object.fromEntries(definitions.flatMap(([name]) => (name in given ? [[name, given[name]]] : [])));
}

/** What others, or who may know all, are told of a person's fields. */
export function shownFields(world: World, fields: Given = {}, all: boolean): Given | undefined {
  const names = Object.entries(definitionsOf(world)).flatMap(([name, definition]) =>
    name in fields && (all || definition.public) ? [name] : [],
  );
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, fields[name]])) : undefined;
}

function definitionsOf(world: World): Record<string, Definition> {
  const json = world.text('Accounts_CustomFields').trim();
  if (json === '') return {};
  try {
    // Written by the administrator; a wrong shape there is as wrong on a real server.
    return JSON.parse(json) as Record<string, Definition>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw meteorError('error-invalid-customfield-json', 'Invalid JSON for Custom Fields');
  }
}

function checkField(name: string, definition: Definition, value: unknown): void {
  const text = typeof value === 'string' ? value.trim() : '';
  if (definition.required && text === '') throw refused(`Field ${name} is required`);
  if (definition.type === 'select' && !definition.options?.some((option) => option === value)) {
    throw refused(`Value for field ${name} is invalid`);
  }
  checkLength(name, definition, text);
}

function checkLength(name: string, { maxLength, minLength }: Definition, text: string): void {
  if (maxLength && text.length > maxLength) throw refused(`Max length of field ${name} ${maxLength}`);
  if (minLength && text.length < minLength) throw refused(`Min length of field ${name} ${minLength}`);
}

function refused(reason: string): Rejection {
  return meteorError('error-user-registration-custom-field', reason, { method: 'registerUser' });
}
