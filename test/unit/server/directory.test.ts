import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, town } from './town';

const data = town({
  rooms: [
    room('pub', { team: { id: 'pub-team', main: true }, members: ['bob'] }),
    room('pubchat', { team: { id: 'pub-team', main: false }, members: ['bob'], created: 2000 }),
  ],
});

describe('directory', () => {
  const server = eachWithServer({ data, now: noon });

  async function browse(parameters: object = {}, as = 'carol') {
    const { body } = await asking(server(), 'GET directory', as, { ...parameters });
    return { body, names: each(listIn(body, 'result'), 'name') };
  }

  it('lists the channels that one may see, those of public teams as well', async () => {
    const { names, body } = await browse({ sort: '{"name":1}' });

    assert.deepEqual(names, ['dev', 'locked', 'old', 'open', 'pubchat', 'quiet']);
    assert.equal(body['total'], 6);
  });

  it('lists private groups to who is in them', async () => {
    const { names } = await browse({ text: 'c', sort: '{"name":1}' }, 'bob');

    assert.deepEqual(names, ['cipher', 'corechat', 'locked', 'oldsecret', 'pubchat', 'secret']);
  });

  it('turns the names round where no order is asked for', async () => {
    const { names } = await browse({ count: 2 });

    assert.deepEqual(names, ['quiet', 'pubchat']);
  });

  it('says to which team a room belongs', async () => {
    const { body } = await browse({ text: 'pubchat' });

    const [only] = listIn(body, 'result');
    assert.deepEqual([only?.['teamId'], only?.['belongsTo'], only?.['usersCount']], ['pub-team', 'pub', 1]);
  });

  it('sorts by age and by number of people', async () => {
    const [oldest] = (await browse({ sort: '{"createdAt":1}' })).names;
    const [smallest] = (await browse({ sort: '{"usersCount":1}', text: 'open' })).names;

    assert.deepEqual([oldest, smallest], ['pubchat', 'open']);
  });

  it('lists teams by their main rooms, with the number of their rooms', async () => {
    const [carol, bob] = [await browse({ type: 'teams' }), await browse({ type: 'teams' }, 'bob')];

    const [pub] = listIn(carol.body, 'result');
    assert.deepEqual([carol.names, bob.names], [['pub'], ['pub', 'core']]);
    assert.deepEqual([pub?.['teamMain'], pub?.['roomsCount']], [true, 1]);
  });

  it('lists people, their addresses to administrators alone', async () => {
    const [carol, root] = [
      await browse({ type: 'users', text: 'AN' }),
      await browse({ type: 'users', text: 'ann' }, 'root'),
    ];

    assert.deepEqual(Object.keys(listIn(carol.body, 'result')[0] ?? {}), [
      '_id',
      'username',
      'name',
      'createdAt',
    ]);
    assert.deepEqual(listIn(root.body, 'result')[0]?.['emails'], [
      { address: 'ann@example.com', verified: true },
    ]);
  });

  it('ignores a query of older releases', async () => {
    const { body } = await browse({ query: '{"text":"ann","type":"users"}' });

    assert.equal(body['total'], 6);
  });

  const wrong = 'Please verify the parameters';
  refuses(server, [
    ['an unknown kind', 'GET directory', 'ann', { type: 'cats' }, wrong],
    ['an order that it has not', 'GET directory', 'ann', { sort: '{"topic":1}' }, wrong],
    ['people to a guest', 'GET directory', 'gast', { type: 'users' }, wrong],
    ['channels to a guest', 'GET directory', 'gast', {}, wrong],
    [
      'two orders',
      'GET directory',
      'ann',
      { sort: '{"name":1,"ts":1}' },
      'This method support only one "sort" parameter',
    ],
  ]);
});
