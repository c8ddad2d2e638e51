import assert from 'node:assert/strict';
import { roomOfTarget } from '../../../src/model/compositionDeliveryTarget';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { composePlace, labelled, targetOfRoom } from '../../../src/webview/composePlace';
import { foundTargets, targetsAtHand } from '../../../src/webview/composeTargetSearch';
import type { Answers } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { composition } from '../../support/makers/composition';
import { room } from '../../support/makers/room';

const bob = room('bob-room', {
  type: 'd',
  kind: 'direct',
  name: 'Bob Brown',
  username: 'bob',
  slug: undefined,
  people: ['bob-id', account().userId],
});
const rooms = [
  room('planner', { slug: 'planner', name: 'planner' }),
  room('closed', { slug: 'closed', name: 'closed', isArchived: true }),
  room('talk', { kind: 'discussion', slug: 'x7', name: 'Is it a promise?' }),
  bob,
];
const known = (answers: Answers = {}) => {
  const { session } = sessionWith(answers);
  session.rooms.merge(rooms);
  return session;
};
const entries = (found: readonly { readonly entry: string }[]) => found.map(({ entry }) => entry).sort();
const signal = new AbortController().signal;

describe('targetsAtHand', () => {
  it('are rooms and people that can be written to', () => {
    assert.deepEqual(entries(targetsAtHand(known(), '')), ['#general', '#planner', '@bob', 'talk']);
  });

  it('are rooms alone behind a #, and people alone behind an @', () => {
    assert.deepEqual(entries(targetsAtHand(known(), '#')), ['#general', '#planner', 'talk']);
    assert.deepEqual(entries(targetsAtHand(known(), '@b')), ['@bob']);
  });

  it('are found by the user name as well as by the name', () => {
    assert.deepEqual(entries(targetsAtHand(known(), 'brown')), ['@bob']);
    assert.deepEqual(entries(targetsAtHand(known(), 'bob')), ['@bob']);
  });
});

describe('foundTargets', () => {
  it('are also those that only the server knows, each once', async () => {
    const users = [
      { _id: 'bob-id', username: 'bob', name: 'Bob Brown' },
      { _id: 'eva-id', username: 'eva', name: 'Eva' },
    ];
    const rooms = [{ _id: 'lab-id', t: 'c' as const, name: 'lab' }];
    const session = known({ spotlight: { search: () => ({ users, rooms }) } });

    const found = await foundTargets(session, { text: 'b', signal });

    assert.deepEqual(entries(found), ['#lab', '@bob', '@eva']);
  });
});

describe('A target', () => {
  it('leads back to the room that it was made of', () => {
    const session = known();

    for (const one of session.rooms.all())
      assert.equal(roomOfTarget(session, targetOfRoom(one).entry)?.id, one.id);
  });

  it('is named as its room is, by whatever it is written with', () => {
    const labels = ['@bob', 'bob-room', 'bob-id', '#planner', 'planner'].map(
      (entry) => labelled(known(), { entry, label: entry }).label,
    );

    assert.deepEqual(labels, ['Bob Brown', 'Bob Brown', 'Bob Brown', 'planner', 'planner']);
  });

  it('has the thread of the form for its place', () => {
    const thread = { id: 'm1', label: '', alsoToRoom: false };
    const form = composition({ targets: [{ entry: '@bob', label: 'Bob' }], thread });

    assert.deepEqual(composePlace(known(), form), { room: roomId('bob-room'), thread: messageId('m1') });
  });

  it('has no place where its room is none of mine', () => {
    assert.equal(
      composePlace(known(), composition({ targets: [{ entry: '#lab', label: 'lab' }] })),
      undefined,
    );
  });
});
