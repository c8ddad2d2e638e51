import assert from 'node:assert/strict';
import { canAccess } from '../../server/world/access';
import { mayPostIn } from '../../server/world/admission';
import { banFrom, muteIn, unbanFrom, unmuteIn } from '../../server/world/discipline';
import type { User } from '../../server/world/documents';
import { inviteTo, join, removeFrom } from '../../server/world/membership';
import { createRoom, deleteRoom } from '../../server/world/roomLife';
import { saveRoomSettings } from '../../server/world/roomEditing';
import type { World } from '../../server/world/world';
import { noon, room, roomIn, seenBy, town, worldOf } from './town';

const seed = town({ rooms: [room('pub', { team: { id: 'pub-team', main: true } })] });

function called(world: World, username: string): User {
  return world.users.byUsername(username) ?? assert.fail(`no user ${username}`);
}

/** A world of the town, a room of it, ann who owns the room and bob who is in it. */
function place(rid = 'dev') {
  const world = worldOf(seed);
  const notes = () => world.messages.inRoom(rid).map(({ t, msg, u }) => [t, msg, u.username]);
  return { world, room: roomIn(world, rid), ann: called(world, 'ann'), bob: called(world, 'bob'), notes };
}

describe('who was banned', () => {
  it('is out, with a note, and cannot see the channel any more', () => {
    const { world, room: dev, ann, bob, notes } = place();

    banFrom(world, dev, bob, ann);

    assert.deepEqual([dev.usersCount, canAccess(world, bob, dev)], [1, false]);
    assert.deepEqual(notes(), [['user-banned', 'bob', 'ann']]);
    assert.equal(world.subscriptions.bannedIn('dev')[0]?.status, 'BANNED');
  });

  it('cannot join', () => {
    const { world, room: dev, ann, bob } = place();

    banFrom(world, dev, bob, ann);

    assert.throws(() => join(world, dev, bob), /error-not-allowed/);
  });

  it('may come back once the ban is lifted', () => {
    const { world, room: dev, ann, bob, notes } = place();
    banFrom(world, dev, bob, ann);

    unbanFrom(world, dev, bob, ann);
    join(world, dev, bob);

    assert.deepEqual(world.subscriptions.bannedIn('dev'), []);
    assert.deepEqual(notes().slice(1), [
      ['user-unbanned', 'bob', 'ann'],
      ['uj', 'bob', 'bob'],
    ]);
  });

  it('is told of as someone whose place has gone', () => {
    const { world, room: dev, ann, bob } = place();

    banFrom(world, dev, bob, ann);

    assert.equal(world.subscriptions.removedSince('bob-id', '2026-01-01').length, 1);
  });
});

describe('who was muted', () => {
  it('cannot speak until it is taken back', () => {
    const { world, room: dev, ann, bob, notes } = place();

    muteIn(world, dev, bob, ann);

    assert.throws(() => mayPostIn(world, bob, 'dev'), /You_have_been_muted/);
    unmuteIn(world, dev, bob, ann);
    assert.equal(mayPostIn(world, bob, 'dev'), dev);
    assert.deepEqual(notes(), [
      ['user-muted', 'bob', 'ann'],
      ['user-unmuted', 'bob', 'ann'],
    ]);
  });

  it('may speak in a read-only room after the contrary', () => {
    const { world, room: locked, ann, bob } = place('locked');

    unmuteIn(world, locked, bob, ann);

    assert.equal(mayPostIn(world, bob, 'locked'), locked);
    muteIn(world, locked, bob, ann);
    assert.throws(() => mayPostIn(world, bob, 'locked'), /readonly/);
  });
});

describe('the main room of a team', () => {
  it('speaks of the team when people come and go', () => {
    const { world, room: pub, ann, bob, notes } = place('pub');

    inviteTo(world, pub, called(world, 'carol'), ann);
    removeFrom(world, pub, bob, ann);

    assert.deepEqual(notes(), [
      ['added-user-to-team', 'carol', 'ann'],
      ['removed-user-from-team', 'bob', 'ann'],
    ]);
  });
});

describe('a discussion', () => {
  it('keeps its name as it is, and its title beside it', () => {
    const { world, room: parent, ann, bob } = place();

    const made = createRoom(world, {
      ...{ t: 'p', name: 'xYz', fname: 'Which tea?', creator: bob, members: [ann], parent },
    });

    assert.deepEqual([made.name, made.fname, made.prid, made.usersCount], ['xYz', 'Which tea?', 'dev', 2]);
    assert.deepEqual(world.rooms.discussionsOf('dev').includes(made), true);
    assert.equal(seenBy(world, 'ann', made._id).prid, 'dev');
  });

  it('ends with its parent', () => {
    const { world, room: dev } = place();

    deleteRoom(world, dev);

    assert.deepEqual([world.rooms.byId('talk'), world.rooms.discussionsOf('dev')], [undefined, []]);
    assert.deepEqual(
      world.rooms.removedSince('2026-01-01').map(({ _id, _deletedAt }) => [_id, _deletedAt]),
      [
        ['dev', noon],
        ['talk', noon],
      ],
    );
  });
});

describe('several changes of a room at once', () => {
  it('are all refused with one of them', () => {
    const { world, room: dev, ann } = place();

    assert.throws(
      () => saveRoomSettings(world, dev, ann, { roomTopic: 'Bread', default: true }),
      /administration/,
    );

    assert.equal(dev.topic, undefined);
  });

  it('leave a broadcast room read-only', () => {
    const { world, room: dev, ann } = place();
    dev.broadcast = true;

    assert.throws(() => saveRoomSettings(world, dev, ann, { reactWhenReadOnly: true }), /broadcast rooms/);
  });

  it('of a direct message are those of its encryption', () => {
    const world = worldOf(seed, { E2E_Enable: true });
    const direct = roomIn(world, 'ann-bob');

    saveRoomSettings(world, direct, called(world, 'ann'), { encrypted: true, roomTopic: 'Bread' });

    assert.deepEqual([direct.encrypted, direct.topic], [true, undefined]);
  });

  it('of the type want the right to make such a room', () => {
    const { world, room: dev } = place();
    const gast = called(world, 'gast');
    inviteTo(world, dev, gast, called(world, 'ann'));
    seenBy(world, 'gast').roles = ['owner'];

    assert.throws(() => saveRoomSettings(world, dev, gast, { roomType: 'p' }), /private room is not allowed/);
  });

  it('of the type in a team want the right to make such rooms of the team', () => {
    const world = worldOf(seed);
    const bob = called(world, 'bob');
    seenBy(world, 'bob', 'corechat').roles = ['owner'];

    const change = () => saveRoomSettings(world, roomIn(world, 'corechat'), bob, { roomType: 'p' });

    assert.throws(change, /team's public channel to a private room/);
  });
});
