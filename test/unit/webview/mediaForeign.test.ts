import assert from 'node:assert/strict';
import { addressOf } from '../../support/clientOf';
import { isPrivate } from '../../../src/webview/mediaAddress';
import { fetchForeign, foreignLimit, ForeignError, type Fetch } from '../../../src/webview/mediaForeign';

const { signal } = new AbortController();
const url = new URL('https://pictures.example/a.png');
const png = { 'content-type': 'image/png' };

describe('fetchForeign', () => {
  /** Answers by address; whatever is not named cannot be reached. */
  function webOf(answers: Readonly<Record<string, () => Response>>) {
    const asked: { readonly address: string; readonly init: RequestInit | undefined }[] = [];
    const fetch: Fetch = (input, init) => {
      const address = addressOf(input);
      asked.push({ address, init });
      const answer = answers[address];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('fetch failed'));
    };
    return { asked, fetch };
  }
  const leadingTo = (location: string) => () => new Response(null, { status: 302, headers: { location } });
  const problemOf = (fetch: Fetch, from = url) =>
    fetchForeign(from, fetch, signal).then(
      () => 'none',
      (error: unknown) => (error instanceof ForeignError ? error.problem : error),
    );

  it('fetches a picture, and tells nobody who asks', async () => {
    const web = webOf({ [url.href]: () => new Response('png', { headers: png }) });

    const picture = await fetchForeign(url, web.fetch, signal);

    const [{ init } = { init: undefined }] = web.asked;
    assert.deepEqual([picture.type, await picture.text()], ['image/png', 'png']);
    assert.deepEqual(init?.headers, { accept: 'image/*' });
    assert.deepEqual(
      [init.credentials, init.referrerPolicy, init.redirect],
      ['omit', 'no-referrer', 'manual'],
    );
  });

  it('follows to another host', async () => {
    const web = webOf({
      [url.href]: leadingTo('https://cdn.example/b.png'),
      'https://cdn.example/b.png': () => new Response('moved', { headers: png }),
    });

    assert.equal(await (await fetchForeign(url, web.fetch, signal)).text(), 'moved');
  });

  for (const target of [
    'https://127.0.0.1/a.png',
    'https://[::1]/',
    'https://router/',
    'http://cdn.example/b.png',
  ])
    it(`does not follow to ${target}`, async () => {
      const web = webOf({ [url.href]: leadingTo(target) });

      assert.equal(await problemOf(web.fetch), 'private');
      assert.equal(web.asked.length, 1);
    });

  it('does not go round and round', async () => {
    const web = webOf({ [url.href]: leadingTo(url.href) });

    assert.equal(await problemOf(web.fetch), 'redirects');
  });

  it('takes nothing but pictures', async () => {
    const web = webOf({
      [url.href]: () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    });

    assert.equal(await problemOf(web.fetch), 'notAnImage');
  });

  it('reads no more than 10 MB, whatever was said before', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const web = webOf({ [url.href]: () => new Response(endless, { headers: png }) });

    assert.equal(await problemOf(web.fetch), 'tooLarge');
    assert.ok(read <= foreignLimit + 3 * 1024 * 1024);
  });

  it('says that nobody answers', async () => {
    assert.equal(await problemOf(webOf({}).fetch), 'unreachable');
  });
});

describe('isPrivate', () => {
  const hosts = [
    'localhost',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.0.1',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
  ];
  const others = ['[::1]', '[fd00::1]', '[fe80::1]', '[::ffff:10.0.0.1]', 'nas.local', 'router', '0x7f.1'];
  for (const host of [...hosts, ...others])
    it(`keeps away from ${host}`, () => assert.equal(isPrivate(new URL(`https://${host}/`)), true));

  for (const host of ['example.org', '8.8.8.8', '172.32.0.1', '[2606:4700::1111]'])
    it(`goes to ${host}`, () => assert.equal(isPrivate(new URL(`https://${host}/`)), false));
});
