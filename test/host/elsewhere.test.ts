import assert from 'node:assert/strict';
import { AccountStore } from '../../src/accounts/accountStore';
import { Elsewhere } from '../../src/accounts/elsewhere';
import { Sessions } from '../../src/accounts/sessions';
import type { Client, Credentials } from '../../src/api/client';
import { connect } from '../../src/api/connect';
import { Lifetime } from '../../src/base/lifetime';
import type { Account } from '../../src/model/account';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { FakeClock } from '../support/fakeClock';
import { FakeFocus } from '../support/fakes/focus';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { tokenOf } from '../support/workspace';

const minute = 60_000;

describe('Elsewhere', () => {
  const server = eachWithServer();
  let lifetime: Lifetime;
  let clock: FakeClock;
  let secrets: RecordingSecrets;
  let store: AccountStore;
  let sessions: Sessions;
  let elsewhere: Elsewhere;
  let ann: Account;
  let bob: Account;

  const reached = (url: string, credentials: Credentials): Client => connect(url, { credentials });
  const asked = () => server().requests.to('GET', '/api/v1/subscriptions.get');
  const counts = () => Object.fromEntries(elsewhere.others.counts());

  function start(): void {
    const memory = new FakeMemento();
    store = lifetime.own(new AccountStore(secrets, memory));
    sessions = lifetime.own(new Sessions({ store, memory, connect: reached }));
    const isMine = () => Promise.resolve(true);
    const window = new FakeFocus();
    elsewhere = lifetime.own(new Elsewhere({ store, sessions, connect: reached, isMine, window, clock }));
  }

  const signIn = (who: Account) => sessions.add(who, tokenOf(who.username));
  const tell = (who: string) =>
    clientOf(server(), { as: 'root' }).chat.postMessage({ channel: `@${who}`, text: 'Hi' });

  beforeEach(() => {
    lifetime = new Lifetime();
    clock = new FakeClock();
    secrets = new RecordingSecrets();
    const here = { server: server().url, signedInBy: 'accessToken' } as const;
    ann = account({ ...here, userId: 'ann-id', username: 'ann' });
    bob = account({ ...here, userId: 'bob-id', username: 'bob' });
    start();
  });

  afterEach(() => lifetime.dispose());

  it('does nothing with a single account', async () => {
    await signIn(ann);
    secrets.calls.length = 0;

    await clock.advance(60 * minute);

    assert.deepEqual([clock.pending, secrets.calls, asked()], [[], [], []]);
  });

  it('counts what waits in the account that is not in use', async () => {
    await signIn(ann);
    await signIn(bob);
    await tell('ann');

    await clock.advance(minute);
    await eventually('a count', () => elsewhere.others.counts().size > 0);

    assert.deepEqual(counts(), { [ann.id]: 1 });
  });

  it('takes the count along when another account is taken into use', async () => {
    await signIn(bob);
    await tell('bob');
    await sessions.get()?.sync.refresh('person');

    await signIn(ann);

    assert.deepEqual(counts(), { [bob.id]: 1 });
  });

  it('notes without a word that an account has to sign in again', async () => {
    const said: Account[] = [];
    sessions.onDidExpire((account) => said.push(account));
    await signIn(ann);
    await signIn(bob);
    server().world.users.removeToken(tokenOf('ann'));
    const changed = new Promise<void>((resolve) => store.onDidChange(resolve));

    await clock.advance(minute);
    await changed;

    assert.deepEqual(await store.kept(ann.id), { state: 'expired' });
    assert.deepEqual([said, counts(), sessions.get()?.account.username], [[], {}, 'bob']);
  });
});
