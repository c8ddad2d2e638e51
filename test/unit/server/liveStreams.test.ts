import assert from 'node:assert/strict';
import { ask } from '../../support/ask';
import { connected, signedIn, type Socket } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { noon, room, said, town } from './town';

const data = town({
  messages: [said('one', 60)],
  rooms: [room('talk2', { kind: 'p', fname: 'More tea?', discussionOf: 'secret', members: ['ann', 'bob'] })],
});

describe('who may listen', () => {
  const server = eachWithServer({ data, now: noon });
  /** Ann and bob are in the rooms, carol is in none; root administrates, gast is a guest. */
  const as: Readonly<Record<string, () => Promise<Socket>>> = {
    nobody: () => connected(server()),
    ...Object.fromEntries(
      ['ann', 'carol', 'root', 'gast'].map((name) => [name, () => signedIn(server(), name)]),
    ),
  };

  const rights: readonly [collection: string, event: string, who: readonly string[]][] = [
    ['stream-room-messages', 'dev', ['ann', 'carol', 'root']],
    ['stream-room-messages', 'secret', ['ann']],
    ['stream-room-messages', 'talk2', ['ann']],
    ['stream-room-messages', 'ann-bob', ['ann']],
    ['stream-room-messages', 'nowhere', []],
    ['stream-room-messages', '__my_messages__', ['ann', 'carol', 'root', 'gast']],
    ['stream-notify-room', 'dev/deleteMessage', ['ann']],
    ['stream-notify-room', 'dev/deleteMessageBulk', ['ann']],
    ['stream-notify-room', 'dev/user-activity', ['ann']],
    ['stream-notify-room', 'dev/messagesRead', ['ann']],
    ['stream-notify-user', 'ann-id/subscriptions-changed', ['ann']],
    ['stream-notify-user', 'ann-id/rooms-changed', ['ann']],
    ['stream-notify-user', 'ann-id/notification', ['ann']],
    ['stream-notify-user', 'ann-id/message', ['ann']],
    ['stream-notify-user', 'ann-id/userData', ['ann']],
    ['stream-notify-logged', 'user-status', ['ann', 'carol', 'root', 'gast']],
    ['stream-notify-logged', 'private-settings-changed', ['root']],
    ['stream-notify-all', 'public-settings-changed', ['nobody', 'ann', 'carol', 'root', 'gast']],
    ['stream-user-presence', '', ['ann', 'carol', 'root', 'gast']],
  ];
  for (const [collection, event, who] of rights) {
    it(`to ${collection} ${event}: ${who.join(', ') || 'nobody at all'}`, async () => {
      const heard: string[] = [];
      for (const [name, open] of Object.entries(as)) {
        const socket = await open();
        const answer = await socket.listen(collection, event);
        if (answer === 'ready') heard.push(name);
        else assert.equal(answer, 'not-allowed');
      }

      assert.deepEqual(heard, who);
    });
  }

  it('to what there is not: nobody, and that is said', async () => {
    const ann = await signedIn(server(), 'ann');

    for (const collection of ['stream-of-thought', 'toString']) {
      assert.equal(await ann.listen(collection, 'dev'), 404);
    }
    assert.equal(await ann.listen('stream-room-messages', ''), 'invalid-event-name');
  });

  it('without a membership to a public channel: not who may not preview', async () => {
    for (const right of ['preview-c-room', 'view-c-room']) {
      server().world.permissions.grant(right, { roles: [], at: noon });
    }
    const carol = await signedIn(server(), 'carol');

    assert.equal(await carol.listen('stream-room-messages', 'dev'), 'not-allowed');
  });
});

describe('a subscription', () => {
  const server = eachWithServer({ data, now: noon });
  const stream = 'stream-room-messages';
  const post = () =>
    ask(server(), 'POST chat.sendMessage', { as: 'bob', body: { message: { rid: 'dev', msg: 'x' } } });

  it('ends when asked to, which is confirmed', async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen(stream, 'dev');
    const { subs } = await ann.message('ready');

    ann.send({ msg: 'unsub', id: String(subs) });
    await ann.message('nosub');
    await post();

    assert.deepEqual(await ann.heard(stream, 'dev'), []);
  });

  it('that was never made is said to have ended', async () => {
    const ann = await signedIn(server(), 'ann');

    ann.send({ msg: 'unsub', id: 'unknown' });

    assert.deepEqual(await ann.message('nosub'), { msg: 'nosub', id: 'unknown' });
  });

  it('made twice is told twice', async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen(stream, 'dev');
    await ann.listen(stream, 'dev');

    await post();

    assert.equal((await ann.heard(stream, 'dev')).length, 2);
  });

  it('takes options, and tells of a document for who still wants one', async () => {
    const ann = await signedIn(server(), 'ann');

    assert.equal(await ann.listen(stream, 'dev', { useCollection: true, args: [] }), 'ready');

    const added = await ann.frame(({ msg, collection }) => msg === 'added' && collection === stream);
    assert.deepEqual(added['fields'], { eventName: 'dev' });
  });

  it('to messages ends without a word when the person is sent away', async () => {
    const bob = await signedIn(server(), 'bob');
    await bob.listen(stream, 'dev');

    await ask(server(), 'POST channels.kick', { as: 'ann', body: { roomId: 'dev', userId: 'bob-id' } });
    await ask(server(), 'POST chat.sendMessage', { as: 'ann', body: { message: { rid: 'dev', msg: 'x' } } });

    assert.deepEqual(await bob.heard(stream, 'dev'), []);
    assert.ok(bob.frames.every(({ msg }) => msg !== 'nosub'));
  });

  it('is refused after the sign-out of who was allowed', async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen('stream-notify-user', 'ann-id/notification');

    await ann.call('logout');

    assert.ok(await ann.message('nosub'));
  });
});
