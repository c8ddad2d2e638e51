import assert from 'node:assert/strict';
import type { StandIn } from '../../server/server';
import { stripedPng } from '../../server/world/pictures';
import { type Item, ask, each, itemIn, listIn, textIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';
import { noon, town } from './town';

const picture = stripedPng({ width: 16, height: 16 });
const file = (name = 'party.png', type = 'image/png') => new File([picture], name, { type });

type Fields = Readonly<Record<string, string>>;

const change = (server: StandIn, way: 'create' | 'update', fields: Fields, as = 'root', sent?: File) =>
  sendForm(server, `emoji-custom.${way}`, {
    as,
    form: formOf(...(sent ? [['emoji', sent] as const] : []), ...Object.entries(fields)),
  });

/** Answers the document. */
async function create(server: StandIn, name: string, aliases = ''): Promise<Item> {
  await change(server, 'create', { name, aliases }, 'root', file());
  const { body } = await ask(server, 'GET emoji-custom.all', { as: 'ann', query: { name } });
  return listIn(body, 'emojis')[0] ?? assert.fail(`no emoji ${name}`);
}

describe('emoji-custom.create', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('adds an emoji for everybody', async () => {
    const { status, body } = await change(
      server(),
      'create',
      { name: ':Große Party', aliases: ':fest:, big party' },
      'root',
      file(),
    );

    const [emoji] = server().world.customEmoji.all();
    assert.deepEqual([status, body], [200, { success: true }]);
    assert.deepEqual([emoji?.name, emoji?.aliases], ['große_party', ['fest', 'big_party']]);
    assert.deepEqual([emoji?.extension, emoji?._updatedAt], ['png', noon]);
    assert.match(emoji?.etag ?? '', /^[0-9a-f]{6}$/);
  });

  const refusals: [fields: Fields, error: string][] = [
    [{ name: ' ' }, 'The field Name is required [error-the-field-is-required]'],
    [{ name: 'a', aliases: 'b|c' }, 'b|c is not a valid alias set [error-input-is-not-a-valid-field]'],
    [
      { name: 'taken' },
      'The custom emoji or one of its aliases is already in use [Custom_Emoji_Error_Name_Or_Alias_Already_In_Use]',
    ],
    [
      { name: 'a', aliases: 'b, also_taken' },
      'The custom emoji or one of its aliases is already in use [Custom_Emoji_Error_Name_Or_Alias_Already_In_Use]',
    ],
  ];
  for (const [fields, error] of refusals) {
    it(`refuses ${JSON.stringify(fields)}`, async () => {
      await create(server(), 'taken', 'also_taken');

      const { status, body } = await change(server(), 'create', fields, 'root', file());

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('is for those who manage emoji', async () => {
    const { status, body } = await change(server(), 'create', { name: 'a' }, 'ann', file());

    assert.deepEqual(
      [status, body],
      [400, { success: false, error: '[not_authorized]', errorType: 'not_authorized' }],
    );
  });

  it('takes pictures alone', async () => {
    const text = new File(['hello'], 'a.png', { type: 'image/png' });

    const { body } = await change(server(), 'create', { name: 'a' }, 'root', text);

    assert.equal(body['errorType'], 'emoji-is-not-image');
  });

  it('needs one', async () => {
    const { body } = await change(server(), 'create', { name: 'a' });

    assert.equal(body['error'], '[No file uploaded]');
  });
});

describe('emoji-custom.update', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('changes the names and leaves the picture', async () => {
    const { _id, etag } = await create(server(), 'party', 'fest');

    const { status } = await change(server(), 'update', { _id: String(_id), name: 'feast' });

    const [emoji] = server().world.customEmoji.all();
    assert.deepEqual([status, emoji?.name, emoji?.aliases, emoji?.etag], [200, 'feast', [], etag]);
  });

  it('changes the picture', async () => {
    const { _id, etag } = await create(server(), 'party');

    await change(server(), 'update', { _id: String(_id), name: 'party' }, 'root', file('a.gif', 'image/gif'));

    const [emoji] = server().world.customEmoji.all();
    assert.equal(emoji?.extension, 'gif');
    assert.notEqual(emoji.etag, etag);
  });

  const refusals: [fields: Fields, errorType: string][] = [
    [{ name: 'a' }, 'The required "_id" query param is missing.'],
    [{ _id: 'nothing', name: 'a' }, 'Emoji not found.'],
  ];
  for (const [fields, errorType] of refusals) {
    it(`refuses ${JSON.stringify(fields)}`, async () => {
      const { status, body } = await change(server(), 'update', fields);

      assert.deepEqual([status, body['errorType']], [400, errorType]);
    });
  }
});

describe('emoji-custom.list', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const list = async (query: Fields) => {
    const { status, body } = await ask(server(), 'GET emoji-custom.list', { as: 'ann', query });
    return { status, body, emojis: status === 200 ? itemIn(body, 'emojis') : {} };
  };

  it('tells what is there', async () => {
    await create(server(), 'party');

    const { emojis } = await list({});

    assert.deepEqual([each(listIn(emojis, 'update'), 'name'), emojis['remove']], [['party'], []]);
  });

  it('tells what has come and gone since', async () => {
    const emoji = await create(server(), 'party');
    const gone = await create(server(), 'over');
    await ask(server(), 'POST emoji-custom.delete', { as: 'root', body: { emojiId: textIn(gone, '_id') } });

    const before = await list({ updatedSince: '2026-03-02T11:59:00.000Z' });
    const after = await list({ updatedSince: noon });

    const expected = { ...gone, _deletedAt: noon, __collection__: 'custom_emoji' };
    assert.deepEqual(before.emojis, { update: [emoji], remove: [expected] });
    assert.deepEqual(after.emojis, { update: [], remove: [] });
  });

  const refusals: [query: Fields, errorType: string][] = [
    [{ updatedSince: 'soon' }, 'error-roomId-param-invalid'],
    [{ _: '1' }, 'error-invalid-params'],
  ];
  for (const [query, errorType] of refusals) {
    it(`refuses ${JSON.stringify(query)}`, async () => {
      const { status, body } = await list(query);

      assert.deepEqual([status, body['errorType']], [400, errorType]);
    });
  }
});

describe('emoji-custom.delete', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const remove = (emojiId: string, as = 'root') =>
    ask(server(), 'POST emoji-custom.delete', { as, body: { emojiId } });

  it('takes an emoji away and tells who listens', async () => {
    const heard: unknown[] = [];
    server().world.events.on('customEmoji', (...told) => heard.push(told));
    const emoji = await create(server(), 'party');

    const { status } = await remove(textIn(emoji, '_id'));

    assert.deepEqual([status, server().world.customEmoji.has('party')], [200, false]);
    assert.deepEqual(heard, [
      ['inserted', emoji],
      ['removed', emoji],
    ]);
  });

  it('knows no other', async () => {
    const { status, body } = await remove('nothing');

    assert.deepEqual([status, body['errorType']], [400, 'Custom_Emoji_Error_Invalid_Emoji']);
  });

  it('is for those who manage emoji', async () => {
    assert.equal((await remove('nothing', 'ann')).body['error'], '[not_authorized]');
  });
});
