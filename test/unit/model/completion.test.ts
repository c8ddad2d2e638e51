import assert from 'node:assert/strict';
import {
  commandsFor,
  groupsFor,
  peopleAtHand,
  peopleFound,
  roomsAtHand,
  roomsFound,
} from '../../../src/model/completion';
import { readable } from '../../../src/model/completionText';
import { roomId } from '../../../src/model/room';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { minute, wireMessage } from '../../support/makers/message';
import { direct, room } from '../../support/makers/room';

const here = { room: roomId('general') };
const { signal } = new AbortController();
const zoe = { _id: 'z', username: 'zoe.bond', name: 'Zoe Bond' };

/** Bob spoke here lately, cleo before; ann writes with boris; betty spoke elsewhere. */
function town() {
  const { session, client } = sessionWith({
    spotlight: { search: () => ({ users: [zoe], rooms: [{ _id: 'r9', name: 'boats', t: 'c' }] }) },
  });
  session.rooms.merge([
    room('general', { name: 'General', slug: 'general' }),
    room('builds', { lastActivity: 5, type: 'p' }),
    direct('d1', { username: 'boris', name: 'Boris Ek' }),
    room('talk', { kind: 'discussion', slug: 'xyz' }),
  ]);
  const by = (username: string, name: string) => ({ u: { _id: `${username}-id`, username, name } });
  session.receive([
    wireMessage('m1', { ...by('cleo', 'Cleo Astley'), ts: minute(1) }),
    wireMessage('m2', { ...by('bob', 'Bob Stone'), ts: minute(2) }),
    wireMessage('m3', { ...by('ann', 'Ann Lee'), ts: minute(3) }),
    wireMessage('m4', { ...by('betty', 'Betty'), rid: 'builds' }),
  ]);
  return { session, client };
}
const names = (people: readonly { readonly username: string }[]) => people.map(({ username }) => username);

describe('peopleAtHand', () => {
  it('names who spoke here lately first, then whom one writes with, never oneself', () => {
    assert.deepEqual(names(peopleAtHand(town().session, here, '')), ['bob', 'cleo', 'boris', 'betty']);
  });

  it('finds people by either name, those that begin so first', () => {
    assert.deepEqual(names(peopleAtHand(town().session, here, 'b')), ['bob', 'boris', 'betty']);
    assert.deepEqual(names(peopleAtHand(town().session, here, 'ast')), ['cleo']);
  });
});

describe('peopleFound', () => {
  it('adds whom the server finds', async () => {
    const { session, client } = town();

    const people = await peopleFound(session, here, { query: 'bo', signal });

    assert.deepEqual(names(people), ['bob', 'boris', 'zoe.bond']);
    assert.deepEqual(argsOf(client, 'spotlight.search'), [{ query: '@bo' }]);
  });
});

describe('groupsFor', () => {
  it('offers all and here, where there is more than one other', () => {
    const { session } = town();

    assert.deepEqual(groupsFor(session, here, ''), ['all', 'here']);
    assert.deepEqual(groupsFor(session, here, 'HE'), ['here']);
    assert.deepEqual(groupsFor(session, { room: roomId('d1') }, ''), []);
  });
});

describe('rooms to be named', () => {
  it('are those with a name of their own', () => {
    const slugs = roomsAtHand(town().session, '').map(({ slug }) => slug);

    assert.deepEqual(slugs, ['builds', 'general']);
  });

  it('are those that the server finds, too', async () => {
    const rooms = await roomsFound(town().session, { query: 'b', signal });

    assert.deepEqual(
      rooms.map(({ slug }) => slug),
      ['builds', 'boats'],
    );
  });
});

describe('commandsFor', () => {
  it('finds commands by the beginning of their name first', () => {
    const commands = ['unmute', 'mute', 'me', 'topic'].map((name) => ({ name }));

    assert.deepEqual(
      commandsFor(commands, 'm').map(({ name }) => name),
      ['me', 'mute', 'unmute'],
    );
  });
});

describe('readable', () => {
  const cases: readonly [string | undefined, string | undefined][] = [
    ['Invite_user_to_join_channel', 'Invite user to join channel'],
    ['@username <message>', '@username <message>'],
    ['Slash_Topic_Description', undefined],
    [undefined, undefined],
  ];
  for (const [key, words] of cases)
    it(`says ${String(words)} for ${String(key)}`, () => assert.equal(readable(key), words));
});
