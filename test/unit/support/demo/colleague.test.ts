import assert from 'node:assert/strict';
import { dataSet } from '../../../server/data/dataSet';
import { post } from '../../../server/world/posting';
import type { World } from '../../../server/world/world';
import { Colleague } from '../../../support/demo/colleague';
import { FakeClock } from '../../../support/fakeClock';
import { noon, worldOf } from '../../server/town';

/** What alice posts. */
function postByAlice(world: World, room: string, draft: { msg: string; tmid?: string }): string {
  const author = world.users.byUsername('alice') ?? assert.fail('no alice');
  const place = world.rooms.byName(room) ?? assert.fail(`no room ${room}`);
  return post(world, { author, room: place, draft })?._id ?? assert.fail('not posted');
}

function answersTo(world: World, id: string, room: string): string[] {
  const messages = world.messages.inRoom(world.rooms.byName(room)?._id ?? '');
  return messages.filter(({ tmid }) => tmid === id).map(({ u }) => u.username);
}

describe('Colleague', () => {
  let clock: FakeClock;
  let world: World;
  let colleague: Colleague;

  beforeEach(() => {
    clock = new FakeClock();
    world = worldOf(dataSet('demo', new Date(noon), 'demo'));
    colleague = new Colleague(world, clock);
  });

  afterEach(() => colleague.dispose());

  it('reacts to what somebody posts, then answers in its thread, once', async () => {
    const id = postByAlice(world, 'console', { msg: '```ts\nlet a = 1;\n```' });

    await clock.advance(60_000);

    assert.deepEqual(world.messages.byId(id)?.reactions, { ':eyes:': { usernames: ['ben'] } });
    assert.deepEqual(answersTo(world, id, 'console'), ['ben']);
  });

  it('lets those know who look at the room alone', async () => {
    postByAlice(world, 'console', { msg: 'Done.' });
    const told: string[] = [];
    world.events.on('room', (_change, { lastMessage }) =>
      told.push(...Object.keys(lastMessage?.reactions ?? {})),
    );

    await clock.advance(2_500);

    assert.deepEqual(told, [':+1:']);
  });

  it('answers a reply in the thread that it is in', async () => {
    const root = postByAlice(world, 'console', { msg: 'Who knows the tour of Monday?' });
    await clock.advance(60_000);
    postByAlice(world, 'console', { msg: 'Never mind.', tmid: root });

    await clock.advance(60_000);

    assert.deepEqual(answersTo(world, root, 'console'), ['ben', 'alice', 'ben']);
  });

  it('does not take a change of an old message for news', async () => {
    const old = world.messages.inRoom(world.rooms.byName('console')?._id ?? '')[0] ?? assert.fail('empty');

    world.touchMessage(old);

    assert.deepEqual(clock.pending, []);
    await clock.advance(60_000);
    assert.deepEqual(old.reactions, undefined);
  });

  it('falls silent at the end of its day', async () => {
    const id = postByAlice(world, 'console', { msg: 'Good night' });

    colleague.dispose();
    await clock.advance(60_000);

    assert.deepEqual(answersTo(world, id, 'console'), []);
  });
});
