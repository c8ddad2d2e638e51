import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Lifetime } from '../../src/base/lifetime';
import { Session } from '../../src/model/session';
import { RoomPicker } from '../../src/views/pickRoom';
import type { TargetItem } from '../../src/views/pickRoomItems';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { FakeMemento } from '../support/fakes/memento';
import { account } from '../support/makers/account';
import { postingRooms } from '../support/postingRooms';
import { eachWithServer } from '../support/standIn';

const folder = vscode.Uri.parse('file:///project/app');
const request = { title: 'Share', prompt: 'Enter shares', folder };

describe('RoomPicker', () => {
  const server = eachWithServer({ data: postingRooms() });
  let lifetime: Lifetime;
  let session: Session;
  let memento: FakeMemento;
  let picker: vscode.QuickPick<TargetItem>;

  beforeEach(() => {
    lifetime = new Lifetime();
    memento = new FakeMemento();
    session = lifetime.own(newSession());
  });
  afterEach(() => lifetime.dispose());

  it('lists rooms by activity, and those without posting last, with the reason', async () => {
    const picked = open();
    await shows('Code Review');

    assert.deepEqual(rows(), [
      '— rooms',
      'Code Review',
      'Bob',
      'general',
      '— no posting here',
      '#release-notes: read-only',
      '#reviews-2019: archived',
      '#vault: encrypted',
    ]);
    await leave(picked);
  });

  it('takes the room used last in that folder with Enter alone', async () => {
    await choose(open(), 'general');

    const picked = open();
    await accept();

    assert.deepEqual(rows().slice(0, 2), ['— used last', 'general']);
    assert.equal((await picked)?.room.name, 'general');
  });

  it('knows the room used last before the rooms have come', async () => {
    await choose(open(), 'general');
    session = lifetime.own(newSession());
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/rooms.get', times: 1 });

    const picked = open();
    await held.reached;
    const before = rows();
    await accept();
    held.release();

    assert.deepEqual(before, ['— used last', 'general']);
    assert.equal((await picked)?.room.id, 'GENERAL');
  });

  it('remembers for each folder and each account apart', async () => {
    await choose(open(), 'general');

    const elsewhere = open({ ...request, folder: vscode.Uri.parse('file:///project/other') });
    await shows('Code Review');
    assert.equal(rows()[0], '— rooms');
    await leave(elsewhere);
    session = lifetime.own(newSession('bob'));
    const other = open();
    await shows('Code Review');
    assert.equal(rows()[0], '— rooms');
    await leave(other);
  });

  it('chooses at once what was typed, however fast', async () => {
    const picked = open();
    await shows('Code Review');

    picker.value = 'gener';
    await told();
    await accept();

    assert.equal((await picked)?.room.name, 'general');
  });

  for (const [typed, room] of [
    ['#b', undefined],
    ['#code', 'Code Review'],
    ['@b', 'Bob'],
    ['@code', undefined],
  ]) {
    it(`narrows to rooms by # and to people by @: ${typed ?? ''}`, async () => {
      server().faults.add({ kind: 'hold', path: '/api/v1/spotlight' });
      const picked = open();
      await shows('Code Review');

      await type(typed ?? '');
      await accept();
      if (room === undefined) picker.hide();

      assert.equal((await picked)?.room.name, room);
    });
  }

  it('searches people and rooms everywhere, once for a burst of typing', async () => {
    const picked = open();
    await shows('Code Review');

    await type('r');
    await type('re');
    await type('res');
    await shows('resilience');
    await type('@carl');
    await shows('Carl');

    const queries = server()
      .requests.to('GET', '/api/v1/spotlight')
      .map(({ path }) => path.split('?')[1]);
    assert.deepEqual(queries, ['query=res', 'query=%40carl']);
    await leave(picked);
  });

  it('says why a search failed, and shows my rooms all the same', async () => {
    server().faults.add({ kind: 'status', status: 500, path: '/api/v1/spotlight' });
    const picked = open();
    await shows('Code Review');

    await type('rev');
    await eventually('the reason', () => picker.prompt?.includes('problem of its own'));

    assert.equal(rows()[1], 'Code Review');
    await leave(picked);
  });

  it('tries again when the rooms did not come', async () => {
    const deaf = server().faults.add({ kind: 'status', status: 500, path: '/api/v1/rooms.get' });
    const picked = open();
    await shows('Try Again');
    await eventually('the reason', () => picker.prompt?.includes('problem of its own'));
    deaf.remove();

    await accept();
    await shows('Code Review');

    assert.equal(rows().includes('Try Again'), false);
    assert.equal(picker.prompt, request.prompt);
    await leave(picked);
  });

  it('opens a direct message with a person', async () => {
    const picked = open();
    await shows('Code Review');

    await type('@carl');
    await focuses('Carl');
    await accept();

    assert.deepEqual([(await picked)?.room.kind, (await picked)?.room.name], ['direct', 'Carl']);
  });

  it('joins a channel only after a question', async () => {
    const picked = open();
    await shows('Code Review');
    await type('#resil');
    await focuses('resilience');

    await accept();
    await focuses('Join #resilience and Send');
    const joinedBefore = server().requests.to('POST', '/api/v1/rooms.join').length;
    await accept();

    assert.equal(joinedBefore, 0);
    assert.equal((await picked)?.room.id, 'resilience');
    assert.equal(server().requests.to('POST', '/api/v1/rooms.join').length, 1);
  });

  it('goes back from that question to what was found', async () => {
    const picked = open();
    await shows('Code Review');
    await type('#resil');
    await focuses('resilience');
    await accept();
    await focuses('Join #resilience and Send');

    await choose(undefined, 'Choose Another Room');
    await shows('resilience');

    await leave(picked);
  });

  it('says why nothing can be posted there instead of closing', async () => {
    const picked = open();
    await shows('Code Review');

    await choose(undefined, '#release-notes: read-only');
    await eventually('the reason', () => picker.prompt?.includes('only its owners and moderators'));

    await choose(undefined, '#vault: encrypted');
    await eventually('the reason', () => picker.prompt?.includes('encrypted'));
    await leave(picked);
  });

  it('says why a room cannot be opened and stays', async () => {
    server().faults.add({ kind: 'status', status: 403, body: { success: false }, path: '/api/v1/im.create' });
    const picked = open();
    await shows('Code Review');
    await type('@carl');
    await focuses('Carl');

    await accept();
    await eventually('the reason', () => picker.prompt?.includes('not allowed'));

    await leave(picked);
  });

  it('closes when the session ends', async () => {
    const picked = open();
    await shows('Code Review');

    session.dispose();

    assert.equal(await picked, undefined);
  });

  function newSession(username = 'ann'): Session {
    const client = clientOf(server(), { as: username });
    return new Session({
      account: account({ userId: `${username}-id`, username, server: server().url }),
      client,
    });
  }

  function open(asked = request) {
    return new RoomPicker(memento, () => (picker = vscode.window.createQuickPick())).pick(session, asked);
  }

  function rows(): string[] {
    return picker.items.map(({ label, description, kind }) =>
      kind === vscode.QuickPickItemKind.Separator ? `— ${label}` : label || (description ?? ''),
    );
  }

  async function shows(row: string): Promise<TargetItem> {
    return eventually(`a row "${row}" among ${rows().join(', ')}`, () =>
      picker.items.find((item) => item.label === row || item.description === row),
    );
  }

  async function focuses(row: string): Promise<void> {
    await eventually(`the focus on "${row}"`, () => picker.activeItems[0]?.label === row);
  }

  /** As the person does: VS Code filters and tells us. */
  async function type(text: string): Promise<void> {
    picker.value = text;
    await told();
  }

  function told(): Promise<unknown> {
    return new Promise((resolve) => picker.onDidChangeValue(resolve));
  }

  async function choose(picked: ReturnType<typeof open> | undefined, row: string): Promise<void> {
    const wanted = await shows(row);
    for (let steps = 0; picker.activeItems[0] !== wanted && steps < 20; steps += 1) await down();
    await accept();
    await picked;
  }

  async function down(): Promise<void> {
    const moved = new Promise((resolve) => picker.onDidChangeActive(resolve));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await moved;
  }

  async function accept(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  async function leave(picked: ReturnType<typeof open>): Promise<void> {
    picker.hide();
    assert.equal(await picked, undefined);
  }
});
