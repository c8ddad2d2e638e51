import assert from 'node:assert/strict';
import type { MessageId } from '../../../src/model/message';
import { Unsent, type Parcel } from '../../../src/model/unsent';
import { FakeMemento } from '../../support/fakes/memento';
import { account } from '../../support/makers/account';
import { room } from '../../support/makers/room';

describe('Unsent', () => {
  let shelf: FakeMemento;
  let unsent: Unsent;
  beforeEach(() => {
    shelf = new FakeMemento();
    unsent = new Unsent(shelf);
  });

  const parcel = (id: string): Parcel => ({
    account: account().id,
    accountLabel: 'ann @ chat.example.org',
    room: room('general'),
    // As the outbox makes them.
    entry: { id: id as MessageId, room: room('general').id, text: `text of ${id}` },
  });
  const missed = () => Promise.resolve();
  const waiting = (from: Unsent) => from.waiting().map(({ entry }) => entry.id as string);

  it('keeps what did not arrive, in order', async () => {
    await unsent.during(parcel('one'), missed);
    await unsent.during(parcel('two'), missed);
    await unsent.during(parcel('one'), missed);

    assert.deepEqual(waiting(unsent), ['one', 'two']);
  });

  it('has it on the shelf before it is sent, and does not call it waiting meanwhile', async () => {
    await unsent.during(parcel('one'), () => {
      assert.deepEqual([waiting(unsent), waiting(new Unsent(shelf))], [[], ['one']]);
      return Promise.resolve();
    });
  });

  it('brings everything back after a restart', async () => {
    await unsent.during(parcel('one'), missed);

    assert.deepEqual(new Unsent(shelf).waiting(), JSON.parse(JSON.stringify([parcel('one')])));
  });

  it('forgets what has arrived, also on the shelf', async () => {
    await unsent.during(parcel('one'), () => unsent.drop(parcel('one')));

    assert.deepEqual([waiting(unsent), waiting(new Unsent(shelf))], [[], []]);
    assert.equal(unsent.isWaiting(parcel('one')), false);
  });

  it('keeps it when sending throws', async () => {
    await assert.rejects(unsent.during(parcel('one'), () => Promise.reject(new Error('broken'))));

    assert.equal(unsent.isWaiting(parcel('one')), true);
  });

  it('tells when the waiting change, after they have', async () => {
    const counts: number[] = [];
    unsent.onDidChange(() => counts.push(unsent.waiting().length));

    await unsent.during(parcel('one'), missed);
    await unsent.drop(parcel('one'));

    assert.deepEqual(counts, [0, 1, 0]);
  });

  it('passes over what is not its own', async () => {
    await unsent.during(parcel('one'), missed);
    const [kept] = unsent.waiting();
    const threadless = { ...kept, entry: { ...kept?.entry, thread: 7 } };
    const broken = [7, null, {}, { ...kept, room: undefined }, { ...kept, entry: {} }, threadless];
    await shelf.update('unsent', [...broken, kept]);

    assert.deepEqual(waiting(new Unsent(shelf)), ['one']);
    await shelf.update('unsent', 'nothing');
    assert.deepEqual(waiting(new Unsent(shelf)), []);
  });
});
