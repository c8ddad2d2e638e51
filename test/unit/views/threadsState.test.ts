import assert from 'node:assert/strict';
import type { SignedOut } from '../../../src/model/account';
import type { Session } from '../../../src/model/session';
import { threadsState } from '../../../src/views/threadsState';
import { failure, type Answers } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { threadServer, wireThread } from '../../support/fakeThreads';

const failing = (kind: 'offline' | 'forbidden'): Answers => {
  const refuse = () => Promise.reject(failure(kind));
  return { rooms: { get: refuse }, subscriptions: { get: refuse } };
};

async function asked(answers: Answers): Promise<Session> {
  const { session } = sessionWith(answers);
  await session.sync.refresh('person');
  return session;
}

function stateOf(session: Session | undefined, signedOut?: SignedOut): string {
  return threadsState({ get: () => session, signedOut: () => signedOut });
}

describe('threadsState', () => {
  it('waits for the sign-in that is being brought back', () => {
    assert.equal(stateOf(undefined), 'loading');
  });

  it('says that nobody is signed in', () => {
    assert.equal(stateOf(undefined, 'expired'), 'signedOut');
  });

  it('waits until the rooms have come', () => {
    assert.equal(stateOf(sessionWith({}).session), 'loading');
  });

  it('says that the server cannot be reached', async () => {
    assert.equal(stateOf(await asked(failing('offline'))), 'offline');
  });

  it('says that the server did not give the rooms', async () => {
    assert.equal(stateOf(await asked(failing('forbidden'))), 'refused');
  });

  it('says that there are none', async () => {
    assert.equal(stateOf(await asked(threadServer({ id: 'dev' }))), 'empty');
  });

  it('shows those that are known, although the server cannot be reached', async () => {
    const session = await asked(failing('offline'));

    session.receive([wireThread('a', 10, { rid: 'general' })]);

    assert.equal(stateOf(session), 'ready');
  });
});
