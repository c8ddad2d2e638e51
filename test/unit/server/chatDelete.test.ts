import assert from 'node:assert/strict';
import type { Message } from '../../server/world/documents';
import { ask, each, listIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { longAgo, noon, roomIn, said, seenBy, town } from './town';

const data = town({
  messages: [
    said('first', 90, { from: 'bob' }),
    said('almost', 60.4, { from: 'bob' }),
    said('main', 60, { from: 'bob' }),
    said('r1', 50, { thread: 'main', from: 'ann' }),
    said('r2', 40, { thread: 'main', from: 'bob', text: '@ann' }),
    said('last', 30, { text: 'bye', reactions: { ':+1:': ['bob'] } }),
    said('word', 25, { room: 'locked', from: 'bob' }),
    said('picture', 20, { room: 'secret', file: { id: 'f1', name: 'a.png', type: 'image/png', size: 10 } }),
    said('opener', 15, { discussion: 'talk', type: 'discussion-created' }),
    said('tea', 10, { room: 'talk', from: 'bob' }),
    said('tea2', 9, { room: 'talk', from: 'bob' }),
  ],
  views: longAgo,
});

const isMissing = { status: 400, body: { success: false } };

function deleting(server: () => { url: string }) {
  return async (msgId: string, { as = 'ann', roomId = 'dev', ...others }: Item = {}) => {
    const { status, body } = await ask(server(), 'POST chat.delete', {
      as: String(as),
      body: { msgId, roomId, ...others },
    });
    return { status, body };
  };
}

describe('chat.delete', () => {
  const server = eachWithServer({ data, now: noon });
  const remove = deleting(server);

  const get = async (msgId: string) => {
    const { status, body } = await ask(server(), 'GET chat.getMessage', { as: 'ann', query: { msgId } });
    return { status, body };
  };

  it('answers what it deleted, and when', async () => {
    const { status, body } = await remove('last');

    const message = { _id: 'last', rid: 'dev', u: { _id: 'ann-id', username: 'ann', name: 'Ann' } };
    assert.equal(status, 200);
    assert.deepEqual(body, { _id: 'last', ts: String(Date.parse(noon)), message, success: true });
  });

  it('deletes for good, and tells whoever listens', async () => {
    const gone: string[] = [];
    server().world.events.on('deletion', ({ _id }) => gone.push(_id));

    await remove('last');

    assert.deepEqual([await get('last'), gone], [isMissing, ['last']]);
  });

  it('frees the id', async () => {
    await remove('last');

    const { status } = await ask(server(), 'POST chat.sendMessage', {
      as: 'ann',
      body: { message: { _id: 'last', rid: 'dev', msg: 'again' } },
    });

    assert.equal(status, 200);
  });

  it('counts the room anew, and shows the message before', async () => {
    const { world } = server();
    const before = roomIn(world, 'dev').msgs;

    await remove('last');

    const room = roomIn(world, 'dev');
    assert.deepEqual([room.msgs, room.lastMessage?._id], [before - 1, 'main']);
  });

  it('makes a thread shorter, and unread to nobody', async () => {
    const { world } = server();

    await remove('r1');

    const { tunread, tunreadUser } = seenBy(world, 'bob');
    assert.equal(world.messages.byId('main')?.tcount, 1);
    assert.deepEqual([tunread, tunreadUser], [[], undefined]);
  });

  it('shows the first message of a thread as removed', async () => {
    await remove('main');

    const { body } = await get('main');
    // The route has been seen to answer a message.
    const removed = body['message'] as Message;
    const { t, msg, urls, mentions, attachments, reactions, editedBy, tcount } = removed;
    assert.deepEqual([t, msg, urls, mentions, attachments, reactions], ['rm', '', [], [], [], {}]);
    assert.deepEqual([editedBy, tcount], [{ _id: 'ann-id', username: 'ann' }, 2]);
    assert.equal('md' in removed, false);
  });

  it('deletes what holds a file by the file', async () => {
    const { status, body } = await ask(server(), 'POST chat.delete', { as: 'ann', body: { fileId: 'f1' } });

    assert.deepEqual([status, body['_id']], [200, 'picture']);
    assert.equal(server().world.uploads.byId('f1'), undefined);
  });

  it('makes a discussion shorter, and deletes it with the message that opened it', async () => {
    const { world } = server();

    await remove('tea2', { roomId: 'talk', as: 'bob' });
    const size = world.messages.byId('opener')?.dcount;
    await remove('opener');

    assert.deepEqual([size, world.rooms.byId('talk')], [1, undefined]);
  });

  it("deletes in another's name for who may", async () => {
    const { status } = await remove('first', { as: 'root', asUser: true });

    assert.equal(status, 200);
  });

  const needsForce =
    'Unauthorized. You must have the permission "force-delete-message" to delete other\'s message as them.';
  const refusals: readonly [what: string, id: string, others: Item, error: string][] = [
    ['what is not there', 'nothing', {}, 'No message found with the id of "nothing".'],
    [
      'a message of another room',
      'last',
      { roomId: 'open' },
      'The room id provided does not match where the message is from.',
    ],
    ["others' words", 'last', { as: 'bob' }, 'Not allowed [error-action-not-allowed]'],
    ["others' words in their name", 'last', { as: 'bob', asUser: true }, needsForce],
    [
      'in a read-only room',
      'word',
      { as: 'bob', roomId: 'locked' },
      "You can't delete messages because the room is readonly.",
    ],
  ];
  for (const [what, id, others, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const { status, body } = await remove(id, others);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('refuses a file that no message holds', async () => {
    const { body } = await ask(server(), 'POST chat.delete', { as: 'ann', body: { fileId: 'f2' } });

    assert.equal(body['error'], 'No message found with the file id: "f2".');
  });
});

describe('chat.delete under a limit in time', () => {
  const settings = { Message_AllowDeleting_BlockDeleteInMinutes: 60 };
  const server = eachWithServer({ data, now: noon, settings });
  const remove = deleting(server);

  it('takes what is just so old, and refuses what is older', async () => {
    const young = await remove('almost', { as: 'bob' });
    const old = await remove('first', { as: 'bob' });

    assert.deepEqual([young.status, old.body['errorType']], [200, 'error-action-not-allowed']);
  });

  it('holds nobody back who may force it', async () => {
    const { status } = await remove('first');

    assert.equal(status, 200);
  });
});

describe('chat.delete where deleting is switched off', () => {
  const server = eachWithServer({ data, now: noon, settings: { Message_AllowDeleting: false } });
  const remove = deleting(server);

  it('is left to who may force it', async () => {
    const own = await remove('first', { as: 'bob' });
    const forced = await remove('first');

    assert.deepEqual([own.body['error'], forced.status], ['Not allowed [error-action-not-allowed]', 200]);
  });
});

describe('chat.delete where removed messages are shown', () => {
  const server = eachWithServer({ data, now: noon, settings: { Message_ShowDeletedStatus: true } });
  const remove = deleting(server);

  it('leaves a note in the place of the words', async () => {
    await remove('last');

    const { world } = server();
    assert.deepEqual([world.messages.byId('last')?.t, roomIn(world, 'dev').lastMessage?._id], ['rm', 'main']);
  });
});

describe('chat.delete where history is kept', () => {
  const server = eachWithServer({ data, now: noon, settings: { Message_KeepHistory: true } });
  const remove = deleting(server);

  it('hides the message from every list', async () => {
    await remove('last');

    const { body } = await ask(server(), 'GET chat.search', {
      as: 'ann',
      query: { roomId: 'dev', searchText: 'from:ann' },
    });
    const ids = each(listIn(body, 'messages'), '_id');
    assert.equal(ids.includes('last'), false);
    assert.equal(server().world.messages.byId('last')?.['_hidden'], true);
  });
});

describe('chat.delete of an older release', () => {
  const server = eachWithServer({ data, now: noon, version: '8.5.0' });

  it('knows no files', async () => {
    const { body } = await ask(server(), 'POST chat.delete', { as: 'ann', body: { fileId: 'f1' } });

    assert.equal(body['errorType'], 'invalid-params');
  });
});
