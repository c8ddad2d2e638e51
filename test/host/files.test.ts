import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uri } from 'vscode';
import { AccountFolders } from '../../src/platform/files';

const ann = 'annId@https://chat.example.org/team';

describe('The files of an account', () => {
  let storage: string;
  let folders: AccountFolders;

  /** Another window has the same storage. */
  const window = () => new AccountFolders(Uri.file(storage));
  const accounts = () => join(storage, 'accounts');
  const folder = async () => join(accounts(), (await readdir(accounts()))[0] ?? '');

  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'rocketchat-files-'));
    folders = window();
  });

  afterEach(() => rm(storage, { recursive: true, force: true }));

  it('come back in the next window', async () => {
    await folders.of(ann).write('rooms.json', 'Grüße');

    assert.equal(await window().of(ann).read('rooms.json'), 'Grüße');
  });

  it('are made when the first is written, and not before', async () => {
    const text = await folders.of(ann).read('rooms.json');

    assert.deepEqual([text, existsSync(accounts())], [undefined, false]);
  });

  it('are nothing where they cannot be read', async () => {
    await folders.of(ann).write('other.json', '');
    await mkdir(join(await folder(), 'rooms.json'));

    assert.equal(await folders.of(ann).read('rooms.json'), undefined);
  });

  it('hold what was written last', async () => {
    const files = folders.of(ann);

    void files.write('rooms.json', 'one');
    void files.write('rooms.json', 'two');
    await files.write('rooms.json', 'three');

    assert.equal(await files.read('rooms.json'), 'three');
  });

  it('are read after what is still being written', async () => {
    const files = folders.of(ann);

    void files.write('rooms.json', 'new');

    assert.equal(await files.read('rooms.json'), 'new');
  });

  it('are whole when two windows write at once', async () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(500_000));

    await Promise.all(texts.map((text) => window().of(ann).write('rooms.json', text)));

    assert.ok(texts.includes((await folders.of(ann).read('rooms.json')) ?? ''));
    assert.deepEqual(await readdir(await folder()), ['rooms.json']);
  });

  it('can be removed, also one that is not there', async () => {
    const files = folders.of(ann);
    await files.write('rooms.json', 'text');

    await files.remove('rooms.json');
    await files.remove('rooms.json');

    assert.equal(await files.read('rooms.json'), undefined);
  });

  it('lie in a folder that every file system takes, one for each account', async () => {
    for (const account of [ann, ann.toUpperCase(), `${ann}/..`])
      await folders.of(account).write('rooms.json', account);

    const names = await readdir(accounts());

    assert.equal(names.length, 3);
    for (const name of names) assert.match(name, /^[0-9a-f]{32}$/);
    assert.equal(await folders.of(ann).read('rooms.json'), ann);
  });

  it('are cleared of what a crash left half written', async () => {
    await folders.of(ann).write('rooms.json', 'text');
    const [old, recent] = ['rooms.json.1.tmp', 'rooms.json.2.tmp'];
    for (const name of [old, recent]) await writeFile(join(await folder(), name), 'ha');
    await utimes(join(await folder(), old), 0, 0);

    await window().of(ann).read('rooms.json');

    assert.deepEqual((await readdir(await folder())).sort(), ['rooms.json', recent]);
  });

  describe('of an account that nobody knows any more', () => {
    const [known, unknown] = ['bobId@https://chat.example.org', 'eveId@https://chat.example.org'];

    /** As if nobody had written anything for a long time. */
    async function age(): Promise<void> {
      for (const name of await readdir(accounts())) await utimes(join(accounts(), name), 0, 0);
    }

    const left = () =>
      Promise.all([ann, known, unknown].map((account) => window().of(account).read('rooms.json')));

    beforeEach(async () => {
      for (const account of [known, unknown]) await window().of(account).write('rooms.json', account);
    });

    it('are deleted, and no others', async () => {
      await folders.of(ann).write('rooms.json', ann);
      await age();

      await folders.tidy([known]);

      assert.deepEqual(await left(), [ann, known, undefined]);
      assert.equal((await readdir(accounts())).length, 2);
    });

    it('stay where another window may have added it just now', async () => {
      await folders.tidy([known]);

      assert.deepEqual(await left(), [undefined, known, unknown]);
    });

    it('are looked for where there are none at all', async () => {
      await rm(accounts(), { recursive: true });

      await folders.tidy([known]);

      assert.equal(existsSync(accounts()), false);
    });
  });

  describe('of an account that has signed out', () => {
    it('are gone', async () => {
      await folders.of(ann).write('rooms.json', 'text');

      await folders.forget(ann);

      assert.deepEqual(await readdir(accounts()), []);
    });

    it('are not written again by who still has something to write', async () => {
      const files = folders.of(ann);
      await files.write('rooms.json', 'text');

      void files.write('rooms.json', 'late');
      await folders.forget(ann);
      await files.write('rooms.json', 'too late');

      assert.deepEqual(await readdir(accounts()), []);
    });

    it('are new when it signs in again', async () => {
      const before = folders.of(ann);
      await before.write('rooms.json', 'old');
      void folders.forget(ann);

      await folders.of(ann).write('threads.json', 'new');

      assert.deepEqual(await readdir(await folder()), ['threads.json']);
    });
  });
});
