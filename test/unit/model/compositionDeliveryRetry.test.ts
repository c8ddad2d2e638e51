import assert from 'node:assert/strict';
import type { CompositionDelivery } from '../../../src/model/compositionDelivery';
import { newMessageId } from '../../../src/model/outbox';
import { roomId } from '../../../src/model/room';
import { eachWithDeliveries, helloTo } from '../../support/deliveries';
import { eventually } from '../../support/eventually';
import { windowOn } from '../../support/sendingWindow';

const general = roomId('GENERAL');

describe('CompositionDelivery, once more', () => {
  const { server, sessionOf, signedIn, deliver } = eachWithDeliveries();

  const refuseOnce = () => {
    const body = { success: false, error: 'room_is_archived' };
    server().faults.add({ kind: 'status', status: 400, body, path: '/api/v1/chat.sendMessage', times: 1 });
  };
  const texts = () =>
    server()
      .world.messages.inRoom(general)
      .filter(({ t }) => t === undefined)
      .map(({ msg }) => msg);
  const become = (delivery: CompositionDelivery, ...states: string[]) =>
    eventually(states.join(), () => delivery.outcomes.map(({ state }) => state).join() === states.join());

  /** Refused, for a reason that is gone then. */
  async function refusedOnce(...entries: string[]): Promise<CompositionDelivery> {
    refuseOnce();
    const delivery = deliver(await signedIn(), helloTo(...entries));
    await delivery.begin();
    await become(delivery, ...entries.map(() => 'failed'));
    return delivery;
  }

  it('says it under the same id in a room that refused it', async () => {
    const delivery = await refusedOnce('GENERAL');
    const { id } = delivery.outcomes[0] ?? {};

    await delivery.retry('GENERAL');
    await become(delivery, 'delivered');

    assert.equal(delivery.outcomes[0]?.id, id);
    assert.deepEqual(texts(), ['hello']);
  });

  it('says it once for two targets that are one room', async () => {
    const delivery = await refusedOnce('GENERAL', '#general');

    await Promise.all([delivery.retry('GENERAL'), delivery.retry('#general')]);
    await become(delivery, 'delivered', 'delivered');

    assert.deepEqual(texts(), ['hello']);
  });

  it('looks for a room again that was not there', async () => {
    const session = await signedIn();
    const confirmJoin = () => Promise.resolve(true);
    const delivery = deliver(session, helloTo('#makers', 'GENERAL'), { confirmJoin });
    await delivery.begin();
    await become(delivery, 'failed', 'delivered');
    await sessionOf('bob').client.channels.create({ name: 'makers' });

    await delivery.retry('#makers');
    await become(delivery, 'delivered', 'delivered');

    assert.deepEqual(texts(), ['hello']);
  });

  it('leaves alone what has arrived', async () => {
    const delivery = deliver(await signedIn(), helloTo('GENERAL'));
    await delivery.begin();
    await become(delivery, 'delivered');

    await delivery.retry('GENERAL');

    assert.deepEqual(texts(), ['hello']);
  });

  it('sees what was discarded elsewhere, and says it anew', async () => {
    refuseOnce();
    const session = await signedIn();
    const delivery = deliver(session, helloTo('GENERAL'));
    await delivery.begin();
    await become(delivery, 'failed');
    const [first] = session.sending.entries({ room: general });
    if (first) await session.sending.discard(first.id);

    await delivery.retry('GENERAL');
    await become(delivery, 'delivered');

    assert.notEqual(delivery.outcomes[0]?.id, first?.id);
    assert.deepEqual(texts(), ['hello']);
  });

  it('says nothing twice that had arrived before a restart', async () => {
    const before = deliver(await signedIn(), helloTo('GENERAL'));
    await before.begin();
    await become(before, 'delivered');
    const sent = before.outcomes.map(({ entry, id }) => ({ entry, room: general, message: id }));

    const delivery = deliver(await signedIn(), helloTo('GENERAL', '@bob'), { sent });
    await delivery.begin();
    await become(delivery, 'delivered', 'delivered');

    assert.equal(delivery.outcomes[0]?.id, sent[0]?.message);
    assert.deepEqual(texts(), ['hello']);
  });

  it('says what was remembered and never left, once somebody asks for it', async () => {
    const sent = [{ entry: 'GENERAL', room: general, message: newMessageId() }];
    const delivery = deliver(await signedIn(), helloTo('GENERAL'), { sent });
    await delivery.begin();
    await become(delivery, 'failed');

    await delivery.retry('GENERAL');
    await become(delivery, 'delivered');

    assert.deepEqual(texts(), ['hello']);
  });

  it('tells of each change', async () => {
    const delivery = deliver(await signedIn(), helloTo('GENERAL'));
    const seen: string[] = [];
    delivery.onDidChange(() => seen.push(...delivery.outcomes.map(({ state }) => state)));

    await delivery.begin();
    await become(delivery, 'delivered');

    assert.deepEqual([...new Set(seen)], ['sending', 'delivered']);
  });

  it('waits for a server that cannot be reached', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    const { session } = windowOn(server());
    const delivery = deliver(session, helloTo('GENERAL'));

    await delivery.begin();
    await become(delivery, 'waiting');

    assert.equal(delivery.outcomes[0]?.error?.failure.kind, 'offline');
    session.dispose();
  });

  it('goes on without whoever looked on', async () => {
    const delivery = deliver(await signedIn(), helloTo('GENERAL'));
    await delivery.begin();

    delivery.dispose();

    await eventually('it has arrived', () => texts().length === 1);
  });
});
