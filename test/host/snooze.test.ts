import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beginSnooze } from '../../src/commands/snooze';
import { Snooze } from '../../src/model/snooze';
import { FakeClock } from '../support/fakeClock';
import { FakeMemento } from '../support/fakes/memento';
import { meanwhile } from '../support/meanwhile';

describe('Snooze Notifications', () => {
  let clock: FakeClock;
  let snooze: Snooze;
  beforeEach(() => {
    clock = new FakeClock();
    snooze = new Snooze(new FakeMemento(), clock);
  });
  afterEach(() => snooze.dispose());

  it('is half an hour unless somebody chooses otherwise', async () => {
    await meanwhile(beginSnooze(snooze), 'workbench.action.acceptSelectedQuickOpenItem');

    assert.equal(snooze.end, clock.now() + 30 * 60_000);
  });

  it('does not begin for somebody who leaves', async () => {
    await meanwhile(beginSnooze(snooze), 'workbench.action.closeQuickOpen');

    assert.equal(snooze.isOn, false);
  });

  it('has its commands', async () => {
    const commands = new Set(await vscode.commands.getCommands(true));

    assert.ok(['rocketchat.snooze', 'rocketchat.endSnooze'].every((id) => commands.has(id)));
  });
});
