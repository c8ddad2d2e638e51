import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, room, town } from './town';

const data = town({
  rooms: [
    room('devops', { members: ['bob'] }),
    room('topic', { members: ['bob'], team: { id: 'pub-team', main: false }, discussionOf: 'dev' }),
    room('pub', { members: ['bob'], team: { id: 'pub-team', main: true } }),
    room('pubchat', { members: ['bob'], team: { id: 'pub-team', main: false } }),
  ],
});

describe('channels.list', () => {
  const server = eachWithServer({ data, now: noon });

  const list = (as: string, query: Record<string, string> = {}) =>
    ask(server(), 'GET channels.list', { as, query });

  it('shows public channels by name, those of teams to who is in them', async () => {
    const carol = await list('carol');
    const bob = await list('bob');

    assert.deepEqual(each(listIn(carol.body, 'channels'), 'name'), [
      'dev',
      'devops',
      'locked',
      'old',
      'open',
      'quiet',
    ]);
    assert.deepEqual(each(listIn(bob.body, 'channels'), 'name'), [
      ...['corechat', 'dev', 'devops', 'locked', 'old', 'open', 'pub', 'pubchat', 'quiet', 'topic'],
    ]);
  });

  it('shows a guest the own channels only', async () => {
    const { body } = await list('gast');

    assert.deepEqual([body['channels'], body['total']], [[], 0]);
  });

  it('gives pages, in any order', async () => {
    const { body } = await list('carol', { count: '2', offset: '1', sort: '{"name":-1}' });

    assert.deepEqual(each(listIn(body, 'channels'), 'name'), ['open', 'old']);
    assert.deepEqual([body['count'], body['offset'], body['total']], [2, 1, 6]);
  });

  it('finds one by its id', async () => {
    const { body } = await list('carol', { _id: 'open' });

    assert.deepEqual(each(listIn(body, 'channels'), 'name'), ['open']);
  });
});

describe('channels.info and channels.join', () => {
  const server = eachWithServer({ data, now: noon });

  const info = (query: Record<string, string>, as = 'ann') =>
    ask(server(), 'GET channels.info', { as, query });
  const join = (body: object, as = 'ann') => ask(server(), 'POST channels.join', { as, body });

  it('join the caller, with a note, once', async () => {
    const first = await join({ roomId: 'open' });
    const second = await join({ roomName: 'open' });

    const { world } = server();
    const notes = world.messages.inRoom('open').filter((message) => message.t === 'uj');
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.equal(itemIn(second.body, 'channel')['usersCount'], 2);
    assert.deepEqual(
      notes.map((note) => [note.msg, note.u.username]),
      [['ann', 'ann']],
    );
    assert.deepEqual(world.subscriptions.of('ann-id', 'open')?.unread, 1);
  });

  it('join a team with another note', async () => {
    await join({ roomId: 'pub' });

    assert.equal(server().world.messages.inRoom('pub').at(-1)?.t, 'ujt');
  });

  it('join a discussion with another note again', async () => {
    await join({ roomId: 'topic' }, 'carol');

    assert.equal(server().world.messages.inRoom('topic').at(-1)?.t, 'ut');
  });

  it('pass unknown keys of info', async () => {
    const { status } = await info({ roomId: 'dev', _: '123' });

    assert.equal(status, 200);
  });

  const noChannel =
    'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]';
  const archived = 'The channel, old, is archived [error-room-archived]';
  const refusals: readonly [
    what: string,
    query: Record<string, string>,
    as: string,
    status: number,
    error: string,
  ][] = [
    ['nothing', {}, 'ann', 400, noChannel],
    ['what is not there', { roomName: 'nowhere' }, 'ann', 400, noChannel],
    ['a private group', { roomId: 'secret' }, 'ann', 400, noChannel],
    ['an archived channel', { roomId: 'old' }, 'ann', 400, archived],
    ['who may not see it', { roomId: 'corechat' }, 'carol', 403, 'unauthorized'],
  ];
  for (const [what, query, as, status, error] of refusals) {
    it(`refuse info for ${what}`, async () => {
      const answer = await info(query, as);

      assert.deepEqual([answer.status, answer.body['error']], [status, error]);
    });
  }

  it('refuse to join what one may not see, or what is archived', async () => {
    const closed = await join({ roomId: 'corechat' }, 'carol');
    const old = await join({ roomId: 'old' });

    assert.equal(closed.body['error'], 'Not allowed [error-not-allowed]');
    assert.equal(old.body['error'], archived);
  });
});

describe('groups.info', () => {
  const server = eachWithServer({ data, now: noon });

  const info = (roomId: string, as = 'ann') => ask(server(), 'GET groups.info', { as, query: { roomId } });

  it('gives the group to a member', async () => {
    const { body } = await info('secret');

    assert.equal(itemIn(body, 'group')['name'], 'secret');
  });

  it('does not tell a closed group from none, and names an archived one', async () => {
    const answers = [await info('secret', 'carol'), await info('oldsecret')];

    assert.deepEqual(
      answers.map(({ body }) => body['error']),
      [
        'The required "roomId" or "roomName" param provided does not match any group [error-room-not-found]',
        'The private group, oldsecret, is archived [error-room-archived]',
      ],
    );
  });
});
