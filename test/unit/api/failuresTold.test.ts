import assert from 'node:assert/strict';
import type { Client } from '../../../src/api/client';
import type { Failure } from '../../../src/api/errors';
import { clientOf, failureFrom } from '../../support/clientOf';
import { clientTable, type Row } from '../../support/clientTable';
import { eachWithServer } from '../../support/standIn';

/** What ann has where bob, who calls, has no access; and what she said where he has. */
interface Known {
  readonly secret: string;
  readonly hidden: string;
  readonly said: string;
}

type Calling = (client: Client, known: Known) => Promise<unknown>;

const forbidden: Failure = { kind: 'forbidden' };
const notFound: Failure = { kind: 'notFound' };
const refused = (code: string): Failure => ({ kind: 'refused', code });
const attachments = [{ title: 'x', title_link: 'https://example.com' }];

/** Calls that fail, by the server's name of the method, and the failure that its comment has promised. */
const promised: readonly (readonly [method: string, what: string, call: Calling, failure: Failure])[] = [
  [
    'chat.postMessage',
    'no such channel',
    ({ chat }) => chat.postMessage({ channel: '#nowhere', text: 'x' }),
    refused('invalid-channel'),
  ],
  [
    'chat.postMessage',
    'an alias without the right',
    ({ chat }) => chat.postMessage({ roomId: 'GENERAL', attachments, alias: 'Build' }),
    refused('Not enough permission'),
  ],
  [
    'chat.postMessage',
    'a text that is too long',
    ({ chat }) => chat.postMessage({ roomId: 'GENERAL', text: 'x'.repeat(5001) }),
    refused('error-message-size-exceeded'),
  ],
  [
    'chat.sendMessage',
    'a room without access',
    ({ chat }, { secret }) => chat.sendMessage({ message: { rid: secret, msg: 'x' } }),
    forbidden,
  ],
  [
    'chat.sendMessage',
    'shown in the room without a thread',
    ({ chat }) => chat.sendMessage({ message: { rid: 'GENERAL', msg: 'x', tshow: true } }),
    { kind: 'invalid', code: 'invalid-params' },
  ],
  [
    'chat.update',
    "somebody else's message",
    ({ chat }, { said }) => chat.update({ roomId: 'GENERAL', msgId: said, text: 'x' }),
    forbidden,
  ],
  [
    'chat.delete',
    "somebody else's message",
    ({ chat }, { said }) => chat.delete({ roomId: 'GENERAL', msgId: said }),
    forbidden,
  ],
  ['chat.react', 'no such message', ({ chat }) => chat.react({ messageId: 'x', emoji: 'tada' }), notFound],
  [
    'chat.react',
    'no such emoji',
    ({ chat }, { said }) => chat.react({ messageId: said, emoji: ':no-such-emoji:' }),
    forbidden,
  ],
  [
    'chat.pinMessage',
    'without the right',
    ({ chat }, { said }) => chat.pinMessage({ messageId: said }),
    forbidden,
  ],
  ['chat.starMessage', 'no such message', ({ chat }) => chat.starMessage({ messageId: 'x' }), notFound],
  [
    'chat.reportMessage',
    'a blank reason',
    ({ chat }, { said }) => chat.reportMessage({ messageId: said, description: ' ' }),
    refused('error-invalid-description'),
  ],
  [
    'chat.ignoreUser',
    'somebody who is not in the room',
    ({ chat }) => chat.ignoreUser({ rid: 'GENERAL', userId: 'root-id', ignore: true }),
    refused('error-invalid-subscription'),
  ],
  ['chat.getMessage', 'no such message', ({ chat }) => chat.getMessage({ msgId: 'x' }), notFound],
  ['chat.getMessage', 'no access', ({ chat }, { hidden }) => chat.getMessage({ msgId: hidden }), forbidden],
  [
    'chat.search',
    'no access',
    ({ chat }, { secret }) => chat.search({ roomId: secret, searchText: 'plans' }),
    forbidden,
  ],
  [
    'chat.getMessageReadReceipts',
    'no licence',
    ({ chat }, { said }) => chat.getMessageReadReceipts({ messageId: said }),
    forbidden,
  ],
  [
    'chat.getURLPreview',
    'no access',
    ({ chat }, { secret }) => chat.getURLPreview({ roomId: secret, url: 'https://example.com' }),
    forbidden,
  ],
  [
    'chat.getPinnedMessages',
    'no access',
    ({ chat }, { secret }) => chat.getPinnedMessages({ roomId: secret }),
    forbidden,
  ],
  [
    'chat.getStarredMessages',
    'no access',
    ({ chat }, { secret }) => chat.getStarredMessages({ roomId: secret }),
    forbidden,
  ],
  [
    'chat.getMentionedMessages',
    'no access',
    ({ chat }, { secret }) => chat.getMentionedMessages({ roomId: secret }),
    forbidden,
  ],
  [
    'chat.getDiscussions',
    'no access',
    ({ chat }, { secret }) => chat.getDiscussions({ roomId: secret }),
    forbidden,
  ],
  [
    'chat.getDeletedMessages',
    'no time',
    ({ chat }) => chat.getDeletedMessages({ roomId: 'GENERAL', since: 'yesterday' }),
    { kind: 'invalid', code: 'error-invalid-params' },
  ],
  [
    'chat.getThreadMessages',
    'no such thread',
    ({ chat }) => chat.getThreadMessages({ tmid: 'x' }),
    refused('error-invalid-message'),
  ],
  [
    'chat.followMessage',
    'no such message',
    ({ chat }) => chat.followMessage({ mid: 'x' }),
    refused('error-invalid-message'),
  ],
  [
    'chat.readThread',
    'no such message',
    ({ chat }) => chat.readThread({ tmid: 'x' }),
    refused('error-invalid-message'),
  ],
  [
    'chat.syncThreadsList',
    'no access',
    ({ chat }, { secret }) => chat.syncThreadsList({ rid: secret, updatedSince: '2026-01-01T00:00:00.000Z' }),
    forbidden,
  ],
  ['users.info', 'nobody', ({ users }) => users.info({ username: 'nobody' }), notFound],
  [
    'users.setStatus',
    'for somebody else',
    ({ users }) => users.setStatus({ username: 'ann', message: 'x' }),
    forbidden,
  ],
  [
    'users.generatePersonalAccessToken',
    'a name that is taken',
    ({ users }) => users.generatePersonalAccessToken({ tokenName: 'tests' }),
    refused('error-token-already-exists'),
  ],
  [
    'users.removePersonalAccessToken',
    'a name that nobody knows',
    ({ users }) => users.removePersonalAccessToken({ tokenName: 'other' }),
    refused('error-token-does-not-exists'),
  ],
  [
    'directory',
    'by two keys',
    ({ directory }) => directory.search({ sort: { name: 1, ts: 1 } }),
    refused('This method support only one "sort" parameter'),
  ],
  [
    'users.getStatus',
    'nobody',
    ({ users }) => users.getStatus({ username: 'nobody' }),
    refused('error-invalid-user'),
  ],
  [
    'emoji-custom.list',
    'no time',
    ({ emojiCustom }) => emojiCustom.list({ updatedSince: 'yesterday' }),
    refused('error-roomId-param-invalid'),
  ],
];

describe('a failure that the table promises', () => {
  const server = eachWithServer();
  let table: ReadonlyMap<string, Row>;
  before(function () {
    // A compiler at work beside a busy machine's other work.
    this.timeout(60_000);
    table = new Map(clientTable().map((row) => [row.method, row]));
  });

  async function annsOwn(): Promise<Known> {
    const ann = clientOf(server());
    const { group } = await ann.groups.create({ name: 'secret' });
    const [hidden, said] = await Promise.all(
      [group._id, 'GENERAL'].map((roomId) => ann.chat.postMessage({ roomId, text: 'plans' })),
    );
    return { secret: group._id, hidden: hidden?.message._id ?? '', said: said?.message._id ?? '' };
  }

  for (const [method, what, call, expected] of promised) {
    it(`comes from ${method}: ${what}`, async () => {
      const { failure } = await failureFrom(call(clientOf(server(), { as: 'bob' }), await annsOwn()));

      const told = table.get(method)?.throws ?? '';
      assert.deepEqual(failure, expected);
      assert.match(told, new RegExp(`\`${failure.kind}\``));
      if ('code' in failure) assert.ok(told.includes(`\`${failure.code}\``), told);
    });
  }
});
