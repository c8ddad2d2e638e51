import assert from 'node:assert/strict';
import type { StandIn } from '../../server/server';
import { greyJpeg, stripedPng } from '../../server/world/pictures';
import { type Item, ask, each, itemIn, listIn, textIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';
import { noon, room, town } from './town';

const notes = () => new File(['first\nsecond\n'], 'my notes.lst', { type: 'application/octet-stream' });
const big = () => new File([stripedPng({ width: 960, height: 480 })], 'big.png', { type: 'image/png' });
const small = () => new File([greyJpeg({ width: 64, height: 16 })], 'small.jpg', { type: 'image/jpeg' });

async function keep(server: StandIn, file: File, as = 'ann'): Promise<string> {
  const { body } = await sendForm(server, 'rooms.media/dev', { as, form: formOf(['file', file]) });
  return textIn(itemIn(body, 'file'), '_id');
}

async function upload(server: StandIn, file: File, body: Item = {}): Promise<Item> {
  const id = await keep(server, file);
  const answer = await ask(server, `POST rooms.mediaConfirm/dev/${id}`, { as: 'ann', body });
  return itemIn(answer.body, 'message');
}

describe('rooms.media', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const media = (form: FormData, rid = 'dev', as = 'ann') =>
    sendForm(server(), `rooms.media/${rid}`, { as, form });

  it('answers where the file is, and shows it to nobody', async () => {
    const { status, body } = await media(formOf(['file', notes()], ['msg', 'ignored']));

    const { _id, url } = itemIn(body, 'file');
    assert.deepEqual([status, body['success']], [200, true]);
    assert.equal(url, `/file-upload/${String(_id)}/my%20notes.lst`);
    assert.deepEqual(server().world.messages.inRoom('dev'), []);
  });

  const refusals: [name: string, form: FormData, error: string, errorType?: string][] = [
    [
      'without a file',
      formOf(['msg', 'hi']),
      'No file was uploaded [error-no-file-uploaded]',
      'error-no-file-uploaded',
    ],
    ['of a file by another name', formOf(['other', notes()]), '[invalid-field]', 'invalid-field'],
    [
      'of two files',
      formOf(['file', notes()], ['file', small()]),
      'Too many files in upload [error-too-many-files]',
      'error-too-many-files',
    ],
    [
      'with a broken content',
      formOf(['file', notes()], ['content', '{']),
      '[invalid-field-content]',
      'invalid-field-content',
    ],
    [
      'of a drawing',
      formOf(['file', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' })]),
      'File type is not accepted. [error-invalid-file-type]',
      'error-invalid-file-type',
    ],
  ];
  for (const [name, form, error, errorType] of refusals) {
    it(`refuses a form ${name}`, async () => {
      const { status, body } = await media(form);

      const reason = errorType === undefined ? {} : { errorType };
      assert.deepEqual([status, body], [400, { success: false, error, ...reason }]);
    });
  }

  it('is for who can see the room', async () => {
    const { status, body } = await media(formOf(['file', notes()]), 'secret', 'carol');

    assert.deepEqual([status, body], [403, { success: false, error: 'unauthorized' }]);
  });

  const settings: [setting: string, value: string | number | boolean, errorType: string][] = [
    ['FileUpload_Enabled', false, 'error-file-upload-disabled'],
    ['FileUpload_Enabled_Direct', false, 'error-direct-message-file-upload-not-allowed'],
    ['FileUpload_MaxFileSize', 12, 'error-file-too-large'],
    ['FileUpload_MediaTypeWhiteList', 'image/*, audio/ogg', 'error-invalid-file-type'],
    ['FileUpload_MediaTypeBlackList', 'text/plain', 'error-invalid-file-type'],
  ];
  for (const [setting, value, errorType] of settings) {
    it(`minds ${setting}`, async () => {
      server().settings.set(setting, value);

      const { status, body } = await media(formOf(['file', notes()]), 'ann-bob');

      assert.deepEqual([status, body['errorType']], [400, errorType]);
    });
  }

  it('takes what is exactly as large as it may be', async () => {
    server().settings.set('FileUpload_MaxFileSize', notes().size);

    assert.equal((await media(formOf(['file', notes()]))).status, 200);
  });

  it('forgets after a day what nobody has confirmed', async () => {
    const id = await keep(server(), notes());

    const { world } = server();
    world.playAt(Date.parse(noon) + 86_399_999, () => assert.ok(world.uploads.byId(id)));
    world.playAt(Date.parse(noon) + 86_400_000, () => {
      assert.equal(world.uploads.byId(id), undefined);
    });
  });

  const bodies: [name: string, type: string, body: string, error: string][] = [
    [
      'that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-',
      'Unexpected end of form [error-upload-failed]',
    ],
    ['without a boundary', 'multipart/form-data', '--x', 'Multipart: Boundary not found'],
    ['of another type', 'application/json', '{}', 'Unsupported content type: application/json'],
  ];
  for (const [name, type, body, error] of bodies) {
    it(`refuses a body ${name}`, async () => {
      const headers = { 'Content-Type': type };
      const answer = await ask(server(), 'POST rooms.media/dev', { as: 'ann', body, headers });

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }
});

describe('rooms.mediaConfirm', () => {
  const server = eachWithServer({ data: town({ rooms: [room('other')] }), now: noon });
  const confirm = (path: string, as = 'ann', body: Item = {}) =>
    ask(server(), `POST rooms.mediaConfirm/${path}`, { as, body });

  it('posts the file with what is said of it', async () => {
    const body = { msg: 'look', description: 'what I *noted*', emoji: ':tada:' };
    const message = await upload(server(), notes(), body);

    const [file] = listIn(message, 'files');
    const [attachment] = listIn(message, 'attachments');
    const link = `/file-upload/${String(file?.['_id'])}/my%20notes.lst`;
    assert.deepEqual([message['msg'], message['emoji'], message['groupable']], ['look', ':tada:', false]);
    assert.deepEqual(message['file'], {
      _id: file?.['_id'],
      name: 'my notes.lst',
      type: 'text/plain',
      size: 13,
      format: '',
      typeGroup: 'text',
    });
    assert.deepEqual(attachment, {
      title: 'my notes.lst',
      type: 'file',
      description: 'what I *noted*',
      title_link: link,
      title_link_download: true,
      format: 'LST',
      size: 13,
      fileId: file?.['_id'],
    });
  });

  it('gives what is said of a picture to those who cannot see it', async () => {
    const message = await upload(server(), big(), { description: 'a red square' });

    const [attachment] = listIn(message, 'attachments');
    assert.equal(attachment?.['image_alt'], 'a red square');
  });

  it('works without a body', async () => {
    const id = await keep(server(), notes());

    const { status } = await ask(server(), `POST rooms.mediaConfirm/dev/${id}`, { as: 'ann' });

    assert.equal(status, 200);
  });

  it('makes a thumbnail of a large picture', async () => {
    const message = await upload(server(), big());

    const [attachment] = listIn(message, 'attachments');
    const [, thumbnail] = listIn(message, 'files');
    assert.deepEqual(each(listIn(message, 'files'), 'name'), ['big.png', 'thumb-big.png']);
    assert.deepEqual(
      [attachment?.['image_url'], attachment?.['image_dimensions']],
      [`/file-upload/${String(thumbnail?.['_id'])}/big.png`, { width: 480, height: 240 }],
    );
  });

  it('shows a small picture in its own size, with a smaller preview', async () => {
    const message = await upload(server(), small());

    const [attachment] = listIn(message, 'attachments');
    const preview = Buffer.from(String(attachment?.['image_preview']), 'base64');
    assert.deepEqual(each(listIn(message, 'files'), 'name'), ['small.jpg', 'thumb-small.jpg']);
    assert.deepEqual(attachment?.['image_dimensions'], { width: 64, height: 16 });
    assert.deepEqual([preview.readUInt16BE(0), preview.at(-1)], [0xffd8, 0xd9]);
  });

  it('shows a picture that cannot be read without size, preview and thumbnail', async () => {
    const message = await upload(server(), new File(['x'], 'a.png', { type: 'image/png' }));

    const [attachment] = listIn(message, 'attachments');
    const id = textIn(itemIn(message, 'file'), '_id');
    assert.deepEqual(each(listIn(message, 'files'), 'name'), ['a.png']);
    assert.deepEqual(attachment, {
      title: 'a.png',
      type: 'file',
      title_link: `/file-upload/${id}/a.png`,
      title_link_download: true,
      image_url: `/file-upload/${id}/a.png`,
      image_type: 'image/png',
      image_size: 1,
      fileId: id,
    });
  });

  it('tells sound and film', async () => {
    const sound = await upload(server(), new File(['~'], 'a.wav', { type: 'application/octet-stream' }));
    const film = await upload(server(), new File(['#'], 'b', { type: 'video/mp4' }));

    assert.equal(listIn(sound, 'attachments')[0]?.['audio_type'], 'audio/wav');
    assert.equal(listIn(film, 'attachments')[0]?.['video_size'], 1);
  });

  it('puts a reply into its thread', async () => {
    const main = await upload(server(), notes());

    const reply = await upload(server(), small(), { tmid: textIn(main, '_id') });

    assert.equal(reply['tmid'], main['_id']);
  });

  it('keeps the file, and sends it again if asked again', async () => {
    const message = await upload(server(), notes());
    const id = textIn(itemIn(message, 'file'), '_id');

    await confirm(`dev/${id}`);

    assert.equal(server().world.messages.inRoom('dev').length, 2);
    assert.equal(server().world.uploads.byId(id)?.expiresAt, undefined);
  });

  it('takes a file under another name', async () => {
    const message = await upload(server(), notes(), { fileName: 'new.txt' });

    assert.equal(listIn(message, 'attachments')[0]?.['title'], 'new.txt');
  });

  it('is for who sent the file, and where', async () => {
    const id = await keep(server(), notes());

    const answers = await Promise.all([
      confirm(`dev/${id}`, 'bob'),
      confirm(`other/${id}`),
      confirm('dev/nothing'),
    ]);

    const refused = { success: false, error: '[invalid-file]', errorType: 'invalid-file' };
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      [
        [400, refused],
        [400, refused],
        [400, refused],
      ],
    );
  });

  const refusals: [body: Item, error: string][] = [
    [{ description: 'x'.repeat(5001) }, '[error-message-size-exceeded]'],
    [{ colour: 'red' }, 'Match error: Unknown key in field colour'],
    [{ msg: 5 }, 'Match error: Expected string, got number in field msg'],
    [{ alias: 'The boss' }, 'Not enough permission'],
    [{ customFields: '{"a":1}' }, 'Custom fields not enabled'],
  ];
  for (const [body, error] of refusals) {
    it(`refuses ${JSON.stringify(body).slice(0, 40)}`, async () => {
      const answer = await confirm(`dev/${await keep(server(), notes())}`, 'ann', body);

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }

  it('is for who can see the room', async () => {
    assert.equal((await confirm('secret/any', 'carol')).status, 403);
  });
});
