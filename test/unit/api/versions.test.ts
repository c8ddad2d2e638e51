import assert from 'node:assert/strict';
import { endpoints } from '../../../src/api/client';
import { rulesOf } from '../../../src/api/versions';
import { clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { PlainServer } from '../../support/plainServer';
import { changes, missing } from '../../support/samples/releases';

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

  it('is asked for itself where it is there', async () => {
    const server = await PlainServer.start((_, response) => response.end('{"success":true}'));

    await clientOf(server, { version: '8.8' }).chat.readThread({ tmid: 't' });
    await server.close();

    assert.equal(server.requests[0]?.url, '/api/v1/chat.readThread');
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
