import assert from 'node:assert/strict';
import { itemIn, textIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';
import { tokenOf } from '../../support/workspace';
import { noon, said, town } from './town';

const size = { width: 40, height: 30 };
const data = town({
  messages: [
    said('photo', 30, {
      file: { id: 'f-png', name: 'Plan ä.png', type: 'image/png', size: 1, dimensions: size },
    }),
    said('scan', 20, {
      file: { id: 'f-jpg', name: 'scan.jpg', type: 'image/jpeg', size: 1, dimensions: size },
    }),
    said('paper', 10, { file: { id: 'f-txt', name: 'notes.txt', type: 'text/plain', size: 1 } }),
    said('inside', 10, { room: 'open', file: { id: 'f-open', name: 'a.txt', type: 'text/plain', size: 1 } }),
  ],
});

const headersOf = (name: string) => ({ 'X-User-Id': `${name}-id`, 'X-Auth-Token': tokenOf(name) });

describe('a file', () => {
  const server = eachWithServer({ data, now: noon });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server().url}/file-upload/${path}`, { headers });

  it('comes with its type, never to be run', async () => {
    const response = await get('f-txt/whatever', headersOf('ann'));

    const names = ['content-type', 'content-security-policy', 'cache-control', 'content-disposition'];
    assert.equal(response.status, 200);
    assert.deepEqual(
      names.map((name) => response.headers.get(name)),
      ['text/plain', "default-src 'none'", 'max-age=31536000', "inline; filename*=UTF-8''notes.txt"],
    );
    assert.match(await response.text(), /notes\.txt/);
  });

  it('is for keeping if asked', async () => {
    const response = await get('f-png/x?download', headersOf('ann'));

    assert.equal(
      response.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''Plan%20%C3%A4.png",
    );
  });

  it('is a picture of the size that was told: PNG', async () => {
    const bytes = Buffer.from(await (await get('f-png/x', headersOf('ann'))).arrayBuffer());

    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [40, 30]);
  });

  it('is a picture of the size that was told: JPEG', async () => {
    const bytes = Buffer.from(await (await get('f-jpg/x', headersOf('ann'))).arrayBuffer());

    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    assert.deepEqual([...bytes.subarray(0, 2), ...bytes.subarray(-2)], [0xff, 0xd8, 0xff, 0xd9]);
    assert.deepEqual([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)], [40, 30]);
  });

  const callers: readonly [who: string, query: string, headers: Record<string, string>, status: number][] = [
    ['nobody', '', {}, 403],
    ['a member by headers', '', headersOf('bob'), 200],
    ['a member by the query', '?rc_uid=bob-id&rc_token=bob-token', {}, 200],
    ['a member by cookies', '', { Cookie: 'rc_uid=bob-id; rc_token=bob-token' }, 200],
    ['a member with a wrong token', '', { ...headersOf('bob'), 'X-Auth-Token': 'no' }, 403],
    ['who can see the channel but is not in it', '', headersOf('carol'), 403],
  ];
  for (const [who, query, headers, status] of callers) {
    it(`answers ${status} to ${who}`, async () => {
      const response = await get(`f-txt/notes.txt${query}`, headers);

      assert.equal(response.status, status);
      assert.equal((await response.text()) === '', status === 403);
    });
  }

  it('is not there without a word', async () => {
    const response = await get('nothing/x.png');

    assert.deepEqual([response.status, await response.text()], [404, '']);
  });

  it('is for everybody where files are not protected', async () => {
    server().settings.set('FileUpload_ProtectFiles', false);

    assert.equal((await get('f-txt/x')).status, 200);
  });

  it('is asked for with what the query says, whatever the headers say', async () => {
    const response = await get('f-txt/x?rc_uid=bob-id&rc_token=no', headersOf('bob'));

    assert.equal(response.status, 403);
  });

  it('comes in parts', async () => {
    const whole = await (await get('f-txt/x', headersOf('ann'))).text();

    const response = await get('f-txt/x', { ...headersOf('ann'), Range: 'bytes=2-6' });

    assert.deepEqual(
      [response.status, response.headers.get('content-range'), await response.text()],
      [206, `bytes 2-6/${whole.length}`, whole.slice(2, 7)],
    );
  });

  it('has no parts beyond its end', async () => {
    const response = await get('f-txt/x', { ...headersOf('ann'), Range: 'bytes=2-600' });

    assert.deepEqual([response.status, response.headers.get('content-type')], [416, null]);
  });

  it('says that it lies nowhere else', async () => {
    const response = await get('f-txt/x?replyWithRedirectUrl=true', headersOf('ann'));

    assert.deepEqual(await response.json(), {
      redirectUrl: false,
      name: 'notes.txt',
      type: 'text/plain',
      size: 1,
    });
  });

  it('is found where files lay before', async () => {
    const response = await fetch(`${server().url}/ufs/GridFS:Uploads/f-txt/x`, { headers: headersOf('ann') });

    assert.equal(response.status, 200);
  });

  it('is for nobody under both restrictions', async () => {
    server().settings.set('FileUpload_Restrict_to_users_who_can_access_room', true);

    assert.equal((await get('f-txt/x', headersOf('ann'))).status, 403);
  });

  it('comes as it was sent', async () => {
    const form = formOf(['file', new File(['tea & cake'], 'plan', { type: 'text/plain' })]);
    const { body } = await sendForm(server(), 'rooms.media/dev', { as: 'ann', form });

    const address = `${server().url}${textIn(itemIn(body, 'file'), 'url')}`;
    const response = await fetch(address, { headers: headersOf('bob') });

    assert.deepEqual(
      [await response.text(), response.headers.get('content-disposition')],
      ['tea & cake', "inline; filename*=UTF-8''plan.txt"],
    );
  });

  it('is for all who can see the room, or all who are signed in, where the workspace says so', async () => {
    const { settings } = server();
    settings.set('FileUpload_Restrict_to_room_members', false);
    settings.set('FileUpload_Restrict_to_users_who_can_access_room', true);
    const seeing = await Promise.all(['carol', 'gast'].map((name) => get('f-open/x', headersOf(name))));
    settings.set('FileUpload_Restrict_to_users_who_can_access_room', false);
    const signedIn = await get('f-open/x', headersOf('gast'));

    assert.deepEqual(
      [...seeing, signedIn].map(({ status }) => status),
      [200, 403, 200],
    );
  });
});
