import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, Uri, workspace } from 'vscode';
import { Accounts } from '../../src/accounts/accounts';
import { connect } from '../../src/api/connect';
import type { Account } from '../../src/model/account';
import type { Session } from '../../src/model/session';
import { roomTree } from '../../src/views/roomTree';
import { eventually } from '../support/eventually';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { labelOf } from '../support/treeText';
import { tokenOf } from '../support/workspace';

describe('What is kept of an account', () => {
  const server = eachWithServer();
  const windows: Accounts[] = [];
  let storage: string;
  let secrets: RecordingSecrets;
  let globalState: FakeMemento;
  let ann: Account;

  /** Windows of one person share keychain and storage. */
  function window(memory = globalState): Accounts {
    const accounts = new Accounts(
      { secrets, globalState: memory, globalStorageUri: Uri.file(storage) },
      {
        connect: (url, credentials) => connect(url, { credentials }),
        probe: () => Promise.reject(new Error('Nobody signs in by hand here')),
        live: () => undefined,
      },
    );
    windows.push(accounts);
    return accounts;
  }

  async function signedIn(accounts = window()): Promise<Session> {
    await accounts.sessions.add(ann, tokenOf('ann'));
    const session = accounts.sessions.get();
    assert.ok(session);
    await session.sync.refresh('person');
    return session;
  }

  function close(): void {
    for (const accounts of windows.splice(0)) accounts.dispose();
  }

  const entries = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
  const folders = () => entries(join(storage, 'accounts'));
  const kept = () => join(storage, 'accounts', folders()[0] ?? '', 'rooms.json');
  const noFolder = () => eventually('no folder', () => folders().length === 0);

  async function keptOnDisk(): Promise<void> {
    close();
    await eventually('rooms on disk', () => existsSync(kept()));
  }

  const set = (id: string, value: boolean | undefined) =>
    workspace.getConfiguration().update(id, value, ConfigurationTarget.Global);

  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'rocketchat-kept-'));
    secrets = new RecordingSecrets();
    globalState = new FakeMemento();
    ann = account({ server: server().url, signedInBy: 'accessToken' });
  });

  afterEach(async () => {
    close();
    await set('rocketchat.offlineCache', undefined);
    await set('rocketchat.realtime', undefined);
    // A window that closes writes its rooms once more, and nobody waits for it.
    await rm(storage, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows after a restart although the server cannot be reached', async () => {
    await signedIn();
    await keptOnDisk();
    server().faults.add({ kind: 'drop', path: '*' });
    const { sessions } = window();

    await sessions.restore();

    assert.deepEqual(
      sessions
        .get()
        ?.rooms.all()
        .map(({ name }) => name),
      ['general'],
    );
  });

  it('is drawn without waiting for the server', async () => {
    await signedIn();
    await keptOnDisk();
    server().faults.add({ kind: 'hold', path: '*' });
    const { sessions } = window();
    await sessions.restore();
    const tree = roomTree(sessions);

    const [first] = await tree.getChildren();

    assert.ok(first);
    assert.equal(labelOf(tree.getTreeItem(first)), 'Channels');
    tree.dispose();
  });

  it('holds no token', async () => {
    await signedIn();
    await keptOnDisk();

    const text = readFileSync(kept(), 'utf8');

    assert.equal(text.includes(tokenOf('ann')), false);
  });

  it('is deleted at sign-out', async () => {
    await signedIn();
    await keptOnDisk();
    const { sessions } = window();
    await sessions.restore();

    await sessions.signOut(ann);

    await noFolder();
  });

  it('is deleted after a week at the next start when nobody knows the account any more', async () => {
    await signedIn();
    await keptOnDisk();
    const [stray] = folders();
    await utimes(join(storage, 'accounts', stray ?? ''), 0, 0);
    globalState = new FakeMemento();
    const other = window();
    const atFirst = folders();

    await other.sessions.add(account({ server: ann.server, userId: 'bob-id' }), tokenOf('bob'));

    assert.deepEqual(atFirst, [stray]);
    await eventually('no such folder', () => !folders().includes(stray ?? ''));
  });

  it('is deleted when another window signs out', async () => {
    await signedIn();
    await keptOnDisk();
    const { sessions } = window();
    await sessions.restore();
    const other = window(new FakeMemento());
    await signedIn(other);

    await other.sessions.signOut(ann);

    await eventually('signed out here', () => sessions.get() === undefined);
    await noFolder();
  });

  it('is deleted when it is not wanted any more, and nothing is written from then on', async () => {
    await signedIn();
    await keptOnDisk();
    const { sessions } = window();
    await sessions.restore();
    const before = sessions.get();

    await set('rocketchat.offlineCache', false);

    await eventually('a session anew', () => sessions.get() !== before);
    await sessions.get()?.sync.refresh('person');
    close();
    await noFolder();
  });

  it('is deleted at the next start when it was given up while no window was open', async () => {
    await signedIn();
    await keptOnDisk();
    await set('rocketchat.offlineCache', false);

    window();

    await noFolder();
  });

  it('is nothing where it was never wanted', async () => {
    await set('rocketchat.offlineCache', false);

    await signedIn();
    close();

    assert.deepEqual(folders(), []);
  });

  it('comes back when the way to the server is chosen anew', async () => {
    const accounts = window();
    const before = await signedIn(accounts);

    await set('rocketchat.realtime', false);

    const after = await eventually('a session anew', () => {
      const session = accounts.sessions.get();
      return session !== before && session;
    });
    assert.equal(before.signal.aborted, true);
    assert.equal(after.signal.aborted, false);
  });
});
