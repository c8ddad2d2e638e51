import assert from 'node:assert/strict';
import { ask, itemIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, sendingTo, town } from './town';

const data = town({
  messages: [
    said('main', 60),
    said('reply', 50, { thread: 'main', from: 'bob' }),
    said('elsewhere', 40, { room: 'secret' }),
  ],
});

describe('chat.sendMessage refused', () => {
  const server = eachWithServer({ data, now: noon });

  const send = sendingTo(server);

  const long = 'x'.repeat(5001);
  const refusals: readonly [what: string, message: Item, error: string, errorType?: string, as?: string][] = [
    ['no room', { msg: 'x' }, "The 'rid' property on the message object is missing."],
    ['a room that is not there', { rid: 'nowhere', msg: 'x' }, 'error-invalid-room'],
    ['an archived room', { rid: 'old', msg: 'x' }, 'room_is_archived'],
    ['a room of others', { rid: 'secret', msg: 'x' }, 'error-not-allowed', undefined, 'carol'],
    [
      'a read-only room',
      { rid: 'locked', msg: 'x' },
      "You can't send messages because the room is readonly.",
      undefined,
      'bob',
    ],
    ['a muted person', { rid: 'quiet', msg: 'x' }, 'You_have_been_muted', undefined, 'bob'],
    [
      'what is shown in the room but no reply',
      { rid: 'dev', msg: 'x', tshow: true },
      'tshow provided but missing tmid [invalid-params]',
      'invalid-params',
    ],
    [
      'a text that is too long',
      { rid: 'dev', msg: long },
      'Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]',
      'error-message-size-exceeded',
    ],
    [
      'a time of another day',
      { rid: 'dev', msg: 'x', ts: '2026-03-01T12:00:00.000Z' },
      'Message timestamp is out of sync [error-message-ts-out-of-sync]',
      'error-message-ts-out-of-sync',
    ],
    [
      'a system message of live chat',
      { rid: 'dev', t: 'livechat-close' },
      "Cannot send system messages using 'chat.sendMessage'",
    ],
    [
      'a picture of a bot that runs code',
      { rid: 'open', msg: 'x', avatar: 'javascript:alert(1)' },
      'Invalid href value provided',
      undefined,
      'hook',
    ],
    [
      'a time that is none',
      { rid: 'dev', msg: 'x', ts: 'soon' },
      'Message timestamp is out of sync [error-message-ts-out-of-sync]',
      'error-message-ts-out-of-sync',
    ],
    ['a system message', { rid: 'dev', t: 'uj' }, "Cannot send system messages using 'chat.sendMessage'"],
    ['another name', { rid: 'dev', msg: 'x', alias: 'Bob' }, 'Not enough permission', undefined, 'root'],
    ['custom fields', { rid: 'dev', msg: 'x', customFields: { a: 1 } }, 'Custom fields not enabled'],
    [
      '@all of who may not name everyone',
      { rid: 'talk', msg: '@all' },
      'Notify all in this room not allowed [error-action-not-allowed]',
      'error-action-not-allowed',
      'hook',
    ],
    [
      '@here of who may not name everyone',
      { rid: 'talk', msg: '@here' },
      'Notify here in this room not allowed [error-action-not-allowed]',
      'error-action-not-allowed',
      'hook',
    ],
    [
      'a link that runs code',
      { rid: 'dev', msg: 'x', attachments: [{ title: 'x', title_link: 'javascript:alert(1)' }] },
      'Invalid href value provided',
    ],
    [
      'a field without value',
      { rid: 'dev', msg: 'x', attachments: [{ fields: [{ title: 'x' }] }] },
      'Invalid attachment field, title and value is required',
    ],
    [
      'an attachment of the wrong kind',
      { rid: 'dev', msg: 'x', attachments: [{ collapsed: 'yes' }] },
      'Match error: Expected boolean, got string',
    ],
  ];
  for (const [what, message, error, errorType, as] of refusals) {
    it(`refuses ${what}`, async () => {
      const { status, body } = await send(message, as);

      assert.deepEqual([status, body['error'], body['errorType']], [400, error, errorType]);
    });
  }

  it('refuses both ways of a blocked direct message', async () => {
    const own = server().world.subscriptions.of('bob-id', 'ann-bob') ?? assert.fail();
    const theirs = server().world.subscriptions.of('ann-id', 'ann-bob') ?? assert.fail();
    own.blocked = true;
    theirs.blocker = true;

    const answers = [
      await send({ rid: 'ann-bob', msg: 'x' }, 'bob'),
      await send({ rid: 'ann-bob', msg: 'x' }),
    ];

    const refusal = { success: false, error: 'room_is_blocked' };
    assert.deepEqual(
      answers.map(({ body }) => body),
      [refusal, refusal],
    );
  });

  it('lets the owner speak in a read-only room, and whom it lets speak', async () => {
    const locked = server().world.rooms.byId('locked') ?? assert.fail();
    const owner = await send({ rid: 'locked', msg: 'x' });
    locked.unmuted = ['bob'];
    const member = await send({ rid: 'locked', msg: 'x' }, 'bob');

    assert.deepEqual([owner.status, member.status], [200, 200]);
  });

  it('refuses keys beside the message, in the words of its validator', async () => {
    const { status, body } = await send({ rid: 'dev', msg: 'x' }, 'ann', { _id: 'x' });

    assert.equal(status, 400);
    assert.deepEqual(body, {
      success: false,
      errorType: 'invalid-params',
      error: 'must NOT have additional properties',
    });
  });

  for (const group of ['all', 'here']) {
    it(`names the right that is missing for @${group}`, async () => {
      const { body } = await send({ rid: 'talk', msg: `@${group}` }, 'hook');

      assert.deepEqual(body['details'], { action: 'Notify all in this room' });
    });
  }
});

describe('chat.sendMessage under other settings', () => {
  const settings = { Threads_enabled: false, E2E_Enable: true, Message_AllowBadWordsFilter: true };
  const server = eachWithServer({
    data,
    now: noon,
    settings: { ...settings, Message_BadWordsFilterList: 'drat, darn' },
  });

  const send = (message: Item) => ask(server(), 'POST chat.sendMessage', { as: 'ann', body: { message } });

  it('refuses replies where there are no threads', async () => {
    const { body } = await send({ rid: 'dev', msg: 'x', tmid: 'main' });

    assert.deepEqual(
      [body['error'], body['errorType']],
      ['not-allowed [error-not-allowed]', 'error-not-allowed'],
    );
  });

  it('refuses plain text where encryption is demanded', async () => {
    const { body } = await send({ rid: 'cipher', msg: 'x' });

    const text = 'Not allowed to send un-encrypted messages in an encrypted room [error-not-allowed]';
    assert.deepEqual([body['error'], body['errorType']], [text, 'error-not-allowed']);
  });

  it('takes the encrypted text where encryption is demanded', async () => {
    const { status } = await send({ rid: 'cipher', t: 'e2e', msg: 'eA' });

    assert.equal(status, 200);
  });

  it('puts stars in place of bad words', async () => {
    const { body } = await send({ rid: 'dev', msg: 'Drat, a darned darn' });

    assert.equal(itemIn(body, 'message')['msg'], '****, a darned ****');
  });
});
