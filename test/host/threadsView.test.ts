import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { failureOf } from '../../src/api/errors';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { BothTrees } from '../../src/views/bothTrees';
import { RoomNodes } from '../../src/views/roomNode';
import { RoomsView } from '../../src/views/roomsView';
import { ThreadsView } from '../../src/views/threadsView';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { teamRooms } from '../support/teamRooms';

describe('ThreadsView', () => {
  const lifetime = new Lifetime();
  const nodes = new RoomNodes();
  const thread = nodes.thread(roomId('dev'), messageId('thread'));
  let server: StandIn;
  let session: Session;
  let view: ThreadsView;
  let both: BothTrees;

  before(async () => {
    server = await startServer({ data: teamRooms(80), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    session = lifetime.own(
      new Session({ account: account({ server: server.url }), client: clientOf(server) }),
    );
    const onDidChange = new Emitter<Session | undefined>().event;
    const current = { get: () => session, onDidChange, signedOut: () => undefined };
    await vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate();
    // These take the place of the extension's own views, which are signed out.
    view = lifetime.own(new ThreadsView(current));
    both = lifetime.own(new BothTrees(lifetime.own(new RoomsView(current)), view));
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('rocketchat.threads.focus');
    await eventually('the view', () => view.isVisible);
    await session.sync.refresh('person');
  });
  afterEach(() => server.faults.clear());
  after(() => lifetime.dispose());

  it('knows the message and the room of its rows', async () => {
    session.receive([(await session.client.chat.getMessage({ msgId: 'thread' })).message]);

    assert.equal(both.messageOf(thread)?.id, 'thread');
    assert.equal(both.roomOf(thread)?.name, 'dev');
    assert.equal(both.messageOf('thread'), undefined);
  });

  it('leads to a thread, whose new replies are on the screen then', async () => {
    await both.reveal(roomId('dev'), thread.message);

    await eventually('the thread', () => both.isOnScreen(roomId('dev'), thread.message));
    assert.equal(both.isOnScreen(roomId('dev'), messageId('other')), false);
  });

  it('loads earlier replies by the row above them', async () => {
    const replies = session.replies(thread.message);
    await replies.load();

    await both.loadMore(nodes.more(thread));

    assert.equal(replies.ids.length, 80);
  });

  it('throws why a refresh brought nothing where the view cannot be seen', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually('another view', () => !view.isVisible);
    server.faults.add({ kind: 'drop', path: '*/rooms.get' });

    await assert.rejects(view.refresh(), (error) => failureOf(error)?.kind === 'offline');
  });

  it('means the row that was selected last, in whichever tree', async () => {
    session.receive([(await session.client.chat.getMessage({ msgId: 'thread' })).message]);

    const selected = await eventually('a selected thread', () => {
      void vscode.commands.executeCommand('list.focusFirst');
      void vscode.commands.executeCommand('list.select');
      const message = both.messageOf(both.allSelected()[0]);
      return message?.thread === undefined && message;
    });

    assert.equal(selected.id, 'thread');
    assert.equal(session.inHand, 'dev');
  });
});
