import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Lifetime } from '../../src/base/lifetime';
import { roomId, type RoomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { SearchPick } from '../../src/views/searchMessages';
import type { SearchRow } from '../../src/views/searchRows';
import { eventually } from '../support/eventually';
import { room } from '../support/makers/room';
import { eachWithSessions } from '../support/serverSessions';
import { teamRooms } from '../support/teamRooms';

const accept = 'workbench.action.acceptSelectedQuickOpenItem';
const search = '/api/v1/chat.search';
const everywhere = 'Search my 10 latest rooms';

describe('SearchPick', () => {
  const { server, sessionOf } = eachWithSessions({ data: teamRooms() });
  let lifetime: Lifetime;
  let session: Session;
  let picker: vscode.QuickPick<SearchRow>;
  let picked: SearchPick['picked'];
  const pressed = new vscode.EventEmitter<vscode.QuickInputButton>();

  beforeEach(async () => {
    lifetime = new Lifetime();
    session = sessionOf('ann');
    await session.sync.refresh('person');
    open(roomId('dev'));
  });
  afterEach(() => {
    lifetime.dispose();
    picker.dispose();
  });

  it('explains the words that the server knows', () => {
    const mine = picker.items.find(({ label }) => label === 'from:me');

    assert.equal(mine?.description, 'Messages that I wrote');
  });

  it('asks the server for nothing before Enter', async () => {
    await type('retry');

    assert.deepEqual(labels()[0], 'Search for retry');
    assert.deepEqual(asked(), []);
  });

  it('shows who wrote what was found, and how long ago', async () => {
    await find('retry');

    const [first] = picker.items;
    assert.match(`${String(first?.label)} / ${String(first?.detail)}`, /retry `POST`\? \/ bob · .+/);
  });

  it('leads to the message that is picked', async () => {
    await find('retry');

    await vscode.commands.executeCommand(accept);

    assert.equal((await picked)?.id, 'thread');
  });

  it('ends with the row that searches more', async () => {
    await find('answer');

    assert.deepEqual(labels(), ['answer 3', 'answer 2', 'answer 1', everywhere]);
  });

  it('has the latest result first, whichever VS Code finds to match best', async () => {
    await find('answer');
    await vscode.commands.executeCommand(accept);

    assert.equal((await picked)?.id, 'reply-3');
  });

  it('says so where nothing is found', async () => {
    await find('zebra');

    assert.deepEqual(labels(), ['Nothing found', everywhere]);
  });

  it('searches my latest rooms from its last row, and names the room of each result', async () => {
    await find('psst');

    await goEverywhere();

    assert.match(String(picker.items[0]?.detail), /^ann · secret · /);
    assert.equal(labels().includes(everywhere), false);
  });

  it('passes over a room that may not be searched', async () => {
    session.rooms.merge([room('hidden', { lastActivity: Number.MAX_SAFE_INTEGER })]);
    await find('answer');

    await goEverywhere();

    assert.deepEqual(labels(), ['answer 3', 'answer 2', 'answer 1']);
  });

  it('says so where the only room may not be searched', async () => {
    session.rooms.merge([room('hidden')]);
    picker.dispose();
    open(roomId('hidden'));

    await find('answer');

    assert.equal(labels()[0], 'Could not search');
  });

  it('offers to try again what failed, in words', async () => {
    server().faults.add({ kind: 'status', status: 500, path: search, times: 9 });

    await find('retry');

    assert.equal(labels()[0], 'Could not search. Try again');
    assert.equal(picker.items[0]?.detail, 'The server has a problem of its own. Try again later.');
  });

  it('forgets what was found when something else is typed', async () => {
    await find('retry');

    await type('answer');

    assert.equal(labels()[0], 'Search for answer');
  });

  it('asks anew when a toggle is pressed, but nothing that still waits for Enter', async () => {
    await find('retry');
    press('Match Case');
    await eventually('the search anew', () => asked().length === 2 && !picker.busy);
    await type('retr');

    press('Use Regular Expression');
    await type('retry');

    assert.equal(asked().length, 2);
  });

  it('takes nothing of a server for markup', async () => {
    await find('$(alert)');

    assert.equal(
      labels().some((label) => label.includes('$(')),
      false,
    );
  });

  it('answers nothing when the person leaves', async () => {
    picker.hide();

    assert.equal(await picked, undefined);
  });

  it('ends with the session', async () => {
    session.dispose();

    assert.equal(await picked, undefined);
  });

  function open(id: RoomId): void {
    const found = session.rooms.get(id) ?? assert.fail('There is no room');
    // Only a person can press a button.
    picker = Object.assign(vscode.window.createQuickPick<SearchRow>(), { onDidTriggerButton: pressed.event });
    picked = new SearchPick({ session, room: found, picker }).picked;
  }

  function press(name: string): void {
    const known = picker.buttons.find(({ tooltip }) => tooltip === name);
    const button = known ?? assert.fail(`There is no ${name}`);
    if (button.toggle) button.toggle.checked = !button.toggle.checked;
    pressed.fire(button);
  }

  async function type(text: string): Promise<void> {
    const row = `Search for ${text.replace('$(', '$\u200b(')}`;
    picker.value = text;
    await eventually(
      `the row "${row}"`,
      () => labels()[0] === row && picker.activeItems[0] === picker.items[0],
    );
  }

  async function find(text: string): Promise<void> {
    await type(text);
    await vscode.commands.executeCommand(accept);
    await eventually('what was found', () => !picker.busy && labels().includes(everywhere));
  }

  async function goEverywhere(): Promise<void> {
    for (let steps = 0; picker.activeItems[0]?.label !== everywhere && steps < 20; steps += 1) await down();
    await vscode.commands.executeCommand(accept);
    await eventually('its end', () => !picker.busy && !labels().includes(everywhere));
  }

  async function down(): Promise<void> {
    const moved = new Promise((resolve) => picker.onDidChangeActive(resolve));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await moved;
  }

  function labels(): string[] {
    return picker.items.map(({ label }) => label);
  }

  function asked() {
    return server().requests.to('GET', search);
  }
});
