import type { Methods } from '../../../src/api/client';

type Args<Method extends (args: never) => unknown> = Parameters<Method>[0];

type Post = Args<Methods['chat']['postMessage']>;
type Sync = Args<Methods['chat']['syncMessages']>;
type Update = Args<Methods['chat']['update']>;
type Delete = Args<Methods['chat']['delete']>;
type React = Args<Methods['chat']['react']>;
type Attachments = NonNullable<Post['attachments']>;
type Login = Args<Methods['session']['login']>;
type Info = Args<Methods['users']['info']>;
type SetStatus = Args<Methods['users']['setStatus']>;

const since = '2026-01-01T00:00:00.000Z';

/**
 * Arguments that the server takes and refuses, for the compiler alone: it stops at a refusal without a mark, and
 * at a mark without a refusal.
 */
export const written = {
  post: [
    { roomId: 'general', text: 'a room' },
    { roomId: ['general', 'dev'], text: 'several', tmid: 'first' },
    { channel: ['#general', '@bob'], text: 'by name', attachments: [{ color: '#2de0a5' }] },
    // @ts-expect-error A room by both of its names.
    { roomId: 'general', channel: '#general', text: 'both' },
    // @ts-expect-error A thread of a channel.
    { channel: '#general', tmid: 'first', text: 'thread' },
    // @ts-expect-error No room at all.
    { text: 'nowhere' },
  ] satisfies Post[],
  attachments: [
    { title: 'Build', fields: [{ title: 'Branch', value: 'main', short: true }] },
    // @ts-expect-error A field without a value.
    { fields: [{ title: 'Branch' }] },
    // @ts-expect-error A key that nobody knows.
    { colour: 'red' },
  ] satisfies Attachments,
  sync: [
    { roomId: 'general', lastUpdate: since },
    { roomId: 'general', type: 'UPDATED', next: '0', count: 50 },
    { roomId: 'general', type: 'DELETED', previous: '1767225600000' },
    // @ts-expect-error Since a time and by cursors.
    { roomId: 'general', lastUpdate: since, type: 'UPDATED', next: '0' },
    // @ts-expect-error Forwards and backwards.
    { roomId: 'general', type: 'UPDATED', next: '0', previous: '0' },
    // @ts-expect-error A cursor of nothing.
    { roomId: 'general', next: '0' },
    // @ts-expect-error Neither a time nor a cursor.
    { roomId: 'general', type: 'UPDATED' },
  ] satisfies Sync[],
  update: [
    { roomId: 'general', msgId: 'one', text: 'better' },
    { roomId: 'general', msgId: 'one', content: { algorithm: 'rc.v1.aes-sha2', ciphertext: 'Zm9v' } },
    // @ts-expect-error Plain and encrypted.
    { roomId: 'general', msgId: 'one', text: 'x', content: { algorithm: 'x', ciphertext: 'Zm9v' } },
  ] satisfies Update[],
  delete: [
    { roomId: 'general', msgId: 'one', asUser: true },
    { fileId: 'file' },
    // @ts-expect-error A message without its room.
    { msgId: 'one' },
    // @ts-expect-error A message and a file.
    { roomId: 'general', msgId: 'one', fileId: 'file' },
  ] satisfies Delete[],
  react: [
    { messageId: 'one', emoji: ':tada:', shouldReact: true },
    { messageId: 'one', reaction: 'tada' },
    // @ts-expect-error The same under both names.
    { messageId: 'one', emoji: 'tada', reaction: 'tada' },
  ] satisfies React[],
  login: [
    { user: 'ann', password: 'secret', code: '123456' },
    { user: { email: 'ann@example.org' }, password: { digest: 'ab', algorithm: 'sha-256' } },
    { email: 'ann@example.org', password: 'secret' },
    { resume: 'token' },
    { serviceName: 'github', accessToken: 'token', expiresIn: 3600 },
    // @ts-expect-error A password and a token.
    { user: 'ann', password: 'secret', resume: 'token' },
    // @ts-expect-error A name alone.
    { user: 'ann' },
  ] satisfies Login[],
  info: [
    { username: 'bob', includeUserRooms: true },
    // @ts-expect-error A person by two keys.
    { username: 'bob', userId: 'bob-id' },
  ] satisfies Info[],
  setStatus: [
    { message: 'at lunch' },
    { status: 'away', expiresAt: since },
    // @ts-expect-error Neither words nor a status.
    { userId: 'bob-id' },
  ] satisfies SetStatus[],
};
