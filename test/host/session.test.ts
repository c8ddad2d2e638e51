import assert from 'node:assert/strict';
import { AccountStore } from '../../src/accounts/accountStore';
import { Sessions } from '../../src/accounts/sessions';
import { connect } from '../../src/api/connect';
import type { Account } from '../../src/model/account';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';

/** One window: a store and the session in use over the keychain that all windows share. */
class Window {
  readonly store: AccountStore;
  readonly sessions: Sessions;
  readonly expired: Account[] = [];
  changes = 0;

  constructor(secrets: RecordingSecrets, memory = new FakeMemento()) {
    this.store = new AccountStore(secrets, memory);
    this.sessions = new Sessions({
      store: this.store,
      memory,
      connect: (server, credentials) => connect(server, { credentials }),
    });
    this.sessions.onDidExpire((ended) => this.expired.push(ended));
    this.sessions.onDidChange(() => (this.changes += 1));
  }

  get user(): string | undefined {
    return this.sessions.get()?.account.username;
  }

  /** Until this window's session is that of `user`. */
  async shows(user: string | undefined): Promise<void> {
    while (this.user !== user) await new Promise((resolve) => this.sessions.onDidChange(resolve));
  }

  close(): void {
    this.sessions.dispose();
    this.store.dispose();
  }
}

