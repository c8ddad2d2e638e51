import assert from 'node:assert/strict';
import { endpoints, type Client } from '../../../src/api/client';
import type { Failure } from '../../../src/api/errors';
import type { AnyEndpoint } from '../../../src/api/endpoint';
import { clientOf, failureFrom } from '../../support/clientOf';
import { eachWithServer } from '../../support/standIn';
import { room, town } from '../server/town';

type Call = (client: Client) => Promise<unknown>;

const data = town({
  rooms: [
    room('hidden', { kind: 'p', members: ['bob'] }),
    { id: 'ann-root', kind: 'd', members: ['ann', 'root'], created: 1000 },
  ],
});

const byId = (roomId: string) => ({ roomId });

describe('a call about a room without access', () => {
  const server = eachWithServer({ data });

  /** What somebody is told, and how often the client says that the token is dead. */
  async function toldTo(as: string, call: Call) {
    const client = clientOf(server(), { as });
    let signedOut = 0;
    client.onDidSignOut(() => (signedOut += 1));
    const { failure, call: known } = await failureFrom(call(client));
    return { kind: failure.kind, status: known.status, signedOut };
  }

  for (const [name, call, kind, status] of [
    ['rooms.hide', ({ rooms }) => rooms.hide(byId('hidden')), 'forbidden', 401],
    ['rooms.bannedUsers', ({ rooms }) => rooms.bannedUsers(byId('hidden')), 'forbidden', 401],
    [
      'rooms.membersOrderedByRole',
      ({ rooms }) => rooms.membersOrderedByRole(byId('hidden')),
      'notFound',
      404,
    ],
  ] as readonly [string, Call, Failure['kind'], number][]) {
    it(`fails and leaves the person signed in (${name}: ${status})`, async () => {
      assert.deepEqual(await toldTo('carol', call), { kind, status, signedOut: 0 });
    });
  }

  it('fails and leaves the person signed in (people of a broadcast room: 401)', async () => {
    const { channel } = await clientOf(server()).channels.create({
      name: 'news',
      members: ['bob'],
      extraData: { broadcast: true },
    });

    const told = await toldTo('bob', ({ rooms }) => rooms.membersOrderedByRole(byId(channel._id)));

    assert.deepEqual(told, { kind: 'forbidden', status: 401, signedOut: 0 });
  });
});

describe('a call about a room', () => {
  const server = eachWithServer({ data });

  for (const [what, as, call, failure] of [
    ['no such channel', 'ann', ({ channels }) => channels.info(byId('none')), { kind: 'notFound' }],
    [
      'a private group as a channel',
      'ann',
      ({ channels }) => channels.info(byId('secret')),
      { kind: 'notFound' },
    ],
    ["somebody else's group", 'carol', ({ groups }) => groups.info(byId('secret')), { kind: 'notFound' }],
    ['a room out of reach', 'carol', ({ rooms }) => rooms.info(byId('secret')), { kind: 'forbidden' }],
    [
      'muting as a plain member',
      'bob',
      ({ rooms }) => rooms.muteUser({ roomId: 'dev', username: 'ann' }),
      { kind: 'forbidden' },
    ],
    [
      'leaving what one is not in',
      'carol',
      ({ rooms }) => rooms.leave(byId('dev')),
      refused('error-user-not-in-room'),
    ],
    [
      'leaving as the last owner',
      'ann',
      ({ rooms }) => rooms.leave(byId('dev')),
      refused('error-you-are-last-owner'),
    ],
    ['hiding a second time', 'bob', hiddenTwice, refused('error-room-already-hidden')],
    [
      'opening what is open',
      'ann',
      ({ groups }) => groups.open(byId('secret')),
      refused('The private group, secret, is already open for the sender'),
    ],
    [
      'reading what one is not in',
      'carol',
      ({ subscriptions }) => subscriptions.read({ rid: 'dev' }),
      refused('error-invalid-subscription'),
    ],
    [
      'a discussion in a discussion',
      'bob',
      ({ rooms }) => rooms.createDiscussion({ prid: 'talk', t_name: 'Milk?' }),
      refused('error-nested-discussion'),
    ],
    [
      'whether nobody is in',
      'ann',
      ({ rooms }) => rooms.isMember({ roomId: 'dev', username: 'none' }),
      refused('error-user-not-found'),
    ],
    ['a talk with nobody', 'ann', ({ im }) => im.create({ username: 'none' }), refused('error-invalid-user')],
    [
      'members by role of a talk',
      'ann',
      ({ rooms }) => rooms.membersOrderedByRole(byId('ann-bob')),
      refused('error-room-type-not-supported'),
    ],
  ] as readonly [string, string, Call, Failure][]) {
    it(`fails as it says: ${what}`, async () => {
      const error = await failureFrom(call(clientOf(server(), { as })));

      assert.deepEqual(error.failure, failure);
    });
  }

  it('lists people who are one of several things', async () => {
    const { rooms } = clientOf(server());

    const [all, none] = await Promise.all([
      rooms.membersOrderedByRole({ roomId: 'dev', status: ['online', 'offline'] }),
      rooms.membersOrderedByRole({ roomId: 'dev', status: ['busy'] }),
    ]);

    assert.deepEqual([all.total, none.total], [2, 0]);
  });

  it('completes the beginning of a name', async () => {
    const { items } = await clientOf(server()).rooms.autocompleteChannelAndPrivate({
      selector: { name: 'secr' },
    });

    assert.deepEqual(
      items.map(({ name }) => name),
      ['secret'],
    );
  });
});

