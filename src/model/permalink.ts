import type { Message } from './message';
import type { Room } from './room';

/** The address of a room or message in the web client of the server at `site`. */
export function permalink(site: string, room: Room, message?: Pick<Message, 'id' | 'thread'>): string {
  const address = `${site}/${words[room.type] ?? 'channel'}/${encodeURIComponent(room.slug ?? room.id)}`;
  if (!message) return address;
  const thread = message.thread ? `/thread/${encodeURIComponent(message.thread)}` : '';
  return `${address}${thread}?msg=${encodeURIComponent(message.id)}`;
}

const words: Readonly<Record<string, string>> = { c: 'channel', p: 'group', d: 'direct', l: 'live' };
