import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connect } from '../../src/api/connect';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import type { TreeNode } from '../../src/views/roomNode';
import { threadTree, type ThreadTree } from '../../src/views/threadTree';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { credentialsOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { teamRooms } from '../support/teamRooms';
import { labelOf, treeText } from '../support/treeText';

describe('ThreadTree', () => {
  let lifetime: Lifetime;
  let server: StandIn;
  let session: Session;
  let tree: ThreadTree;

  async function open(replies?: number): Promise<void> {
    server = await startServer({ data: teamRooms(replies), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const client = connect(server.url, { credentials: credentialsOf('ann') });
    session = lifetime.own(new Session({ account: account({ server: server.url }), client }));
    const onDidChange = new Emitter<Session | undefined>().event;
    tree = lifetime.own(threadTree({ get: () => session, onDidChange }));
    await session.sync.refresh('person');
  }

  /** Four rooms are looked in at once; there are more. */
  async function search(): Promise<void> {
    session.threads.setWatched(true);
    await eventually('a thread', () => session.threads.all().length > 0);
  }

  const subject = 'Should we really retry POST?';
  const drawn = (...opened: string[]) => treeText(tree, (item) => opened.includes(labelOf(item)));
  const withoutTimes = (text: string) =>
    text.replace(/(?: · )?(?:now|\d+ (?:min|h)|[A-Z]\w+ \d+)(?: · |$)/gm, '');

  beforeEach(() => (lifetime = new Lifetime()));
  afterEach(() => lifetime.dispose());

  it('says in how many rooms it is still to look', async () => {
    await open();

    const text = await drawn();

    assert.equal(text, '5 rooms not looked in yet');
    session.rooms.merge([], ['GENERAL', 'loud', 'secret', 'ann-idbob-id'].map(roomId));
    assert.equal(await drawn(), '1 room not looked in yet');
  });

  it('says that it looks only while it does', async () => {
    await open();
    await search();

    const running = (await drawn()).split('\n').at(-1);
    session.threads.setWatched(false);
    await eventually('rest', () => !session.threads.isSearching);
    const resting = (await drawn()).split('\n').at(-1);

    assert.match(running ?? '', /^Looking in \d+ more rooms?$/);
    assert.match(resting ?? '', /^\d+ rooms? not looked in yet$/);
  });

  it('shows a thread with its room, which opens into its replies', async () => {
    await open();
    await search();

    const text = withoutTimes(await drawn(subject));

    assert.match(
      text,
      /^Should we really retry POST\? \| 📌\ufe0e dev\n {2}ann \| answer 1\n {2}bob \| answer 2\n {2}ann \| answer 3/,
    );
  });

  it('opens a thread at its newest page, older replies behind a row', async () => {
    await open(80);
    await search();

    const rows = (await drawn(subject)).split('\n').filter((line) => line.startsWith('  '));

    assert.deepEqual([rows.length, rows[0]?.trim()], [51, 'Load earlier replies']);
  });

  it('marks an unread thread with a dot, and reads it out in full', async () => {
    await open();
    await search();
    const dev = session.rooms.get(roomId('dev')) ?? assert.fail('There is no room');
    session.rooms.merge([{ ...dev, unreadThreads: ['thread'], updatedAt: dev.updatedAt + 1 }]);

    const item = tree.getTreeItem(await first());

    assert.equal(item.iconPath instanceof vscode.ThemeIcon && item.iconPath.id, 'circle-filled');
    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^bob, Should we really retry POST\?, dev, .*\d{4}.*, 3 replies, unread, pinned$/,
    );
    assert.match(item.contextValue ?? '', /^message\.unread\.thread\b.*\.star\b.*\.unfollow\b/);
  });

  it('shows the whole message as tooltip', async () => {
    await open();
    await search();
    const row = await first();

    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(row), row);

    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /Should we \*\*really\*\* retry `POST`\?/);
  });

  it('keeps to itself what a person says whom one ignores there, in row and tooltip', async () => {
    await open();
    await search();
    const dev = session.rooms.get(roomId('dev')) ?? assert.fail('There is no room');
    const { author } = session.messages.get(messageId('thread')) ?? assert.fail('There is no thread');
    session.rooms.merge([{ ...dev, ignored: [author.id] }]);
    const row = await first();

    const { label, tooltip } = tree.resolveTreeItem(tree.getTreeItem(row), row);

    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.equal(label, 'Message from a person you ignore');
    assert.doesNotMatch(tooltip.value, /retry/);
  });

  it('says in its last row what keeps it waiting, and tries again by that', async () => {
    await open();
    server.faults.add({ kind: 'drop', path: '*/chat.getThreadsList' });
    session.threads.setWatched(true);
    await eventually('a failure', () => session.threads.error);

    const item = tree.getTreeItem(await first());

    assert.match(String(item.description), /cannot be reached/);
    assert.equal(item.command?.command, '_rocketchat.retry');
  }).timeout(20_000);

  async function first(): Promise<TreeNode> {
    const [row] = await tree.getChildren();
    return row ?? assert.fail('There is no row');
  }
});
