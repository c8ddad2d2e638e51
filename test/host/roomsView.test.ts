import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { failureOf } from '../../src/api/errors';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import { nodeOf, RoomNodes } from '../../src/views/roomNode';
import { RoomsView } from '../../src/views/roomsView';
import type { StandIn } from '../server/server';
import { startServer } from '../server/server';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { preferences, teamRooms } from '../support/teamRooms';

describe('RoomsView', () => {
  const lifetime = new Lifetime();
  let server: StandIn;
  let session: Session;
  let view: RoomsView;

  before(async () => {
    server = await startServer({ data: teamRooms(80), limiter: false });
    lifetime.own({ dispose: () => void server.close() });
    const ann = account({ server: server.url, preferences: preferencesFromWire(preferences) });
    session = lifetime.own(new Session({ account: ann, client: clientOf(server) }));
    const onDidChange = new Emitter<Session | undefined>().event;
    await vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate();
    // Takes the place of the extension's own view, which is signed out.
    view = lifetime.own(new RoomsView({ get: () => session, onDidChange, signedOut: () => undefined }));
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('rocketchat.rooms.focus');
    await eventually('the rooms', () => session.rooms.all().length > 0 && view.isVisible);
  });
  afterEach(() => server.faults.clear());
  after(() => lifetime.dispose());

  it('says in the view why a refresh brought nothing, and only there', async () => {
    server.faults.add({ kind: 'drop', path: '*/rooms.get' });

    await view.refresh();

    assert.equal(failureOf(session.sync.error)?.kind, 'offline');
  });

  it('throws why a refresh brought nothing where the view cannot be seen', async () => {
    await leave();
    server.faults.add({ kind: 'drop', path: '*/rooms.get' });

    await assert.rejects(view.refresh(), (error) => failureOf(error)?.kind === 'offline');
  });

  it('has no row in focus that cannot be seen', async () => {
    await eventually('a selected row', () => {
      void vscode.commands.executeCommand('list.focusFirst');
      void vscode.commands.executeCommand('list.select');
      return view.selected();
    });

    await leave();

    assert.equal(view.selected(), undefined);
  });

  it('does not take a person back who went elsewhere while more was loaded', async () => {
    const replies = await openThread();
    const held = server.faults.add({ kind: 'hold', path: '*/chat.getThreadMessages', times: 1 });

    const loading = view.loadMore(replies.more);
    await held.reached;
    await leave();
    held.release();
    await loading;

    assert.equal(replies.list.ids.length, 80);
    assert.equal(view.isVisible, false);
  });

  it('leads to a thread, which is on screen from then on and as long as the view is', async () => {
    const thread = messageId('thread');
    await leave();

    await view.reveal(roomId('dev'), thread);
    await eventually('the thread', () => view.isOnScreen(roomId('dev'), thread));
    const elsewhere = view.isOnScreen(roomId('dev'), messageId('other'));
    await leave();

    assert.equal(elsewhere, false);
    assert.equal(view.isOnScreen(roomId('dev'), thread), false);
  });

  it('opens for a room that is not listed, too', async () => {
    await leave();

    await view.reveal(roomId('nowhere'));

    await eventually('the view', () => view.isVisible);
  });

  it('leads to the pins of a room that have a text in them, and back to all', async () => {
    await view.filterPins(roomId('dev'), 'nowhere');
    const selected = view.selected();
    const filter = view.filterOf(roomId('dev'));
    view.unfilterPins();

    assert.equal(nodeOf(selected)?.type, 'list');
    assert.deepEqual([filter, view.filterOf(roomId('dev'))], ['nowhere', undefined]);
  });

  async function openThread() {
    const nodes = new RoomNodes();
    const list = nodes.list(nodes.room(nodes.section('favorites'), roomId('dev')), 'threads');
    await session.list(list.room, list.kind).load();
    const [thread = assert.fail('There is no thread')] = session.list(list.room, list.kind).ids;
    const replies = session.replies(thread);
    await replies.load();
    return { list: replies, more: nodes.more(nodes.message(list, thread)) };
  }

  async function leave(): Promise<void> {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually('another view', () => !view.isVisible);
  }
});
