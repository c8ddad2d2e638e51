import assert from 'node:assert/strict';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, room, said, town } from './town';

type Item = Record<string, unknown>;

const crowd = ['dan', 'dana', 'dave', 'dirk', 'dora', 'doris'].map((name) => person(name));
const plain = town({
  messages: [said('one', 30, { room: 'open', from: 'bob' })],
  rooms: [
    room('devops', { members: ['bob'] }),
    room('pub', { members: ['bob'], team: { id: 'pub-team', main: true } }),
    room('pubchat', { members: ['bob'], team: { id: 'pub-team', main: false } }),
  ],
});
const data = { ...plain, users: [...plain.users, ...crowd] };

function named(items: unknown, key: string): unknown[] {
  // Lists of documents.
  return (items as Item[]).map((item) => item[key]);
}

describe('spotlight', () => {
  const server = eachWithServer({ data, now: noon });

  async function search(query: string, as = 'ann', others: Record<string, string> = {}) {
    const { body } = await ask(server(), 'GET spotlight', { as, query: { query, ...others } });
    return { body, users: named(body['users'], 'username'), rooms: named(body['rooms'], 'name') };
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

    const [found] = body['rooms'] as Item[];
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

  it('leaves out who has been deactivated', async () => {
    const dan = server().world.users.byUsername('dan') ?? assert.fail();
    dan.active = false;

    const { users } = await search('@dan');

    assert.deepEqual(users, ['dana']);
  });

  it('shows a guest whom one talks to, and no rooms', async () => {
    const { users, rooms } = await search('o', 'gast');

    assert.deepEqual([users, rooms], [[], []]);
  });

  it('wants a query', async () => {
    const { status, body } = await ask(server(), 'GET spotlight', { as: 'ann' });

    assert.deepEqual([status, body['error']], [400, "must have required property 'query'"]);
  });
});
