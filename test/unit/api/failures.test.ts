import assert from 'node:assert/strict';
import type { Client } from '../../../src/api/client';
import type { Failure } from '../../../src/api/errors';
import type { Trouble } from '../../server/http/faults';
import { clientOf, failureFrom } from '../../support/clientOf';
import { PlainServer } from '../../support/plainServer';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const json = (status: number, body: object): Trouble => ({ kind: 'status', status, body });
const refusal = (status: number, error: string, errorType?: string): Trouble =>
  json(status, { success: false, error, ...(errorType !== undefined && { errorType }) });

const notSignedIn = {
  success: false,
  status: 'error',
  error: 'You must be logged in to do this.',
  message: 'You must be logged in to do this.',
};
const secondFactor = { method: 'email', availableMethods: ['totp', 'email', 'carrier-pigeon'] };
const totpRequired: Failure = { kind: 'totpRequired', methods: ['email', 'totp'], isWrongCode: false };

/** What the server answers a signed-in caller of a POST, and what that is. */
const answers: [name: string, Trouble, Failure][] = [
  ['a dead token', json(401, notSignedIn), { kind: 'signedOut' }],
  ['a route without access', refusal(401, 'unauthorized'), { kind: 'forbidden' }],
  [
    "a missing permission of the route's",
    refusal(403, 'User does not have the permissions required for this action [error-unauthorized]'),
    { kind: 'forbidden' },
  ],
  [
    'a missing right',
    refusal(400, 'Not Authorized [not-authorized]', 'not-authorized'),
    { kind: 'forbidden' },
  ],
  ['a missing right said plainly', refusal(400, 'error-not-allowed'), { kind: 'forbidden' }],
  [
    'a missing right said the wrong way round',
    refusal(400, 'not-allowed', 'Not Allowed'),
    { kind: 'forbidden' },
  ],
  ['something unknown', refusal(404, 'Resource not found'), { kind: 'notFound' }],
  [
    'an unknown message',
    refusal(400, 'No such message [error-message-not-found]', 'error-message-not-found'),
    { kind: 'notFound' },
  ],
  [
    'an unknown room',
    refusal(400, 'There is no such room [error-room-not-found]', 'error-room-not-found'),
    { kind: 'notFound' },
  ],
  ['an unknown person', refusal(400, 'User not found.'), { kind: 'notFound' }],
  ['an unknown route', { kind: 'status', status: 404, body: '<html>404</html>' }, { kind: 'notFound' }],
  [
    'a refusal with a code',
    refusal(400, 'Message size exceeds [error-message-size-exceeded]', 'error-message-size-exceeded'),
    { kind: 'refused', code: 'error-message-size-exceeded' },
  ],
  [
    'a refusal with a code in its text alone',
    refusal(400, 'A word too many [error-too-much]'),
    { kind: 'refused', code: 'error-too-much' },
  ],
  ['a refusal in one word', refusal(400, 'room_is_archived'), { kind: 'refused', code: 'room_is_archived' }],
  [
    'a refusal in a sentence',
    refusal(400, 'You have been muted.'),
    { kind: 'refused', code: 'You have been muted.' },
  ],
  ['a refusal without a word', json(400, { success: false }), { kind: 'refused', code: 'unknown' }],
  [
    'a refusal said with status 200',
    json(200, { success: false, error: 'no' }),
    { kind: 'refused', code: 'no' },
  ],
  [
    'an unreadable body',
    refusal(400, "must have required property 'rid'", 'invalid-params'),
    { kind: 'invalid', code: 'invalid-params' },
  ],
  [
    'an unreadable query',
    refusal(400, 'must NOT have additional properties', 'error-invalid-params'),
    { kind: 'invalid', code: 'error-invalid-params' },
  ],
  [
    'a wish for a second factor',
    json(400, {
      success: false,
      error: 'TOTP Required [totp-required]',
      errorType: 'totp-required',
      details: secondFactor,
    }),
    totpRequired,
  ],
  [
    'a wrong second factor',
    refusal(400, 'TOTP Invalid [totp-invalid]', 'totp-invalid'),
    { kind: 'totpRequired', methods: ['totp'], isWrongCode: true },
  ],
  ['an error of the server', refusal(500, 'Internal server error'), { kind: 'server' }],
  ["a gateway's page", { kind: 'status', status: 502, body: '<h1>Bad Gateway</h1>' }, { kind: 'server' }],
  ['a captive portal', { kind: 'html' }, { kind: 'protocol' }],
  ['a page that forbids', { kind: 'status', status: 403, body: '<h1>Blocked</h1>' }, { kind: 'protocol' }],
  [
    'a page that asks to sign in',
    { kind: 'status', status: 401, body: '<h1>Login</h1>' },
    { kind: 'protocol' },
  ],
  ["a gateway's refusal in JSON", json(400, { message: 'Bad Request' }), { kind: 'protocol' }],
  ["a gateway's wish to sign in, in JSON", json(401, { message: 'Unauthorized' }), { kind: 'protocol' }],
  ["a gateway's ban in JSON", json(403, { error: 'forbidden' }), { kind: 'protocol' }],
  ['an empty answer', { kind: 'empty' }, { kind: 'protocol' }],
  ['bytes that are no text', { kind: 'garbage' }, { kind: 'protocol' }],
  ['half of the JSON', { kind: 'truncate' }, { kind: 'protocol' }],
  ['an answer that breaks off', { kind: 'cut' }, { kind: 'protocol' }],
  ['a list where an object should be', json(200, [1, 2]), { kind: 'protocol' }],
  ['JSON of somebody else', json(200, { portal: 'hello' }), { kind: 'protocol' }],
  ['a proxy that wants credentials', { kind: 'status', status: 407 }, { kind: 'protocol' }],
  [
    'a redirect',
    { kind: 'redirect', to: 'https://login.example/sso?state=secret#here', status: 307 },
    { kind: 'protocol', redirectedTo: 'https://login.example/sso' },
  ],
  ['a redirect to nowhere', { kind: 'redirect', to: 'https://' }, { kind: 'protocol' }],
  ['a dropped connection', { kind: 'drop' }, { kind: 'offline' }],
];

