import assert from 'node:assert/strict';
import { canAccess, canRead } from '../../server/world/access';
import { room, town, worldOf } from './town';

const world = worldOf(
  town({
    rooms: [
      room('pub', { team: { id: 'pub-team', main: true } }),
      room('pubchat', { team: { id: 'pub-team', main: false } }),
      room('guests', { members: ['ann', 'gast'] }),
    ],
  }),
);

function look(username: string, rid: string) {
  const user = world.users.byUsername(username) ?? assert.fail(username);
  const place = world.rooms.byId(rid) ?? assert.fail(rid);
  return { access: canAccess(world, user, place), read: canRead(world, user, place) };
}

const all = { access: true, read: true };
const nothing = { access: false, read: false };

describe('access to a room', () => {
  const cases: readonly [who: string, rid: string, expected: typeof all, why: string][] = [
    ['carol', 'dev', all, 'a public channel'],
    ['gast', 'dev', nothing, 'a public channel, for a guest outside'],
    ['gast', 'guests', all, 'a public channel, for a guest inside'],
    ['hook', 'dev', { access: true, read: false }, 'a public channel, for a bot that may not preview'],
    ['carol', 'secret', nothing, 'a private group'],
    ['root', 'secret', nothing, 'a private group, even for the administrator'],
    ['bob', 'secret', all, 'a private group, for a member'],
    ['carol', 'ann-bob', nothing, 'a direct message of others'],
    ['bob', 'ann-bob', all, 'an own direct message'],
    ['carol', 'talk', all, 'a private discussion of a public channel'],
    ['gast', 'talk', nothing, 'a discussion of a channel that is closed to one'],
    ['carol', 'corechat', nothing, 'a channel of a private team'],
    ['bob', 'corechat', all, 'a channel of a private team, for a member'],
    ['carol', 'pubchat', all, 'a channel of a public team'],
  ];
  for (const [who, rid, expected, why] of cases) {
    it(`${why} (${who})`, () => {
      assert.deepEqual(look(who, rid), expected);
    });
  }
});

describe('a permission', () => {
  const holds = (username: string, permission: string, rid?: string) => {
    const user = world.users.byUsername(username) ?? assert.fail(username);
    return world.hasPermission(user, permission, rid === undefined ? undefined : world.rooms.byId(rid));
  };

  it('counts by the role in the room as well', () => {
    const pins = [
      holds('ann', 'pin-message'),
      holds('ann', 'pin-message', 'dev'),
      holds('bob', 'pin-message', 'dev'),
    ];

    assert.deepEqual(pins, [false, true, false]);
  });

  it("to speak as someone else is the bots' alone", () => {
    const who = ['root', 'ann', 'hook'].map((username) => holds(username, 'message-impersonate'));

    assert.deepEqual(who, [false, false, true]);
  });

  it('that nobody knows is a mistake of the program', () => {
    assert.throws(() => holds('ann', 'fly'), /fly/);
  });
});
