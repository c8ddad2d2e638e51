import assert from 'node:assert/strict';
import { endpoints, type Client } from '../../../src/api/client';
import { rulesOf } from '../../../src/api/versions';
import { clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { PlainServer } from '../../support/plainServer';

type Call = (client: Client) => Promise<unknown>;

/** A call, an older release and the first that takes it as it is; how each is asked. */
interface Change {
  readonly of: string;
  readonly call: Call;
  readonly older: string;
  readonly newer: string;
  readonly askedOlder: string;
  readonly askedNewer: string;
}

const mentioned = { roomId: 'r', mentionIds: 'a,b', pinned: true, count: 5 };
const asCondition = 'roomId=r&count=5&query={"mentions._id":{"$in":["a","b"]},"pinned":true}';

const changes: readonly Change[] = [
  {
    of: 'ids of several people',
    call: ({ users }) => users.presence({ ids: 'a,b' }),
    older: '8.4',
    newer: '8.5',
    askedOlder: 'GET users.presence?ids[]=a&ids[]=b',
    askedNewer: 'GET users.presence?ids=a,b',
  },
  {
    of: 'a list of people',
    call: ({ users }) => users.presence({ ids: ['a', 'b'] }),
    older: '8.4',
    newer: '8.5',
    askedOlder: 'GET users.presence?ids[]=a&ids[]=b',
    askedNewer: 'GET users.presence?ids[]=a&ids[]=b',
  },
  {
    of: 'settings by their ids',
    call: ({ settings }) => settings.public({ _id: 'A,B', count: 2 }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET settings.public?count=2&query={"_id":{"$in":["A","B"]}}',
    askedNewer: 'GET settings.public?_id=A,B&count=2',
  },
  ...(['channels', 'groups', 'im'] as const).map((kind) => ({
    of: `conditions on messages of ${kind}`,
    call: ({ [kind]: { messages } }: Client) => messages(mentioned),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET ${kind}.messages?${asCondition}`,
    askedNewer: `GET ${kind}.messages?roomId=r&mentionIds=a,b&pinned=true&count=5`,
  })),
  {
    of: 'messages that are not pinned, which is no condition',
    call: ({ channels }) => channels.messages({ roomId: 'r', starredIds: 'a', pinned: false }),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET channels.messages?roomId=r&query={"starred._id":{"$in":["a"]}}',
    askedNewer: 'GET channels.messages?roomId=r&starredIds=a&pinned=false',
  },
  {
    of: 'people on the server',
    call: ({ directory }) => directory.search({ text: 'a"b', type: 'users', count: 3 }),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET directory?count=3&query={"text":"a\\"b","type":"users","workspace":"local"}`,
    askedNewer: 'GET directory?text=a"b&type=users&count=3',
  },
  {
    of: 'everything on the server',
    call: ({ directory }) => directory.search({}),
    older: '6.13',
    newer: '7.0',
    askedOlder: 'GET directory?query={"type":"channels","workspace":"local"}',
    askedNewer: 'GET directory',
  },
  ...(['channels', 'groups'] as const).map((kind) => ({
    of: `who is there in one of ${kind}`,
    call: ({ [kind]: { online } }: Client) => online({ _id: 'r' }),
    older: '6.13',
    newer: '7.0',
    askedOlder: `GET ${kind}.online?query={"_id":"r"}`,
    askedNewer: `GET ${kind}.online?_id=r`,
  })),
  {
    of: 'which links get a preview',
    call: ({ chat }) => chat.sendMessage({ message: { rid: 'r', msg: 'm' }, previewUrls: [] }),
    older: '6.3',
    newer: '6.4',
    askedOlder: 'POST chat.sendMessage {"message":{"rid":"r","msg":"m"}}',
    askedNewer: 'POST chat.sendMessage {"message":{"rid":"r","msg":"m"},"previewUrls":[]}',
  },
];

describe('a call to a server of some release', () => {
  let echo: Echo;
  beforeEach(async () => (echo = await Echo.start()));
  afterEach(() => echo.close());

  const told = () =>
    echo.arrivals.map(({ method, path, body }) => {
      const name = decodeURIComponent(path).replace('/api/v1/', '');
      return `${method} ${name}${body === '' ? '' : ` ${body}`}`;
    });

  for (const { of, call, older, newer, askedOlder, askedNewer } of changes) {
    it(`asks ${older} for ${of} in its own way`, async () => {
      await call(clientOf(echo, { version: older }));

      assert.deepEqual(told(), [askedOlder]);
    });

    it(`asks ${newer} for ${of} as it is`, async () => {
      await call(clientOf(echo, { version: newer }));

      assert.deepEqual(told(), [askedNewer]);
    });
  }
});

function releaseBefore(since: string): string {
  const [major = 0, minor = 0] = since.split('.').map(Number);
  return minor > 0 ? `${major}.${minor - 1}` : `${major - 1}.13`;
}

/** What cannot be had of older releases: the method, a call, the first release, and how it is said. */
const missing: readonly (readonly [string, string, Call])[] = [
  ['chat.delete', '8.6', ({ chat }) => chat.delete({ fileId: 'f' })],
  ['chat.getThreadMessages', '8.8', ({ chat }) => chat.getThreadMessages({ tmid: 't', aroundId: 'm' })],
  ['chat.postMessage', '6.8', ({ chat }) => chat.postMessage({ roomId: 'r', customFields: {} })],
  ['chat.sendMessage', '6.8', ({ chat }) => chat.sendMessage({ message: { rid: 'r', customFields: {} } })],
  ['chat.syncMessages', '7.1', ({ chat }) => chat.syncMessages({ roomId: 'r', type: 'UPDATED', next: '0' })],
  ['emoji-custom.list', '7.0', ({ emojiCustom }) => emojiCustom.list({ _updatedAt: '2026-03-02T09:00:00Z' })],
  ['spotlight', '8.6', ({ spotlight }) => spotlight.search({ query: 'a', rid: 'r' })],
  ['users.info', '8.4', ({ users }) => users.info({ email: 'ann@example.com' })],
  ['users.info', '8.5', ({ users }) => users.info({ freeSwitchExtension: '7' })],
  [
    'users.setStatus',
    '8.6',
    ({ users }) => users.setStatus({ message: '', expiresAt: '2026-03-02T09:00:00Z' }),
  ],
];

describe('what an older server lacks', () => {
  let echo: Echo;
  beforeEach(async () => (echo = await Echo.start()));
  afterEach(() => echo.close());

  for (const [name, since, call] of missing) {
    const before = releaseBefore(since);

    it(`is not asked of ${before}: ${name}`, async () => {
      const { failure, message } = await failureFrom(call(clientOf(echo, { version: before })));

      assert.deepEqual(failure, { kind: 'invalid', code: 'needs-release' });
      assert.ok(
        message.includes(`runs Rocket.Chat ${before}`) && message.includes(`needs ${since}`),
        message,
      );
      assert.deepEqual(echo.arrivals, []);
    });

    it(`is asked of ${since}: ${name}`, async () => {
      await call(clientOf(echo, { version: since }));

      assert.equal(echo.arrivals.length, 1);
    });
  }

  it('is told in one plain sentence', async () => {
    const client = clientOf(echo, { version: '8.4.1' });

    const { message, call } = await failureFrom(client.chat.delete({ fileId: 'f' }));

    const { host } = new URL(echo.url);
    const reason = 'which is too old: fileId of chat.delete needs 8.6 or newer';
    assert.equal(message, `${host} runs Rocket.Chat 8.4.1, ${reason}.`);
    assert.deepEqual(call, { route: 'POST chat.delete' });
  });
});

describe('a method of which nobody knows since when it is there', () => {
  it('is asked for, and the server says that it lacks it', async () => {
    const server = await PlainServer.start((_, response) => response.writeHead(404).end('{"success":false}'));

    const { failure } = await failureFrom(clientOf(server, { version: '6.0' }).rooms.open({ roomId: 'r' }));
    await server.close();

    assert.deepEqual(failure, { kind: 'notFound' });
  });
});

describe('a call that every release takes as it is', () => {
  it('does not ask for the release first', async () => {
    const echo = await Echo.start();

    await clientOf(echo).users.presence({ ids: ['a', 'b'] });
    await echo.close();

    assert.equal(echo.arrivals.length, 1);
  });
});

describe('a method that came late', () => {
  it('is what its predecessor was', async () => {
    const room = { _id: 'GENERAL', t: 'c' };
    const server = await PlainServer.start((_, response) => {
      response.end(JSON.stringify({ success: true, channel: room }));
    });

    const reply = await clientOf(server, { version: '8.5' }).rooms.join({ roomId: 'GENERAL' });
    await server.close();

    assert.equal(server.requests[0]?.url, '/api/v1/channels.join');
    assert.deepEqual(reply.room, room);
  });

  it('is a method call where REST had none', async () => {
    const server = await PlainServer.start((_, response) => {
      response.end('{"success":true,"message":"{\\"msg\\":\\"result\\",\\"id\\":\\"1\\"}"}');
    });

    await clientOf(server, { version: '8.7' }).chat.readThread({ tmid: 't' });
    await server.close();

    assert.equal(server.requests[0]?.url, '/api/v1/method.call/readThreads');
  });

  it('is as little repeated by the way round as it is itself', async () => {
    const server = await PlainServer.start((_, response) => response.writeHead(503).end());

    await failureFrom(clientOf(server, { version: '8.7' }).chat.readThread({ tmid: 't' }));
    await server.close();

    assert.equal(server.requests.length, 1);
  });

  it('has a rule by the release in the table alone', () => {
    const rules = rulesOf({ verb: 'GET', name: 'no.suchMethod', isSafe: true, since: '8.6' });

    assert.deepEqual(rules, [{ since: '8.6' }]);
  });

  it('keeps the way round it where there is one', () => {
    const rules = rulesOf(endpoints.rooms.join);

    assert.deepEqual(
      rules.map(({ since, before }) => [since, before !== undefined]),
      [['8.6', true]],
    );
  });
});
