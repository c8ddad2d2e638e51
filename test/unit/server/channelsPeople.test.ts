import assert from 'node:assert/strict';
import { each, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import type { StandIn } from '../../server/server';
import { banFrom } from '../../server/world/discipline';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, town } from './town';

const data = town({ rooms: [room('two', { members: ['ann', 'bob'], moderators: ['bob'] })] });
const families = [
  ['channels', 'dev', 'channel'],
  ['groups', 'secret', 'group'],
] as const;

/** What the room says of itself, oldest first: type, text, who did it. */
function notes(server: StandIn, rid: string): unknown[] {
  return server.world.messages.inRoom(rid).map(({ t, msg, u }) => [t, msg, u.username]);
}

function member(server: StandIn, username: string, rid: string) {
  return server.world.subscriptions.of(`${username}-id`, rid);
}

describe('an invitation', () => {
  const server = eachWithServer({ data, now: noon });

  for (const [name, roomId, key] of families) {
    it(`of ${name}.invite brings a person in, with a note, and a mention to look at`, async () => {
      const { body } = await asking(server(), `POST ${name}.invite`, 'ann', { roomId, userId: 'carol-id' });

      const carol = member(server(), 'carol', roomId);
      assert.equal(itemIn(body, key)['usersCount'], 3);
      assert.deepEqual(notes(server(), roomId), [['au', 'carol', 'ann']]);
      assert.deepEqual([carol?.unread, carol?.alert, carol?.userMentions], [1, true, 1]);
    });
  }

  it('takes several, leaves out who is unknown, and does not mind who is there', async () => {
    const usernames = ['CAROL', 'bob', 'nobody'];

    await asking(server(), 'POST channels.invite', 'ann', { roomName: 'dev', usernames });

    assert.deepEqual(notes(server(), 'dev'), [['au', 'carol', 'ann']]);
  });

  it('to any channel is the right of an administrator', async () => {
    const { status } = await asking(server(), 'POST channels.invite', 'root', {
      roomId: 'dev',
      userId: 'gast-id',
    });

    assert.equal(status, 200);
  });

  it('does not reach who was banned', async () => {
    const { world } = server();
    const [ann, bob] = ['ann', 'bob'].map((name) => world.users.byUsername(name) ?? assert.fail(name));
    banFrom(world, roomIn(world, 'dev'), bob ?? assert.fail(), ann ?? assert.fail());

    const { body } = await asking(server(), 'POST channels.invite', 'ann', {
      roomId: 'dev',
      userId: 'bob-id',
    });

    assert.equal(body['error'], 'User is banned from this room [error-user-is-banned]');
  });

  it('of nobody that is known has the text and the code swapped in channels', async () => {
    const { body } = await asking(server(), 'POST channels.invite', 'ann', { roomId: 'dev', userId: 'x' });

    assert.equal(body['errorType'], 'Cannot invite if no users are provided');
  });

  const none =
    'Please provide "userId" or "username" or "userIds" or "usernames" as param [error-users-params-not-provided]';
  refuses(server, [
    [
      'a member without a say',
      'POST channels.invite',
      'bob',
      { roomId: 'dev', userId: 'carol-id' },
      'Not allowed [error-not-allowed]',
    ],
    [
      'an administrator outside',
      'POST groups.invite',
      'root',
      { roomId: 'secret', userId: 'carol-id' },
      'Not allowed [error-not-allowed]',
    ],
    ['nobody', 'POST channels.invite', 'ann', { roomId: 'dev' }, none],
    ['nobody', 'POST groups.invite', 'ann', { roomId: 'secret' }, none],
    [
      'nobody known',
      'POST channels.invite',
      'ann',
      { roomId: 'dev', userId: 'x' },
      'invalid-user-invite-list',
    ],
    [
      'nobody known',
      'POST groups.invite',
      'ann',
      { roomId: 'secret', userId: 'x' },
      'Cannot invite if no valid users are provided [error-empty-invite-list]',
    ],
  ]);
});

