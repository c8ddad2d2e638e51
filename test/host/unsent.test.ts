import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Delivery } from '../../src/commands/delivery';
import { actions, showUnsent } from '../../src/commands/unsent';
import { Session } from '../../src/model/session';
import { Unsent, type Parcel } from '../../src/model/unsent';
import { clientOf } from '../support/clientOf';
import { FakeMemento } from '../support/fakes/memento';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';
import { eachWithServer } from '../support/standIn';
import { meanwhile } from '../support/meanwhile';

const send = '/api/v1/chat.sendMessage';
const general = room('GENERAL');

describe('What was not sent', () => {
  const server = eachWithServer();
  let shelf: FakeMemento;
  let session: Session;
  let unsent: Unsent;
  let delivery: Delivery;

  beforeEach(() => {
    shelf = new FakeMemento();
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
    reopen();
  });
  afterEach(() => session.dispose());

  /** A new window over the same shelf. */
  function reopen(): void {
    const onDidChange = new Emitter<Session | undefined>().event;
    unsent = new Unsent(shelf);
    delivery = new Delivery({ get: () => session, onDidChange }, unsent, { open: () => Promise.resolve() });
  }

  it('stays when its notification is put away, over a restart, under its id', async () => {
    server().faults.add({ kind: 'drop', path: send, times: 1 });
    await meanwhile(delivery.send(session, general, 'kept'), 'notifications.clearAll');
    reopen();

    const [parcel] = unsent.waiting();
    assert.ok(parcel);
    await meanwhile(delivery.deliver(parcel), 'notifications.clearAll');

    assert.equal(server().world.messages.byId(parcel.entry.id)?.msg, 'kept');
    assert.deepEqual([unsent.waiting(), new Unsent(shelf).waiting()], [[], []]);
  });

  it('is sent again, copied or discarded from the list', async () => {
    const sent: Parcel[] = [];
    const carrier = {
      deliver: (parcel: Parcel) => {
        sent.push(parcel);
        return Promise.resolve();
      },
    };
    server().faults.add({ kind: 'drop', path: send });
    await meanwhile(delivery.send(session, general, 'kept'), 'notifications.clearAll');

    await meanwhile(showUnsent(unsent, carrier), 'workbench.action.acceptSelectedQuickOpenItem');
    const [parcel] = unsent.waiting();
    assert.deepEqual(sent, [parcel]);
    assert.ok(parcel);
    await actions.copy(parcel);
    await actions.discard(parcel, { unsent, carrier });
    await actions.send(parcel, { unsent, carrier });

    assert.equal(await vscode.env.clipboard.readText(), 'kept');
    assert.deepEqual([sent.length, unsent.waiting(), new Unsent(shelf).waiting()], [1, [], []]);
  });

  it('is not sent from a notification once it has been discarded', async () => {
    server().faults.add({ kind: 'drop', path: send });
    const sharing = delivery.send(session, general, 'discarded');
    while (unsent.waiting().length === 0) await setTimeout(20);
    const [parcel] = unsent.waiting();
    assert.ok(parcel);
    await unsent.drop(parcel);

    await meanwhile(sharing, 'notification.acceptPrimaryAction');

    assert.equal(server().requests.to('POST', send).length, 1);
  });
});
