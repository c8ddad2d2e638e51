import assert from 'node:assert/strict';
import { AccountStore } from '../../src/accounts/accountStore';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';

const ann = account();
const bob = account({ userId: 'bob-id', username: 'bob' });

describe('AccountStore', () => {
  let secrets: RecordingSecrets;
  let index: FakeMemento;
  const open: AccountStore[] = [];

  /** Another window is another store over the same keychain, with an index of its own until VS Code tells it. */
  function storeOver(memento: FakeMemento = index): AccountStore {
    const store = new AccountStore(secrets, memento);
    open.push(store);
    return store;
  }

  function countOf(event: (listener: () => void) => unknown): () => number {
    let count = 0;
    event(() => (count += 1));
    return () => count;
  }

  beforeEach(() => {
    secrets = new RecordingSecrets();
    index = new FakeMemento();
  });

  afterEach(() => {
    for (const store of open.splice(0)) store.dispose();
  });

  it('reads no secret before it is asked for a token', async () => {
    await storeOver().save(ann, 'ann-token');
    secrets.calls.length = 0;

    const accounts = storeOver().all();

    assert.deepEqual(accounts, [ann]);
    assert.deepEqual(secrets.calls, []);
  });

  it('gives the token back, also to the next window', async () => {
    await storeOver().save(ann, 'ann-token');

    const token = await storeOver().token(ann.id);

    assert.equal(token, 'ann-token');
  });

  it('keeps tokens out of the index', async () => {
    await storeOver().save(ann, 'ann-token');

    assert.equal(index.text().includes('ann-token'), false);
    assert.equal(secrets.text().includes('ann-token'), true);
  });

  it('forgets an account and its token', async () => {
    const store = storeOver();
    await store.save(ann, 'ann-token');
    await store.save(bob, 'bob-token');

    await store.forget(ann.id);

    assert.deepEqual(store.all(), [bob]);
    assert.equal(await store.token(ann.id), undefined);
    assert.equal(secrets.text().includes('ann-token'), false);
  });

  it('forgets the account although the keychain does not let go, and says so', async () => {
    const store = storeOver();
    await store.save(ann, 'ann-token');
    secrets.trouble = 'deletingThrows';

    await assert.rejects(store.forget(ann.id), /locked/);

    assert.deepEqual(store.all(), []);
  });

  it('passes over an index that is not its own', async () => {
    await index.update('accounts', [{ id: 7 }, 'ann', null, { ...bob, server: 'nowhere' }, ann]);

    assert.deepEqual(storeOver().all(), [ann]);
  });

  it('has no token in a damaged secret, which is not the doing of the server', async () => {
    const store = storeOver();
    await store.save(ann, 'ann-token');
    for (const key of secrets.values.keys()) secrets.values.set(key, '{"account":');

    assert.deepEqual(await store.kept(ann.id), { state: 'locked' });
    assert.equal(await store.token(ann.id), undefined);
  });

  it('fires when an account comes, changes and goes', async () => {
    const store = storeOver();
    const count = countOf(store.onDidChange);

    await store.save(ann, 'ann-token');
    await store.update({ ...ann, name: 'Ann' });
    await store.forget(ann.id);

    assert.equal(count(), 3);
    assert.equal(store.get(ann.id), undefined);
  });

  it('does not bring an account back by renewing it', async () => {
    const store = storeOver();

    await store.update(ann);

    assert.deepEqual(store.all(), []);
  });

  describe('with a keychain that does not keep', () => {
    for (const trouble of ['storingThrows', 'losesWhatItStores'] as const) {
      it(`holds the token in memory and says so once (${trouble})`, async () => {
        secrets.trouble = trouble;
        const store = storeOver();
        const said = countOf(store.onDidKeepInMemory);

        await store.save(ann, 'ann-token');
        await store.save(bob, 'bob-token');

        assert.equal(await store.token(ann.id), 'ann-token');
        assert.deepEqual(store.all(), [ann, bob]);
        assert.equal(said(), 1);
        assert.equal(secrets.text().includes('token'), false);
      });
    }

    it('has no token where reading fails, for as long as it does', async () => {
      await storeOver().save(ann, 'ann-token');
      secrets.trouble = 'readingThrows';
      const store = storeOver();

      const locked = await store.kept(ann.id);
      secrets.trouble = undefined;

      assert.deepEqual(locked, { state: 'locked' });
      assert.deepEqual(await store.kept(ann.id), { state: 'kept', token: 'ann-token' });
    });

    it('knows after a restart that the token was lost, not refused', async () => {
      secrets.trouble = 'losesWhatItStores';
      await storeOver().save(ann, 'ann-token');

      assert.deepEqual(await storeOver().kept(ann.id), { state: 'locked' });
    });
  });

  describe('beside another window', () => {
    let here: AccountStore;
    let there: AccountStore;

    beforeEach(() => {
      here = storeOver(new FakeMemento());
      there = storeOver(new FakeMemento());
    });

    it('notices its sign-in', async () => {
      const noticed = nextOf(here.onDidChange);

      await there.save(ann, 'ann-token');
      await noticed;

      assert.deepEqual(here.all(), [ann]);
      assert.equal(await here.token(ann.id), 'ann-token');
    });

    it('notices its sign-out', async () => {
      await there.save(ann, 'ann-token');
      await here.token(ann.id);
      const noticed = nextOf(here.onDidChange);

      await there.forget(ann.id);
      await noticed;

      assert.deepEqual(here.all(), []);
    });

    it('keeps quiet about its own changes', async () => {
      const count = countOf(here.onDidChange);

      await here.save(ann, 'ann-token');
      await here.token(ann.id);

      assert.equal(count(), 1);
    });

    it('keeps the account that has to sign in again', async () => {
      await here.save(ann, 'ann-token');
      await there.token(ann.id);
      const noticed = nextOf(there.onDidChange);

      await here.expire(ann, 'ann-token');
      await noticed;

      assert.deepEqual([here.all(), there.all()], [[ann], [ann]]);
      for (const store of [here, there]) assert.deepEqual(await store.kept(ann.id), { state: 'expired' });
    });

    it('does not drop the newer token that it brought', async () => {
      await here.save(ann, 'old-token');
      await there.save(ann, 'new-token');

      await here.expire(ann, 'old-token');

      assert.equal(await here.token(ann.id), 'new-token');
    });
  });
});

function nextOf(event: (listener: () => void) => { dispose(): void }): Promise<void> {
  return new Promise((resolve) => {
    const listening = event(() => {
      listening.dispose();
      resolve();
    });
  });
}
