import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connect } from '../../src/api/connect';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import type { Room } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import type { TreeNode } from '../../src/views/roomNode';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import { startServer } from '../server/server';
import { credentialsOf } from '../support/clientOf';
import { account } from '../support/makers/account';
import { preferences, teamRooms } from '../support/teamRooms';
import { labelOf } from '../support/treeText';

/** In VS Code's own tree view, which asks for what it draws and for nothing else. */
describe('RoomTree, drawn by VS Code', () => {
  const lifetime = new Lifetime();
  const asked: string[] = [];
  const drew = new Emitter<string>();
  let session: Session;

  before(async () => {
    const server = await startServer({ data: teamRooms(), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const client = connect(server.url, { credentials: credentialsOf('ann') });
    const ann = account({ server: server.url, preferences: preferencesFromWire(preferences) });
    session = lifetime.own(new Session({ account: ann, client }));
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    const treeDataProvider = recording(lifetime.own(roomTree(current)));
    await vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate();
    // Takes the place of the extension's own tree, which is signed out.
    const view = lifetime.own(vscode.window.createTreeView('rocketchat.rooms', { treeDataProvider }));
    await vscode.commands.executeCommand('rocketchat.rooms.focus');
    await until('secret');
    assert.equal(view.visible, true);
  });

  after(() => lifetime.dispose());

  it('asks for nothing when the server repeats itself', async () => {
    asked.length = 0;
    const drawn = until('general');

    await session.sync.refresh('person');
    session.rooms.merge(session.rooms.all().map((room) => ({ ...room })));
    // What was asked for before it is known by the time this row is drawn.
    session.rooms.merge([changed('general', { topic: 'another' })]);
    await drawn;

    assert.deepEqual(asked, ['general']);
  });

  it('redraws one row when a room changes in its place', async () => {
    asked.length = 0;
    const drawn = until('secret');

    session.rooms.merge([changed('secret', { hasUnread: false, topic: 'new topic' })]);
    await drawn;

    assert.deepEqual(asked, ['secret']);
  });

  it('redraws two sections when a room moves from one to the other', async () => {
    asked.length = 0;
    const drawn = until('loud');

    session.rooms.merge([changed('loud', { hasUnread: true, unread: 1 })]);
    await drawn;

    assert.deepEqual([...new Set(asked)].sort(), ['Bob', 'Channels', 'Unread', 'general', 'loud', 'secret']);
  });

  function changed(name: string, over: Partial<Room>): Room {
    const room = session.rooms.all().find((known) => known.name === name);
    assert.ok(room);
    return { ...room, ...over, updatedAt: room.updatedAt + 1 };
  }

  function until(label: string): Promise<void> {
    return new Promise((resolve) => {
      const listening = drew.event((drawn) => {
        if (drawn !== label) return;
        listening.dispose();
        // VS Code asks for the rows of one redraw in one go.
        setImmediate(resolve);
      });
    });
  }

  function recording(tree: RoomTree): vscode.TreeDataProvider<TreeNode> {
    return {
      onDidChangeTreeData: tree.onDidChangeTreeData,
      getChildren: (node) => tree.getChildren(node),
      getParent: (node) => tree.getParent(node),
      getTreeItem: (node) => {
        const item = tree.getTreeItem(node);
        const label = labelOf(item);
        asked.push(label);
        drew.fire(label);
        return item;
      },
    };
  }
});
