import assert from 'node:assert/strict';
import { probe } from '../../../src/api/probe';
import { addressOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { FakeClock } from '../../support/fakeClock';
import { PlainServer } from '../../support/plainServer';
import { eachWithServer } from '../../support/standIn';

const info = { version: '8.1', success: true };
const hostOf = ({ url }: { readonly url: string }) => url.replace('http://', '');

describe('probe', () => {
  const server = eachWithServer({ rootPath: '/team/chat' });

  for (const [name, path] of Object.entries({
    'the address itself': '/team/chat',
    'a trailing slash': '/team/chat/',
    'a link to a room': '/team/chat/channel/general',
    'a link to a message': '/team/chat/group/ops?msg=abc',
    'a link to a thread': '/team/chat/channel/general/thread/abc',
    'a page of the server': '/team/chat/account/tokens#top',
    'a page below the server': '/team/chat/elsewhere',
  })) {
    it(`finds the server behind ${name}`, async () => {
      const found = await probe(new URL(server().url).origin + path);

      assert.equal(found.baseUrl, server().url);
      assert.match(found.version, /^\d+\.\d+$/);
      assert.equal(found.redirectedFrom, undefined);
    });
  }

  it('tries https first, and on this machine plain http after that', async () => {
    const found = await probe(hostOf(server()));

    assert.deepEqual([found.baseUrl, found.isPlainHttp], [server().url, false]);
  });

  it('sends no token and reads nothing but the version', async () => {
    await probe(server().url);

    const [request] = server().requests.all();
    assert.equal(request?.path, '/team/chat/api/info');
    assert.ok(!('x-auth-token' in request.headers));
  });

  it('takes the address where a redirect ends', async () => {
    const old = await PlainServer.start((request, response) => {
      response.writeHead(301, { location: server().url + (request.url ?? '') }).end();
    });

    const found = await probe(old.url);
    await old.close();

    assert.deepEqual([found.baseUrl, found.redirectedFrom], [server().url, old.url]);
  });

  it('says where it was sent if that is no Rocket.Chat', async () => {
    const portal = await Echo.start();
    server().faults.add({ kind: 'redirect', to: `${portal.url}/sso?state=1`, path: '/api/info' });

    const { failure } = await failureFrom(probe(server().url));
    await portal.close();

    assert.deepEqual(failure, { kind: 'protocol', redirectedTo: `${portal.url}/sso` });
  });

  for (const [name, body] of Object.entries({
    'a page': '<h1>It works!</h1>',
    'JSON without a version': '{"success":true}',
    'a version without success': '{"version":"8.1"}',
  })) {
    it(`knows that ${name} is no Rocket.Chat`, async () => {
      const other = await PlainServer.start((_, response) => void response.end(body));

      const { failure } = await failureFrom(probe(other.url));
      await other.close();

      assert.deepEqual(failure, { kind: 'protocol' });
    });
  }

  it('is notFound where a web server has no such page', async () => {
    const other = await PlainServer.start((_, response) => void response.writeHead(404).end('no'));

    const { failure } = await failureFrom(probe(`${other.url}/blog`));
    await other.close();

    assert.deepEqual(failure, { kind: 'notFound' });
    assert.deepEqual(
      other.requests.map(({ url }) => url),
      ['/blog/api/info', '/api/info'],
    );
  });

  it('is offline where nobody answers', async () => {
    const gone = await PlainServer.start(() => undefined);
    await gone.close();

    const { failure } = await failureFrom(probe(`${gone.url}/blog/page`));

    assert.deepEqual(failure, { kind: 'offline' });
  });

  it('says that a proxy wants credentials', async () => {
    server().faults.add({ kind: 'status', status: 407, path: '/api/info' });

    const { call } = await failureFrom(probe(server().url));

    assert.equal(call.status, 407);
  });

  it('gives each address 15 seconds', async () => {
    const clock = new FakeClock();
    const held = server().faults.add({ kind: 'hold', path: '/api/info' });

    const failing = failureFrom(probe(server().url, { clock }));
    await held.reached;
    await clock.advance(15_000);

    assert.deepEqual((await failing).failure, { kind: 'timeout' });
  });

  it('stops at once when it is no longer wanted', async () => {
    const controller = new AbortController();
    const held = server().faults.add({ kind: 'hold', path: '/api/info' });

    const failing = failureFrom(probe(`${server().url}/page`, { signal: controller.signal }));
    await held.reached;
    controller.abort();

    assert.deepEqual((await failing).failure, { kind: 'cancelled' });
    assert.equal(server().requests.all().length, 2);
  });

  it('knows what is no address without asking anybody', async () => {
    const { failure } = await failureFrom(probe('not an address'));

    assert.deepEqual(failure, { kind: 'invalid', code: 'address' });
  });
});

describe('probe of another machine', () => {
  /** The web as a table of what each address answers. */
  const web =
    (pages: Readonly<Record<string, () => Response>>, asked: string[] = []): typeof fetch =>
    (input) => {
      asked.push(addressOf(input));
      const page = pages[addressOf(input)];
      return page
        ? Promise.resolve(page())
        : Promise.reject(new TypeError('fetch failed', { cause: refused }));
    };
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const expired = Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' });

  it('never tries plain http of its own accord', async () => {
    const asked: string[] = [];

    await failureFrom(probe('chat.example.org', { fetch: web({}, asked) }));

    assert.deepEqual(asked, ['https://chat.example.org/api/info']);
  });

  it('prefers https even where http was written', async () => {
    const fetch = web({
      'https://chat.example.org/api/info': () => Response.json(info),
      'http://chat.example.org/api/info': () => Response.json(info),
    });

    const found = await probe('http://chat.example.org', { fetch });

    assert.deepEqual(found, { baseUrl: 'https://chat.example.org', version: '8.1', isPlainHttp: false });
  });

  it('marks plain http', async () => {
    const fetch = web({ 'http://chat.example.org/api/info': () => Response.json(info) });

    const found = await probe('http://chat.example.org', { fetch });

    assert.deepEqual(found, { baseUrl: 'http://chat.example.org', version: '8.1', isPlainHttp: true });
  });

  it('marks a redirect to plain http', async () => {
    const fetch = web({
      'https://chat.example.org/api/info': () =>
        Object.defineProperties(Response.json(info), {
          url: { value: 'http://chat.example.org/api/info' },
          redirected: { value: true },
        }),
    });

    const found = await probe('chat.example.org', { fetch });

    assert.deepEqual([found.baseUrl, found.isPlainHttp], ['http://chat.example.org', true]);
  });

  it('is the certificate where that is not trusted', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: expired }));

    const { failure } = await failureFrom(probe('chat.example.org', { fetch }));

    assert.deepEqual(failure, { kind: 'certificate' });
  });

  it('tells of the address that answered, not of the one that did not', async () => {
    const fetch = web({ 'http://chat.example.org/api/info': () => new Response('hello') });

    const { failure } = await failureFrom(probe('http://chat.example.org', { fetch }));

    assert.deepEqual(failure, { kind: 'protocol' });
  });
});
