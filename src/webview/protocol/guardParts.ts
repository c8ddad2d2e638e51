/** Whether a value that a page sent is what it should be. */
export type Guard = (value: unknown) => boolean;
export type Keys = Readonly<Record<string, Guard>>;

/** One guard for each key besides the tag, optional ones too. */
export type KeysOf<Message> = { readonly [Key in keyof Omit<Required<Message>, 'type'>]: Guard };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it has a tag of the table, and all keys as the guards of that tag want them. */
export function isSaid(value: unknown, table: Readonly<Record<string, Keys>>): boolean {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false;
  const keys = Object.hasOwn(table, value['type']) ? table[value['type']] : undefined;
  return keys !== undefined && has(value, keys);
}

export function has(value: Record<string, unknown>, keys: Keys): boolean {
  return Object.entries(keys).every(([key, guard]) => guard(value[key]));
}

export function record(keys: Keys): Guard {
  return (value) => isRecord(value) && has(value, keys);
}

export function optional(guard: Guard): Guard {
  return (value) => value === undefined || guard(value);
}

export function listOf(guard: Guard, limit: number): Guard {
  return (value) => Array.isArray(value) && value.length <= limit && value.every(guard);
}

export function oneOf(values: readonly string[]): Guard {
  return (value) => typeof value === 'string' && values.includes(value);
}

export function textUpTo(limit: number): Guard {
  return (value) => typeof value === 'string' && value.length <= limit;
}

export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** More would not come through in one piece: the page is told, and says so. */
export const mostBytes = 512 * 1024 * 1024;

export function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.byteLength <= mostBytes;
}

/** Ids of servers have 17 to some forty characters; those of uploads and links to rooms may be longer. */
export const isId = textUpTo(200);
/** A room's or a person's name, a short name, a media type. */
export const isName = textUpTo(300);
export const isAddress = textUpTo(8_000);
/** The server's own limit is 5,000 unless it was set otherwise. */
export const isText = textUpTo(1_000_000);
/** Whatever a person wrote is kept; what of it is too long to be sent, the page says. */
export const isWritten: Guard = (value) => typeof value === 'string';
export const isFlag: Guard = (value) => typeof value === 'boolean';
