import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { noon, said, sendingTo, town } from './town';

const data = town({
  messages: [
    said('main', 60),
    said('reply', 50, { thread: 'main', from: 'bob' }),
    said('elsewhere', 40, { room: 'secret' }),
  ],
});

describe('chat.sendMessage', () => {
  const server = eachWithServer({ data, now: noon });

  const send = sendingTo(server);

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

  it('finds the place of an earlier time among the others', async () => {
    await send({ _id: 'late', rid: 'dev', msg: 'x' });
    await send({ _id: 'early', rid: 'dev', msg: 'x', ts: '2026-03-02T11:59:53.000Z' });

    const ids = server()
      .world.messages.inRoom('dev')
      .map((message) => message._id);
    assert.deepEqual(ids, ['main', 'reply', 'early', 'late']);
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
});
