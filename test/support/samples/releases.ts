import type { Client } from '../../../src/api/client';

/** A call that older releases cannot take as it is. */
export type Call = (client: Client) => Promise<unknown>;

/** A call, an older release and the first that takes it as it is; how each is asked. */
export interface Change {
  readonly of: string;
  readonly call: Call;
  readonly older: string;
  readonly newer: string;
  readonly askedOlder: string;
  readonly askedNewer: string;
}

const mentioned = { roomId: 'r', mentionIds: 'a,b', starredIds: 'c', pinned: true, count: 5 };
const asCondition =
  'roomId=r&count=5&query={"mentions._id":{"$in":["a","b"]},"starred._id":{"$in":["c"]},"pinned":true}';

/** What older servers are asked in another way. */
export const changes: readonly Change[] = [
  {
    of: 'ids of several people',
    call: ({ users }) => users.presence({ ids: 'a,b' }),
    older: '8.4',
    newer: '8.5',
    askedOlder: 'GET users.presence?ids[]=a&ids[]=b',
    askedNewer: 'GET users.presence?ids=a,b',
  },
  {
    of: 'a list of people',
    call: ({ users }) => users.presence({ ids: ['a', 'b'] }),
    older: '8.4',
    newer: '8.5',
    askedOlder: 'GET users.presence?ids[]=a&ids[]=b',
    askedNewer: 'GET users.presence?ids[]=a&ids[]=b',
  },
  {
    of: 'settings by their ids',
    call: ({ settings }) => settings.public({ _id: 'A,B', count: 2 }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET settings.public?count=2&query={"_id":{"$in":["A","B"]}}',
    askedNewer: 'GET settings.public?_id=A,B&count=2',
  },
  ...(['channels', 'groups', 'im'] as const).map((kind) => ({
    of: `conditions on messages of ${kind}`,
    call: ({ [kind]: { messages } }: Client) => messages(mentioned),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET ${kind}.messages?${asCondition}`,
    askedNewer: `GET ${kind}.messages?roomId=r&mentionIds=a,b&starredIds=c&pinned=true&count=5`,
  })),
  {
    of: 'messages that are not pinned, which is no condition',
    call: ({ channels }) => channels.messages({ roomId: 'r', starredIds: 'a', pinned: false }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET channels.messages?roomId=r&query={"starred._id":{"$in":["a"]}}',
    askedNewer: 'GET channels.messages?roomId=r&starredIds=a&pinned=false',
  },
  {
    of: 'people on the server',
    call: ({ directory }) => directory.search({ text: 'a"b', type: 'users', count: 3 }),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET directory?count=3&query={"text":"a\\"b","type":"users","workspace":"local"}`,
    askedNewer: 'GET directory?text=a"b&type=users&count=3',
  },
  {
    of: 'everything on the server',
    call: ({ directory }) => directory.search({}),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET directory?query={"type":"channels","workspace":"local"}',
    askedNewer: 'GET directory',
  },
  ...(['channels', 'groups'] as const).map((kind) => ({
    of: `who is there in one of ${kind}`,
    call: ({ [kind]: { online } }: Client) => online({ _id: 'r' }),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET ${kind}.online?query={"_id":"r"}`,
    askedNewer: `GET ${kind}.online?_id=r`,
  })),
  {
    of: 'which links get a preview',
    call: ({ chat }) => chat.sendMessage({ message: { rid: 'r', msg: 'm' }, previewUrls: [] }),
    older: '6.3',
    newer: '6.4',
    askedOlder: 'POST chat.sendMessage {"message":{"rid":"r","msg":"m"}}',
    askedNewer: 'POST chat.sendMessage {"message":{"rid":"r","msg":"m"},"previewUrls":[]}',
  },
  {
    of: 'which links of a changed message get a preview',
    call: ({ chat }) => chat.update({ roomId: 'r', msgId: 'm', text: 't', previewUrls: [] }),
    older: '6.3',
    newer: '6.4',
    askedOlder: 'POST chat.update {"roomId":"r","msgId":"m","text":"t"}',
    askedNewer: 'POST chat.update {"roomId":"r","msgId":"m","text":"t","previewUrls":[]}',
  },
  {
    of: 'a channel by its id',
    call: ({ channels }) => channels.list({ _id: 'r', count: 1 }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET channels.list?count=1&query={"_id":"r"}',
    askedNewer: 'GET channels.list?_id=r&count=1',
  },
  {
    of: 'an emoji by its id',
    call: ({ emojiCustom }) => emojiCustom.list({ _id: 'e' }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET emoji-custom.list?query={"_id":"e"}',
    askedNewer: 'GET emoji-custom.list?_id=e',
  },
  {
    of: 'joining a room',
    call: ({ rooms }) => rooms.join({ roomId: 'r' }),
    older: '8.5',
    newer: '8.6',
    askedOlder: 'POST channels.join {"roomId":"r"}',
    askedNewer: 'POST rooms.join {"roomId":"r"}',
  },
];

const at = '2026-03-02T09:00:00Z';

/** What cannot be had of older releases: the method, a call, the first release, and how it is said. */
export const missing: readonly (readonly [string, string, Call])[] = [
  ['chat.delete', '8.6', ({ chat }) => chat.delete({ fileId: 'f' })],
  ['chat.getThreadMessages', '8.8', ({ chat }) => chat.getThreadMessages({ tmid: 't', aroundId: 'm' })],
  ['chat.postMessage', '6.8', ({ chat }) => chat.postMessage({ roomId: 'r', customFields: {} })],
  ['chat.sendMessage', '6.8', ({ chat }) => chat.sendMessage({ message: { rid: 'r', customFields: {} } })],
  ['chat.syncMessages', '7.1', ({ chat }) => chat.syncMessages({ roomId: 'r', type: 'UPDATED', next: '0' })],
  [
    'chat.syncMessages',
    '7.1',
    ({ chat }) => chat.syncMessages({ roomId: 'r', type: 'DELETED', previous: '9' }),
  ],
  ['chat.syncMessages', '8.8', ({ chat }) => chat.syncMessages({ roomId: 'r', lastUpdate: at, fromTs: at })],
  ['chat.update', '6.8', ({ chat }) => chat.update({ roomId: 'r', msgId: 'm', text: 't', customFields: {} })],
  ['emoji-custom.list', '7.0', ({ emojiCustom }) => emojiCustom.list({ _updatedAt: at })],
  [
    'chat.getURLPreview',
    '6.6',
    ({ chat }) => chat.getURLPreview({ roomId: 'r', url: 'https://example.com/' }),
  ],
  ['rooms.hide', '7.4', ({ rooms }) => rooms.hide({ roomId: 'r' })],
  ['rooms.membersOrderedByRole', '7.3', ({ rooms }) => rooms.membersOrderedByRole({ roomId: 'r' })],
  ['spotlight', '8.6', ({ spotlight }) => spotlight.search({ query: 'a', rid: 'r' })],
  ['spotlight', '8.6', ({ spotlight }) => spotlight.search({ query: 'a', usernames: 'bob' })],
  ['spotlight', '8.6', ({ spotlight }) => spotlight.search({ query: 'a', type: { users: true } })],
  ['users.info', '8.4', ({ users }) => users.info({ email: 'ann@example.com' })],
  ['users.info', '8.5', ({ users }) => users.info({ freeSwitchExtension: '7' })],
  ['users.setStatus', '8.6', ({ users }) => users.setStatus({ message: '', expiresAt: at })],
];
