import assert from 'node:assert/strict';
import type { AuthenticationProviderAuthenticationSessionsChangeEvent } from 'vscode';
import { AccountStore } from '../../src/accounts/accountStore';
import { AuthProvider } from '../../src/accounts/authProvider';
import type { Account } from '../../src/model/account';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';

const here = account({ server: 'https://chat.example.org' });
const there = account({ server: 'https://chat.example.org/team' });

describe('AuthProvider', () => {
  let store: AccountStore;
  let provider: AuthProvider;
  let signedOut: Account[];
  let told: string[];

  beforeEach(() => {
    store = new AccountStore(new RecordingSecrets(), new FakeMemento());
    signedOut = [];
    told = [];
    provider = new AuthProvider(store, {
      signIn: async () => {
        await store.save(here, 'token');
        return here;
      },
      signOut: (account) => {
        signedOut.push(account);
        return Promise.resolve();
      },
    });
    provider.onDidChangeSessions((change) => told.push(inWords(change)));
  });

  afterEach(() => {
    provider.dispose();
    store.dispose();
  });

  it('tells two servers with the same user name apart', async () => {
    await store.save(here, 'token');
    await store.save(there, 'token');

    const sessions = await provider.getSessions(undefined, {});

    assert.deepEqual(
      sessions.map((session) => session.account.label),
      ['ann @ chat.example.org', 'ann @ chat.example.org/team'],
    );
  });

  it('hands out no token', async () => {
    await store.save(here, 'the-token');

    const sessions = [...(await provider.getSessions(undefined, {})), await provider.createSession()];

    assert.deepEqual(new Set(sessions.map(({ accessToken }) => accessToken)), new Set(['']));
  });

  it('shows the sessions of one account alone when asked for it', async () => {
    await store.save(here, 'token');
    await store.save(there, 'token');

    const sessions = await provider.getSessions(undefined, { account: { id: there.id, label: '' } });

    assert.deepEqual(
      sessions.map(({ id }) => id),
      [there.id],
    );
  });

  it('tells of accounts that come, change their name and go', async () => {
    await store.save(here, 'token');
    await store.save(here, 'newer-token');
    await store.update({ ...here, username: 'anna' });
    await store.forget(here.id);

    assert.deepEqual(told, [
      '+ann @ chat.example.org',
      '~anna @ chat.example.org',
      '-anna @ chat.example.org',
    ]);
  });

  it('signs out the account that is removed', async () => {
    await store.save(here, 'token');

    await provider.removeSession(here.id);
    await provider.removeSession('nobody');

    assert.deepEqual(signedOut, [here]);
  });
});

function inWords({
  added,
  removed,
  changed,
}: AuthenticationProviderAuthenticationSessionsChangeEvent): string {
  const signs = [
    ['+', added],
    ['-', removed],
    ['~', changed],
  ] as const;
  return signs
    .flatMap(([sign, list]) => (list ?? []).map(({ account: { label } }) => sign + label))
    .join(' ');
}
