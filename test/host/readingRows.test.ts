import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Session } from '../../src/model/session';
import type { TreeNode } from '../../src/views/roomNode';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import { ask } from '../support/ask';
import { clientOf } from '../support/clientOf';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { teamRooms } from '../support/teamRooms';
import { labelOf, treeText } from '../support/treeText';

describe('Rows of what is unread', () => {
  const server = eachWithServer({ data: teamRooms() });
  let lifetime: Lifetime;
  let session: Session;
  let tree: RoomTree;

  beforeEach(async () => {
    const message = { rid: 'dev', msg: 'well?', tmid: 'thread' };
    await ask(server(), 'POST chat.sendMessage', { as: 'bob', body: { message } });
    lifetime = new Lifetime();
    session = lifetime.own(
      new Session({ account: account({ server: server().url }), client: clientOf(server()) }),
    );
    const onDidChange = new Emitter<Session | undefined>().event;
    tree = lifetime.own(roomTree({ get: () => session, onDidChange }));
  });
  afterEach(() => lifetime.dispose());

  it('are never marked read by opening them', async () => {
    await treeText(tree, ({ contextValue }) => contextValue !== 'section.saved');
    await session.sync.refresh('person');

    const posts = server()
      .requests.all()
      .filter(({ method }) => method === 'POST');
    const dev = session.rooms.all().find(({ name }) => name === 'dev');
    assert.deepEqual(
      posts.map(({ path }) => path),
      ['/api/v1/chat.sendMessage'],
    );
    assert.deepEqual(dev?.unreadThreads, ['thread']);
  });

  it('say so to their menus', async () => {
    const room = await child(undefined, 'Favorites', 'dev');
    const thread = await child(room, 'Threads', 'bob');

    assert.match(tree.getTreeItem(room).contextValue ?? '', /^room\.unread\.markRead\b/);
    assert.match(tree.getTreeItem(thread).contextValue ?? '', /^message\.unread\.thread\b/);
  });

  async function child(parent: TreeNode | undefined, ...labels: string[]): Promise<TreeNode> {
    let node = parent;
    for (const label of labels) {
      const rows = await tree.getChildren(node);
      node = rows.find((row) => labelOf(tree.getTreeItem(row)) === label);
    }
    assert.ok(node);
    return node;
  }
});
