import assert from 'node:assert/strict';
import { Rejection, failure, forbidden, meteorError, plainError } from '../../server/failures';
import type { Route } from '../../server/route';
import { startServer } from '../../server/server';
import { ask, type Question } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const whole: Route = { verb: 'POST', name: 'try', auth: 'required', handle: () => ({}) };

/** What a server says that has one route of the test's own. */
async function answerOf(route: Partial<Route>, ...questions: Question[]) {
  const server = await startServer({ data: workspace(), extraRoutes: [{ ...whole, ...route }] });
  const answers: { status: number; body: Record<string, unknown> }[] = [];
  try {
    for (const question of questions) {
      const { status, body } = await ask(server, `${route.verb ?? 'POST'} try`, question);
      answers.push({ status, body });
    }
  } finally {
    await server.close();
  }
  return answers;
}

const asAnn = { as: 'ann' };

function throwing(error: Error): Partial<Route> {
  return {
    handle: () => {
      throw error;
    },
  };
}

describe('an answer of the API', () => {
  const server = eachWithServer();

  it('adds success to the keys of the handler', async () => {
    const [answer] = await answerOf({ handle: () => ({ room: { _id: 'GENERAL' } }) }, asAnn);

    assert.deepEqual(answer, { status: 200, body: { room: { _id: 'GENERAL' }, success: true } });
  });

  it('leaves a raw reply alone', async () => {
    const [answer] = await answerOf({ rawReply: true, handle: () => ({ status: 'success' }) }, asAnn);

    assert.deepEqual(answer, { status: 200, body: { status: 'success' } });
  });

  it('forbids caches to keep it', async () => {
    const { headers } = await ask(server(), 'GET me', { as: 'ann' });

    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('pragma'), 'no-cache');
    assert.equal(headers.get('content-type'), 'application/json');
  });
});

describe('a refusal', () => {
  const cases: [string, Error, number, object][] = [
    ['a plain error', plainError('Invalid thread.'), 400, { error: 'Invalid thread.' }],
    [
      'a Meteor error',
      meteorError('error-not-allowed', 'Not allowed', { method: 'joinRoom' }),
      400,
      {
        error: 'Not allowed [error-not-allowed]',
        errorType: 'error-not-allowed',
        details: { method: 'joinRoom' },
      },
    ],
    [
      'a Meteor error without a reason',
      meteorError('user-last-owner'),
      400,
      { error: '[user-last-owner]', errorType: 'user-last-owner' },
    ],
    [
      'not-authorized, which is a 400',
      meteorError('not-authorized', 'Not Authorized', { method: 'pinMessage' }),
      400,
      {
        error: 'Not Authorized [not-authorized]',
        errorType: 'not-authorized',
        details: { method: 'pinMessage' },
      },
    ],
    [
      'error-unauthorized, which is a 403',
      meteorError('error-unauthorized', 'Go away'),
      403,
      { error: 'Go away [error-unauthorized]' },
    ],
    [
      'error-forbidden, still a 400',
      meteorError('error-forbidden', 'No'),
      400,
      { error: 'No [error-forbidden]', errorType: 'error-forbidden' },
    ],
    ['an explicit forbidden', forbidden(), 403, { error: 'unauthorized' }],
    ['a failure without a text', failure(), 400, {}],
    [
      'not available now',
      new Rejection(503, { success: false, error: 'Service Unavailable' }),
      503,
      { error: 'Service Unavailable' },
    ],
  ];
  for (const [name, error, status, body] of cases) {
    it(`keeps its form: ${name}`, async () => {
      const [answer] = await answerOf(throwing(error), asAnn);

      assert.deepEqual(answer, { status, body: { success: false, ...body } });
    });
  }

  it('is a 500 with the stack for a mistake of this server', async () => {
    const [answer] = await answerOf(throwing(new Error('oops')), asAnn);

    assert.equal(answer?.status, 500);
    assert.equal(answer.body['error'], 'Internal server error');
    assert.match(String(answer.body['stack']), /oops/);
  });
});

describe('the order of checks', () => {
  const strict = {
    type: 'object',
    properties: { a: { type: 'number' } },
    required: ['a'],
    additionalProperties: false,
  };
  const admins = ['view-statistics'];
  const limit = { calls: 1, ms: 60_000 };
  const signIn = 'You must be logged in to do this.';

  it('asks for sign-in before it looks at the request', async () => {
    const [answer] = await answerOf({ body: strict, permissions: admins }, {});

    assert.deepEqual(answer, {
      status: 401,
      body: { success: false, error: signIn, status: 'error', message: signIn },
    });
  });

  it('takes no token without the id of its user', async () => {
    const [answer] = await answerOf({}, { headers: { 'X-Auth-Token': 'ann-token', 'X-User-Id': 'bob-id' } });

    assert.equal(answer?.status, 401);
  });

  it('asks for the permission of the route before it looks at the request', async () => {
    const [answer] = await answerOf({ body: strict, permissions: admins }, asAnn);

    const error = 'User does not have the permissions required for this action [error-unauthorized]';
    assert.deepEqual(answer, { status: 403, body: { success: false, error } });
  });

  it('is content with any one of the permissions', async () => {
    const [answer] = await answerOf({ permissions: ['view-statistics', 'view-c-room'] }, asAnn);

    assert.equal(answer?.status, 200);
  });

  it('does not count a call that fails the validation of the new registration', async () => {
    const [first, second] = await answerOf({ body: strict, limit }, asAnn, { ...asAnn, body: { a: 1 } });

    assert.deepEqual([first?.status, second?.status], [400, 200]);
  });

  it('counts a call that fails the validation of the old registration', async () => {
    const route = { body: strict, limit, registration: 'old' } as const;

    const [first, second] = await answerOf(route, asAnn, { ...asAnn, body: { a: 1 } });

    assert.deepEqual([first?.status, second?.status], [400, 429]);
  });
});

describe('a user without a user name', () => {
  const server = eachWithServer({ data: workspace(person('nameless')) });
  beforeEach(() => {
    const user = server().world.users.byId('nameless-id') ?? assert.fail();
    user.username = '';
  });

  it('is refused', async () => {
    const { status, body } = await ask(server(), 'GET users.presence', { as: 'nameless' });

    assert.equal(status, 403);
    assert.deepEqual(body, { success: false, error: 'Users must have a username [error-unauthorized]' });
  });

  it('may ask who it is', async () => {
    const { status, body } = await ask(server(), 'GET me', { as: 'nameless' });

    assert.equal(status, 200);
    assert.equal('username' in body, false);
  });
});

describe('a path that is not there', () => {
  const server = eachWithServer();

  it('is a 404 under the API', async () => {
    assert.equal((await ask(server(), 'GET nothing.here', { as: 'ann' })).status, 404);
  });

  it('is a 404 for the other verb of a known method', async () => {
    assert.equal((await ask(server(), 'POST me', { as: 'ann' })).status, 404);
  });

  it('is the web client elsewhere', async () => {
    const response = await fetch(`${server().url}/channel/general`);

    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /text\/html/);
  });
});
