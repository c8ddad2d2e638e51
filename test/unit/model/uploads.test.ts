import assert from 'node:assert/strict';
import type { Upload, Uploads } from '../../../src/model/uploads';
import { eventually } from '../../support/eventually';
import { general, windowOn, type SendingWindow } from '../../support/sendingWindow';
import { eachWithServer } from '../../support/standIn';

const media = '/api/v1/rooms.media/*';
const confirm = '/api/v1/rooms.mediaConfirm/*';

describe('Uploads', () => {
  const server = eachWithServer();
  let window: SendingWindow;
  let uploads: Uploads;

  beforeEach(() => {
    window = windowOn(server());
    uploads = window.session.uploads;
  });
  afterEach(() => window.session.dispose());

  const file = (name: string, content: string | Uint8Array<ArrayBuffer> = `in ${name}`) => ({
    name,
    type: 'text/plain',
    bytes: new Blob([content]),
  });
  const posted = () =>
    server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg, files }) => `${String(files?.[0]?.['name'])}: ${msg}`);
  const shown = () => uploads.of(general).map(({ name, state }: Upload) => `${state} ${name}`);

  it('wait in their place until they are sent', () => {
    uploads.add(general, file('a.txt'));

    assert.deepEqual(shown(), ['ready a.txt']);
    assert.deepEqual(uploads.of({ room: general.room, thread: undefined }).length, 1);
  });

  it('go in order, the words with the first', async () => {
    for (const name of ['a.txt', 'b.txt']) uploads.add(general, file(name));

    const wentWithWords = await uploads.send(general, 'look');

    assert.equal(wentWithWords, true);
    assert.deepEqual(posted(), ['a.txt: look', 'b.txt: ']);
    assert.deepEqual(shown(), []);
  });

  it('go without those that came after it was said which', async () => {
    const { id } = uploads.add(general, file('a.txt'));
    const wanted = new Set([id]);
    uploads.add(general, file('b.txt'));

    await uploads.send(general, 'look', wanted);

    assert.deepEqual([posted(), shown()], [['a.txt: look'], ['ready b.txt']]);
  });

  it('go with the name and content that were put in the place of their own', async () => {
    const { id } = uploads.add(general, file('a.txt', 'long secret'));

    uploads.exchange({ id, name: 'b.txt', bytes: new Blob(['short']) });

    assert.deepEqual(
      uploads.of(general).map(({ name, size }) => `${name} ${size}`),
      ['b.txt 5'],
    );
    assert.equal(await uploads.waiting(general)[0]?.bytes.text(), 'short');
  });

  it('answer in a thread', async () => {
    const question = await window.session.sending.send(general, {
      text: 'why?',
      quotes: [],
      alsoToRoom: false,
    });
    await eventually('the question is there', () => window.shown().length === 0);
    const thread = { ...general, thread: question.id };
    uploads.add(thread, file('a.txt'));

    await uploads.send(thread, '');

    assert.equal(server().world.messages.inRoom('GENERAL').at(-1)?.tmid, question.id);
  });

  it('tell how far they are while the server is slow', async () => {
    const slow = server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 40_000_000 });
    const between = new Set<number>();
    uploads.onDidChange(() => {
      const { progress = 0 } = uploads.of(general)[0] ?? {};
      if (progress > 0 && progress < 1) between.add(progress);
      if (between.size > 2) slow.release();
    });
    uploads.add(general, file('large.bin', new Uint8Array(24 * 1024 * 1024)));

    await uploads.send(general, '');

    assert.ok(between.size > 2);
    assert.deepEqual(shown(), []);
  });

  it('stop when they are taken off, and are not posted', async () => {
    server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 1_000_000 });
    const { id } = uploads.add(general, file('large.bin', new Uint8Array(24 * 1024 * 1024)));
    const sending = uploads.send(general, 'with words');
    await eventually('under way', () => (uploads.of(general)[0]?.progress ?? 0) > 0);

    uploads.remove(id);

    assert.equal(await sending, false);
    assert.deepEqual([posted(), shown()], [[], []]);
  });

  it('end with their session, those that wait in line too', async () => {
    for (const name of ['a.txt', 'b.txt']) uploads.add(general, file(name));
    const held = server().faults.add({ kind: 'hold', path: media, times: 1 });

    const sending = uploads.send(general, 'look');
    await held.reached;
    window.session.dispose();
    const wentWithWords = await sending;
    held.release();

    assert.equal(wentWithWords, false);
    assert.deepEqual(posted(), []);
  });

  it('keep a file that failed, its reason, and the words for another', async () => {
    server().faults.add({ kind: 'status', status: 500, path: media, times: 9 });
    uploads.add(general, file('a.txt'));

    const wentWithWords = await uploads.send(general, 'look');

    assert.equal(wentWithWords, false);
    assert.deepEqual(shown(), ['failed a.txt']);
    assert.equal(uploads.of(general)[0]?.error?.failure.kind, 'server');
  });

  it('do not upload again what the server has already', async () => {
    server().faults.add({ kind: 'status', status: 403, path: confirm, times: 1 });
    uploads.add(general, file('a.txt'));
    await uploads.send(general, '');

    await uploads.send(general, 'now');

    assert.deepEqual(posted(), ['a.txt: now']);
    assert.equal(server().requests.to('POST', '/api/v1/rooms.media/GENERAL').length, 1);
  });

  it('know by their message that they were posted although the answer was lost', async () => {
    server().faults.add({ kind: 'drop', path: confirm, times: 1, after: true });
    uploads.add(general, file('a.txt'));

    const wentWithWords = await uploads.send(general, 'once');

    assert.equal(wentWithWords, true);
    assert.deepEqual([posted(), shown()], [['a.txt: once'], []]);
  });

  it('say that nobody knows, and look before they are posted again', async () => {
    server().faults.add({ kind: 'drop', path: confirm, times: 1, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: '/api/v1/channels.*' });
    uploads.add(general, file('a.txt'));
    await uploads.send(general, 'once');
    const isInDoubt = uploads.of(general)[0]?.isInDoubt;

    deaf.remove();
    await uploads.send(general, '');

    assert.equal(isInDoubt, true);
    assert.deepEqual([posted(), shown()], [['a.txt: once'], []]);
  });

  it('are refused before they leave where the server will not take them', async () => {
    server().settings.set('FileUpload_MaxFileSize', 10);
    server().settings.set('FileUpload_MediaTypeBlackList', 'image/svg+xml, video/*');

    const obstacles = await Promise.all(
      [
        { type: 'text/plain', size: 11 },
        { type: 'video/mp4', size: 5 },
        { type: 'text/plain', size: 0 },
        { type: 'text/plain', size: 5 },
      ].map((one) => uploads.obstacle(general, one)),
    );

    assert.deepEqual(obstacles, [
      { kind: 'tooLarge', most: 10 },
      { kind: 'type' },
      { kind: 'empty' },
      undefined,
    ]);
  });
});

describe('Uploads to a server before 6.10', () => {
  const server = eachWithServer({ version: '6.5.0' });

  it('go in one step', async () => {
    const { session } = windowOn(server());
    session.uploads.add(general, { name: 'a.txt', type: 'text/plain', bytes: new Blob(['a']) });

    await session.uploads.send(general, 'old');

    const [message] = server().world.messages.inRoom('GENERAL');
    assert.deepEqual([message?.msg, message?.files?.[0]?.['name']], ['old', 'a.txt']);
    session.dispose();
  });
});
