import assert from 'node:assert/strict';
import { authentication, commands, extensions, Uri, workspace } from 'vscode';
import { Accounts, type Reach } from '../../src/accounts/accounts';
import { systemClock } from '../../src/base/clock';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Shared } from '../../src/model/shared';
import { Snooze } from '../../src/model/snooze';
import { Unsent, type Parcel } from '../../src/model/unsent';
import { debugging } from '../../src/platform/debugging';
import { commandIds, internalCommandIds } from '../../src/platform/ids';
import { BothTrees } from '../../src/views/bothTrees';
import { RoomsView } from '../../src/views/roomsView';
import { showStatus } from '../../src/views/statusBar';
import { ThreadsView } from '../../src/views/threadsView';
import { showToasts } from '../../src/views/toasts';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingDisk } from '../support/fakes/recordingDisk';
import { RecordingSecrets } from '../support/fakes/secrets';
import { account } from '../support/makers/account';

describe('Activation', () => {
  before(() => extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate());

  it('registers every command', async () => {
    const registered = new Set(await commands.getCommands());

    const missing = [...commandIds, ...internalCommandIds].filter((id) => !registered.has(id));

    assert.deepEqual(missing, []);
  });

  it('takes its place in the Accounts menu, empty at first', async () => {
    assert.deepEqual(await authentication.getAccounts('rocketchat'), []);
  });
});

describe('What activation builds', () => {
  const lifetime = new Lifetime();
  const disk = new RecordingDisk();
  let secrets: RecordingSecrets;
  let globalState: FakeMemento;
  let asked: string[];

  function note(what: string): never {
    asked.push(what);
    throw new Error(`Nothing may ask: ${what}`);
  }

  const reach: Reach = {
    connect: () => note('connect'),
    probe: () => note('probe'),
    live: () => note('live'),
  };

  /** As `activate` does. */
  async function start(): Promise<void> {
    const globalStorageUri = Uri.from({ scheme: 'recorded', path: '/storage' });
    const accounts = lifetime.own(new Accounts({ secrets, globalState, globalStorageUri }, reach));
    const { sessions, elsewhere, lastFocus } = accounts;
    const rooms = lifetime.own(new RoomsView(sessions, elsewhere));
    const trees = lifetime.own(new BothTrees(rooms, lifetime.own(new ThreadsView(sessions))));
    const unsent = lifetime.own(new Unsent(sessions));
    const snooze = lifetime.own(new Snooze(globalState, systemClock));
    lifetime.own(showStatus({ current: sessions, unsent, snooze, elsewhere, clock: systemClock }));
    lifetime.own(
      showToasts({
        current: sessions,
        clock: systemClock,
        snooze,
        shared: new Shared(globalState),
        focus: lastFocus,
        debugging,
        screen: {
          isOnScreen: () => false,
          isListed: (room, thread) => trees.isOnScreen(room, thread),
          reveal: (room, thread) => trees.reveal(room, thread),
        },
        answers: {
          reply: () => note('reply'),
          onDidDeliver: new Emitter<Parcel>().event,
          onDidMiss: new Emitter<Parcel>().event,
        },
      }),
    );
    await sessions.restore();
    await lastFocus.isMine();
  }

  before(() => void lifetime.own(workspace.registerFileSystemProvider('recorded', disk)));
  beforeEach(() => {
    secrets = new RecordingSecrets();
    globalState = new FakeMemento();
    asked = [];
  });
  after(() => lifetime.dispose());

  it('asks no server, opens no socket, reads no secret and no file while nobody is signed in', async () => {
    await start();

    assert.deepEqual(
      { asked, secrets: secrets.calls, files: disk.calls },
      { asked: [], secrets: [], files: [] },
    );
  });

  it('reads no more than the secret of an account that has to sign in again', async () => {
    const ann = account();
    await globalState.update('accounts', [ann]);
    secrets.values.set(`account:${ann.id}`, JSON.stringify({ account: ann }));

    await start();

    assert.deepEqual(
      { asked, secrets: secrets.calls, files: disk.calls },
      { asked: [], secrets: [`get account:${ann.id}`], files: [] },
    );
  });
});
