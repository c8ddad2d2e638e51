import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ApiError } from '../../src/api/errors';
import { RoomNodes } from '../../src/views/roomNode';
import { lookItem, nameRoom, savedItem, type Looking } from '../../src/views/savedItem';
import { room } from '../support/makers/room';
import { labelOf } from '../support/treeText';

const nodes = new RoomNodes();
const look = nodes.look(nodes.saved());

function item(over: Partial<Looking>): vscode.TreeItem {
  return lookItem(look, { roomsLeft: 42, minutesLeft: 5, isLooking: false, error: undefined, ...over });
}

describe('lookItem', () => {
  const cases: [string, Partial<Looking>, string][] = [
    ['what is left', {}, 'Look in 42 more rooms, about 5 minutes'],
    ['one room and one minute', { roomsLeft: 1, minutesLeft: 1 }, 'Look in 1 more room, about 1 minute'],
    ['no time where nothing slows it down', { minutesLeft: 0 }, 'Look in 42 more rooms'],
    ['that it looks', { isLooking: true }, 'Looking in 42 more rooms, about 5 minutes'],
    ['that it looks without a limit', { isLooking: true, minutesLeft: 0 }, 'Looking in 42 more rooms'],
    ['that there is nothing', { roomsLeft: 0, minutesLeft: 0 }, 'Nothing starred yet'],
  ];
  for (const [name, over, expected] of cases) {
    it(`says ${name}`, () => {
      assert.equal(labelOf(item(over)), expected);
    });
  }

  it('is run by a click as long as there is something to look in', () => {
    assert.equal(item({}).command?.command, '_rocketchat.lookForStars');
    assert.equal(item({ roomsLeft: 0 }).command, undefined);
  });

  it('says aloud what it does, not only how to stop it', () => {
    const { accessibilityInformation } = item({ isLooking: true });

    assert.equal(
      accessibilityInformation?.label,
      'Looking in 42 more rooms, about 5 minutes. Run again to stop',
    );
  });

  it('says in full what does not fit in a narrow view, and how to stop it', () => {
    const { tooltip } = item({ isLooking: true });

    assert.equal(tooltip, 'Looking in 42 more rooms, about 5 minutes\nRun again to stop');
  });

  it('says why it does not get on', () => {
    const error = new ApiError('Failed', { kind: 'offline' }, { route: 'GET test' });

    const { description, accessibilityInformation } = item({ isLooking: true, error });

    assert.equal(description, 'The server cannot be reached. Check the network and try again.');
    assert.match(accessibilityInformation?.label ?? '', /^Looking in .*\. The server cannot be reached\./);
  });
});

describe('savedItem', () => {
  it('is called by its name aloud too', () => {
    assert.match(savedItem(nodes.saved()).accessibilityInformation?.label ?? '', /^Saved\. Messages that/);
  });

  it('begins closed', () => {
    assert.equal(savedItem(nodes.saved()).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
  });
});

describe('nameRoom', () => {
  it('says where a row is from, aloud too', () => {
    const row = new vscode.TreeItem('bob');
    row.description = '5 min · lunch?';
    row.accessibilityInformation = { label: 'bob, lunch?' };

    nameRoom(row, room('dev'));

    assert.equal(row.description, 'dev · 5 min · lunch?');
    assert.equal(row.accessibilityInformation.label, 'bob, lunch?, dev');
  });
});
