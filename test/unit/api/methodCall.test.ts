import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { FakeClock } from '../../support/fakeClock';
import { PlainServer } from '../../support/plainServer';

/** A server that answers every method alike. */
async function answering(status: number, message: object): Promise<PlainServer> {
  const body = JSON.stringify({ message: JSON.stringify(message), success: status === 200 });
  return PlainServer.start((_, response) => response.writeHead(status).end(body));
}

describe('a method call', () => {
  let server: PlainServer;
  afterEach(() => server.close());

  it('is asked for in one text, its times as Meteor has them', async () => {
    let body = '';
    const requests: IncomingMessage[] = [];
    server = await PlainServer.start((request, response) => {
      requests.push(request);
      void text(request).then((sent) => {
        body = sent;
        response.end('{"success":true,"message":"{\\"msg\\":\\"result\\",\\"id\\":\\"1\\"}"}');
      });
    });

    await clientOf(server).methodCall({ method: 'readMessages', params: ['r', new Date(7)] });

    assert.equal(requests[0]?.url, '/api/v1/method.call/readMessages');
    // The shape of our own request.
    const { message, ...others } = JSON.parse(body) as { message: string };
    assert.deepEqual(others, {});
    assert.deepEqual(JSON.parse(message), {
      msg: 'method',
      id: '1',
      method: 'readMessages',
      params: ['r', { $date: 7 }],
    });
  });

  it('answers what the method does', async () => {
    server = await answering(200, { msg: 'result', id: '1', result: { ts: { $date: 5 }, of: [1] } });

    const result = await clientOf(server).methodCall({ method: 'm', params: [] });

    assert.deepEqual(result, { ts: new Date(5), of: [1] });
  });

  for (const status of [200, 400]) {
    it(`fails as the method does, told by status ${status}`, async () => {
      const error = {
        isClientSafe: true,
        error: 'error-not-allowed',
        reason: 'Threads Disabled',
        details: { method: 'readThreads' },
        message: 'Threads Disabled [error-not-allowed]',
        errorType: 'Meteor.Error',
      };
      server = await answering(status, { msg: 'result', id: '1', error });

      const { failure, call, message } = await failureFrom(
        clientOf(server).methodCall({ method: 'readThreads', params: ['thread1'] }),
      );

      assert.deepEqual(failure, { kind: 'forbidden' });
      assert.deepEqual(call, {
        route: 'POST method.call/readThreads',
        status,
        errorType: 'error-not-allowed',
        serverText: 'Threads Disabled [error-not-allowed]',
      });
      assert.match(message, /: Threads Disabled\.$/);
    });
  }

  const told: [object, object][] = [
    [
      { error: 'error-invalid-message', reason: 'Invalid' },
      { kind: 'refused', code: 'error-invalid-message' },
    ],
    [{ error: 401, reason: 'Match failed' }, { kind: 'signedOut' }],
    [{ error: 500, reason: 'Internal server error' }, { kind: 'server' }],
    [{}, { kind: 'refused', code: 'unknown' }],
  ];
  for (const [error, failure] of told) {
    it(`fails with ${JSON.stringify(failure)} where the method says ${JSON.stringify(error)}`, async () => {
      server = await answering(200, { msg: 'result', id: '1', error });

      const failed = await failureFrom(clientOf(server).methodCall({ method: 'm', params: [] }));

      assert.deepEqual(failed.failure, failure);
    });
  }

  it("waits as long as the methods' own limiter says", async () => {
    const clock = new FakeClock();
    const error = { error: 'too-many-requests', details: { timeToReset: 2500 } };
    server = await answering(200, { msg: 'result', id: '1', error });
    const controller = new AbortController();
    const client = clientOf(server, { clock });

    const failing = failureFrom(
      client.methodCall({ method: 'm', params: [] }, { signal: controller.signal }),
    );
    await clock.untilPending(2500);
    controller.abort();

    assert.equal((await failing).failure.kind, 'cancelled');
  });

  for (const body of [
    '{"success":true}',
    '{"success":true,"message":"<p>"}',
    '{"success":true,"message":"{}"}',
  ]) {
    it(`takes no answer without a result for one: ${body}`, async () => {
      server = await PlainServer.start((_, response) => response.end(body));

      const { failure } = await failureFrom(clientOf(server).methodCall({ method: 'm', params: [] }));

      assert.deepEqual(failure, { kind: 'protocol' });
    });
  }

  it('fails as any call where REST itself refuses', async () => {
    const body = { success: false, status: 'error', message: 'You must be logged in to do this.' };
    server = await PlainServer.start((_, response) => response.writeHead(401).end(JSON.stringify(body)));

    const { failure } = await failureFrom(clientOf(server).methodCall({ method: 'm', params: [] }));

    assert.deepEqual(failure, { kind: 'signedOut' });
  });

  it('says no password of its parameters again', async () => {
    server = await answering(400, { msg: 'result', error: { error: 'no', reason: 'not hunter22' } });
    const params = ['x', { user: 'ann', password: 'hunter22' }];

    const { message, call } = await failureFrom(clientOf(server).methodCall({ method: 'login', params }));

    assert.ok(!`${message} ${JSON.stringify(call)}`.includes('hunter22'), message);
  });

  for (const params of [['hunter22'], [['x', 'hunter22']], [{ of: { ann: ['hunter22'] } }]]) {
    it(`says no text of its parameters again: ${JSON.stringify(params)}`, async () => {
      server = await answering(400, { msg: 'result', error: { error: 'no', reason: 'not hunter22' } });

      const { message, call } = await failureFrom(clientOf(server).methodCall({ method: 'm', params }));

      assert.ok(!`${message} ${JSON.stringify(call)}`.includes('hunter22'), message);
    });
  }

  it('is repeated after a lost answer only where it may be', async () => {
    server = await PlainServer.start((_, response) => response.writeHead(503).end());
    const clock = new FakeClock();
    const client = clientOf(server, { clock, random: () => 0 });

    await failureFrom(client.methodCall({ method: 'm', params: [] }));
    const once = server.requests.length;
    const repeated = failureFrom(client.methodCall({ method: 'm', params: [], isSafe: true }));
    await clock.untilPending(200);
    await clock.advance(200);
    await clock.untilPending(400);
    await clock.advance(400);
    await repeated;

    assert.deepEqual([once, server.requests.length], [1, 4]);
  });
});

describe('the name of a method', () => {
  let echo: Echo;
  beforeEach(async () => (echo = await Echo.start()));
  afterEach(() => echo.close());

  it('is one part of the path, whatever is in it', async () => {
    await failureFrom(clientOf(echo).methodCall({ method: 'rooms/get?x=#', params: [] }));

    assert.equal(echo.arrivals[0]?.path, '/api/v1/method.call/rooms%2Fget%3Fx%3D%23');
  });

  for (const method of ['', '.', '..']) {
    it(`is no other path: '${method}'`, async () => {
      const { failure } = await failureFrom(clientOf(echo).methodCall({ method, params: [] }));

      assert.deepEqual(failure, { kind: 'invalid', code: 'path-segment' });
      assert.deepEqual(echo.arrivals, []);
    });
  }
});
