import assert from 'node:assert/strict';
import type { Fetch } from '../../../src/webview/mediaForeign';
import { ImageHosts } from '../../../src/webview/mediaHosts';
import { MediaLibrary, type MediaLibraryOptions } from '../../../src/webview/mediaLibrary';
import { labelOf } from '../../../src/webview/mediaNames';
import { MediaCache } from '../../../src/webview/mediaCache';
import { FakeClock } from '../../support/fakeClock';
import { FakeMemento } from '../../support/fakes/memento';
import { windowOn, type SendingWindow } from '../../support/sendingWindow';
import { eachWithServer } from '../../support/standIn';

const foreign = 'https://pictures.example/a.png';
const largest = 1000;
const words = {
  noAddress: () => 'no address',
  wrongType: () => 'wrong type',
  tooLarge: () => 'too large',
  foreign: (problem: string) => problem,
  failed: () => 'failed',
};

describe('MediaLibrary', () => {
  const server = eachWithServer();
  let window: SendingWindow;
  let asked: number;
  let hosts: ImageHosts;
  let clock: FakeClock;

  beforeEach(() => {
    window = windowOn(server());
    clock = new FakeClock();
    asked = 0;
    hosts = new ImageHosts(new FakeMemento());
  });
  afterEach(() => window.session.dispose());

  const fetch = () => {
    asked += 1;
    return Promise.resolve(new Response('png', { headers: { 'content-type': 'image/png' } }));
  };
  const library = (over: Partial<MediaLibraryOptions> = {}) =>
    new MediaLibrary({ session: window.session, hosts, words, fetch, largest, clock, ...over });

  /** The address of a file that ann has sent. */
  async function fileOf(name: string, type: string, content = 'content'): Promise<string> {
    const file = { name, type, body: new Blob([content]) };
    const { file: stored } = await window.session.client.media({ rid: 'GENERAL', file });
    return stored.url;
  }

  it('fetches what lies on the server, once for all who ask', async () => {
    const source = await fileOf('a.txt.png', 'image/png');
    const pictures = library();

    const [one, other] = await Promise.all([pictures.get(source), pictures.get(source)]);
    await pictures.get(source);

    assert.equal(one.state === 'ready' && new TextDecoder().decode(one.bytes), 'content');
    assert.equal(one, other);
    assert.equal(server().requests.to('GET', source).length, 1);
  });

  it('fetches the pictures of people', async () => {
    const media = await library().get('/avatar/bob');

    assert.equal(media.state === 'ready' && media.type.startsWith('image/'), true);
  });

  it('gives pages pictures, sounds and films alone', async () => {
    const media = await library().get(await fileOf('a.txt', 'text/plain'));

    assert.deepEqual(media, { state: 'failed', reason: 'wrong type' });
  });

  it('says of a film that is too large what it is', async () => {
    const media = await library().get(await fileOf('a.mp4', 'video/mp4', 'x'.repeat(largest + 1)));

    assert.deepEqual(media, { state: 'failed', reason: 'too large' });
  });

  it('asks nobody else until the person wants it', async () => {
    const media = await library().get(foreign);

    assert.deepEqual(media, { state: 'foreign', host: 'pictures.example' });
    assert.equal(asked, 0);
  });

  it('asks somebody else once where the person wants it once', async () => {
    const pictures = library();

    const wanted = await pictures.get(foreign, 'once');
    const another = await pictures.get('https://pictures.example/b.png');

    assert.deepEqual([wanted.state, another.state, asked], ['ready', 'foreign', 1]);
  });

  it('waits for somebody else no longer than half a minute', async () => {
    const hanging: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    const picture = library({ fetch: hanging }).get(foreign, 'once');

    await clock.advance(30_000);

    assert.deepEqual(await picture, { state: 'failed', reason: 'unreachable' });
  });

  it('asks a host from now on where the person wants it always, until that is taken back', async () => {
    await library().get(foreign, 'always');
    const other = await library().get('https://pictures.example/b.png');
    await hosts.forget(['pictures.example']);
    const last = await library().get('https://pictures.example/c.png');

    assert.deepEqual([other.state, last.state], ['ready', 'foreign']);
  });
});

describe('MediaCache', () => {
  const media = (bytes: number) =>
    ({ state: 'ready', type: 'image/png', bytes: new Uint8Array(bytes) }) as const;

  it('lets go first of what was not looked at for longest', () => {
    const cache = new MediaCache(100);
    for (const name of ['a', 'b', 'c', 'd']) cache.put(name, media(25));

    cache.get('a');
    cache.put('e', media(25));

    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].filter((name) => cache.get(name)),
      ['a', 'c', 'd', 'e'],
    );
  });

  it('does not give all its room to one', () => {
    const cache = new MediaCache(100);

    cache.put('film', media(90));

    assert.equal(cache.get('film'), undefined);
  });
});

describe('labelOf', () => {
  const names: readonly [string, string][] = [
    ['report.pdf', 'report.pdf'],
    ['../../.bashrc', 'bashrc'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['what?*.txt', 'what__.txt'],
    ['', 'file'],
    ['..', 'file'],
  ];
  for (const [name, label] of names)
    it(`makes ${JSON.stringify(label)} of ${JSON.stringify(name)}`, () => assert.equal(labelOf(name), label));

  it('cuts a name that is too long, and keeps its ending', () => {
    const label = labelOf(`${'x'.repeat(500)}.png`);

    assert.deepEqual([label.length, label.endsWith('.png')], [200, true]);
  });
});
