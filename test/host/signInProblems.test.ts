import assert from 'node:assert/strict';
import { Problem } from '../../src/accounts/problem';
import { loginProblem, serverProblem } from '../../src/accounts/problems';
import { ApiError, type FailedCall, type Failure } from '../../src/api/errors';

function failed(failure: Failure, call: Partial<FailedCall> = {}): ApiError {
  return new ApiError('It failed', failure, { route: 'GET info', ...call });
}

function sentenceOf(problem: unknown): string {
  assert.ok(problem instanceof Problem);
  return problem.message;
}

describe('serverProblem', () => {
  const retryAt = new Date(Date.now() + 10_000);
  const table: readonly [says: RegExp, error: ApiError][] = [
    [/^chat cannot be reached/, failed({ kind: 'offline' })],
    [/^chat did not answer in time/, failed({ kind: 'timeout' })],
    [/^The certificate of chat is not trusted/, failed({ kind: 'certificate' })],
    [/^The proxy wants a user name and a password/, failed({ kind: 'protocol' }, { status: 407 })],
    [/^There is no Rocket\.Chat server at chat/, failed({ kind: 'protocol' }, { status: 200 })],
    [/^There is no Rocket\.Chat server at chat/, failed({ kind: 'notFound' })],
    [
      /^chat sends you on to https:\/\/portal\//,
      failed({ kind: 'protocol', redirectedTo: 'https://portal/' }),
    ],
    [/^This is not the address of a server/, failed({ kind: 'invalid', code: 'address' })],
    [/^The server has a problem of its own/, failed({ kind: 'server' })],
    [/^The server does not let editors in a browser in/, failed({ kind: 'cors' })],
    [/^The server asks to slow down/, failed({ kind: 'rateLimited', retryAt })],
  ];

  for (const [says, error] of table) {
    const { kind } = error.failure;
    it(`says ${says.source} (${kind})`, () => assert.match(sentenceOf(serverProblem(error, 'chat')), says));
  }

  it('leaves a cancelled call and a mistake of ours alone', () => {
    const cancelled = failed({ kind: 'cancelled' });
    const mistake = new TypeError('undefined is not a function');

    assert.deepEqual(
      [serverProblem(cancelled, 'chat'), serverProblem(mistake, 'chat')],
      [cancelled, mistake],
    );
  });
});

describe('loginProblem', () => {
  const table: readonly [code: string | undefined, says: RegExp][] = [
    [undefined, /^User name or password is wrong/],
    ['totp-max-attempts', /^Too many wrong codes/],
    ['error-login-blocked-for-user', /^Too many failed sign-ins: chat does not let this user in/],
    ['error-login-blocked-for-ip', /^Too many failed sign-ins from your network/],
    ['error-user-is-not-activated', /^This account is not active/],
    ['error-invalid-email', /is not verified yet/],
    ['error-app-user-is-not-allowed-to-login', /^This is the account of an app/],
    ['error-user-has-no-roles', /no role on chat/],
  ];

  for (const [errorType, says] of table) {
    it(`says ${says.source} (${errorType ?? 'no code'})`, () => {
      const error = failed({ kind: 'signedOut' }, { status: 401, errorType });

      assert.match(sentenceOf(loginProblem(error, 'chat')), says);
    });
  }

  it('says in place that the network is gone', () => {
    assert.match(sentenceOf(loginProblem(failed({ kind: 'offline' }), 'chat')), /cannot be reached/);
  });
});
