import assert from 'node:assert/strict';
import type { PostingObstacle } from '../../../src/model/posting';
import type { Room } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';
import { delta, room, wireRoom, wireSubscription } from '../../support/makers/room';

interface Server {
  readonly roles?: readonly string[];
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

function server({ roles, permissions = {}, settings = {} }: Server): Answers {
  const list = Object.entries(settings).map(([_id, value]) => ({ _id, value }));
  const held = Object.entries(permissions).map(([_id, holders]) => ({ _id, roles: holders }));
  return {
    rooms: { get: () => delta([wireRoom('general')]) },
    subscriptions: { get: () => delta([wireSubscription('general')]) },
    session: { me: () => ({ _id: 'ann-id', username: 'ann', roles }) },
    settings: { public: () => ({ settings: list, count: list.length, offset: 0, total: list.length }) },
    permissions: { listAll: () => delta(held) },
  };
}

/** Ann's session once what stands behind its rooms has come. */
async function learned(answers: Answers) {
  const clock = new FakeClock();
  const made = sessionWith(answers, { clock });
  let changes = 0;
  made.session.rights.onDidChange(() => (changes += 1));
  await made.session.sync.refresh('person');
  await clock.advance(0);
  return { ...made, clock, changes: () => changes };
}

const said = message('m');

describe('Rights', () => {
  it('are those of anybody until the server has told', () => {
    const { session } = sessionWith({});
    const { rights } = session;

    assert.deepEqual([rights.can('create-c'), rights.can('pin-message')], [true, false]);
    assert.equal(rights.can('pin-message', room('general', { roles: ['owner'] })), true);
  });

  it('follow from roles on the server and in the room, as administrators arranged it', async () => {
    const permissions = { 'pin-message': ['user'], 'create-c': ['admin'], 'post-readonly': ['speaker'] };
    const { session } = await learned(server({ roles: ['user'], permissions }));
    const { rights } = session;

    assert.deepEqual([rights.can('pin-message'), rights.can('create-c')], [true, false]);
    assert.equal(rights.canPost(room('r', { isReadOnly: true, roles: ['speaker'] })), true);
    assert.equal(rights.offered(said).includes('pin'), true);
  });

  it('stay those of anybody where the server does not tell', async () => {
    const refuse = () => Promise.reject(failure('forbidden'));
    const { session } = await learned({ ...server({}), permissions: { listAll: refuse } });

    assert.equal(session.rights.can('create-c'), true);
  });

  it('tell when they turn out to be others, and only then', async () => {
    const { session, clock, changes } = await learned(server({ roles: ['admin'] }));
    const before = changes();

    await session.sync.refresh('person');
    await clock.advance(0);

    assert.ok(before > 0);
    assert.equal(changes(), before);
  });

  it('are asked for once, and again when a person refreshes', async () => {
    const { client, session, clock } = await learned(server({ roles: ['user'] }));
    await session.sync.refresh('background');
    const before = argsOf(client, 'permissions.listAll').length;
    client.answer(server({ roles: ['admin'], settings: { Message_AllowStarring: false } }));

    await session.sync.refresh('person');
    await clock.advance(0);

    assert.deepEqual([before, argsOf(client, 'permissions.listAll').length], [1, 2]);
    assert.equal(session.rights.can('pin-message'), true);
    assert.deepEqual(
      [session.knownSettings?.allowsStarring, (await session.settings()).allowsStarring],
      [false, false],
    );
  });

  it('know what leaves a mark where it was deleted', async () => {
    const { session } = await learned(server({ settings: { Message_ShowDeletedStatus: true } }));
    const { rights } = sessionWith({}).session;

    const marks = [
      session.rights.leavesMark(said),
      rights.leavesMark(said),
      rights.leavesMark({ replies: 1 }),
    ];
    assert.deepEqual(marks, [true, false, true]);
  });
});

describe('why nothing can be written', () => {
  const { rights } = sessionWith({}).session;
  const cases: readonly [PostingObstacle | undefined, Partial<Room>][] = [
    [undefined, {}],
    ['notJoined', { isJoined: false, isArchived: true }],
    ['archived', { isArchived: true, isEncrypted: true }],
    ['encrypted', { isEncrypted: true }],
    ['blocked', { type: 'd', silence: 'blocked' }],
    ['silenced', { silence: 'silenced', isReadOnly: true }],
    ['broadcast', { isBroadcast: true, isReadOnly: true }],
    ['readOnly', { isReadOnly: true, silence: 'readOnly' }],
    [undefined, { isReadOnly: true, roles: ['moderator'] }],
    [undefined, { isReadOnly: true, isUnmuted: true }],
  ];
  for (const [obstacle, where] of cases) {
    it(`is ${obstacle ?? 'nothing'} for ${JSON.stringify(where)}`, () => {
      assert.equal(rights.obstacle(room('r', where)), obstacle);
    });
  }

  it('is that one has not joined a room that is not known', () => {
    assert.equal(rights.obstacle(undefined), 'notJoined');
  });
});
