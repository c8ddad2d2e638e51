import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { TreeNode } from '../../src/views/roomNode';
import { threadTree, type ThreadTree } from '../../src/views/threadTree';
import { threadServer, wireThread } from '../support/fakeThreads';
import { sessionWith } from '../support/fakeSession';
import { minute } from '../support/makers/message';

/** In VS Code's own tree view, which asks for what it draws and for nothing else. */
describe('ThreadTree, drawn by VS Code', () => {
  const lifetime = new Lifetime();
  const asked: string[] = [];
  const drew = new Emitter<string>();
  let session: Session;

  before(async () => {
    ({ session } = sessionWith(threadServer({ id: 'dev' }, { id: 'ops' })));
    lifetime.own(session);
    session.rooms.merge([], [roomId('general')]);
    await session.sync.refresh('person');
    session.receive([
      wireThread('a', 30, { rid: 'dev', msg: 'first' }),
      wireThread('b', 20, { rid: 'ops', msg: 'second' }),
    ]);
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    const treeDataProvider = recording(lifetime.own(threadTree(current)));
    await vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate();
    // Takes the place of the extension's own tree, which is signed out.
    lifetime.own(vscode.window.createTreeView('rocketchat.threads', { treeDataProvider }));
    const drawn = until('b');
    await vscode.commands.executeCommand('rocketchat.threads.focus');
    await drawn;
  });

  after(() => lifetime.dispose());

  it('redraws one row when a thread changes in its place', async () => {
    asked.length = 0;
    const drawn = until('b');

    session.receive([wireThread('b', 20, { rid: 'ops', msg: 'edited', _updatedAt: minute(40) })]);
    await drawn;

    assert.deepEqual(asked, ['b']);
  });

  it('redraws one row when the thread above all others becomes unread', async () => {
    asked.length = 0;
    const drawn = until('a');

    const dev = session.rooms.get(roomId('dev')) ?? assert.fail('There is no room');
    session.rooms.merge([{ ...dev, unreadThreads: ['a'] }]);
    await drawn;

    assert.deepEqual(asked, ['a']);
  });

  it('redraws the row of somebody who is ignored from now on', async () => {
    asked.length = 0;
    const drawn = until('b');

    const ops = session.rooms.get(roomId('ops')) ?? assert.fail('There is no room');
    session.rooms.merge([{ ...ops, ignored: ['bob-id'] }]);
    await drawn;

    assert.deepEqual(asked, ['b']);
  });

  it('redraws the rows when a thread comes', async () => {
    asked.length = 0;
    const drawn = until('c');

    session.receive([wireThread('c', 50, { rid: 'ops' })]);
    await drawn;

    assert.deepEqual([...new Set(asked)].sort(), ['a', 'b', 'c', 'search']);
  });

  function until(name: string): Promise<void> {
    return new Promise((resolve) => {
      const listening = drew.event((drawn) => {
        if (drawn !== name) return;
        listening.dispose();
        // VS Code asks for the rows of one redraw in one go.
        setImmediate(resolve);
      });
    });
  }

  function recording(tree: ThreadTree): vscode.TreeDataProvider<TreeNode> {
    return {
      onDidChangeTreeData: tree.onDidChangeTreeData,
      getChildren: (node) => tree.getChildren(node),
      getParent: (node) => tree.getParent(node),
      getTreeItem: (node) => {
        const name = 'message' in node ? node.message : node.type;
        asked.push(name);
        drew.fire(name);
        return tree.getTreeItem(node);
      },
    };
  }
});
