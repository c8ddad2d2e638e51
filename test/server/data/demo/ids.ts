import { createHash } from 'node:crypto';

/** The characters that Rocket.Chat's random ids are made of. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** The same 17 characters for the same key, always. */
export function idOf(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return Array.from(digest.subarray(0, 17), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

export function userId(username: string): string {
  return username === 'rocket.cat' ? username : idOf(`user/${username}`);
}

/** `key` is the room's name, or for direct messages the user names joined by `+`. */
export function roomId(key: string): string {
  if (key === 'general') return 'GENERAL';
  const people = key.split('+');
  return people.length === 2 ? people.map(userId).sort().join('') : idOf(`room/${key}`);
}

/** `name` is what the script calls the message (`named`), or its place in the script. */
export function messageId(room: string, name: string): string {
  return idOf(`message/${room}/${name}`);
}
