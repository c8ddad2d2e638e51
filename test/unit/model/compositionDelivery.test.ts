import assert from 'node:assert/strict';
import type { Composition } from '../../../src/model/composition';
import type { CompositionDelivery, DeliveryOptions } from '../../../src/model/compositionDelivery';
import { roomId } from '../../../src/model/room';
import { eachWithDeliveries, helloTo } from '../../support/deliveries';
import { eventually } from '../../support/eventually';
import { person, workspace } from '../../support/workspace';

const general = roomId('GENERAL');

describe('CompositionDelivery', () => {
  const { server, sessionOf, signedIn, deliver } = eachWithDeliveries({ data: workspace(person('cleo')) });

  async function channelOf(owner: string, name: string, isPrivate = false) {
    const { client } = sessionOf(owner);
    if (!isPrivate) return roomId((await client.channels.create({ name })).channel._id);
    return roomId((await client.groups.create({ name })).group._id);
  }

  const textsIn = (room: string) =>
    server()
      .world.messages.inRoom(room)
      .map(({ msg }) => msg);
  const settled = (delivery: CompositionDelivery) =>
    eventually('every target settled', () => delivery.outcomes.every(({ state }) => state.endsWith('ed')));

  async function run(form: Composition, options: Partial<DeliveryOptions> = {}) {
    const delivery = deliver(await signedIn(), form, options);
    await delivery.begin();
    await settled(delivery);
    return delivery;
  }

  const told = ({ outcomes }: CompositionDelivery) =>
    outcomes.map(({ entry, state, error }) => [entry, state, ...(error ? [error.failure.kind] : [])]);

  it('says it in each room under an id of its own', async () => {
    const makers = await channelOf('ann', 'makers');

    const delivery = await run(helloTo('#general', makers));

    assert.deepEqual(told(delivery), [
      ['#general', 'delivered'],
      [makers, 'delivered'],
    ]);
    assert.deepEqual([textsIn('GENERAL'), textsIn(makers)], [['hello'], ['hello']]);
    assert.equal(new Set(delivery.outcomes.map(({ id }) => id)).size, 2);
  });

  it('says it once where two targets are one room', async () => {
    const delivery = await run(helloTo('#general', 'GENERAL', 'general'));

    assert.deepEqual(
      delivery.outcomes.map(({ state, room }) => [state, room]),
      Array.from({ length: 3 }, () => ['delivered', general]),
    );
    assert.deepEqual(textsIn('GENERAL'), ['hello']);
  });

  for (const entry of ['@cleo', '@cleo-id', 'cleo-id'])
    it(`opens the direct message with ${entry}`, async () => {
      const { outcomes } = await run(helloTo(entry));

      assert.equal(outcomes[0]?.state, 'delivered');
      assert.deepEqual(textsIn(outcomes[0].room ?? ''), ['hello']);
    });

  it('finds a direct message that is there without asking for it', async () => {
    const session = await signedIn();
    const { room } = await session.client.im.create({ username: 'bob' });
    await session.sync.refresh('person');

    const delivery = deliver(session, helloTo('@bob'));
    await delivery.begin();
    await settled(delivery);

    assert.equal(delivery.outcomes[0]?.room, room._id);
  });

  it('writes to oneself', async () => {
    assert.deepEqual(told(await run(helloTo('@ann'))), [['@ann', 'delivered']]);
  });

  it('joins a channel after asking by its name', async () => {
    const makers = await channelOf('bob', 'makers');
    const asked: string[] = [];

    const delivery = await run(helloTo('#makers'), {
      confirmJoin: (name) => Promise.resolve(asked.push(name) > 0),
    });

    assert.deepEqual(told(delivery), [['#makers', 'delivered']]);
    assert.deepEqual([asked, textsIn(makers).at(-1)], [['makers'], 'hello']);
  });

  it('leaves a channel alone that the person does not join', async () => {
    const makers = await channelOf('bob', 'makers');

    const delivery = await run(helloTo('#makers', 'GENERAL'), { confirmJoin: () => Promise.resolve(false) });

    assert.deepEqual(told(delivery), [
      ['#makers', 'failed', 'cancelled'],
      ['GENERAL', 'delivered'],
    ]);
    assert.deepEqual(textsIn(makers), []);
  });

  /** A channel that wants a code, to one who tries these. */
  async function withCode(...codes: string[]) {
    const makers = await channelOf('bob', 'makers');
    await sessionOf('bob').client.channels.setJoinCode({ roomId: makers, joinCode: 'sesame' });
    const asked: unknown[] = [];
    const delivery = await run(helloTo('#makers'), {
      confirmJoin: () => Promise.resolve(true),
      askForCode: (...of) => Promise.resolve(codes[asked.push(of) - 1]),
    });
    return { makers, delivery, asked };
  }

  it('asks for the code of a channel, again where it is wrong', async () => {
    const { makers, asked } = await withCode('open', 'sesame');

    assert.deepEqual(asked, [
      ['makers', false],
      ['makers', true],
    ]);
    assert.ok(textsIn(makers).includes('hello'));
  });

  it('says nothing in a channel whose code nobody gives', async () => {
    const { makers, delivery } = await withCode();

    assert.deepEqual(told(delivery), [['#makers', 'failed', 'cancelled']]);
    assert.deepEqual(textsIn(makers), []);
  });

  it('lets it be remembered what goes where before anything leaves', async () => {
    const remembered: unknown[] = [];
    const remember: DeliveryOptions['remember'] = (addressed) => {
      remembered.push([addressed, textsIn(general)]);
      return Promise.resolve();
    };

    const { outcomes } = await run(helloTo('#general'), { remember });

    const message = outcomes[0]?.id;
    assert.deepEqual(remembered, [[{ entry: '#general', room: general, message }, []]]);
  });

  it('says which targets it did not reach, and reaches the others', async () => {
    await channelOf('bob', 'secret', true);

    const delivery = await run(helloTo('#nowhere', '@nobody', '#secret', '#general'));

    assert.deepEqual(told(delivery), [
      ['#nowhere', 'failed', 'notFound'],
      ['@nobody', 'failed', 'refused'],
      ['#secret', 'failed', 'forbidden'],
      ['#general', 'delivered'],
    ]);
  });

  it('answers in one thread alone, and in its room too', async () => {
    const { client } = sessionOf('bob');
    const { message } = await client.chat.sendMessage({ message: { rid: 'GENERAL', msg: 'question' } });
    const thread = { id: message._id, label: 'question', alsoToRoom: true };

    await run({ ...helloTo('GENERAL', '@bob'), thread });

    const answer = server().world.messages.inRoom('GENERAL').at(-1);
    assert.deepEqual([answer?.msg, answer?.tmid, answer?.tshow], ['hello', message._id, true]);
  });

  it('finds the rooms for what has nothing to say, as for files', async () => {
    const { outcomes } = await run({ ...helloTo('#general'), text: '' });

    assert.deepEqual(outcomes, [
      { entry: '#general', label: 'general', state: 'delivered', room: general, id: undefined },
    ]);
  });
});
