import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import type { MessageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import type { TreeNode } from '../../src/views/roomNode';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { preferences, teamRooms } from '../support/teamRooms';
import { labelOf, treeText } from '../support/treeText';

const hour = 3_600_000;

describe('RoomTree, when colleagues go on', () => {
  let lifetime: Lifetime;
  let server: StandIn;
  let session: Session;
  let tree: RoomTree;
  let now: number;

  beforeEach(async () => {
    lifetime = new Lifetime();
    now = Date.now();
    server = await startServer({ data: teamRooms(), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const ann = account({ server: server.url, preferences: preferencesFromWire(preferences) });
    session = lifetime.own(new Session({ account: ann, client: clientOf(server) }));
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    tree = lifetime.own(roomTree(current, () => now));
    await thread();
    // Else what is unread would move the room to another section.
    session.takeInHand(roomId('dev'));
  });
  afterEach(() => lifetime.dispose());

  it('shows their answer in an open thread once a person refreshes', async () => {
    await bobAnswers();

    await session.sync.refresh('person');
    await tree.rows?.reload();

    assert.match(await thread(), /I would rather not/);
  });

  it('shows it by itself when the rooms renew themselves, and says which row has changed', async () => {
    const redrawn = redrawnRows();
    tree.rows?.setVisible(true);
    await bobAnswers();

    session.live.begin();
    await eventually('the answer', () => answers().length === 4);

    assert.match(await thread(), /I would rather not/);
    assert.ok(redrawn.has(await threadRow()));
  });

  it('shows it when the thread is seen again', async () => {
    session.live.begin();
    await bobAnswers();
    await session.sync.refresh('background');
    const before = answers().length;

    tree.rows?.setVisible(true);
    await eventually('the answer', () => answers().length === 4);

    assert.equal(before, 3);
  });

  it('asks for nothing while nothing has changed', async () => {
    const row = await threadRow();
    const before = asked();

    tree.rows?.setOpen(row, false);
    tree.rows?.setOpen(row, true);
    await session.sync.refresh('background');

    assert.deepEqual(asked(), before);
  });

  it('asks for nothing that is not open', async () => {
    for (const row of await path()) tree.rows?.setOpen(row, false);
    const before = asked();
    await bobAnswers();

    await session.sync.refresh('background');
    await tree.rows?.reload();

    assert.deepEqual(asked(), before);
  });

  it('draws rows again whose time has gone on, and no others', () => {
    const redrawn = redrawnRows();
    tree.rows?.age();
    const before = redrawn.size;

    now += hour;
    tree.rows?.age();

    assert.equal(before, 0);
    assert.deepEqual([...new Set([...redrawn].map(({ type }) => type))], ['message']);
    assert.equal(redrawn.size, 4);
  });

  function thread(): Promise<string> {
    return treeText(tree, (item) => ['Favorites', 'dev', 'Threads', 'bob'].includes(labelOf(item)));
  }

  /** From the section down to the thread. */
  async function path(): Promise<TreeNode[]> {
    const [, favorites] = await tree.getChildren();
    const [room] = await tree.getChildren(favorites);
    const [list] = await tree.getChildren(room);
    const [row] = await tree.getChildren(list);
    return [favorites, room, list, row].filter((node) => node !== undefined);
  }

  async function threadRow(): Promise<TreeNode> {
    return (await path()).at(-1) ?? assert.fail('There is no thread');
  }

  function redrawnRows(): ReadonlySet<TreeNode> {
    const rows = new Set<TreeNode>();
    lifetime.own(tree.onDidChangeTreeData((changed) => changed?.forEach((row) => rows.add(row))));
    return rows;
  }

  async function bobAnswers(): Promise<void> {
    const message = { rid: 'dev', tmid: 'thread', msg: 'I would rather not.' };
    await clientOf(server, { as: 'bob' }).chat.sendMessage({ message });
  }

  const answers = () => session.replies('thread' as MessageId).ids;
  const asked = () =>
    server.requests
      .all()
      .map(({ path }) => path)
      .filter((path) => path.includes('/chat.get'));
});