describe('Sessions', () => {
  const server = eachWithServer();
  const windows: Window[] = [];
  let secrets: RecordingSecrets;
  let ann: Account;
  let bob: Account;

  function open(memory?: FakeMemento): Window {
    const window = new Window(secrets, memory);
    windows.push(window);
    return window;
  }

  /** As after a sign-in by password. */
  function signInAs(user: string): string {
    const { users } = server().world;
    const token = `${user}-login`;
    const known = users.byUsername(user);
    assert.ok(known);
    users.addToken(known, { value: token, kind: 'login', createdAt: known.createdAt });
    return token;
  }

  beforeEach(() => {
    secrets = new RecordingSecrets();
    ann = account({ server: server().url, userId: 'ann-id', username: 'ann' });
    bob = account({ server: server().url, userId: 'bob-id', username: 'bob' });
  });

  afterEach(() => {
    for (const window of windows.splice(0)) window.close();
  });

  it('asks neither server nor keychain without an account', async () => {
    const window = open();

    await window.sessions.restore();

    assert.equal(window.sessions.signedOut(), 'signedOut');
    assert.deepEqual([secrets.calls, server().requests.all(), window.changes], [[], [], 0]);
  });

  it('brings the session back after a restart without a request', async () => {
    const memory = new FakeMemento();
    await open(memory).sessions.add(ann, signInAs('ann'));
    const restarted = open(memory);
    assert.equal(restarted.sessions.signedOut(), undefined);

    await restarted.sessions.restore();

    assert.equal(restarted.user, 'ann');
    assert.deepEqual(server().requests.all(), []);
  });

  it('brings back the account that was in use', async () => {
    const memory = new FakeMemento();
    const { sessions } = open(memory);
    await sessions.add(ann, signInAs('ann'));
    await sessions.add(bob, signInAs('bob'));
    await sessions.use(ann.id);
    const restarted = open(memory);

    await restarted.sessions.restore();

    assert.equal(restarted.user, 'ann');
  });

  it('says that a token cannot be read, and goes on once it can', async () => {
    const memory = new FakeMemento();
    await open(memory).sessions.add(ann, signInAs('ann'));
    const { sessions, expired } = open(memory);
    secrets.trouble = 'readingThrows';
    await sessions.restore();
    const locked = sessions.signedOut();
    secrets.trouble = undefined;

    await sessions.restore();

    assert.deepEqual([locked, sessions.signedOut(), expired], ['locked', undefined, []]);
    assert.equal(sessions.get()?.account.username, 'ann');
  });

  it('ends the session that another one replaces', async () => {
    const { sessions } = open();
    await sessions.add(ann, signInAs('ann'));
    const before = sessions.get();

    await sessions.add(bob, signInAs('bob'));

    assert.equal(before?.signal.aborted, true);
    assert.equal(sessions.get()?.account.username, 'bob');
  });

  it('revokes the token of a password session when signing out', async () => {
    const window = open();
    const token = signInAs('ann');
    await window.sessions.add(ann, token);

    await window.sessions.signOut(ann);

    assert.equal(server().world.users.byToken(token), undefined);
    assert.deepEqual([window.store.all(), secrets.text()], [[], '[]']);
    assert.equal(window.sessions.signedOut(), 'signedOut');
  });

  it('never revokes an access token', async () => {
    const { sessions } = open();
    await sessions.add({ ...ann, signedInBy: 'accessToken' }, 'ann-token');

    await sessions.signOut({ ...ann, signedInBy: 'accessToken' });

    assert.equal(server().world.users.byToken('ann-token')?.username, 'ann');
    assert.deepEqual(server().requests.to('POST', '/api/v1/logout'), []);
  });

  it('signs out although the server cannot be reached', async () => {
    const { sessions } = open();
    await sessions.add(ann, signInAs('ann'));
    server().faults.add({ kind: 'drop', path: '*' });

    await sessions.signOut(ann);

    assert.equal(sessions.signedOut(), 'signedOut');
  });

  it('goes on with the account that is left', async () => {
    const { sessions } = open();
    await sessions.add(ann, signInAs('ann'));
    await sessions.add(bob, signInAs('bob'));

    await sessions.signOut(bob);

    assert.equal(sessions.get()?.account.username, 'ann');
  });

  describe('when the token is no longer taken', () => {
    async function expired(): Promise<Window> {
      const window = open();
      const token = signInAs('ann');
      await window.sessions.add(ann, token);
      server().world.users.removeToken(token);
      const session = window.sessions.get();
      assert.ok(session);
      const said = new Promise((resolve) => window.sessions.onDidExpire(resolve));
      await Promise.allSettled([session.client.session.me({}), session.client.rooms.get({})]);
      await said;
      return window;
    }

    it('says so once and keeps the account', async () => {
      const window = await expired();

      assert.deepEqual(
        window.expired.map(({ username }) => username),
        ['ann'],
      );
      assert.equal(window.sessions.signedOut(), 'expired');
      assert.deepEqual(window.store.all(), [ann]);
      assert.equal(secrets.text().includes('ann-login'), false);
    });

    it('is signed in again by a new token', async () => {
      const { sessions } = await expired();

      await sessions.add(ann, 'ann-token');

      assert.equal(sessions.signedOut(), undefined);
      assert.deepEqual((await sessions.get()?.client.session.me({}))?.username, 'ann');
    });

    it('takes the token that another window has brought meanwhile, and says nothing', async () => {
      const here = open();
      const there = open();
      await here.sessions.add(ann, signInAs('ann'));
      await there.shows('ann');
      const stale = here.sessions.get();
      await there.sessions.add(ann, 'ann-token');

      await stale?.client.session.me({}).catch(() => undefined);
      await here.shows('ann');

      assert.deepEqual([here.expired, here.sessions.signedOut()], [[], undefined]);
    });
  });

  describe('beside another window', () => {
    it('takes over its sign-in', async () => {
      const here = open();
      const there = open();

      await there.sessions.add(ann, signInAs('ann'));
      await here.shows('ann');

      assert.equal(here.sessions.get()?.account.id, ann.id);
    });

    it('ends with its sign-out', async () => {
      const here = open();
      const there = open();
      await there.sessions.add(ann, signInAs('ann'));
      await here.shows('ann');

      await there.sessions.signOut(ann);
      await here.shows(undefined);

      assert.equal(here.sessions.signedOut(), 'signedOut');
      assert.deepEqual(here.expired, []);
    });

    it('stays with its own account when the other one switches', async () => {
      const memory = new FakeMemento();
      const here = open(memory);
      const there = open(memory);
      await here.sessions.add(ann, signInAs('ann'));
      await there.shows('ann');

      await there.sessions.add(bob, signInAs('bob'));
      await here.store.token(bob.id);
      await here.sessions.restore();

      assert.deepEqual([here.user, there.user], ['ann', 'bob']);
    });
  });
});
