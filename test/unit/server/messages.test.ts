import assert from 'node:assert/strict';
import { deleteMessage, eraseMessage } from '../../server/world/deletion';
import { deleteRoom } from '../../server/world/roomLife';
import type { World } from '../../server/world/world';
import { noon, roomIn, said, seenBy, town, worldOf } from './town';

const seed = town({
  messages: [
    said('one', 60),
    said('two', 50, { from: 'bob', pinnedBy: 'ann' }),
    said('main', 40),
    said('reply', 30, { thread: 'main', from: 'bob' }),
    said('far', 20, { room: 'secret', from: 'bob' }),
  ],
});

const messageIn = (world: World, id: string) => world.messages.byId(id) ?? assert.fail(id);
const ids = (messages: Iterable<{ _id: string }>) => [...messages].map(({ _id }) => _id);

describe('messages of the world', () => {
  it('are found by who wrote them', () => {
    const world = worldOf(seed);

    assert.deepEqual(ids(world.messages.by('bob-id')), ['two', 'reply', 'far']);
  });

  it('are found by their last change, each once', () => {
    const world = worldOf(seed);

    world.touchMessage(messageIn(world, 'one'));

    assert.deepEqual(ids(world.messages.changedAfter('dev', '2026-03-02T11:59:00.000Z')), ['one']);
    assert.equal(ids(world.messages.changedBefore('dev', '9')).filter((id) => id === 'one').length, 1);
  });

  it('are gone from every list once erased', () => {
    const world = worldOf(seed);

    for (const id of ['two', 'reply']) eraseMessage(world, messageIn(world, id));

    const { messages } = world;
    assert.deepEqual([messages.pinnedIn('dev'), ids(messages.inThread('main'))], [[], []]);
    assert.equal(ids(messages.inRoom('dev')).includes('two'), false);
    assert.deepEqual(ids(messages.deletedAfter('dev', '')), ['two', 'reply']);
  });

  it('leave a thread behind that counts nothing', () => {
    const world = worldOf(seed);

    eraseMessage(world, messageIn(world, 'reply'));

    assert.deepEqual([messageIn(world, 'main').tcount, seenBy(world, 'ann').tunread ?? []], [0, []]);
  });

  it('leave a room without last message, if it was the only one', () => {
    const world = worldOf(seed);
    const by = { _id: 'bob-id', username: 'bob' };

    deleteMessage(world, messageIn(world, 'far'), by);

    const { msgs, lastMessage } = roomIn(world, 'secret');
    assert.deepEqual([msgs, lastMessage], [0, undefined]);
  });

  it('go with their room', () => {
    const world = worldOf(seed);

    deleteRoom(world, roomIn(world, 'secret'));

    const gone = [...world.messages.deletedAfter('secret', '')];
    assert.deepEqual([world.messages.byId('far'), world.messages.inRoom('secret')], [undefined, []]);
    assert.deepEqual(
      gone.map(({ _id, _deletedAt, __collection__ }) => [_id, _deletedAt, __collection__]),
      [['far', noon, 'message']],
    );
  });
});