describe('a failure', () => {
  const server = eachWithServer();
  let client: Client;
  beforeEach(() => (client = clientOf(server())));
  const post = () => client.chat.postMessage({ roomId: 'GENERAL', text: 'hello' });

  for (const [name, trouble, failure] of answers) {
    it(`tells ${name}: ${failure.kind}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/chat.postMessage' });

      const error = await failureFrom(post());

      assert.deepEqual(error.failure, failure);
    });

    it(`has one English sentence for ${name}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/chat.postMessage' });

      const { message } = await failureFrom(post());

      assert.match(message, /^(127\.0\.0\.1|The |A )[^\n]+\.$/);
    });
  }

  it('tells that nothing came back', async () => {
    const silent = await PlainServer.start((_, response) => void response.writeHead(204).end());

    const { failure } = await failureFrom(clientOf(silent).session.me({}));
    await silent.close();

    assert.deepEqual(failure, { kind: 'protocol' });
  });

  it('tells what was called and what came back', async () => {
    const text = 'Not Authorized [not-authorized]';
    server().faults.add({ ...refusal(400, text, 'not-authorized'), path: '/api/v1/*' });

    const { call } = await failureFrom(post());

    assert.deepEqual(call, {
      route: 'POST chat.postMessage',
      status: 400,
      errorType: 'not-authorized',
      serverText: text,
    });
  });

  it('cuts the words of the server to 500 characters', async () => {
    server().faults.add({ ...refusal(400, 'no '.repeat(1000)), path: '/api/v1/*' });

    const { call } = await failureFrom(post());

    assert.equal(call.serverText?.length, 500);
  });

  it('keeps its cause', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/*' });

    const { cause } = await failureFrom(post());

    assert.ok(cause instanceof TypeError);
  });
});

describe('a failure of the server itself', () => {
  const server = eachWithServer({
    data: workspace(
      person('tia', { totpSecret: 'GRACEHOPPERWROTETHEFIRSTCOMPILER' }),
      person('eve', { emailSecondFactor: true }),
    ),
  });

  it('is notFound for a message that is not there', async () => {
    const { failure } = await failureFrom(clientOf(server()).chat.getMessage({ msgId: 'none' }));

    assert.deepEqual(failure, { kind: 'notFound' });
  });

  it('is forbidden for a member who pins', async () => {
    const client = clientOf(server(), { as: 'bob' });
    const { message } = await client.chat.postMessage({ roomId: 'GENERAL', text: 'pin me' });

    const { failure, call } = await failureFrom(client.chat.pinMessage({ messageId: message._id }));

    assert.deepEqual([failure.kind, call.errorType], ['forbidden', 'not-authorized']);
  });

  it('is signedOut for a wrong password', async () => {
    const { failure } = await failureFrom(
      clientOf(server(), { as: null }).session.login({ user: 'ann', password: 'wrong' }),
    );

    assert.deepEqual(failure, { kind: 'signedOut' });
  });

  for (const [username, method] of [
    ['tia', 'totp'],
    ['eve', 'email'],
  ] as const) {
    it(`is totpRequired for ${method} as second factor, with what there is`, async () => {
      const { password } = person(username);

      const { failure } = await failureFrom(
        clientOf(server(), { as: null }).session.login({ user: username, password }),
      );

      assert.ok(failure.kind === 'totpRequired');
      assert.deepEqual([failure.methods[0], failure.isWrongCode], [method, false]);
    });
  }

  it('is signedOut for a login that is only called unauthorized, as from 9.0 on', async () => {
    server().faults.add({ ...refusal(401, 'unauthorized'), path: '/api/v1/login' });

    const { failure } = await failureFrom(clientOf(server()).session.login({ resume: 'old token' }));

    assert.deepEqual(failure, { kind: 'signedOut' });
  });

  it('says that a code was wrong', async () => {
    const { password } = person('tia');

    const { failure } = await failureFrom(
      clientOf(server(), { as: null }).session.login({ user: 'tia', password, code: '000000' }),
    );

    assert.ok(failure.kind === 'totpRequired' && failure.isWrongCode);
  });
});
