import assert from 'node:assert/strict';
import { type Item, itemIn, listIn, textIn } from '../../../support/ask';
import { type ApiClient, apiClient, refusalOf, register } from '../../../support/foreign/apiClient';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';
import { formOf } from '../../../support/sendForm';

const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe("Rocket.Chat's own client, with files", () => {
  const server = eachWithUnusedServer();
  let rita: ApiClient;
  let token: string;
  let userId: string;
  beforeEach(async () => {
    rita = apiClient(server());
    await register(rita, 'rita');
    const login = { user: 'rita', password: 'rita-Password-1' };
    const data = itemIn(await rita.post('/v1/login', login), 'data');
    token = textIn(data, 'authToken');
    userId = textIn(data, 'userId');
  });

  const uploaded = async (file: File): Promise<Item> =>
    itemIn(await rita.post('/v1/rooms.media/GENERAL', formOf(['file', file])), 'file');
  const download = (path: string) =>
    fetch(server().url + path, { headers: { 'X-User-Id': userId, 'X-Auth-Token': token } });

  it('sends a text file in two steps, and reads it back', async () => {
    const file = await uploaded(new File(['a,b\n1,2\n'], 'table of π.csv', { type: 'text/csv' }));
    const path = `/v1/rooms.mediaConfirm/GENERAL/${textIn(file, '_id')}`;

    const message = itemIn(
      await rita.post(path, { msg: 'the table', description: 'two columns' }),
      'message',
    );

    const [attachment = {}] = listIn(message, 'attachments');
    const answer = await download(textIn(attachment, 'title_link'));
    assert.deepEqual([message['msg'], attachment['description']], ['the table', 'two columns']);
    assert.equal(itemIn(message, 'file')['name'], 'table of π.csv');
    assert.deepEqual([answer.status, await answer.text()], [200, 'a,b\n1,2\n']);
  });

  it('lists a picture among the files and the pictures of the room', async () => {
    const file = await uploaded(new File([tinyPng], 'dot.png', { type: 'image/png' }));
    await rita.post(`/v1/rooms.mediaConfirm/GENERAL/${textIn(file, '_id')}`, {});

    const files = await rita.get('/v1/channels.files', { roomId: 'GENERAL' });
    const images = await rita.get('/v1/rooms.images', { roomId: 'GENERAL' });

    assert.deepEqual([files['total'], listIn(images, 'files').length], [1, 1]);
    assert.equal(listIn(files, 'files')[0]?.['name'], 'dot.png');
  });

  it('wears a picture of its own', async () => {
    const picture = new File([tinyPng], 'me.png', { type: 'image/png' });
    await rita.post('/v1/users.setAvatar', formOf(['image', picture]));

    const answer = await download('/avatar/rita');

    assert.equal(answer.headers.get('Content-Type'), 'image/png');
    assert.ok(server().world.users.byUsername('rita')?.avatarETag);
  });

  it('is told that a room is not its own, and that a file is missing', async () => {
    const sam = apiClient(server());
    await register(sam, 'sam');
    const group = itemIn(await rita.post('/v1/groups.create', { name: 'inner' }), 'group');
    const form = formOf(['file', new File(['x'], 'x.txt', { type: 'text/plain' })]);

    const foreign = await refusalOf(sam.post(`/v1/rooms.media/${textIn(group, '_id')}`, form));
    const confirm = await refusalOf(rita.post('/v1/rooms.mediaConfirm/GENERAL/nothing', {}));

    assert.deepEqual([foreign.status, foreign.body['error']], [403, 'unauthorized']);
    assert.deepEqual([confirm.status, confirm.body['error']], [400, '[invalid-file]']);
  });
});
