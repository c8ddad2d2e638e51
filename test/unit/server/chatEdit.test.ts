import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const data = town({
  messages: [
    said('old', 30, { text: 'old words', reactions: { ':+1:': ['bob'] } }),
    said('quoted', 29, { text: 'the source' }),
    said('sealed', 20, { room: 'cipher', type: 'e2e', text: '' }),
    said('file', 15, { text: '', attachments: [{ title: 'a.png', description: 'a cat' }] }),
    said('almost', 14.6),
    said('bot', 14.5, { room: 'talk', from: 'hook' }),
    said('still', 14, { room: 'old' }),
    said('last', 10, { room: 'secret' }),
  ],
});

describe('chat.update', () => {
  const server = eachWithServer({ data, now: noon });

  const update = (msgId: string, text: string, { as = 'ann', roomId = 'dev', ...others }: Item = {}) =>
    ask(server(), 'POST chat.update', { as: String(as), body: { roomId, msgId, text, ...others } });
  const message = (id: string) => server().world.messages.byId(id) ?? assert.fail(id);

  it('writes the text anew, with all that follows from it', async () => {
    const { body } = await update('old', 'ask @bob in #open about https://example.com/');

    const edited = itemIn(body, 'message');
    assert.deepEqual(each(listIn(edited, 'mentions'), 'username'), ['bob']);
    assert.deepEqual(each(listIn(edited, 'channels'), 'name'), ['open']);
    assert.deepEqual(each(listIn(edited, 'urls'), 'url'), ['https://example.com/']);
    assert.equal(listIn(edited, 'md').length, 1);
  });

  it('says who edited and when, and leaves the rest as it was', async () => {
    const { body } = await update('old', 'new words', { as: 'root' });

    const { editedAt, editedBy, ts, u, reactions, _updatedAt } = itemIn(body, 'message');
    assert.deepEqual([editedAt, _updatedAt, ts], [noon, noon, '2026-03-02T11:30:00.000Z']);
    assert.deepEqual(editedBy, { _id: 'root-id', username: 'root' });
    assert.deepEqual(u, { _id: 'ann-id', username: 'ann', name: 'Ann' });
    assert.deepEqual(reactions, { ':+1:': { usernames: ['bob'] } });
  });

  it('changes nothing for the same text', async () => {
    const before = { ...message('old') };

    const { status } = await update('old', 'old words');

    assert.equal(status, 200);
    assert.deepEqual(message('old'), before);
  });

  it('builds quotes anew', async () => {
    const link = `${server().world.text('Site_Url')}/channel/dev?msg=quoted`;

    const { body: quoting } = await update('old', `[ ](${link}) yes`);
    const { body: plain } = await update('old', 'yes');

    assert.deepEqual(each(listIn(itemIn(quoting, 'message'), 'attachments'), 'text'), ['the source']);
    assert.deepEqual(itemIn(plain, 'message')['attachments'], []);
  });

  it('leaves no parsed text where there is none', async () => {
    const { body } = await update('old', '');

    assert.equal('md' in itemIn(body, 'message'), false);
  });

  it('previews the links that are named, for the same text too', async () => {
    await update('old', 'https://a.example/ https://b.example/');

    const { body } = await update('old', 'https://a.example/ https://b.example/', {
      previewUrls: ['https://a.example/'],
    });

    const urls = listIn(itemIn(body, 'message'), 'urls');
    assert.deepEqual(each(urls, 'ignoreParse'), [undefined, true]);
  });

  it('gives a file new words, and keeps its empty text', async () => {
    const { body } = await update('file', 'a *dog*');

    const edited = itemIn(body, 'message');
    assert.equal(edited['msg'], '');
    assert.deepEqual(each(listIn(edited, 'attachments'), 'description'), ['a *dog*']);
  });

  it('takes new encrypted content', async () => {
    const content = { algorithm: 'rc.v1.aes-sha2', ciphertext: 'eA==' };

    const { body } = await ask(server(), 'POST chat.update', {
      as: 'ann',
      body: { roomId: 'cipher', msgId: 'sealed', content },
    });

    const edited = itemIn(body, 'message');
    assert.deepEqual([edited['content'], edited['editedAt']], [content, noon]);
  });

  it('shows the new text where the room shows its last message', async () => {
    await update('last', 'changed', { roomId: 'secret' });

    assert.equal(server().world.rooms.byId('secret')?.lastMessage?.msg, 'changed');
  });

  const refusals: readonly [what: string, id: string, others: Item, error: string][] = [
    ['what is not there', 'nothing', {}, 'No message found with the id of "nothing".'],
    [
      'a message of another room',
      'old',
      { roomId: 'open' },
      'The room id provided does not match where the message is from.',
    ],
    ["others' words", 'old', { as: 'bob' }, 'Message editing not allowed [error-action-not-allowed]'],
    ['custom fields', 'old', { customFields: { a: 1 } }, 'Custom fields not enabled'],
    [
      '@all of who may not name everyone',
      'bot',
      { as: 'hook', roomId: 'talk', text: '@all' },
      'Notify all in this room not allowed [error-action-not-allowed]',
    ],
    ['in an archived room', 'still', { roomId: 'old' }, 'room_is_archived'],
  ];
  for (const [what, id, others, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const { status, body } = await update(id, 'x', others);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('names the action that is not allowed', async () => {
    const { body } = await update('old', 'x', { as: 'bob' });

    assert.deepEqual(body['details'], { method: 'updateMessage', action: 'Message_editing' });
  });

  it('takes content for encrypted messages alone', async () => {
    const { body } = await ask(server(), 'POST chat.update', {
      as: 'ann',
      body: { roomId: 'dev', msgId: 'old', content: { algorithm: 'x', ciphertext: 'x' } },
    });

    assert.equal(body['error'], 'Only encrypted messages can have content updated.');
  });

  it('wants a text', async () => {
    const { body } = await ask(server(), 'POST chat.update', {
      as: 'ann',
      body: { roomId: 'dev', msgId: 'old' },
    });

    assert.equal(body['errorType'], 'invalid-params');
  });
});

describe('chat.update under other settings', () => {
  const settings = { Message_AllowEditing_BlockEditInMinutes: 15, Message_KeepHistory: true };
  const server = eachWithServer({ data, now: noon, settings });

  const update = (msgId: string, roomId: string, as: string) =>
    ask(server(), 'POST chat.update', { as, body: { roomId, msgId, text: 'x' } });

  it('refuses what is as old as the limit, even to who may edit all', async () => {
    const { body } = await update('file', 'dev', 'root');

    assert.deepEqual(
      [body['error'], body['errorType']],
      ['Message editing is blocked [error-message-editing-blocked]', 'error-message-editing-blocked'],
    );
  });

  it('takes what is not a whole minute younger', async () => {
    const { status } = await update('almost', 'dev', 'ann');

    assert.equal(status, 200);
  });

  it('keeps a hidden copy of the former text', async () => {
    const { status } = await update('last', 'secret', 'ann');

    const kept = server()
      .world.messages.inRoom('secret')
      .filter((message) => message['_hidden'] === true);
    assert.equal(status, 200);
    assert.deepEqual(each(kept, 'parent'), ['last']);
    assert.deepEqual(each(kept, 'msg'), ['last']);
  });
});

describe('custom fields of a message', () => {
  const schema = { properties: { priority: { type: 'string' } }, required: ['priority'] };
  const settings = { Message_CustomFields_Enabled: true, Message_CustomFields: JSON.stringify(schema) };
  const server = eachWithServer({ data, now: noon, settings });

  const update = (customFields: Item) =>
    ask(server(), 'POST chat.update', {
      as: 'ann',
      body: { roomId: 'dev', msgId: 'old', text: 'old words', customFields },
    });

  it('are kept if the workspace knows them', async () => {
    const { body } = await update({ priority: 'high' });

    assert.deepEqual(itemIn(body, 'message')['customFields'], { priority: 'high' });
  });

  for (const fields of [{}, { priority: 1 }, { priority: 'high', other: 'x' }]) {
    it(`are refused as ${JSON.stringify(fields)}`, async () => {
      const { body } = await update(fields);

      assert.deepEqual(body, { success: false, error: 'Invalid custom fields' });
    });
  }
});
