import assert from 'node:assert/strict';
import { ask, itemIn, listIn, textIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, town } from './town';

const crowd = ['dan', 'dana', 'dave', 'dirk', 'dora', 'doris'].map((name) => person(name));
const plain = town({ rooms: [{ id: 'gast-carol', kind: 'd', members: ['gast', 'carol'], created: 900 }] });
const data = { ...plain, users: [...plain.users, ...crowd] };

describe('im.create', () => {
  const server = eachWithServer({ data, now: noon });

  const create = (body: object, as = 'ann', family = 'im') =>
    ask(server(), `POST ${family}.create`, { as, body });

  it('returns the room that is there', async () => {
    const { body } = await create({ username: 'BOB' });

    assert.deepEqual(body['room'], { t: 'd', rid: 'ann-bob', _id: 'ann-bob', usernames: ['ann', 'bob'] });
  });

  it('makes a room for two, shown to its maker alone', async () => {
    const { body } = await create({ username: 'carol' }, 'ann', 'dm');

    const { subscriptions } = server().world;
    const rid = 'ann-idcarol-id';
    const open = ['ann-id', 'carol-id'].map((id) => subscriptions.of(id, rid)?.open);
    assert.deepEqual(body['room'], { t: 'd', rid, _id: rid, usernames: ['ann', 'carol'] });
    assert.deepEqual(open, [true, false]);
  });

  it('makes a room for several, and one for oneself', async () => {
    const several = await create({ usernames: 'carol, bob' });
    const self = await create({ username: 'ann' });

    const { subscriptions } = server().world;
    const rid = textIn(itemIn(several.body, 'room'), 'rid');
    const own = subscriptions.of('ann-id', rid);
    assert.match(rid, /^[0-9a-f]{24}$/);
    assert.deepEqual([own?.name, own?.fname], ['bob, carol', 'Bob, Carol']);
    assert.deepEqual(itemIn(self.body, 'room')['usernames'], ['ann']);
  });

  it('counts a person named twice once', async () => {
    const { body } = await create({ usernames: 'carol, Carol' });

    const rid = 'ann-idcarol-id';
    assert.deepEqual(body['room'], { t: 'd', rid, _id: rid, usernames: ['ann', 'carol'] });
    assert.equal(server().world.rooms.byId(rid)?.usersCount, 2);
  });

  it('shows a hidden room again', async () => {
    const own = server().world.subscriptions.of('ann-id', 'ann-bob') ?? assert.fail();
    own.open = false;

    await create({ username: 'bob' });

    assert.equal(own.open, true);
  });

  it('returns a room that is there even to who may not make one', async () => {
    const { body } = await create({ username: 'carol' }, 'gast');

    assert.equal(itemIn(body, 'room')['rid'], 'gast-carol');
  });

  const refusals: readonly [what: string, body: object, as: string, error: string][] = [
    ['a person who is not there', { username: 'nobody' }, 'ann', 'Invalid user [error-invalid-user]'],
    [
      'more people than fit',
      { usernames: 'bob,carol,dan,dana,dave,dirk,dora,doris' },
      'ann',
      'You cannot add more than 8 users, including yourself to a direct message [error-direct-message-max-user-exceeded]',
    ],
    ['a guest', { username: 'bob' }, 'gast', 'Not allowed [error-not-allowed]'],
    [
      'a room of others for two',
      { username: 'bob', excludeSelf: true },
      'ann',
      'Invalid user [error-invalid-user]',
    ],
  ];
  for (const [what, body, as, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const answer = await create(body, as);

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }
});

describe('im.create where nobody may write to oneself', () => {
  const settings = { Message_AllowDirectMessagesToYourself: false };
  const server = eachWithServer({ data, now: noon, settings });

  it('refuses it', async () => {
    const { body } = await ask(server(), 'POST im.create', { as: 'ann', body: { username: 'ann' } });

    assert.equal(body['error'], 'Invalid user [error-invalid-user]');
  });
});

describe('im.list', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives the direct messages without a name', async () => {
    const { body } = await ask(server(), 'GET im.list', { as: 'bob' });

    const [only] = listIn(body, 'ims');
    assert.deepEqual(
      [body['total'], only?.['_id'], only?.['name'], only?.['usernames']],
      [1, 'ann-bob', undefined, ['ann', 'bob']],
    );
  });
});
