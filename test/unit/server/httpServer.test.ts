import assert from 'node:assert/strict';
import { startServer } from '../../server/server';
import { ask, itemIn, jsonOf } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

describe('a server under a sub-path', () => {
  const server = eachWithServer({ rootPath: 'team/chat/' });

  it('lives there with everything', async () => {
    assert.match(server().url, /^http:\/\/127\.0\.0\.1:\d+\/team\/chat$/);
    assert.equal(
      (await ask(server(), 'GET me', { as: 'ann' })).body['avatarUrl'],
      `${server().url}/avatar/ann`,
    );
    for (const path of ['/api/info', '/avatar/ann', '/account/tokens', '/channel/general']) {
      assert.equal((await fetch(server().url + path)).status, 200, path);
    }
  });

  it('lives nowhere else', async () => {
    const { origin } = new URL(server().url);

    assert.equal((await fetch(`${origin}/api/info`)).status, 404);
  });
});

describe('/api/info', () => {
  const server = eachWithServer();

  it('tells strangers the minor version only', async () => {
    const body = await jsonOf(await fetch(`${server().url}/api/info`));

    assert.equal(body['version'], '8.8');
    assert.equal(body['success'], true);
    assert.equal('info' in body, false);
  });

  it('tells the administrator all', async () => {
    const headers = { 'X-User-Id': 'root-id', 'X-Auth-Token': 'root-token' };
    const body = await jsonOf(await fetch(`${server().url}/api/info`, { headers }));

    const info = itemIn(body, 'info');
    assert.deepEqual([body['success'], body['version'], info['version']], [true, '8.8.1', '8.8.1']);
    assert.equal(itemIn(info, 'build')['nodeVersion'], process.version);
    assert.deepEqual(
      [itemIn(info, 'commit')['tag'], typeof info['marketplaceApiVersion']],
      ['8.8.1', 'string'],
    );
  });
});

describe('the log of requests', () => {
  const server = eachWithServer();

  it('keeps what came in, as it came in', async () => {
    await ask(server(), 'POST login', { body: { user: 'ann', password: 'no' } });

    const [entry] = server().requests.to('POST', '/api/v1/login');
    assert.equal(entry?.headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(entry.body), { user: 'ann', password: 'no' });
  });
});

describe('the time of a server', () => {
  const now = '2026-03-02T09:00:00.000Z';
  let wall = Date.parse('2030-01-01T00:00:00.000Z');
  const wallClock = () => wall;

  for (const [clock, passed] of [
    ['runs', 5000],
    ['stands', 0],
  ] as const) {
    it(`${clock} from the moment that is asked for`, async () => {
      const server = await startServer({ data: 'empty', now, clock, wallClock });
      wall += 5000;

      const time = server.world.now();
      await server.close();

      assert.equal(time, Date.parse(now) + passed);
    });
  }
});

describe('startServer', () => {
  it('makes the same demo from the same seed and time', async () => {
    const options = { data: 'demo', seed: 'a', now: '2026-03-02T09:00:00.000Z', clock: 'stands' } as const;
    const servers = await Promise.all([startServer(options), startServer(options)]);

    const rooms = servers.map(({ world }) => world.rooms.all());
    await Promise.all(servers.map((server) => server.close()));

    assert.deepEqual(rooms[0], rooms[1]);
  });

  it('fails if the port is taken', async () => {
    const first = await startServer({ data: 'empty' });

    await assert.rejects(startServer({ data: 'empty', port: first.port }), /EADDRINUSE/);
    await first.close();
  });

  it('cuts what is still open when it is closed', async () => {
    const server = await startServer({ data: 'empty' });
    const held = server.faults.add({ path: '/api/info', kind: 'hold', after: true });
    const answer = fetch(`${server.url}/api/info`);
    await held.reached;

    await server.close();

    await assert.rejects(answer, TypeError);
  });
});
