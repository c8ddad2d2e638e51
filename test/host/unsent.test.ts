import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Delivery } from '../../src/commands/delivery';
import { actions, showUnsent, type UnsentServices } from '../../src/commands/unsent';
import type { Place } from '../../src/model/place';
import { Session } from '../../src/model/session';
import { Unsent, type Parcel } from '../../src/model/unsent';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { FakeClock } from '../support/fakeClock';
import { FakeFiles } from '../support/fakes/files';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';
import { eachWithServer } from '../support/standIn';
import { meanwhile } from '../support/meanwhile';

const send = '/api/v1/chat.sendMessage';
const putAway = 'notifications.clearAll';
const pressFirst = 'notification.acceptPrimaryAction';
const general = room('GENERAL');
const refusal = { success: false, error: 'room_is_blocked' };

describe('What was not sent', () => {
  const server = eachWithServer();
  const switched = new Emitter<Session | undefined>();
  let lifetime: Lifetime;
  let folder: FakeFiles;
  let clock: FakeClock;
  let session: Session;
  let opened: Place[];
  let services: UnsentServices & { readonly delivery: Delivery };
  let delivered: string[];

  beforeEach(() => {
    folder = new FakeFiles();
    clock = new FakeClock();
    lifetime = new Lifetime();
    opened = [];
    delivered = [];
    reopen();
  });
  afterEach(async () => {
    lifetime.dispose();
    await vscode.commands.executeCommand(putAway);
  });

  /** A new window over the same files. */
  function reopen(): void {
    lifetime.dispose();
    lifetime = new Lifetime();
    session = lifetime.own(newSession());
    const sessions = { get: () => session, onDidChange: switched.event };
    const open = (place: Place) => Promise.resolve(void opened.push(place));
    const delivery = lifetime.own(new Delivery({ sessions, conversations: { open } }));
    services = { unsent: lifetime.own(new Unsent(sessions)), delivery, conversations: { open } };
    lifetime.own(delivery.onDidDeliver(({ entry }) => delivered.push(entry.text)));
  }

  function newSession(): Session {
    const mine = account({ server: server().url });
    const made = new Session({ account: mine, client: clientOf(server()), writing: folder, clock });
    made.rooms.merge([general]);
    return made;
  }

  const refuse = (times?: number) =>
    server().faults.add({ kind: 'status', status: 400, body: refusal, path: send, times });
  const sends = () => server().requests.to('POST', send).length;
  const share = (text: string) => meanwhile(services.delivery.send(session, general, text), putAway);
  const only = (): Parcel => services.unsent.waiting()[0] ?? assert.fail('Nothing is waiting');

  it('stays when its notification is put away, over a restart, under its id', async () => {
    refuse(1);
    await share('kept');
    reopen();
    await session.sending.resume();
    const parcel = only();

    await meanwhile(services.delivery.resend(parcel), putAway);

    assert.equal(server().world.messages.byId(parcel.entry.id)?.msg, 'kept');
    assert.deepEqual([services.unsent.waiting(), [...folder.texts.keys()]], [[], []]);
  });

  it('goes by itself when it only waited for the connection', async () => {
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    await share('late');
    const waiting = only().entry.state;

    cut.remove();
    await clock.advance(2_000);
    await eventually('arrived', () => delivered.length > 0);

    assert.deepEqual([waiting, delivered, services.unsent.waiting()], ['waiting', ['late'], []]);
  });

  it('is told as delivered also when the next window has sent it', async () => {
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    await share('later');
    reopen();
    cut.remove();

    await session.sending.resume();
    await eventually('arrived', () => delivered.length > 0);

    assert.deepEqual(delivered, ['later']);
  });

  it('goes with its account when another one is in use by then', async () => {
    const left = session;
    reopen();

    await meanwhile(services.delivery.send(left, general, 'with the new session'), putAway);

    assert.deepEqual(delivered, ['with the new session']);
  });

  it('is kept for its account when nobody is signed in', async () => {
    const left = session;
    lifetime.dispose();
    lifetime = new Lifetime();
    const sessions = { get: () => undefined, onDidChange: switched.event };
    const conversations = { open: () => Promise.resolve() };
    const delivery = lifetime.own(new Delivery({ sessions, conversations }));

    await meanwhile(delivery.send(left, general, 'kept'), putAway);
    reopen();
    await session.sending.resume();
    await eventually('arrived', () => delivered.length > 0);

    assert.deepEqual([delivered, sends()], [['kept'], 1]);
  });

  it('is sent again or opened from the list, copied or discarded', async () => {
    refuse();
    await share('kept');
    const parcel = only();
    const before = sends();

    await meanwhile(showUnsent(services), 'workbench.action.acceptSelectedQuickOpenItem');
    const after = sends();
    await actions.open(parcel, services);
    await actions.copy(parcel);
    await actions.discard(parcel, services);
    await actions.send(parcel, services);

    assert.equal(await vscode.env.clipboard.readText(), 'kept');
    assert.deepEqual([after - before, opened], [1, [{ room: general.id }]]);
    assert.deepEqual([sends(), services.unsent.waiting(), [...folder.texts.keys()]], [after, [], []]);
  });

  it('lists what was written in the box as well, and says how it went when it is sent again', async () => {
    refuse(1);
    await session.sending.send({ room: general.id }, { text: 'from the box', quotes: [], alsoToRoom: false });
    await eventually('a miss', () => services.unsent.waiting().length > 0);

    await actions.send(only(), services);

    assert.deepEqual([delivered, services.unsent.waiting()], [['from the box'], []]);
  });

  it('goes with what it carries, after what was said before it', async () => {
    const attachments = [{ title: 'a.ts', text: '```\nx();\n```' }];
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });
    await session.sending.send({ room: general.id }, { text: 'look', quotes: [], alsoToRoom: false });
    await held.reached;

    const sharing = services.delivery.send(session, general, '', { attachments });
    held.release();
    await meanwhile(sharing, putAway);

    const posted = server().world.messages.inRoom('GENERAL');
    assert.deepEqual(
      posted.map(({ msg, attachments: carried = [] }) => [msg, carried.length]),
      [
        ['look', 0],
        ['', 1],
      ],
    );
  });

  it('is not sent from a notification once it has been discarded', async () => {
    refuse();
    await services.delivery.send(session, general, 'discarded');
    await actions.discard(only(), services);

    await vscode.commands.executeCommand(pressFirst);
    await setTimeout(20);

    assert.equal(sends(), 1);
  });
});
