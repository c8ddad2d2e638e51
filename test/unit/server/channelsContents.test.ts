import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, said, town } from './town';

const file = { id: 'plan', name: 'plan.pdf', type: 'application/pdf', size: 7 };
const data = town({
  rooms: [room('radio', { members: ['ann', 'bob', 'carol'], moderators: ['bob'] })],
  messages: ['dev', 'secret'].flatMap((at) => [
    said(`${at}-first`, 50, { room: at, text: 'hi @bob' }),
    said(`${at}-reply`, 40, { room: at, from: 'bob', thread: `${at}-first` }),
    said(`${at}-pinned`, 30, { room: at, pinnedBy: 'ann', starredBy: ['ann'] }),
    said(`${at}-file`, 20, { room: at, from: 'bob', file: { ...file, id: `${at}-plan` } }),
  ]),
  views: [{ user: 'ann', room: 'dev', seen: 35 }],
});
const families = [
  ['channels', 'dev'],
  ['groups', 'secret'],
] as const;

for (const [name, roomId] of families) {
  describe(`${name}.messages`, () => {
    const server = eachWithServer({ data, now: noon });

    const found = async (query: object = {}) => {
      const { body } = await asking(server(), `GET ${name}.messages`, 'ann', { roomId, ...query });
      return {
        ids: each(listIn(body, 'messages'), '_id').map((id) => String(id).replace(`${roomId}-`, '')),
        body,
      };
    };

    it('are all of them, newest first, notes and replies included', async () => {
      const { ids, body } = await found();

      assert.deepEqual([ids.length, ids[0], ids.slice(2)], [5, 'file', ['pinned', 'reply', 'first']]);
      assert.deepEqual([body['count'], body['offset'], body['total']], [5, 0, 5]);
    });

    it('come in pages and in the order asked for', async () => {
      const { ids, body } = await found({ sort: '{"ts":1}', offset: 1, count: 2 });

      assert.deepEqual([ids, body['total']], [['reply', 'pinned'], 5]);
    });

    it('can be those that name someone, that someone has starred, or that are pinned', async () => {
      const mentioned = await found({ mentionIds: 'carol-id, bob-id' });
      const starred = await found({ starredIds: 'ann-id' });
      const pinned = await found({ pinned: 'true' });

      assert.deepEqual([mentioned.ids, starred.ids, pinned.ids], [['first'], ['pinned'], ['pinned']]);
    });
  });

  describe(`${name}.counters`, () => {
    const server = eachWithServer({ data, now: noon });

    const counters = (as: string, query: object = {}) =>
      asking(server(), `GET ${name}.counters`, as, { roomId, ...query });

    it('tell a member how much there is and how much is new', async () => {
      const { body } = await counters('ann');

      assert.deepEqual([body['joined'], body['members'], body['msgs']], [true, 2, 5]);
      assert.equal(body['latest'], '2026-03-02T11:40:00.000Z');
    });

    it('tell a stranger nothing', async () => {
      const { body } = await counters('carol');

      assert.deepEqual(body, {
        ...{ success: true, joined: false, members: null, msgs: null, latest: null },
        ...{ unreads: null, unreadsFrom: null, userMentions: null },
      });
    });

    it('tell an administrator of anyone', async () => {
      const { body } = await counters('root', { userId: 'bob-id' });

      assert.equal(body['joined'], true);
    });

    refuses(server, [
      ['anyone else', `GET ${name}.counters`, 'ann', { roomId, userId: 'bob-id' }, 'unauthorized', 403],
    ]);
  });

  describe(`${name}.files`, () => {
    const server = eachWithServer({ data, now: noon });

    const files = (query: object = {}) => asking(server(), `GET ${name}.files`, 'ann', { roomId, ...query });

    it('are listed with who sent them', async () => {
      const { body } = await files();

      const [sent] = listIn(body, 'files');
      assert.deepEqual(
        [sent?.['name'], itemIn(sent ?? {}, 'user')['username'], body['total']],
        ['plan.pdf', 'bob', 1],
      );
    });

    it('are found by name and by kind', async () => {
      const totals = [
        await files({ name: 'PLAN' }),
        await files({ name: 'x' }),
        await files({ typeGroup: 'image' }),
      ];

      assert.deepEqual(
        totals.map(({ body }) => body['total']),
        [1, 0, 0],
      );
    });
  });
}

