import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connect } from '../../src/api/connect';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import type { MessageId } from '../../src/model/message';
import { pin } from '../../src/model/messageActions';
import type { RoomId } from '../../src/model/room';
import { Session, type CurrentSession } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import type { TreeNode } from '../../src/views/roomNode';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { credentialsOf } from '../support/clientOf';
import { account } from '../support/makers/account';
import { preferences as settings, teamRooms } from '../support/teamRooms';
import { labelOf, treeText } from '../support/treeText';

const dev = 'dev' as RoomId;
const refusal = { success: false, error: 'unauthorized' };

describe('RoomTree', () => {
  let lifetime: Lifetime;
  let server: StandIn;
  let session: Session;
  let tree: RoomTree;
  let signedIn: CurrentSession & { leave(): void };

  async function open(replies?: number): Promise<void> {
    server = await startServer({ data: teamRooms(replies), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const client = connect(server.url, { credentials: credentialsOf('ann') });
    const preferences = preferencesFromWire(settings);
    session = lifetime.own(new Session({ account: account({ server: server.url, preferences }), client }));
    signedIn = leavable(session);
    tree = lifetime.own(roomTree(signedIn));
  }

  const askedFor = () => server.requests.all().map(({ path }) => path.replace(/^.*\/v1\/|\?.*$/g, ''));
  const drawn = (...opened: string[]) => treeText(tree, (item) => opened.includes(labelOf(item)));
  const withoutTimes = (text: string) => text.replace(/\| (\S+ )?(?:now|\d+ (?:min|h)|\w+ \d+) · /g, '| $1');

  beforeEach(() => (lifetime = new Lifetime()));
  afterEach(() => lifetime.dispose());

  it('draws sections and rooms with two requests', async () => {
    await open();

    await tree.getChildren();
    const asked = askedFor();
    const text = await drawn('Unread', 'Favorites', 'Channels', 'Direct Messages');

    assert.equal(text, 'Unread\n  Bob\nFavorites\n  dev\nChannels\n  general\n  loud\n  secret\nSaved');
    assert.deepEqual(asked.sort(), ['rooms.get', 'subscriptions.get']);
  });

  it('opens a room into its lists', async () => {
    await open();

    const text = await drawn('Favorites', 'dev', 'Threads', 'Pinned', 'Starred');

    assert.equal(
      withoutTimes(text),
      [
        'Unread',
        'Favorites',
        '  dev',
        '    Threads',
        '      bob | 📌\ufe0e Should we really retry POST?',
        '    Pinned',
        '      bob | Should we really retry POST?',
        '    Starred',
        '      bob | Version 2.1',
        '    Mentions',
        '    Discussions',
        'Channels',
        'Saved',
      ].join('\n'),
    );
  });

  it('says in place that there is nothing', async () => {
    await open();

    const lists = ['Threads', 'Pinned', 'Starred', 'Mentions', 'Discussions'];

    const text = await drawn('Channels', 'general', ...lists);

    const rows = text.split('\n').filter((row) => row.startsWith('      '));
    assert.deepEqual(
      rows.map((row) => row.trim()),
      [
        'No threads yet',
        'Nothing pinned yet',
        'Nothing starred yet',
        'No mentions yet',
        'No discussions yet',
      ],
    );
  });

  it('opens a thread at its newest page, older replies behind a row', async () => {
    await open(80);

    const text = await drawn('Favorites', 'dev', 'Threads', 'bob');

    const rows = text.split('\n').filter((line) => line.startsWith('        '));
    assert.equal(rows.length, 51);
    assert.equal(rows[0]?.trim(), 'Load earlier replies');
    assert.match(rows.at(-1) ?? '', /answer 80$/);
    assert.match(rows[1] ?? '', /answer 31$/);
  });

  it('says in place what could not be loaded, and loads it when tried again', async () => {
    await open();
    await drawn();
    server.faults.add({
      path: '*/chat.getThreadsList',
      times: 1,
      kind: 'status',
      status: 403,
      body: refusal,
    });

    const refused = await drawn('Favorites', 'dev', 'Threads');
    await session.list(dev, 'threads').load();
    const loaded = await drawn('Favorites', 'dev', 'Threads');

    assert.match(refused, /Could not load. Try again \| Your account is not allowed to do this here\./);
    assert.match(loaded, /bob/);
  });

  it('says above a thread that its earlier replies could not be loaded', async () => {
    await open(80);
    await drawn('Favorites', 'dev', 'Threads', 'bob');
    server.faults.add({
      path: '*/chat.getThreadMessages',
      times: 1,
      kind: 'status',
      status: 403,
      body: refusal,
    });

    await session.replies('thread' as MessageId).more();
    const text = await drawn('Favorites', 'dev', 'Threads', 'bob');

    const rows = text.split('\n').filter((line) => line.startsWith('        '));
    assert.equal(rows.length, 51);
    assert.match(rows[0] ?? '', /Could not load. Try again/);
  });

  it('draws nothing of a session that was left while it loaded', async () => {
    await open();
    await drawn();
    const [, favorites] = await tree.getChildren();
    const [room] = await tree.getChildren(favorites);
    const [threads] = await tree.getChildren(room);
    const held = server.faults.add({ kind: 'hold', path: '*/chat.getThreadsList', times: 1 });

    const loading = tree.getChildren(threads);
    await held.reached;
    signedIn.leave();
    held.release();

    assert.deepEqual(await loading, []);
  });

  it('shows a pin at once, in the list of pins too', async () => {
    await open();
    await drawn('Favorites', 'dev', 'Pinned', 'Starred');
    const message = session.messages.get('release' as MessageId);
    assert.ok(message);

    const pinning = pin(session, message);
    const meanwhile = await drawn('Favorites', 'dev', 'Pinned');
    await pinning.catch(() => undefined);
    const afterwards = await drawn('Favorites', 'dev', 'Pinned');

    assert.match(meanwhile, /Version 2\.1/);
    assert.doesNotMatch(afterwards, /Version 2\.1/, 'a plain member may not pin');
  });

  it('reads a row out in full', async () => {
    await open();
    await drawn('Favorites', 'dev', 'Threads');
    const [, favorites] = await tree.getChildren();
    const [room] = await tree.getChildren(favorites);
    const [threads] = await tree.getChildren(room);
    const [row] = await tree.getChildren(threads);
    assert.ok(row);

    const item = tree.getTreeItem(row);

    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^bob, Should we really retry POST\?, .*\d{4}.*, 3 replies, pinned$/,
    );
  });

  it('renders the whole message as tooltip, untrusted and only when asked', async () => {
    await open();
    await drawn('Favorites', 'dev', 'Threads');
    const row = await rowOf('thread');

    const item = tree.getTreeItem(row);
    const { tooltip } = tree.resolveTreeItem(item, row);

    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /Should we \*\*really\*\* retry `POST`\?/);
    assert.notEqual(tooltip.isTrusted, true);
    assert.notEqual(tooltip.supportHtml, true);
  });

  it('keeps the room in hand in its place until it is left', async () => {
    await open();
    await drawn('Unread');
    const bob = session.rooms.all().find((room) => room.name === 'Bob');
    assert.ok(bob);
    session.takeInHand(bob.id);
    session.rooms.merge([{ ...bob, unread: 0, hasUnread: false, updatedAt: bob.updatedAt + 1 }]);

    const held = await drawn('Unread');
    session.takeInHand(undefined);
    const left = await drawn('Unread');

    assert.match(held, /^Unread\n {2}Bob/);
    assert.match(left, /^Unread \| none\n/);
  });

  async function rowOf(id: string): Promise<TreeNode> {
    const [, favorites] = await tree.getChildren();
    const [room] = await tree.getChildren(favorites);
    const [threads] = await tree.getChildren(room);
    const rows = await tree.getChildren(threads);
    const row = rows.find((node) => node.type === 'message' && node.message === id);
    assert.ok(row);
    return row;
  }
});

function leavable(session: Session): CurrentSession & { leave(): void } {
  const changed = new Emitter<Session | undefined>();
  let current: Session | undefined = session;
  return {
    get: () => current,
    onDidChange: changed.event,
    leave: () => {
      current = undefined;
      changed.fire(undefined);
    },
  };
}
