import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RoomPicker } from '../../src/views/pickRoom';
import type { TargetItem } from '../../src/views/pickRoomItems';
import { eventually } from '../support/eventually';
import { FakeMemento } from '../support/fakes/memento';
import { sessionWith } from '../support/fakeSession';

const request = { title: 'Share', prompt: 'Enter shares', folder: undefined };

describe('RoomPicker, left while it opens a room', () => {
  it('asks the server for it no longer', async () => {
    const carl = { _id: 'carl-id', username: 'carl', name: 'Carl' };
    const { client, session } = sessionWith({
      spotlight: { search: () => ({ users: [carl], rooms: [] }) },
      im: { create: () => new Promise(() => undefined) },
    });
    const picker = vscode.window.createQuickPick<TargetItem>();
    const opening = () => client.calls.find(({ name }) => name === 'im.create');
    const picked = new RoomPicker(new FakeMemento(), () => picker).pick(session, request);
    picker.value = '@carl';
    await eventually('the focus on Carl', () => picker.activeItems[0]?.label === 'Carl');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await eventually('the request', opening);

    picker.hide();
    await picked;

    assert.equal(opening()?.options.signal?.aborted, true);
    session.dispose();
  });
});
