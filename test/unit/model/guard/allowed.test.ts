import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AllowedSecrets, type KeyStore } from '../../../../src/model/guard/allowed';
import { FakeMemento } from '../../../support/fakes/memento';

/** A keychain in memory. */
function keychain(): KeyStore & { readonly keys: Map<string, string> } {
  const keys = new Map<string, string>();
  return {
    keys,
    get: (id) => Promise.resolve(keys.get(id)),
    store: (id, key) => Promise.resolve(void keys.set(id, key)),
    delete: (id) => Promise.resolve(void keys.delete(id)),
  };
}

const secret = 'Summer2026!';

describe('AllowedSecrets', () => {
  let keys: ReturnType<typeof keychain>;
  let shelf: FakeMemento;
  let allowed: AllowedSecrets;
  let troubles: unknown[];

  beforeEach(() => {
    keys = keychain();
    shelf = new FakeMemento();
    troubles = [];
    allowed = inNextWindow();
  });

  const inNextWindow = (its: KeyStore = keys, on = shelf) =>
    new AllowedSecrets(its, on, (error) => troubles.push(error));

  it('knows none at first, and makes no key for that', async () => {
    assert.deepEqual([...(await allowed.among([secret]))], []);
    assert.deepEqual([keys.keys.size, allowed.count], [0, 0]);
  });

  it('knows again what was added, and nothing else', async () => {
    await allowed.add(secret);
    await allowed.add('another');

    assert.deepEqual([...(await allowed.among([secret, 'third', 'another', secret]))], [secret, 'another']);
    assert.equal(allowed.count, 2);
  });

  it('counts one that is added twice once', async () => {
    await allowed.add(secret);
    await allowed.add(secret);

    assert.equal(allowed.count, 1);
  });

  it('knows it in the next window, too', async () => {
    await allowed.add(secret);

    assert.equal((await inNextWindow().among([secret])).has(secret), true);
  });

  it('keeps nothing by which a weak secret could be found out by trial', async () => {
    const other = new FakeMemento();
    await allowed.add(secret);
    await inNextWindow(keychain(), other).add(secret);

    const kept = shelf.text();
    const hash = createHash('sha256').update(secret).digest('hex');
    assert.doesNotMatch(kept, new RegExp(`${secret}|${hash.slice(0, 16)}`));
    assert.notEqual(kept, other.text());
  });

  it('forgets all of them, and their key', async () => {
    await allowed.add(secret);

    await allowed.forget();

    assert.deepEqual([allowed.count, keys.keys.size, (await allowed.among([secret])).size], [0, 0, 0]);
  });

  it('keeps all of those that are added at once', async () => {
    await Promise.all([allowed.add(secret), allowed.add('another')]);

    assert.deepEqual([...(await inNextWindow().among([secret, 'another']))], [secret, 'another']);
  });

  it('adds what is allowed while all is being forgotten', async () => {
    await Promise.all([allowed.forget(), allowed.add(secret)]);

    assert.deepEqual([...(await inNextWindow().among([secret]))], [secret]);
  });
});

describe('AllowedSecrets, where the store of keys fails', () => {
  let keys: ReturnType<typeof keychain>;
  let shelf: FakeMemento;
  let troubles: unknown[];
  beforeEach(() => {
    keys = keychain();
    shelf = new FakeMemento();
    troubles = [];
  });

  const inNextWindow = (its: Partial<KeyStore> = {}) =>
    new AllowedSecrets({ ...keys, ...its }, shelf, (error) => troubles.push(error));
  const locked = () => Promise.reject(new Error('locked'));
  const empty = () => Promise.resolve(undefined);

  for (const [how, its] of [
    ['takes no key', { store: locked }],
    ['loses it', { store: empty }],
    ['gives none back', { get: locked }],
  ] as const)
    it(`allows until the window closes, and says so, where it ${how}`, async () => {
      const allowed = inNextWindow(its);

      const where = await allowed.add(secret);

      assert.equal(where, 'keyNotKept');
      assert.deepEqual([...(await allowed.among([secret, 'another']))], [secret]);
      assert.deepEqual([allowed.count, shelf.keys()], [1, []]);
    });

  it('tells why', async () => {
    await inNextWindow({ store: locked }).add(secret);

    assert.deepEqual(troubles, [new Error('locked')]);
  });

  for (const [how, get] of [
    ['does not give the key back', empty],
    ['is locked', locked],
  ] as const)
    it(`does not lose earlier ones to a new one while it ${how}`, async () => {
      await inNextWindow().add('earlier');

      const where = await inNextWindow({ get }).add(secret);

      assert.equal(where, 'keyNotRead');
      assert.deepEqual([...(await inNextWindow().among(['earlier']))], ['earlier']);
    });

  it('keeps what it could not keep with the next one that it can', async () => {
    let isLocked = false;
    const allowed = inNextWindow({ get: (id) => (isLocked ? empty() : keys.get(id)) });
    await allowed.add('earlier');
    isLocked = true;
    await allowed.add(secret);
    isLocked = false;

    await allowed.add('later');

    const known = await inNextWindow().among(['earlier', secret, 'later']);
    assert.deepEqual([...known], ['earlier', secret, 'later']);
    assert.equal(allowed.count, 3);
  });

  it('starts anew once all are forgotten', async () => {
    await inNextWindow().add('earlier');
    keys.keys.clear();
    const allowed = inNextWindow();
    await allowed.add('meanwhile');

    await allowed.forget();
    const where = await allowed.add(secret);

    assert.equal(where, 'kept');
    assert.deepEqual([...(await allowed.among(['earlier', 'meanwhile', secret]))], [secret]);
  });
});