describe('a kick', () => {
  const server = eachWithServer({ data, now: noon });

  it('from a channel answers the channel without the person', async () => {
    const { body } = await asking(server(), 'POST channels.kick', 'ann', { roomId: 'dev', userId: 'bob-id' });

    assert.equal(itemIn(body, 'channel')['usersCount'], 1);
    assert.deepEqual(notes(server(), 'dev'), [['ru', 'bob', 'ann']]);
    assert.equal(member(server(), 'bob', 'dev'), undefined);
  });

  it('from a group goes by name as well, and answers nothing', async () => {
    const { body } = await asking(server(), 'POST groups.kick', 'ann', { roomId: 'secret', username: 'bob' });

    assert.deepEqual(body, { success: true });
  });

  it('tells those who listen that a place is gone', async () => {
    const gone: string[] = [];
    server().world.events.on('subscription', (change, { u }) => gone.push(`${change} ${u.username}`));

    await asking(server(), 'POST channels.kick', 'ann', { roomId: 'dev', userId: 'bob-id' });

    assert.deepEqual(gone, ['removed bob']);
  });

  const lastOwner =
    'You are the last owner. Please set new owner before leaving the room. [error-you-are-last-owner]';
  refuses(server, [
    [
      'a member without a say',
      'POST channels.kick',
      'bob',
      { roomId: 'dev', userId: 'ann-id' },
      'Not allowed [error-not-allowed]',
    ],
    [
      'who is not there',
      'POST channels.kick',
      'ann',
      { roomId: 'dev', userId: 'carol-id' },
      'User is not in this room [error-user-not-in-room]',
    ],
    ['the last owner', 'POST channels.kick', 'root', { roomId: 'dev', userId: 'ann-id' }, lastOwner],
    [
      'who cannot see the group',
      'POST groups.kick',
      'root',
      { roomId: 'secret', userId: 'bob-id' },
      'The required "roomId" or "roomName" param provided does not match any group [error-room-not-found]',
    ],
    [
      'a name',
      'POST channels.kick',
      'ann',
      { roomId: 'dev', username: 'bob' },
      "must have required property 'userId'\n must have required property 'roomName'\n must match exactly one schema in oneOf [invalid-params]",
    ],
  ]);
});

describe('a role in a room', () => {
  const server = eachWithServer({ data, now: noon });

  for (const [name, roomId] of families) {
    for (const [call, role] of [
      ['Owner', 'owner'],
      ['Moderator', 'moderator'],
      ['Leader', 'leader'],
    ] as const) {
      it(`comes and goes by ${name}.add${call} and remove${call}, each with a note`, async () => {
        const parameters = { roomId, username: 'bob' };

        await asking(server(), `POST ${name}.add${call}`, 'ann', parameters);
        const during = member(server(), 'bob', roomId)?.roles;
        const { body } = await asking(server(), `POST ${name}.remove${call}`, 'ann', parameters);

        const said = server().world.messages.inRoom(roomId);
        assert.deepEqual(
          [during, member(server(), 'bob', roomId)?.roles, body],
          [[role], [], { success: true }],
        );
        assert.deepEqual(each(said, 't'), ['subscription-role-added', 'subscription-role-removed']);
        assert.deepEqual(each(said, 'role'), [role, role]);
      });
    }
  }

  const dev = { roomId: 'dev' };
  refuses(server, [
    [
      'nobody',
      'POST channels.addOwner',
      'ann',
      dev,
      'The required "userId" or "username" param was not provided [error-user-param-not-provided]',
    ],
    [
      'an unknown person',
      'POST groups.addOwner',
      'ann',
      { roomId: 'secret', userId: 'x' },
      'The required "userId" or "username" param provided does not match any users [error-invalid-user]',
    ],
    [
      'a member without a say',
      'POST channels.addLeader',
      'bob',
      { ...dev, userId: 'bob-id' },
      'Not allowed [error-not-allowed]',
    ],
    [
      'an owner',
      'POST channels.addOwner',
      'ann',
      { ...dev, userId: 'ann-id' },
      'User is already an owner [error-user-already-owner]',
    ],
    [
      'a moderator',
      'POST channels.addModerator',
      'ann',
      { roomId: 'two', userId: 'bob-id' },
      'User is already a moderator [error-user-already-moderator]',
    ],
    [
      'who is not there',
      'POST channels.addModerator',
      'ann',
      { ...dev, userId: 'carol-id' },
      'User is not in this room [error-user-not-in-room]',
    ],
    [
      'who is not there',
      'POST channels.removeOwner',
      'ann',
      { ...dev, userId: 'carol-id' },
      'Invalid room [error-invalid-room]',
    ],
    [
      'who is not there',
      'POST channels.removeModerator',
      'ann',
      { ...dev, userId: 'carol-id' },
      'Invalid room [error-invalid-room]',
    ],
    [
      'who is not there',
      'POST channels.removeLeader',
      'ann',
      { ...dev, userId: 'carol-id' },
      'User is not in this room [error-user-not-in-room]',
    ],
    [
      'who is none',
      'POST channels.removeOwner',
      'ann',
      { ...dev, userId: 'bob-id' },
      'User is not an owner [error-user-not-owner]',
    ],
    [
      'who is none',
      'POST channels.removeModerator',
      'ann',
      { ...dev, userId: 'bob-id' },
      'User is not a moderator [error-user-not-moderator]',
    ],
    [
      'who is none',
      'POST channels.removeLeader',
      'ann',
      { ...dev, userId: 'bob-id' },
      'User is not a leader [error-user-not-leader]',
    ],
    [
      'the last owner',
      'POST channels.removeOwner',
      'ann',
      { ...dev, userId: 'ann-id' },
      'This is the last owner. Please set a new owner before removing this one. [error-remove-last-owner]',
    ],
  ]);
});
