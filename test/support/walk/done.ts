import assert from 'node:assert/strict';
import { credentialsOf } from '../clientOf';
import { success } from './answered';
import type { Fault } from './fault';
import type { Row } from './rows';
import { assertEnding, type Trial } from './trial';

/** Nothing goes wrong. */
export const done: Fault = {
  mark: '+',
  words: 'succeeds: one request to the right place, with the token unless it is for strangers',
  acts: true,
  check: async (trial) => {
    const ending = await trial.begin();

    if ('error' in ending) throw ending.error;
    assertEnding(trial, ending, success(trial.row));
    assertAsked(trial);
  },
};

function assertAsked({ row, requests }: Trial): void {
  const { method, path } = requests[0] ?? assert.fail('nothing was sent');
  const [place = ''] = row.path.split('*');
  assert.equal(method, row.route.split(' ')[0]);
  assert.ok(path.startsWith(place), path);
  for (const { headers } of requests) assert.deepEqual(signInOf(headers), expectedSignIn(row));
}

function signInOf(headers: Readonly<Record<string, string>>): (string | undefined)[] {
  return ['x-auth-token', 'x-user-id', 'cookie', 'authorization'].map((name) => headers[name]);
}

function expectedSignIn({ as, token }: Row): (string | undefined)[] {
  const { authToken, userId } = credentialsOf(as ?? '');
  if (token === 'headers') return [authToken, userId, undefined, undefined];
  const cookie = token && `rc_uid=${userId}; rc_token=${authToken}`;
  return [undefined, undefined, cookie, undefined];
}
