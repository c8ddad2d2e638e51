import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { clientOf } from '../support/clientOf';
import { account } from '../support/makers/account';
import { preferences, teamRooms } from '../support/teamRooms';
import { labelOf, treeText } from '../support/treeText';

const dev = roomId('dev');

describe('RoomTree, more of a room', () => {
  let lifetime: Lifetime;
  let server: StandIn;
  let session: Session;
  let tree: RoomTree;

  beforeEach(async () => {
    lifetime = new Lifetime();
    server = await startServer({ data: teamRooms(), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const ann = account({ server: server.url, preferences: preferencesFromWire(preferences) });
    session = lifetime.own(new Session({ account: ann, client: clientOf(server) }));
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    tree = lifetime.own(roomTree(current));
  });
  afterEach(() => lifetime.dispose());

  const drawn = (...opened: string[]) => treeText(tree, (item) => opened.includes(labelOf(item)));
  const rowsIn = (text: string) => text.split('\n').filter((row) => row.startsWith('      '));

  it('shows a discussion by its name, with how much is said in it and since when', async () => {
    await clientOf(server, { as: 'bob' }).rooms.createDiscussion({ prid: 'dev', t_name: 'Naming things' });

    const text = await drawn('Favorites', 'dev', 'Discussions');

    assert.match(text, /Naming things \| 0 messages · now/);
  });

  it('shows what names me', async () => {
    const message = { rid: 'dev', msg: '@ann look at this' };
    await clientOf(server, { as: 'bob' }).chat.sendMessage({ message });

    const text = await drawn('Unread', 'dev', 'Mentions');

    assert.match(rowsIn(text).join('\n'), /bob \| now · @ann look at this/);
  });

  it('says on the row of pins what they are filtered by, and how many that leaves', async () => {
    await drawn('Favorites', 'dev', 'Pinned');

    await tree.rows?.filterPins(dev, 'RETRY');
    const found = await drawn('Favorites', 'dev', 'Pinned');
    await tree.rows?.filterPins(dev, 'deploy');
    const none = await drawn('Favorites', 'dev', 'Pinned');
    tree.rows?.unfilterPins(dev);
    const all = await drawn('Favorites', 'dev', 'Pinned');

    assert.match(found, /Pinned \| 1 of 1 · “RETRY”\n.*Should we really retry/);
    assert.match(none, /Pinned \| 0 of 1 · “deploy”\n +Nothing pinned has that in it/);
    assert.match(all, /Pinned\n.*Should we really retry/);
  });

  it('says so also where the pins were not open before', async () => {
    await drawn('Favorites', 'dev');
    const said: unknown[] = [];
    tree.onDidChangeTreeData((rows) => {
      for (const row of rows ?? []) said.push(tree.getTreeItem(row).description);
    });

    await tree.rows?.filterPins(dev, 'retry');

    assert.equal(said.at(-1), '1 of 1 · “retry”');
  });

  it('names a filtered list in its context, so that the filter can be taken away', async () => {
    await drawn('Favorites', 'dev', 'Pinned');
    await tree.rows?.filterPins(dev, 'retry');
    const list = tree.rows?.pinsOf(dev);
    assert.ok(list);

    assert.equal(tree.getTreeItem(list).contextValue, 'list.pinned.filtered');
  });

  it('shows my stars of all rooms, each with its room', async () => {
    await drawn('Favorites', 'dev', 'Starred');

    const before = await drawn('Saved');
    await session.saved.look();
    const after = await drawn('Saved');

    assert.match(before, /Saved\n {2}bob \| dev · .*Version 2\.1\n {2}Look in \d+ more rooms/);
    assert.match(after, /secret · .*psst\n?$/);
    assert.doesNotMatch(after, /Look in/);
  });

  it('finds the row of a room, and of a thread in it', async () => {
    const room = await tree.rows?.find(dev);
    const nothing = await tree.rows?.find(roomId('nowhere'));
    const thread = await tree.rows?.find(dev, messageId('thread'));

    assert.deepEqual([room?.type, nothing, thread?.type], ['room', undefined, 'message']);
  });
});
