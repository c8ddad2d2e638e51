import assert from 'node:assert/strict';
import { each, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, seenBy, town } from './town';

const data = town({
  rooms: [room('pub', { members: ['ann', 'carol'], team: { id: 'pub-team', main: true } })],
});

describe('channels.create and groups.create', () => {
  const server = eachWithServer({ data, now: noon });

  const create = (method: string, body: object, as = 'bob') =>
    asking(server(), `POST ${method}`, as, { ...body });

  it('make a room that its creator owns, without a word in it', async () => {
    const { body } = await create('channels.create', { name: 'lunch' });

    const channel = itemIn(body, 'channel');
    assert.deepEqual(
      ['name', 'fname', 't', 'msgs', 'usersCount', 'ro'].map((key) => channel[key]),
      ['lunch', 'lunch', 'c', 0, 1, false],
    );
    const { roles, ls } = seenBy(server().world, 'bob', String(channel['_id']));
    assert.deepEqual([roles, ls], [['owner'], noon]);
  });

  it('let those in who are named and known, with nothing unread', async () => {
    const { body } = await create('groups.create', { name: 'lunch', members: ['ann', 'nobody'] });

    const group = itemIn(body, 'group');
    const ann = server().world.subscriptions.of('ann-id', String(group['_id']));
    assert.deepEqual([group['t'], group['usersCount']], ['p', 2]);
    assert.deepEqual([ann?.open, ann?.alert, ann?.unread, ann?.roles], [true, false, 0, undefined]);
  });

  it('leave the creator out if asked to', async () => {
    const { body } = await create('groups.create', { name: 'gift', members: ['ann'], excludeSelf: true });

    const rid = String(itemIn(body, 'group')['_id']);
    assert.deepEqual(
      server()
        .world.subscriptions.inRoom(rid)
        .map(({ u }) => u.username),
      ['ann'],
    );
  });

  it('take over what else is told of the room', async () => {
    const { body } = await create('channels.create', {
      name: 'radio',
      customFields: { floor: 3 },
      extraData: { broadcast: true, topic: 'News' },
    });

    const channel = itemIn(body, 'channel');
    assert.deepEqual(
      ['ro', 'broadcast', 'topic', 'customFields'].map((key) => channel[key]),
      [true, true, 'News', { floor: 3 }],
    );
  });

  it('bring in everyone of the named teams', async () => {
    const { body } = await create('channels.create', { name: 'lunch', teams: ['pub'] });

    assert.equal(itemIn(body, 'channel')['usersCount'], 3);
  });

  it('put a channel into a team, which says so in its main room', async () => {
    const { body } = await create(
      'channels.create',
      { name: 'lunch', extraData: { teamId: 'pub-team' } },
      'ann',
    );

    const notes = server().world.messages.inRoom('pub');
    assert.equal(itemIn(body, 'channel')['teamId'], 'pub-team');
    assert.deepEqual([each(notes, 't'), each(notes, 'msg')], [['user-added-room-to-team'], ['lunch']]);
  });

  const taken = "A channel with name 'dev' exists [error-duplicate-channel-name]";
  const noMembers = 'param "members" must be an array if provided';
  refuses(server, [
    ['who may not', 'POST channels.create', 'gast', { name: 'a' }, 'unauthorized', 403],
    ['who may not', 'POST groups.create', 'gast', { name: 'a' }, 'unauthorized', 403],
    ['no name', 'POST channels.create', 'bob', {}, 'Param "name" is required'],
    ['no name', 'POST groups.create', 'bob', {}, 'Body param "name" is required'],
    [
      'members that are no list',
      'POST channels.create',
      'bob',
      { name: 'a', members: 'ann' },
      `P${noMembers.slice(1)}`,
    ],
    [
      'members that are no list',
      'POST groups.create',
      'bob',
      { name: 'a', members: 'ann' },
      `Body ${noMembers}`,
    ],
    [
      'teams that are no list',
      'POST channels.create',
      'bob',
      { name: 'a', teams: 'b' },
      'Param teams must be an array',
    ],
    ['a name that is taken', 'POST channels.create', 'bob', { name: 'dev' }, taken],
    ['a name that is taken', 'POST groups.create', 'bob', { name: 'dev' }, taken],
    [
      'a name of old',
      'POST groups.create',
      'bob',
      { name: 'old' },
      "There's an archived channel with name old [error-archived-duplicate-name]",
    ],
    [
      'spaces in the name',
      'POST channels.create',
      'bob',
      { name: 'a b' },
      'a b is not a valid room name. [error-invalid-room-name]',
    ],
    [
      'a reserved name',
      'POST channels.create',
      'bob',
      { name: 'admin' },
      'admin is not a valid room name. [error-invalid-room-name]',
    ],
    [
      'who may not in the team',
      'POST channels.create',
      'carol',
      { name: 'a', extraData: { teamId: 'pub-team' } },
      'unauthorized',
      403,
    ],
    [
      'who may not in the team',
      'POST groups.create',
      'carol',
      { name: 'a', extraData: { teamId: 'pub-team' } },
      'Not allowed [error-not-allowed]',
    ],
    [
      'an unknown team',
      'POST groups.create',
      'bob',
      { name: 'a', extraData: { teamId: 'x' } },
      'The "teamId" param provided does not match any team [error-team-not-found]',
    ],
    [
      'members that are no names',
      'POST channels.create',
      'bob',
      { name: 'a', members: [1] },
      'Match error: Expected string, got number',
    ],
  ]);
});

describe('the name of a room', () => {
  const settings = { UI_Allow_room_names_with_special_chars: true };
  const server = eachWithServer({ data, now: noon, settings });

  it('may be anything where the workspace allows it, and is found by plain letters', async () => {
    const first = await asking(server(), 'POST channels.create', 'bob', { name: 'Café & Tee' });
    const second = await asking(server(), 'POST channels.create', 'bob', { name: 'Cafe + Tee' });

    const names = [first, second]
      .map(({ body }) => itemIn(body, 'channel'))
      .map(({ name, fname }) => [name, fname]);
    assert.deepEqual(names, [
      ['Cafe-Tee', 'Café & Tee'],
      ['Cafe-Tee-1', 'Cafe + Tee'],
    ]);
  });

  it('may be written in any script', async () => {
    const { body } = await asking(server(), 'POST channels.create', 'bob', { name: 'чай' });

    assert.equal(itemIn(body, 'channel')['fname'], 'чай');
  });
});

describe('groups.create', () => {
  const settings = { E2E_Enable: true, E2E_Enabled_Default_PrivateRooms: true };
  const server = eachWithServer({ data, now: noon, settings });

  it('encrypts where the workspace does so by default', async () => {
    const { body } = await asking(server(), 'POST groups.create', 'bob', { name: 'vault' });

    assert.equal(itemIn(body, 'group')['encrypted'], true);
  });
});