describe('what a person finds of a channel', () => {
  const server = eachWithServer({ data, now: noon });

  it('the messages since the own last one, in counters', async () => {
    const { body } = await asking(server(), 'GET channels.counters', 'ann', { roomId: 'dev' });

    assert.deepEqual([body['unreads'], body['unreadsFrom']], [3, '2026-03-02T11:30:00.000Z']);
  });

  it('nothing of what is hidden', async () => {
    Object.assign(server().world.messages.byId('dev-pinned') ?? assert.fail(), { _hidden: true });

    const { body } = await asking(server(), 'GET channels.messages', 'ann', { roomId: 'dev' });
    const counters = await asking(server(), 'GET channels.counters', 'ann', { roomId: 'dev' });

    assert.deepEqual([body['total'], counters.body['unreads']], [4, 2]);
  });

  it('the messages that name one, oldest first', async () => {
    const { body } = await asking(server(), 'GET channels.getAllUserMentionsByChannel', 'bob', {
      roomId: 'dev',
    });

    assert.deepEqual([each(listIn(body, 'mentions'), '_id'), body['total']], [['dev-first'], 1]);
  });

  it('no integrations', async () => {
    const { body } = await asking(server(), 'GET channels.getIntegrations', 'root', { roomId: 'dev' });

    assert.deepEqual(body, { integrations: [], count: 0, offset: 0, total: 0, success: true });
  });

  const mayNot = 'User does not have the permissions required for this action [error-unauthorized]';
  refuses(server, [
    ['a guest', 'GET channels.messages', 'gast', { roomId: 'dev' }, mayNot, 403],
    ['a bot outside', 'GET channels.messages', 'hook', { roomId: 'dev' }, 'unauthorized', 403],
    ['who may not see it', 'GET channels.messages', 'carol', { roomId: 'corechat' }, 'unauthorized', 403],
    ['who may not see it', 'GET channels.files', 'carol', { roomId: 'corechat' }, 'unauthorized', 403],
    [
      'who may not see it',
      'GET channels.getAllUserMentionsByChannel',
      'carol',
      { roomId: 'corechat' },
      'Invalid room [error-invalid-room]',
    ],
    ['who manages no integrations', 'GET groups.getIntegrations', 'ann', { roomId: 'secret' }, mayNot, 403],
    [
      'what is archived',
      'GET groups.messages',
      'ann',
      { roomId: 'oldsecret' },
      'The private group, oldsecret, is archived [error-room-archived]',
    ],
    [
      'a name',
      'GET channels.messages',
      'ann',
      { roomName: 'dev' },
      "must have required property 'roomId' [invalid-params]",
    ],
    [
      'strangers',
      'GET channels.anonymousread',
      'ann',
      { roomId: 'dev' },
      'Enable "Allow Anonymous Read" [error-not-allowed]',
    ],
  ]);
});

describe('channels.anonymousread of a closed workspace', () => {
  const server = eachWithServer({ data, now: noon });

  it('wants strangers to sign in first', async () => {
    const { status } = await ask(server(), 'GET channels.anonymousread', { query: { roomId: 'dev' } });

    assert.equal(status, 401);
  });
});

describe('channels.anonymousread', () => {
  const server = eachWithServer({ data, now: noon, settings: { Accounts_AllowAnonymousRead: true } });

  it('shows a channel to strangers, without the stars of others', async () => {
    const { body } = await ask(server(), 'GET channels.anonymousread', { query: { roomId: 'dev' } });

    const messages = listIn(body, 'messages');
    const pinned = messages.find(({ _id }) => _id === 'dev-pinned');
    assert.deepEqual([messages.length, pinned?.['starred']], [5, []]);
  });

  it('does not show a channel of a private team', async () => {
    const { status, body } = await ask(server(), 'GET channels.anonymousread', {
      query: { roomId: 'corechat' },
    });

    assert.deepEqual([status, body['error']], [404, 'Room not found']);
  });
});
