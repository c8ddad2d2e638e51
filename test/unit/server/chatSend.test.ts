import assert from 'node:assert/strict';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const data = town({
  messages: [
    said('main', 60),
    said('reply', 50, { thread: 'main', from: 'bob' }),
    said('elsewhere', 40, { room: 'secret' }),
  ],
});

type Message = Record<string, unknown>;

describe('chat.sendMessage', () => {
  const server = eachWithServer({ data, now: noon });

  async function send(message: Message, as = 'ann', others: Message = {}) {
    const { status, body } = await ask(server(), 'POST chat.sendMessage', {
      as,
      body: { message, ...others },
    });
    // Absent where it failed.
    return { status, body, message: body['message'] as Message | undefined };
  }

  it('stores the message and answers it whole', async () => {
    const { status, message } = await send({ _id: 'mine', rid: 'dev', msg: 'hi @bob see #open' });

    assert.equal(status, 200);
    assert.deepEqual(message, {
      _id: 'mine',
      rid: 'dev',
      msg: 'hi @bob see #open',
      ts: noon,
      u: { _id: 'ann-id', username: 'ann', name: 'Ann' },
      _updatedAt: noon,
      urls: [],
      mentions: [{ _id: 'bob-id', username: 'bob', name: 'Bob', type: 'user' }],
      channels: [{ _id: 'open', name: 'open', fname: 'open' }],
      md: [
        {
          type: 'PARAGRAPH',
          value: [
            { type: 'PLAIN_TEXT', value: 'hi ' },
            { type: 'MENTION_USER', value: { type: 'PLAIN_TEXT', value: 'bob' } },
            { type: 'PLAIN_TEXT', value: ' see ' },
            { type: 'MENTION_CHANNEL', value: { type: 'PLAIN_TEXT', value: 'open' } },
          ],
        },
      ],
    });
  });

  it('makes an id of 24 hexadecimal characters where none is given', async () => {
    const { message } = await send({ rid: 'dev', msg: 'x' });

    assert.match(String(message?.['_id']), /^[0-9a-f]{24}$/);
  });

  it('keeps what it does not know, and counts again what it does', async () => {
    const forged = {
      u: { _id: 'bob-id', username: 'bob' },
      mentions: ['x'],
      md: 'x',
      urls: 'x',
      pinned: true,
    };

    const { message } = await send({ rid: 'dev', text: 'extra', ...forged });

    assert.equal(message?.['text'], 'extra');
    assert.equal(message['msg'], '');
    assert.deepEqual(message['u'], { _id: 'ann-id', username: 'ann', name: 'Ann' });
    assert.deepEqual(
      [message['mentions'], message['md'], message['urls'], message['pinned']],
      [[], undefined, [], undefined],
    );
  });

  it('answers a taken id by its accident, and stores nothing', async () => {
    const { status, body } = await send({ _id: 'elsewhere', rid: 'dev', msg: 'again' }, 'bob');

    assert.equal(status, 400);
    assert.deepEqual(body, {
      success: false,
      error: "Cannot read properties of undefined (reading 'starred')",
    });
    assert.equal(server().world.messages.byId('elsewhere')?.msg, 'elsewhere');
    assert.equal(server().world.rooms.byId('dev')?.msgs, 2);
  });

  it('takes a time near its own and replaces one further off', async () => {
    const near = await send({ rid: 'dev', msg: 'x', ts: '2026-03-02T12:00:08.000Z' });
    const far = await send({ rid: 'dev', msg: 'x', ts: '2026-03-02T11:59:20.000Z' });

    assert.deepEqual([near.message?.['ts'], far.message?.['ts']], ['2026-03-02T12:00:08.000Z', noon]);
  });

  it('puts a reply to a reply into the thread, and into the room of the thread', async () => {
    const { message } = await send({ rid: 'open', msg: 'x', tmid: 'reply' });

    assert.deepEqual([message?.['tmid'], message?.['rid']], ['main', 'dev']);
    assert.equal(server().world.messages.byId('main')?.tcount, 2);
  });

  it('shows a reply in the room only if asked', async () => {
    const shown = await send({ rid: 'dev', msg: 'x', tmid: 'main', tshow: true });
    const hidden = await send({ rid: 'dev', msg: 'x', tmid: 'main', tshow: false });

    assert.deepEqual([shown.message?.['tshow'], hidden.message?.['tshow']], [true, undefined]);
  });

  it('previews only the links that it is told to', async () => {
    const previewUrls = ['https://a.example'];

    const { message } = await send({ rid: 'dev', msg: 'https://a.example https://b.example' }, 'ann', {
      previewUrls,
    });

    assert.deepEqual(message?.['urls'], [
      { url: 'https://a.example', meta: {} },
      { url: 'https://b.example', meta: {}, ignoreParse: true },
    ]);
  });

  it('lets who can see a channel post without joining it', async () => {
    const { status } = await send({ rid: 'open', msg: 'x' }, 'carol');

    assert.equal(status, 200);
    assert.equal(server().world.subscriptions.of('carol-id', 'open'), undefined);
  });

  it('stores an encrypted message without reading it', async () => {
    const content = { algorithm: 'rc.v2.aes-sha2', ciphertext: 'eA' };

    const { message } = await send({ rid: 'cipher', t: 'e2e', e2e: 'pending', content });

    assert.deepEqual([message?.['t'], message?.['content'], message?.['md']], ['e2e', content, undefined]);
  });

  it('lets a bot speak under another name, and anyone with an emoji', async () => {
    const bot = await send({ rid: 'open', msg: 'x', alias: 'Deploy', avatar: '/avatar/ann' }, 'hook');
    const person = await send({ rid: 'dev', msg: 'x', emoji: ':robot:' });

    assert.deepEqual([bot.message?.['alias'], person.message?.['emoji']], ['Deploy', ':robot:']);
  });

  const long = 'x'.repeat(5001);
  const refusals: readonly [
    what: string,
    message: Message,
    error: string,
    errorType?: string,
    as?: string,
  ][] = [
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
    own.blocked = true;

    const { body } = await send({ rid: 'ann-bob', msg: 'x' }, 'bob');

    assert.deepEqual(body, { success: false, error: 'room_is_blocked' });
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
});

describe('chat.sendMessage under other settings', () => {
  const settings = { Threads_enabled: false, E2E_Enable: true, Message_AllowBadWordsFilter: true };
  const server = eachWithServer({
    data,
    now: noon,
    settings: { ...settings, Message_BadWordsFilterList: 'drat, darn' },
  });

  const send = (message: Message) => ask(server(), 'POST chat.sendMessage', { as: 'ann', body: { message } });

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

  it('puts stars in place of bad words', async () => {
    const { body } = await send({ rid: 'dev', msg: 'Drat, a darned darn' });

    // The answer of a success holds the message.
    assert.equal((body['message'] as Message)['msg'], '****, a darned ****');
  });
});
