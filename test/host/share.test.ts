import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Delivery } from '../../src/commands/delivery';
import { Sharing, type ChosenRoom, type RoomRequest, type ShareServices } from '../../src/commands/share';
import { selectionThing } from '../../src/commands/shareFiles';
import { Session } from '../../src/model/session';
import type { GitFile } from '../../src/platform/git';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { openGuard } from '../support/openGuard';

const commit = '0123456789abcdef0123456789abcdef01234567';
const pushed: GitFile = {
  path: 'src/a.ts',
  commit,
  remoteUrl: 'git@github.com:acme/app.git',
  isPushed: true,
  isChanged: false,
};

const send = '/api/v1/chat.sendMessage';
const putAwayId = 'notifications.clearAll';
/** Presses the first button of the newest notification. */
const again = 'notification.acceptPrimaryAction';

describe('Share Selection', () => {
  const server = eachWithServer();
  let lifetime: Lifetime;
  let session: Session;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rocketchat-share-'));
    lifetime = new Lifetime();
    session = lifetime.own(newSession());
    await session.sync.refresh('person');
  });
  afterEach(async () => {
    lifetime.dispose();
    await putAway();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(folder, { recursive: true, force: true });
  });

  it('posts the code with a link to the exact lines', async () => {
    await openFile('a.ts', '  const a = 1;\r\n  const b = 2;\r\n');
    select(0, 0, 2, 0);

    await share({ file: pushed });

    assert.deepEqual(posted(), [
      `[src/a.ts:1-2](https://github.com/acme/app/blob/${commit}/src/a.ts#L1-L2)\n` +
        '```typescript\nconst a = 1;\nconst b = 2;\n```',
    ]);
  });

  it('says that a commit is not pushed, or that the file differs from it', async () => {
    await openFile('a.ts', 'x();\n');

    await share({ file: { ...pushed, isPushed: false, isChanged: true } });
    await share({ file: { ...pushed, isChanged: true } });
    await share({ file: undefined });

    assert.deepEqual(
      posted().map((text) => text.split('\n')[0]),
      [
        '`src/a.ts:1` (not pushed yet)',
        `[src/a.ts:1](https://github.com/acme/app/blob/${commit}/src/a.ts#L1) (differs from the commit)`,
        '`a.ts:1`',
      ],
    );
  });

  it('sees that the editor is ahead of the commit before it is saved', async () => {
    const editor = await openFile('a.ts', 'x();\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'await '));

    await share({ file: pushed });

    assert.match(posted()[0] ?? '', /\(differs from the commit\)/);
  });

  it('shares a file that was never saved', async () => {
    const content = 'print(1)';
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'python', content }),
    );

    await share({});

    assert.match(posted()[0] ?? '', /^`Untitled-\d+:1` \(not saved yet\)\n```python\nprint\(1\)\n```$/);
  });

  it('sends nothing when the person leaves the comment', async () => {
    await openFile('a.ts', 'x();\n');

    await share({ way: 'withComment' }, leave);

    assert.deepEqual(posted(), []);
  });

  it('asks for a comment where the row was chosen for it, and takes none for none', async () => {
    await openFile('a.ts', 'x();\n');

    await share({ choice: { wantsComment: true } }, async () => {
      await accept();
      await putAway();
    });

    assert.equal(posted()[0], '`a.ts:1`\n```typescript\nx();\n```');
  });

  it('tells the picker what is shared and in which folder', async () => {
    await openFile('a.ts', 'x();\ny();\n');
    select(0, 0, 1, 4);

    const { request } = await share({});

    assert.deepEqual([request?.title, request?.folder], ['Share a.ts:1-2', undefined]);
  });

  it('sends nothing when the person leaves', async () => {
    await openFile('a.ts', 'x();\n');

    await share({ choice: 'none' });

    assert.deepEqual(posted(), []);
  });

  it('says before sending that the message is too long, and cuts it when asked to', async () => {
    server().settings.set('Message_MaxAllowedSize', 60);
    await openFile('a.ts', Array.from({ length: 20 }, (_, at) => `line${at};`).join('\n'));
    select(0, 0, 19, 7);

    let rounds = 0;
    await share({}, async () => {
      rounds += 1;
      // Nothing tells when the list has come; the way before this one makes a file of it.
      if (rounds < 20) return;
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await accept();
      await putAway();
    });

    assert.equal(posted()[0], '`a.ts:1-4`\n```typescript\nline0;\nline1;\nline2;\nline3;\n```');
  });

  it('keeps what was refused, and posts it once however often it is tried', async () => {
    await openFile('a.ts', 'x();\n');
    const body = { success: false, error: 'room_is_blocked' };
    server().faults.add({ kind: 'status', status: 400, body, path: send, times: 2 });

    await share({});
    await eventually('the message', async () => {
      await vscode.commands.executeCommand(again);
      return posted().length > 0;
    });

    const ids = sends().map(({ body: sent }) => /"_id":"(\w+)"/.exec(sent)?.[1]);
    assert.deepEqual([ids.length, new Set(ids).size, posted().length], [3, 1, 1]);
  });

  it('does not try again by itself what the server refused', async () => {
    await openFile('a.ts', 'x();\n');
    const body = { success: false, error: 'room_is_blocked' };
    server().faults.add({ kind: 'status', status: 400, body, path: send });

    await share({});

    assert.deepEqual([sends().length, posted().length], [1, 0]);
  });

  it('waits for a session that is being brought back', async () => {
    await openFile('a.ts', 'x();\n');
    const changed = new Emitter<Session | undefined>();
    let current: Session | undefined;
    const sessions = { get: () => current, onDidChange: changed.event, signedOut: () => undefined };

    await share({ sessions }, async () => {
      current = session;
      changed.fire(session);
      await putAway();
    });

    assert.equal(posted().length, 1);
  });

  it('offers to sign in where the session could not be brought back', async () => {
    await openFile('a.ts', 'x();\n');
    const changed = new Emitter<Session | undefined>();
    const sessions = { get: () => undefined, onDidChange: changed.event, signedOut: () => undefined };

    await share({ sessions }, async () => {
      changed.fire(undefined);
      await putAway();
    });

    assert.deepEqual(server().requests.to('POST', send), []);
  });

  it('offers to sign in, and sends nothing when that is declined', async () => {
    await openFile('a.ts', 'x();\n');
    const onDidChange = new Emitter<Session | undefined>().event;

    await share({ sessions: { get: () => undefined, onDidChange, signedOut: () => 'signedOut' } });

    assert.deepEqual(server().requests.to('POST', send), []);
  });

  interface Situation {
    readonly way?: 'plain' | 'withComment';
    readonly file?: GitFile;
    readonly choice?: Partial<ChosenRoom> | 'none';
    readonly sessions?: ShareServices['sessions'];
  }

  /** Shares what is selected in the editor with general. Until that is over, the person does `meanwhile` again and again. */
  async function share(situation: Situation, meanwhile: () => Promise<unknown> = putAway) {
    const requests: RoomRequest[] = [];
    const state = { isOver: false };
    const services = servicesFor(situation, requests);
    const delivery = lifetime.own(new Delivery(services));
    const sharing = new Sharing(services, delivery, () => 'code');
    const shared = sharing.share([selectionThing(services.git)], situation.way ?? 'plain');
    const over = shared.finally(() => (state.isOver = true));
    await eventually('the end of sharing', async () => {
      if (!state.isOver) await meanwhile();
      return state.isOver;
    });
    await over;
    return { request: requests[0] };
  }

  function servicesFor({ file, choice, sessions }: Situation, requests: RoomRequest[]): ShareServices {
    const room = session.rooms.all().find(({ id }) => id === 'GENERAL');
    assert.ok(room);
    const chosen = choice === 'none' ? undefined : { room, wantsComment: false, ...choice };
    const onDidChange = new Emitter<Session | undefined>().event;
    return {
      sessions: sessions ?? { get: () => session, onDidChange, signedOut: () => undefined },
      git: { file: () => Promise.resolve(file) },
      guard: openGuard,
      fileWords: { refused: ({ kind }) => kind, failed: () => 'failed', size: (bytes) => `${bytes} bytes` },
      conversations: { open: () => Promise.resolve() },
      shared: { add: () => Promise.resolve() },
      picker: {
        pick: (_session, request) => {
          requests.push(request);
          return Promise.resolve(chosen);
        },
      },
    };
  }

  function newSession(): Session {
    return new Session({ account: account({ server: server().url }), client: clientOf(server()) });
  }

  async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
    const path = join(folder, name);
    await writeFile(path, text);
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(path));
  }

  function select(...range: [number, number, number, number]): void {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(...range);
  }

  function posted(): string[] {
    return server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg }) => msg);
  }

  function sends() {
    return server().requests.to('POST', send);
  }

  async function accept(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  async function leave(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  }

  /** Closes every notification without an answer. */
  async function putAway(): Promise<void> {
    await vscode.commands.executeCommand(putAwayId);
  }
});
