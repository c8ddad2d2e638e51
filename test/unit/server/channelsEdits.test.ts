import assert from 'node:assert/strict';
import { itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const data = town({
  rooms: [
    room('radio', { kind: 'p' }),
    room('pub', { team: { id: 'pub-team', main: true } }),
    room('chat', { kind: 'p', discussionOf: 'dev', fname: 'Which tea?', topic: 'dev' }),
    room('tea', { kind: 'p', discussionOf: 'dev', topic: 'Leaves' }),
  ],
});
const families = [
  ['channels', 'dev', 'channel'],
  ['groups', 'secret', 'group'],
] as const;

for (const [name, roomId, key] of families) {
  describe(`${name}.set…`, () => {
    const server = eachWithServer({ data, now: noon });

    const set = (call: string, parameters: object, as = 'ann') =>
      asking(server(), `POST ${name}.${call}`, as, { roomId, ...parameters });
    const lastNote = () => {
      const { t, msg, u } = server().world.messages.inRoom(roomId).at(-1) ?? assert.fail('no note');
      return [t, msg, u.username];
    };

    const texts: readonly [call: string, key: string, kept: 'topic' | 'description' | 'announcement'][] = [
      ['setTopic', 'topic', 'topic'],
      ['setDescription', 'description', 'description'],
      ['setPurpose', 'purpose', 'description'],
      ['setAnnouncement', 'announcement', 'announcement'],
    ];
    for (const [call, word, kept] of texts) {
      it(`${call} answers the text, keeps it as the ${kept} and notes it`, async () => {
        const { body } = await set(call, { [word]: 'Bread' });

        assert.deepEqual([body[word], roomIn(server().world, roomId)[kept]], ['Bread', 'Bread']);
        assert.deepEqual(lastNote(), [`room_changed_${kept}`, 'Bread', 'ann']);
      });

      it(`${call} empties it again`, async () => {
        await set(call, { [word]: 'Bread' });

        const { body } = await set(call, { [word]: '' });

        assert.deepEqual([body[word], roomIn(server().world, roomId)[kept]], ['', '']);
      });
    }

    it('setReadOnly closes the room to most, and opens it again', async () => {
      const { body } = await set('setReadOnly', { readOnly: true });
      const closed = lastNote();
      await set('setReadOnly', { readOnly: false });

      assert.equal(itemIn(body, key)['ro'], true);
      assert.deepEqual([closed[0], lastNote()[0]], ['room-set-read-only', 'room-removed-read-only']);
    });

    it('setType hands the room over to the other family', async () => {
      const type = name === 'channels' ? 'p' : 'c';
      const { body } = await set('setType', { type });
      const again = await set('setType', { type: name === 'channels' ? 'c' : 'p' });

      assert.deepEqual([itemIn(body, key)['t'], seenBy(server().world, 'bob', roomId).t], [type, type]);
      assert.deepEqual(lastNote(), ['room_changed_privacy', type === 'p' ? 'private' : 'public', 'ann']);
      assert.equal(again.body['errorType'], 'error-room-not-found');
    });

    it('setCustomFields replaces them, for its members as well', async () => {
      await set('setCustomFields', { customFields: { a: 1 } });

      const { body } = await set('setCustomFields', { customFields: { b: 2 } });

      assert.deepEqual(itemIn(body, key)['customFields'], { b: 2 });
      assert.deepEqual(seenBy(server().world, 'bob', roomId).customFields, { b: 2 });
    });

    it('rename gives it another name, everywhere', async () => {
      const { body } = await set('rename', { name: 'bakery' });

      const { name: shown, fname, alert } = seenBy(server().world, 'bob', roomId);
      assert.deepEqual(
        [itemIn(body, key)['name'], shown, fname, alert],
        ['bakery', 'bakery', 'bakery', true],
      );
      assert.deepEqual(
        [server().world.rooms.byName('bakery')?._id, server().world.rooms.byName(roomId)],
        [roomId, undefined],
      );
      assert.deepEqual(lastNote(), ['r', 'bakery', 'ann']);
    });
  });
}

describe('what only one of the two families has', () => {
  const server = eachWithServer({ data, now: noon, settings: { E2E_Enable: true } });

  it('channels.setDefault makes a channel one that newcomers join', async () => {
    const { body } = await asking(server(), 'POST channels.setDefault', 'root', {
      roomId: 'dev',
      default: 'true',
    });

    assert.equal(itemIn(body, 'channel')['default'], true);
  });

  it('a channel that becomes private is no default any more', async () => {
    await asking(server(), 'POST channels.setDefault', 'root', { roomId: 'dev', default: true });

    const { body } = await asking(server(), 'POST channels.setType', 'ann', { roomId: 'dev', type: 'p' });

    assert.equal('default' in itemIn(body, 'channel'), false);
  });

  it('channels.setJoinCode closes a channel, without a note and without telling the code', async () => {
    const { body } = await asking(server(), 'POST channels.setJoinCode', 'ann', {
      roomId: 'dev',
      joinCode: '123',
    });

    const channel = itemIn(body, 'channel');
    assert.deepEqual([channel['joinCodeRequired'], channel['msgs']], [true, 0]);
    assert.equal(JSON.stringify(body).includes('123'), false);
  });

  it('groups.setEncrypted encrypts a group', async () => {
    const { body } = await asking(server(), 'POST groups.setEncrypted', 'ann', {
      roomId: 'secret',
      encrypted: true,
    });

    assert.equal(itemIn(body, 'group')['encrypted'], true);
    assert.equal(seenBy(server().world, 'bob', 'secret').encrypted, true);
    assert.equal(server().world.messages.inRoom('secret').at(-1)?.t, 'room_e2e_enabled');
  });

  it('a code is asked of who joins', async () => {
    await asking(server(), 'POST channels.setJoinCode', 'ann', { roomId: 'dev', joinCode: '123' });

    const none = await asking(server(), 'POST channels.join', 'carol', { roomId: 'dev' });
    const wrong = await asking(server(), 'POST channels.join', 'carol', { roomId: 'dev', joinCode: '1' });
    const right = await asking(server(), 'POST channels.join', 'carol', { roomId: 'dev', joinCode: '123' });

    assert.deepEqual(
      [none.body['error'], wrong.body['error'], right.status],
      ['Code required [error-code-required]', 'Invalid code [error-code-invalid]', 200],
    );
  });

  it('no code is asked of an administrator', async () => {
    await asking(server(), 'POST channels.setJoinCode', 'ann', { roomId: 'dev', joinCode: '123' });

    const { status } = await asking(server(), 'POST channels.join', 'root', { roomId: 'dev' });

    assert.equal(status, 200);
  });
});

describe('a new name', () => {
  const server = eachWithServer({ data, now: noon });

  it('of the parent becomes the topic of a discussion that had the old one', async () => {
    await asking(server(), 'POST channels.rename', 'ann', { roomId: 'dev', name: 'bakery' });

    const topics = ['chat', 'tea'].map((id) => roomIn(server().world, id).topic);
    assert.deepEqual(topics, ['bakery', 'Leaves']);
  });

  it('of a discussion is its title alone', async () => {
    const { body } = await asking(server(), 'POST groups.rename', 'ann', {
      roomId: 'chat',
      name: 'Or coffee?',
    });

    const { name, fname } = itemIn(body, 'group');
    assert.deepEqual([name, fname], ['chat', 'Or coffee?']);
  });
});
