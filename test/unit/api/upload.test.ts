import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import { clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { eachWithServer } from '../../support/standIn';

const notes = new File(['hello'], 'notes.txt', { type: 'text/plain' });
const rid = 'GENERAL';

for (const [release, paths] of [
  ['8.8.1', ['rooms.media/GENERAL', 'rooms.mediaConfirm/GENERAL/']],
  ['6.10.0', ['rooms.media/GENERAL', 'rooms.mediaConfirm/GENERAL/']],
  ['6.9.0', ['rooms.upload/GENERAL']],
] as const) {
  describe(`a file for a server of ${release}`, () => {
    const server = eachWithServer({ version: release });

    it('takes the way of that release', async () => {
      await clientOf(server()).upload({ rid, file: notes });

      const [, ...uploads] = server().requests.all();
      assert.equal(uploads.length, paths.length);
      for (const [at, { path }] of uploads.entries())
        assert.ok(path.startsWith(`/api/v1/${paths[at] ?? '-'}`), path);
    });

    it('arrives as it is, with what was said', async () => {
      const client = clientOf(server());

      const { message } = await client.upload({ rid, file: notes, msg: 'see\nthis', description: 'for you' });
      const [attachment] = message?.attachments ?? [];
      const file = await client.download(attachment?.title_link ?? '-');

      assert.deepEqual([message?.msg, attachment?.description], ['see\nthis', 'for you']);
      assert.equal(await file.text(), 'hello');
    });

    it('arrives in the thread that it was sent to, as the emoji said', async () => {
      const client = clientOf(server());
      const { message: first } = await client.chat.sendMessage({ message: { rid, msg: 'who has it?' } });

      const { message } = await client.upload({ rid, file: notes, tmid: first._id, emoji: ':tada:' });

      assert.deepEqual([message?.tmid, message?.emoji], [first._id, ':tada:']);
    });

    it('may be told not to stand for itself', async () => {
      const { message } = await clientOf(server()).upload({ rid, file: notes, groupable: true });

      assert.equal(message?.groupable, release !== '6.9.0');
    });

    it('keeps its name and type', async () => {
      const { message } = await clientOf(server()).upload({ rid, file: notes, fileName: 'größe 🚀.txt' });

      assert.deepEqual([message?.file?.name, message?.file?.type], ['größe 🚀.txt', 'text/plain']);
    });
  });
}

describe('a file of a host without files', () => {
  const server = eachWithServer();

  it('has its name and type beside it', async () => {
    const file = { name: 'a.md', type: 'text/markdown', body: new Blob(['# a']) };

    const { message } = await clientOf(server()).upload({ rid, file });

    assert.deepEqual([message?.file?.name, message?.file?.type], ['a.md', 'text/markdown']);
  });

  it('is called file if nothing is known of it', async () => {
    const { message } = await clientOf(server()).upload({ rid, file: new Blob(['?']) });

    assert.deepEqual([message?.file?.name, message?.file?.type], ['file', 'application/octet-stream']);
  });
});

describe('a file on disk', () => {
  const server = eachWithServer();

  it('is read as it is sent', async () => {
    const body = await openAsBlob('package.json');

    const { message } = await clientOf(server()).upload({ rid, file: { name: 'p.json', body } });

    assert.equal(message?.file?.size, body.size);
  });
});

describe('the two steps of an upload', () => {
  const server = eachWithServer();

  it('may be taken one by one', async () => {
    const client = clientOf(server());

    const { file } = await client.media({ rid, file: notes });
    const before = await client.channels.history({ roomId: rid, showThreadMessages: true });
    const { message } = await client.mediaConfirm({ rid, fileId: file._id, msg: 'now' });

    assert.deepEqual(before.messages.map(({ msg }) => msg).includes('now'), false);
    assert.deepEqual([message?.msg, message?.file?._id], ['now', file._id]);
  });

  it('bring custom fields as the server wants them, a text of JSON', async () => {
    const echo = await Echo.start();

    await clientOf(echo, { version: '8.8' }).mediaConfirm({ rid, fileId: 'f', customFields: { ticket: 7 } });
    await echo.close();

    assert.deepEqual(JSON.parse(echo.arrivals[0]?.body ?? ''), { customFields: '{"ticket":7}' });
  });

  it('put nothing of the path into the body', async () => {
    const client = clientOf(server());

    const { failure, call } = await failureFrom(client.mediaConfirm({ rid, fileId: 'a/../b' }));

    assert.equal(server().requests.all().at(-1)?.path, '/api/v1/rooms.mediaConfirm/GENERAL/a%2F..%2Fb');
    assert.deepEqual(
      [failure, call.route],
      [{ kind: 'refused', code: 'invalid-file' }, 'POST rooms.mediaConfirm'],
    );
  });

  for (const fileId of ['', '.', '..']) {
    it(`lead nowhere else: '${fileId}'`, async () => {
      const { failure } = await failureFrom(
        clientOf(server(), { version: '8.8' }).mediaConfirm({ rid, fileId }),
      );

      assert.deepEqual(failure, { kind: 'invalid', code: 'path-segment' });
      assert.deepEqual(server().requests.all(), []);
    });
  }

  it('are not asked of a server before 6.10', async () => {
    const client = clientOf(server(), { version: '6.9' });

    const { failure, message } = await failureFrom(client.media({ rid, file: notes }));
    const confirming = await failureFrom(client.mediaConfirm({ rid, fileId: 'x' }));

    assert.deepEqual(
      [failure, confirming.failure],
      Array(2).fill({ kind: 'invalid', code: 'needs-release' }),
    );
    assert.match(message, /rooms\.media needs 6\.10 or newer/);
    assert.deepEqual(server().requests.all(), []);
  });
});

describe('an upload to a server that is too old for a part of it', () => {
  it('is told so before anything is sent', async () => {
    const echo = await Echo.start();
    const client = clientOf(echo, { version: '6.7' });

    const { failure, message } = await failureFrom(client.upload({ rid, file: notes, customFields: {} }));
    await echo.close();

    assert.deepEqual(failure, { kind: 'invalid', code: 'needs-release' });
    assert.match(message, /customFields of rooms\.upload needs 6\.8 or newer/);
    assert.deepEqual(echo.arrivals, []);
  });

  it('has the room in its address alone', async () => {
    const echo = await Echo.start();

    await clientOf(echo, { version: '6.9' }).upload({ rid, file: notes, msg: 'see' });
    await echo.close();

    const [arrival] = echo.arrivals;
    assert.equal(arrival?.path, '/api/v1/rooms.upload/GENERAL');
    assert.deepEqual(arrival.body.match(/name="\w+"/g), ['name="msg"', 'name="file"']);
  });
});

describe('an upload that the server does not take', () => {
  const settings = { FileUpload_MaxFileSize: 100, FileUpload_MediaTypeBlackList: 'image/svg+xml' };
  const server = eachWithServer({ settings });

  it('is too large', async () => {
    const file = new File([new Uint8Array(200)], 'large.bin');

    const { failure, call } = await failureFrom(clientOf(server()).upload({ rid, file }));

    assert.deepEqual(failure, { kind: 'refused', code: 'error-file-too-large' });
    assert.equal(call.route, 'POST rooms.media');
  });

  it('is too large for a proxy on the way', async () => {
    const body = '<h1>413 Request Entity Too Large</h1>';
    server().faults.add({ kind: 'status', status: 413, body, path: '/api/v1/rooms.media/*' });

    const { failure } = await failureFrom(clientOf(server()).upload({ rid, file: notes }));

    assert.deepEqual(failure, { kind: 'refused', code: 'error-file-too-large' });
  });

  it('is of a type that the workspace does not want', async () => {
    const file = new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' });

    const { failure } = await failureFrom(clientOf(server()).upload({ rid, file }));

    assert.deepEqual(failure, { kind: 'refused', code: 'error-invalid-file-type' });
  });

  it('goes to a room that is not there', async () => {
    const { failure } = await failureFrom(clientOf(server()).upload({ rid: 'none', file: notes }));

    assert.deepEqual(failure, { kind: 'forbidden' });
  });

  it('is of nobody who is signed in', async () => {
    const { failure } = await failureFrom(clientOf(server(), { as: null }).upload({ rid, file: notes }));

    assert.deepEqual(failure, { kind: 'signedOut' });
  });
});
