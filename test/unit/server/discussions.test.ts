import assert from 'node:assert/strict';
import { each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, said, town } from './town';

const data = town({
  messages: [
    said('one', 30, { from: 'bob', text: 'Tea?' }),
    said('other', 20, { room: 'open', from: 'bob' }),
  ],
  rooms: [
    room('hidden', { kind: 'p', team: { id: 'hidden-team', main: true } }),
    room('hall', { team: { id: 'hidden-team', main: false } }),
  ],
});
const method = 'POST rooms.createDiscussion';

describe('rooms.createDiscussion', () => {
  const server = eachWithServer({ data, now: noon });

  const create = async (body: object, as = 'ann') => {
    const answer = await asking(server(), method, as, { t_name: 'Which cup?', ...body });
    return itemIn(answer.body, 'discussion');
  };

  it('makes a room of the kind of its parent', async () => {
    const kinds = [
      await create({ prid: 'dev' }),
      await create({ prid: 'secret' }),
      await create({ prid: 'ann-bob' }),
      await create({ prid: 'hall' }),
    ];

    assert.deepEqual(each(kinds, 't'), ['c', 'p', 'p', 'p']);
  });

  it('has a title for people and a name for nobody', async () => {
    const { name, fname, prid, topic, rid, _id } = await create({ prid: 'dev' });

    assert.match(String(name), /^\w{17}$/);
    assert.deepEqual([fname, prid, topic, rid], ['Which cup?', 'dev', 'dev', _id]);
  });

  it('takes a topic of its own', async () => {
    const { topic } = await create({ prid: 'dev', topic: 'China' });

    assert.equal(topic, 'China');
  });

  it('is told of in the parent', async () => {
    const { _id } = await create({ prid: 'dev' });

    const { t, msg, drid } = server().world.messages.inRoom('dev').at(-1) ?? assert.fail();
    assert.deepEqual([t, msg, drid], ['discussion-created', 'Which cup?', _id]);
  });

  it('begins with the message that it is about, whose author comes along', async () => {
    const { _id, description } = await create({ prid: 'dev', pmid: 'one', users: ['carol', 'nobody'] });

    const { world } = server();
    const [first] = world.messages.inRoom(String(_id));
    const people = world.subscriptions.inRoom(String(_id)).map(({ u }) => u.username);
    assert.deepEqual([description, first?.attachments?.[0]?.['text']], ['Tea?', 'Tea?']);
    assert.deepEqual(people, ['bob', 'carol', 'ann']);
    assert.equal(roomIn(world, String(_id)).msgs, 0);
  });

  it('begins with an answer', async () => {
    const { _id } = await create({ prid: 'dev', reply: 'The blue one' });

    const { msgs, lastMessage } = roomIn(server().world, String(_id));
    assert.deepEqual([msgs, lastMessage?.msg], [1, 'The blue one']);
  });

  it('is joined by who would make a second one about the same message', async () => {
    const first = await create({ prid: 'dev', pmid: 'one' });

    const second = await create({ prid: 'dev', pmid: 'one' }, 'carol');

    assert.deepEqual(second, { _id: first['_id'], rid: first['_id'] });
    assert.ok(server().world.subscriptions.of('carol-id', String(first['_id'])));
  });

  const about = (over: object) => ({ t_name: 'x', ...over });
  const forbidden = 'You are not allowed to create a discussion [error-action-not-allowed]';
  const otherRoom = 'Root message room ID does not match parent room ID  [error-invalid-arguments]';
  const noReply = 'Encrypted discussions must not receive an initial reply. [error-invalid-arguments]';
  refuses(server, [
    ['bots', method, 'hook', about({ prid: 'dev' }), forbidden],
    [
      'an unknown message',
      method,
      'ann',
      about({ prid: 'dev', pmid: 'x' }),
      'Invalid message [error-invalid-message]',
    ],
    ['a message of another room', method, 'ann', about({ prid: 'dev', pmid: 'other' }), otherRoom],
    ['no parent', method, 'ann', about({ prid: '' }), 'Missing parent room ID [error-invalid-arguments]'],
    [
      'a discussion in a discussion',
      method,
      'bob',
      about({ prid: 'talk' }),
      'Cannot create nested discussions [error-nested-discussion]',
    ],
    ['an answer in a cipher', method, 'ann', about({ prid: 'cipher', reply: 'x' }), noReply],
    ['a parent that is not there', method, 'ann', about({ prid: 'nowhere' }), '[error-invalid-room]'],
    ['a parent that one may not see', method, 'carol', about({ prid: 'secret' }), '[error-not-allowed]'],
    ['people who are no list', method, 'ann', about({ prid: 'dev', users: {} }), 'must be array'],
  ]);
});

describe('rooms.createDiscussion where there are none', () => {
  const server = eachWithServer({ data, now: noon, settings: { Discussion_enabled: false } });

  refuses(server, [
    [
      'everyone',
      method,
      'root',
      { prid: 'dev', t_name: 'x' },
      'You are not allowed to create a discussion [error-action-not-allowed]',
    ],
  ]);
});

describe('rooms.getDiscussions', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives those of a room, by title', async () => {
    await asking(server(), method, 'ann', { prid: 'dev', t_name: 'Another tea?' });

    const { body } = await asking(server(), 'GET rooms.getDiscussions', 'ann', { roomName: 'dev' });

    assert.deepEqual(each(listIn(body, 'discussions'), 'fname'), ['Another tea?', 'Which tea?']);
    assert.deepEqual([body['count'], body['total']], [2, 2]);
  });

  refuses(server, [
    ['who may not see the room', 'GET rooms.getDiscussions', 'carol', { roomId: 'secret' }, 'not-allowed'],
    [
      'no room',
      'GET rooms.getDiscussions',
      'ann',
      {},
      'The parameter "roomId" or "roomName" is required [error-roomid-param-not-provided]',
    ],
    [
      'an archived room',
      'GET rooms.getDiscussions',
      'ann',
      { roomId: 'old' },
      'The channel, old, is archived [error-room-archived]',
    ],
  ]);
});
