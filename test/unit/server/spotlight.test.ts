import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, room, roomIn, said, town } from './town';

const crowd = ['dan', 'dana', 'dave', 'dirk', 'dora', 'doris'].map((name) => person(name));
const plain = town({
  messages: [said('one', 30, { room: 'open', from: 'bob' })],
  rooms: [
    { id: 'gast-carol', kind: 'd', members: ['gast', 'carol'], created: 900 },
    room('devops', { members: ['bob'] }),
    room('pub', { members: ['bob'], team: { id: 'pub-team', main: true } }),
    room('pubchat', { members: ['bob'], team: { id: 'pub-team', main: false } }),
  ],
});
const data = { ...plain, users: [...plain.users, ...crowd] };

describe('spotlight', () => {
  const server = eachWithServer({ data, now: noon });

  async function search(query: string, as = 'ann', others: Record<string, string> = {}) {
    const { body } = await ask(server(), 'GET spotlight', { as, query: { query, ...others } });
    return {
      body,
      users: each(listIn(body, 'users'), 'username'),
      rooms: each(listIn(body, 'rooms'), 'name'),
    };
  }

  it('finds people and the channels that one is not in', async () => {
    const { users, rooms } = await search('d');

    assert.deepEqual(users, ['dan', 'dana', 'dave', 'dirk', 'dora']);
    assert.deepEqual(rooms, ['devops']);
  });

  it('finds people by @ and rooms by #', async () => {
    const [people, channels] = [await search('@d'), await search('#d')];

    assert.deepEqual([people.rooms, channels.users], [[], []]);
    assert.deepEqual([people.users.length, channels.rooms], [5, ['devops']]);
  });

  it('puts the exact name first, then members of the room in hand', async () => {
    const exact = await search('@dora');
    const member = await search('@b', 'ann', { rid: 'dev' });

    assert.deepEqual([exact.users[0], member.users[0]], ['dora', 'bob']);
  });

  it('tells what it tells of people and rooms, and no more', async () => {
    const { body } = await search('open');
    const people = await search('@bob');

    const [found] = listIn(body, 'rooms');
    assert.deepEqual(Object.keys(found ?? {}).sort(), ['_id', 'fname', 'lastMessage', 'name', 't']);
    assert.deepEqual(people.body['users'], [
      { _id: 'bob-id', username: 'bob', name: 'Bob', status: 'offline', statusText: '' },
    ]);
  });

  it('shows main rooms of teams, not the others', async () => {
    const { rooms } = await search('#pub', 'carol');

    assert.deepEqual(rooms, ['pub']);
  });

  it('leaves out those already named', async () => {
    const { users } = await search('@dan', 'ann', { usernames: 'dan' });

    assert.deepEqual(users, ['dana']);
  });

  it('finds one kind alone if asked to', async () => {
    const { users, rooms } = await search('d', 'ann', { type: '{"rooms":true}' });

    assert.deepEqual([users, rooms], [[], ['devops']]);
  });

  it('leaves out who has been deactivated', async () => {
    const dan = server().world.users.byUsername('dan') ?? assert.fail();
    dan.active = false;

    const { users } = await search('@dan');

    assert.deepEqual(users, ['dana']);
  });

  it('shows a guest those to whom he talks, and no rooms', async () => {
    const { users, rooms } = await search('o', 'gast');

    assert.deepEqual([users, rooms], [['carol'], []]);
  });

  it('wants a query', async () => {
    const { status, body } = await ask(server(), 'GET spotlight', { as: 'ann' });

    assert.deepEqual([status, body['error']], [400, "must have required property 'query'"]);
  });

  it('is nothing for strangers', async () => {
    const { status } = await ask(server(), 'GET spotlight', { query: { query: 'o' } });

    assert.equal(status, 401);
  });
});

describe('spotlight where strangers may read', () => {
  const server = eachWithServer({ data, now: noon, settings: { Accounts_AllowAnonymousRead: true } });

  it('shows them channels, but neither people nor what was said', async () => {
    const { body } = await ask(server(), 'GET spotlight', { query: { query: 'o' } });

    const rooms = listIn(body, 'rooms');
    assert.deepEqual(body['users'], []);
    assert.deepEqual(each(rooms, 'name'), ['devops', 'locked', 'old', 'open']);
    assert.deepEqual(
      each(rooms, 'lastMessage'),
      rooms.map(() => undefined),
    );
  });

  it('leaves out the default rooms, which they are shown anyway', async () => {
    roomIn(server().world, 'open').default = true;

    const { body } = await ask(server(), 'GET spotlight', { query: { query: 'open' } });

    assert.deepEqual(body['rooms'], []);
  });
});

describe('spotlight before 8.6', () => {
  const settings = { Accounts_AllowAnonymousRead: true };
  const server = eachWithServer({ data, now: noon, version: '8.5.1', settings });

  it('knows the text alone', async () => {
    const question = { as: 'ann', query: { query: 'dora', rid: 'dev' } };

    const { status, body } = await ask(server(), 'GET spotlight', question);

    assert.deepEqual([status, body['error']], [400, 'must NOT have additional properties']);
  });

  it('is nothing for strangers, wherever they may read', async () => {
    const { status } = await ask(server(), 'GET spotlight', { query: { query: 'o' } });

    assert.equal(status, 401);
  });
});
