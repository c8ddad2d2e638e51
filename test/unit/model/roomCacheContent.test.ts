import assert from 'node:assert/strict';
import type { WireMessage, WireRoom, WireSubscription } from '../../../src/api/wire';
import type { Kept } from '../../../src/model/inventory';
import { contentFrom, contentOf } from '../../../src/model/roomCacheContent';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import { fakeClient } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { minute, pageOf, wireMessage, wireMessages } from '../../support/makers/message';
import { wireRoom, wireSubscription } from '../../support/makers/room';

type Pair = readonly [WireRoom, WireSubscription];

function sessionOf(rooms: readonly Pair[], messages: readonly WireMessage[] = []): Session {
  const session = new Session({ account: account(), client: fakeClient() });
  session.sync.restore({
    rooms: rooms.map(([room]) => room),
    subscriptions: rooms.map(([, subscription]) => subscription),
    since: Date.parse(minute(0)),
  });
  session.receive(messages);
  return session;
}

/** What comes out of the file that a session is kept in. */
function kept(session: Session): Kept {
  const content = contentFrom(JSON.parse(JSON.stringify(contentOf(session))));
  assert.ok(content);
  return content;
}

const idsOf = ({ messages }: Kept) => messages.map(({ _id }) => _id);

describe('what is kept of a session', () => {
  const general = [wireRoom('general'), wireSubscription('general')] as const;

  it('is nothing before the rooms have come', () => {
    const session = new Session({ account: account(), client: fakeClient() });

    assert.equal(contentOf(session), undefined);
  });

  it('has all that a room is made of', () => {
    const session = sessionOf(everyKind());
    const again = new Session({ account: account(), client: fakeClient() });

    again.sync.restore(kept(session).rooms);

    assert.deepEqual(again.rooms.all(), session.rooms.all());
  });

  it('has the fifty latest messages of a room', () => {
    const session = sessionOf([general], wireMessages(60));

    const ids = idsOf(kept(session));

    assert.deepEqual([ids.length, ids[0], ids.at(-1)], [50, 'm60', 'm11']);
  });

  it('has messages of the thirty latest rooms', () => {
    const names = Array.from({ length: 31 }, (_, at) => `r${at}`);
    const rooms = names.map((id, at): Pair => [wireRoom(id, { lm: minute(at) }), wireSubscription(id)]);
    const messages = names.map((id) => wireMessage(`in-${id}`, { rid: id }));

    const ids = idsOf(kept(sessionOf(rooms, messages)));

    assert.equal(ids.length, 30);
    assert.equal(ids.includes('in-r0'), false);
  });

  it('has replies that the room shows, and no others', () => {
    const shown = wireMessage('shown', { tmid: 'm1', tshow: true });
    const hidden = wireMessage('hidden', { tmid: 'm1' });

    assert.deepEqual(idsOf(kept(sessionOf([general], [hidden, shown]))), ['shown']);
  });

  it('has the row of an encrypted room, and nothing that was said there', () => {
    const secret = wireMessage('m1', { rid: 'vault', msg: 'whispered' });
    const vault = wireRoom('vault', { encrypted: true, lastMessage: secret });

    const content = kept(sessionOf([[vault, wireSubscription('vault')]], [secret]));

    assert.equal(content.rooms.rooms.length, 1);
    assert.doesNotMatch(JSON.stringify(content), /whispered/);
  });

  it('has no encrypted message of a room that is not encrypted any more', () => {
    const content = kept(sessionOf([general], [wireMessage('m1', { t: 'e2e', msg: 'ciphertext' })]));

    assert.deepEqual(content.messages, []);
  });

  it('says since when a room may have changed: where nobody asked for it, since its oldest message', () => {
    const { known } = kept(sessionOf([general], [wireMessage('new', { ts: minute(9) }), wireMessage('old')]));

    assert.deepEqual(known, [{ room: 'general', until: Date.parse(minute(0)) }]);
  });

  it('says since when a room may have changed: no later than what was told of it', async () => {
    const { session } = sessionWith({ chat: { getPinnedMessages: (args) => pageOf([], args) } });
    session.receive([wireMessage('told', { ts: minute(9) })]);
    await session.list(roomId('general'), 'pinned').load();

    assert.equal(session.knownUntil(roomId('general')), Date.parse(minute(9)) - 5_000);
  });

  it('has neither drafts nor keys', () => {
    const subscription = { ...wireSubscription('general', { draft: 'unsaid' }), E2EKey: 'key of the room' };

    const text = JSON.stringify(kept(sessionOf([[wireRoom('general'), subscription]])));

    assert.match(text, /general/);
    assert.doesNotMatch(text, /unsaid|key of the room/);
  });

  for (const [what, value] of [
    ['no object', 7],
    ['no rooms', { messages: [] }],
    ['rooms that are no list', { rooms: { rooms: {}, subscriptions: [], since: 0 }, messages: [] }],
    ['no time', { rooms: { rooms: [], subscriptions: [] }, messages: [] }],
    ['no messages', { rooms: { rooms: [], subscriptions: [], since: 0 } }],
    [
      'no word of how far rooms are known',
      { rooms: { rooms: [], subscriptions: [], since: 0 }, messages: [] },
    ],
  ] as const)
    it(`is not taken from a file with ${what}`, () => assert.equal(contentFrom(value), undefined));
});

/** Rooms in which everything has a value that tells. */
function everyKind(): (readonly [WireRoom, WireSubscription])[] {
  return [
    [
      wireRoom('c', { topic: 'Talk', ro: true, muted: ['ann'], unmuted: ['ann'], fname: 'See' }),
      wireSubscription('c', {
        unread: 3,
        alert: true,
        userMentions: 1,
        groupMentions: 2,
        tunread: ['t1'],
        tunreadUser: ['t1'],
        hideUnreadStatus: true,
        hideMentionStatus: true,
        disableNotifications: true,
        f: true,
        roles: ['owner'],
        lr: minute(99),
      }),
    ],
    [wireRoom('ro', { ro: true }), wireSubscription('ro', { open: false })],
    [wireRoom('hushed', { muted: ['ann'] }), wireSubscription('hushed')],
    [wireRoom('p', { t: 'p', prid: 'c', archived: true }), wireSubscription('p', { t: 'p' })],
    [wireRoom('team', { teamMain: true, encrypted: true }), wireSubscription('team')],
    [
      wireRoom('d', { t: 'd', name: undefined, fname: undefined, uids: ['a', 'b', 'c'] }),
      wireSubscription('d', { t: 'd', name: 'bob', fname: 'Bob', blocked: true }),
    ],
    [
      wireRoom('self', { t: 'd', usernames: ['ann'] }),
      wireSubscription('self', { blocker: true, archived: true, encrypted: true }),
    ],
  ];
}
