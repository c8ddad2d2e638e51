import { getExtension, getMimeType } from 'hono/utils/mime';

/** Types that the server reads off a name in its own way. */
const ownTypes = { lst: 'text/plain', wav: 'audio/wav', ico: 'image/x-icon' };

/** The type that a file's name tells; undefined if it tells none. */
export function typeOfName(name: string): string | undefined {
  const type = getMimeType(name, ownTypes) ?? getMimeType(name);
  return type === undefined ? undefined : bareType(type);
}

/** The name, with an ending that tells the type unless it has one. */
export function nameTelling(type: string, name: string): string {
  if (type === 'application/octet-stream' || typeOfName(name) === type) return name;
  const ending = getExtension(type);
  if (ending === undefined || name.toLowerCase().endsWith(`.${ending}`)) return name;
  return `${name}.${ending}`;
}

/** Without parameters such as the character set. */
export function bareType(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}