function refused(code: string): Failure {
  return { kind: 'refused', code };
}

async function hiddenTwice({ rooms }: Client) {
  await rooms.hide(byId('dev'));
  await rooms.hide(byId('dev'));
}

/** What the client repeats after a lost answer, and a room that it is about. */
const repeated: readonly [string, string, Call][] = [
  ['rooms.join', 'open', ({ rooms }) => rooms.join(byId('open'))],
  ['rooms.favorite', 'dev', ({ rooms }) => rooms.favorite({ roomId: 'dev', favorite: true })],
  [
    'rooms.saveNotification',
    'dev',
    ({ rooms }) => rooms.saveNotification({ roomId: 'dev', notifications: { hideUnreadStatus: '1' } }),
  ],
  ['rooms.open', 'dev', ({ rooms }) => rooms.open(byId('dev'))],
  ['channels.join', 'open', ({ channels }) => channels.join(byId('open'))],
  [
    'channels.setAnnouncement',
    'dev',
    ({ channels }) => channels.setAnnouncement({ roomId: 'dev', announcement: 'Tea' }),
  ],
  ['channels.setJoinCode', 'dev', ({ channels }) => channels.setJoinCode({ roomId: 'dev', joinCode: 'tea' })],
  [
    'channels.setCustomFields',
    'dev',
    ({ channels }) => channels.setCustomFields({ roomId: 'dev', customFields: { tea: 1 } }),
  ],
  ['groups.setTopic', 'secret', ({ groups }) => groups.setTopic({ roomId: 'secret', topic: 'Tea' })],
  [
    'groups.setDescription',
    'secret',
    ({ groups }) => groups.setDescription({ roomId: 'secret', description: 'Tea' }),
  ],
  ['groups.setPurpose', 'secret', ({ groups }) => groups.setPurpose({ roomId: 'secret', purpose: 'Tea' })],
  [
    'groups.setAnnouncement',
    'secret',
    ({ groups }) => groups.setAnnouncement({ roomId: 'secret', announcement: 'Tea' }),
  ],
  [
    'groups.setCustomFields',
    'secret',
    ({ groups }) => groups.setCustomFields({ roomId: 'secret', customFields: { tea: 1 } }),
  ],
  [
    'groups.setEncrypted',
    'secret',
    ({ groups }) => groups.setEncrypted({ roomId: 'secret', encrypted: true }),
  ],
  ['im.create', 'ann-bob', ({ im }) => im.create({ username: 'bob' })],
  ['im.open', 'ann-bob', ({ im }) => im.open(byId('ann-bob'))],
  ['im.setTopic', 'ann-root', ({ im }) => im.setTopic({ roomId: 'ann-root', topic: 'Tea' })],
  ['im.blockUser', 'ann-bob', ({ im }) => im.blockUser({ roomId: 'ann-bob', block: true })],
];

describe('a write about a room that may be repeated', () => {
  const server = eachWithServer({ data, version: '8.9.0', settings: { E2E_Enable: true } });

  it('has its place here', () => {
    const { rooms, subscriptions, channels, groups, im } = endpoints;
    const writes = [rooms, subscriptions, channels, groups, im]
      .flatMap((table: Readonly<Record<string, AnyEndpoint>>) => Object.values(table))
      .filter(({ verb, isSafe }) => verb === 'POST' && isSafe);

    assert.deepEqual(
      writes.map(({ name }) => name),
      repeated.map(([name]) => name),
    );
  });

  for (const [name, roomId, call] of repeated) {
    it(`changes nothing more at the second time: ${name}`, async () => {
      // Only who runs the workspace may set the topic of a talk.
      const client = clientOf(server(), { as: roomId === 'ann-root' ? 'root' : 'ann' });
      const state = async () => [
        lasting((await client.rooms.info({ roomId })).room),
        lasting((await client.subscriptions.getOne({ roomId })).subscription ?? {}),
      ];
      await call(client);
      const first = await state();

      await call(client);

      assert.deepEqual(await state(), first);
    });
  }
});

/** All but the time of the last change, which grows with each write. */
function lasting(document: object): object {
  return { ...document, _updatedAt: undefined };
}
