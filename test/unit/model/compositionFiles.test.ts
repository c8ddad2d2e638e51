import assert from 'node:assert/strict';
import { CompositionFiles, type CargoWatch } from '../../../src/model/compositionFiles';
import type { FileDoubt } from '../../../src/model/compositionDrafts';
import { general, windowOn, type SendingWindow } from '../../support/sendingWindow';
import { eachWithServer } from '../../support/standIn';

const media = '/api/v1/rooms.media/*';
const confirm = '/api/v1/rooms.mediaConfirm/*';

describe('CompositionFiles', () => {
  const server = eachWithServer();
  let window: SendingWindow;
  let files: CompositionFiles;
  let arrived: string[];
  let takenOff: AbortController;
  /** What was told of files, the latest of each; it outlives a window. */
  let doubts: Map<string, FileDoubt>;

  beforeEach(() => {
    doubts = new Map();
    window = windowOn(server());
    files = new CompositionFiles(window.session);
    arrived = [];
    takenOff = new AbortController();
  });
  afterEach(() => window.session.dispose());

  const file = (id: string, description = '') => ({
    id,
    name: `${id}.txt`,
    type: 'text/plain',
    bytes: new Blob([`in ${id}`]),
    description,
  });
  const never = new AbortController().signal;
  const watch: CargoWatch = {
    onPosted: (id) => arrived.push(id),
    onProgress: () => undefined,
    doubtOf: (id) => doubts.get(id),
    onDoubt: (doubt) => Promise.resolve(void doubts.set(doubt.file, doubt)),
    signalOf: (id) => (id === 'off' ? takenOff.signal : never),
  };
  const ship = (...of: readonly ReturnType<typeof file>[]) =>
    files.ship({ place: general, files: of, words: 'look' }, watch);
  const posted = () =>
    server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg, attachments }) => [msg, attachments?.[0]?.['title'], attachments?.[0]?.['description']]);

  it('arrive in order, the words with the first, each with its description', async () => {
    await ship(file('a', 'The first'), file('b'));

    assert.deepEqual(posted(), [
      ['look', 'a.txt', 'The first'],
      ['', 'b.txt', undefined],
    ]);
    assert.deepEqual(arrived, ['a', 'b']);
  });

  it('end at the first that is refused, and say which and why', async () => {
    server().faults.add({ kind: 'status', path: media, status: 403, times: 1 });

    const shipped = await ship(file('a'), file('b'));

    assert.deepEqual([shipped.state, shipped.state === 'failed' && shipped.file], ['failed', 'a']);
    assert.deepEqual(posted(), []);
  });

  it('are not posted twice where the answer was lost', async () => {
    server().faults.add({ kind: 'drop', path: confirm, times: 1, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: '/api/v1/channels.*' });
    const before = await ship(file('a'));
    deaf.remove();

    const after = await ship(file('a'));

    assert.deepEqual([before.state, after.state, posted().length], ['failed', 'posted', 1]);
  });

  it('are looked for after a restart that came before the answer', async () => {
    const hold = server().faults.add({ kind: 'drop', path: confirm, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: '/api/v1/channels.*' });
    await ship(file('a'));
    for (const fault of [hold, deaf]) fault.remove();
    files = new CompositionFiles(windowOn(server()).session);

    await ship(file('a'));

    assert.deepEqual([arrived, posted().length], [['a'], 1]);
  });

  it('are told of before a message can show them', async () => {
    let known: FileDoubt | undefined;
    await files.ship(
      { place: general, files: [file('a')], words: 'look' },
      { ...watch, onDoubt: (doubt) => Promise.resolve(void (known = posted().length === 0 ? doubt : known)) },
    );

    assert.deepEqual([known?.file, known?.words, typeof known?.fileId], ['a', 'look', 'string']);
  });

  it('go once more as a whole where the server has forgotten them', async () => {
    doubts.set('a', { file: 'a', fileId: 'gone' });

    const { state } = await ship(file('a'));

    assert.deepEqual([state, posted().length], ['posted', 1]);
  });

  it('go with words that were changed since they were refused', async () => {
    server().faults.add({ kind: 'status', path: media, status: 403, times: 1 });
    await ship(file('a'));

    await files.ship({ place: general, files: [file('a')], words: 'look here' }, watch);

    assert.deepEqual(posted(), [['look here', 'a.txt', undefined]]);
  });

  it('go with words that were changed since, once it is known that they are not there', async () => {
    doubts.set('a', { file: 'a', fileId: 'gone', words: 'lok' });

    const { state } = await ship(file('a'));

    assert.deepEqual([state, posted()], ['posted', [['look', 'a.txt', undefined]]]);
  });

  it('say the words once where the file that may have them is not the first any more', async () => {
    server().faults.add({ kind: 'drop', path: confirm, times: 1, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: '/api/v1/channels.*' });
    await ship(file('a'));
    deaf.remove();

    await ship(file('b'), file('a'));

    assert.deepEqual(
      posted().map(([msg, title]) => [msg, title]),
      [
        ['look', 'a.txt'],
        ['', 'b.txt'],
      ],
    );
  });

  it('leave the words to the next where the first was taken off', async () => {
    takenOff.abort();

    const { state } = await ship(file('off'), file('b'));

    assert.deepEqual([state, posted()], ['posted', [['look', 'b.txt', undefined]]]);
  });

  it('say that the words are left where none is', async () => {
    takenOff.abort();

    assert.equal((await ship(file('off'))).state, 'stopped');
  });
});

describe('CompositionFiles of a server before 6.10', () => {
  const server = eachWithServer({ version: '6.5.0' });

  it('do not go once more where nobody can say whether they are there', async () => {
    const { session } = windowOn(server());
    const doubts = new Map<string, FileDoubt>([['a', { file: 'a', words: 'look' }]]);
    const watch: CargoWatch = {
      onPosted: () => undefined,
      onProgress: () => undefined,
      doubtOf: (id) => doubts.get(id),
      onDoubt: () => Promise.resolve(),
      signalOf: () => session.signal,
    };
    const file = { id: 'a', name: 'a.txt', type: 'text/plain', bytes: new Blob(['a']), description: '' };

    const shipped = await new CompositionFiles(session).ship(
      { place: general, files: [file], words: 'look' },
      watch,
    );

    const { messages } = server().world;
    assert.deepEqual(
      [shipped.state === 'failed' && shipped.isInDoubt, messages.inRoom('GENERAL').length],
      [true, 0],
    );
    session.dispose();
  });
});
