import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { RowDrop } from '../../src/views/rowDrop';
import { RoomNodes, type TreeNode } from '../../src/views/roomNode';
import type { DropQuestion } from '../../src/views/rowDropWords';
import { ask } from '../support/ask';
import { room } from '../support/makers/room';
import { eachWithSessions } from '../support/serverSessions';
import { openGuard } from '../support/openGuard';

const general = roomId('GENERAL');
const media = '/api/v1/rooms.media/*';

/** What a drop asked and said. */
interface Told {
  readonly questions: DropQuestion[];
  readonly arrived: string[];
  readonly missed: string[];
}

describe('RowDrop', () => {
  const { server, sessionOf } = eachWithSessions();
  const nodes = new RoomNodes();
  const row = nodes.room(nodes.section('channels'), general);
  let session: Session;
  let folder: string;
  let told: Told;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rocketchat-drop-'));
    session = sessionOf('ann');
    await session.sync.refresh('person');
    told = { questions: [], arrived: [], missed: [] };
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await rm(folder, { recursive: true, force: true });
  });

  it('asks once, and shares what was dropped with the room, in order', async () => {
    await drop(row, [await file('b.txt'), await file('a.txt')]);

    assert.deepEqual(
      told.questions.map(({ question }) => question),
      ['Share 2 files with #general?'],
    );
    assert.deepEqual(posted(), ['b.txt', 'a.txt']);
    assert.deepEqual(told.arrived, ['Shared b.txt, a.txt with #general.']);
  });

  it('sends the bytes of the file', async () => {
    await drop(row, [await file('a.txt', 'every byte')]);

    const [message] = server().world.messages.inRoom('GENERAL');
    assert.equal(message?.files?.[0]?.['size'], 'every byte'.length);
  });

  it('replies in the thread of a row in the list of threads', async () => {
    const body = { message: { rid: general, msg: 'why?' } };
    await ask(server(), 'POST chat.sendMessage', { as: 'bob', body });
    const [question] = server().world.messages.inRoom('GENERAL');
    const thread = messageId(question?._id ?? '');

    await drop(nodes.thread(general, thread), [await file('a.txt')]);

    assert.equal(told.questions[0]?.question, 'Share a.txt with the thread in #general?');
    assert.equal(server().world.messages.inRoom('GENERAL').at(-1)?.tmid, thread);
  });

  it('reads and sends nothing when the person says no', async () => {
    const read: string[] = [];

    await drop(row, [desktopFile('a.txt', read)], { says: false });

    assert.deepEqual([read, posted()], [[], []]);
  });

  it('names the whole path of what is not in this workspace', async () => {
    const uri = await file('a.txt');

    await drop(row, [uri], { says: false });

    assert.equal(told.questions[0]?.detail, `Not in this workspace: ${uri.fsPath}`);
  });

  it('takes files of the desktop', async () => {
    await drop(row, [desktopFile('a.txt')]);

    assert.deepEqual(posted(), ['a.txt']);
  });

  it('takes a file once that is told both as a file and as an address', async () => {
    const uri = await file('a.txt');

    await drop(row, [desktopFile('a.txt', [], uri), uri]);

    assert.deepEqual(posted(), ['a.txt']);
  });

  it('takes what stands in an editor that has no file', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ content: 'not saved' });

    await drop(row, [uri]);

    assert.deepEqual(posted(), [uri.path]);
  });

  it('says before it asks what the server does not take', async () => {
    await drop(row, [await file('a.txt'), await file('empty.txt', ''), vscode.Uri.file(folder)]);

    const [question] = told.questions;
    assert.equal(question?.question, 'Share a.txt with #general?');
    assert.match(question.detail, /empty\.txt was not shared\. Nothing in it\n/);
    assert.match(question.detail, /It is a folder: drop the files in it\.$/);
    assert.deepEqual(posted(), ['a.txt']);
  });

  it('asks nothing where nothing may be written', async () => {
    session.rooms.merge([room('GENERAL', { isReadOnly: true })]);

    await drop(row, [await file('a.txt')]);

    assert.deepEqual([told.questions, posted()], [[], []]);
  });

  it('asks nothing when a row of our own is dropped', async () => {
    await drop(row, [vscode.Uri.parse('rocketchat://room/GENERAL')]);

    assert.deepEqual(told, { questions: [], arrived: [], missed: [] });
  });

  it('says which files did not arrive, and sends only those again', async () => {
    server().faults.add({ kind: 'status', status: 413, path: media, times: 1 });

    await drop(row, [await file('a.txt'), await file('b.txt')], { again: 1 });

    assert.equal(told.missed.length, 1);
    assert.match(told.missed[0] ?? '', /^a\.txt was not shared\. failed$/);
    assert.deepEqual(posted(), ['b.txt', 'a.txt']);
  });

  it('leaves alone what waits to be sent from the answer box', async () => {
    const attached = { name: 'draft.txt', type: 'text/plain', bytes: new Blob(['later']) };
    session.uploads.add({ room: general }, attached);

    await drop(row, [await file('a.txt')]);

    assert.deepEqual(posted(), ['a.txt']);
    assert.equal(session.uploads.of({ room: general }).length, 1);
  });

  async function drop(
    target: TreeNode | undefined,
    dropped: readonly (vscode.Uri | vscode.DataTransferItem)[],
    { says = true, again = 0 } = {},
  ): Promise<void> {
    let triesLeft = again;
    const controller = new RowDrop({
      guard: openGuard,
      current: { get: () => session, onDidChange: new Emitter<Session | undefined>().event },
      words: {
        typeOf: () => 'text/plain',
        refused: ({ kind }) => (kind === 'empty' ? 'Nothing in it' : kind),
        failed: ({ state }) => state,
        closed: (obstacle) => obstacle,
      },
      ask: (question) => {
        told.questions.push(question);
        return Promise.resolve(says);
      },
      tell: {
        arrived: (text) => void told.arrived.push(text),
        missed: (text) => {
          told.missed.push(text);
          triesLeft -= 1;
          return Promise.resolve(triesLeft >= 0);
        },
      },
    });
    await controller.handleDrop(target, transferOf(dropped));
  }

  async function file(name: string, content = `in ${name}`): Promise<vscode.Uri> {
    const path = join(folder, name);
    await writeFile(path, content);
    return vscode.Uri.file(path);
  }

  function posted(): string[] {
    const messages = server().world.messages.inRoom('GENERAL');
    return messages.flatMap(({ files }) => String(files?.[0]?.['name']));
  }
});

function transferOf(dropped: readonly (vscode.Uri | vscode.DataTransferItem)[]): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  const uris = dropped.filter((one) => one instanceof vscode.Uri);
  transfer.set('text/uri-list', new vscode.DataTransferItem(uris.map(String).join('\r\n')));
  for (const item of dropped) if (item instanceof vscode.DataTransferItem) transfer.set('text/plain', item);
  return transfer;
}

/** As VS Code hands over a file of the desktop; notes that it was read. */
function desktopFile(name: string, read: string[] = [], uri?: vscode.Uri): vscode.DataTransferItem {
  const data = () => {
    read.push(name);
    return Promise.resolve(new TextEncoder().encode(`in ${name}`));
  };
  return new (class extends vscode.DataTransferItem {
    override asFile(): vscode.DataTransferFile {
      return { name, ...(uri && { uri }), data };
    }
  })(undefined);
}
