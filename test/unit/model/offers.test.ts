import assert from 'node:assert/strict';
import { actions, offered, type Action, type Circumstances } from '../../../src/model/offers';
import { actions as pageActions } from '../../../src/webview/protocol/message';
import type { Message } from '../../../src/model/message';
import { messageId } from '../../../src/model/message';
import { isHeld, type Permission } from '../../../src/model/permissions';
import { roomId, type Room } from '../../../src/model/room';
import { usualSettings, type ServerSettings } from '../../../src/model/serverSettings';
import { message } from '../../support/makers/message';
import { room } from '../../support/makers/room';

interface Case {
  readonly message?: Partial<Message>;
  readonly room?: Partial<Room> | null;
  readonly settings?: Partial<ServerSettings>;
  /** On the server. */
  readonly roles?: readonly string[];
  /** After it was said. */
  readonly minutes?: number;
}

const mine = { author: { id: 'ann-id', username: 'ann', name: 'ann' } };
const receipts = { hasReceipts: true, namesReaders: true };

function offers(given: Case): readonly Action[] {
  const said = message('m', given.message);
  const where = given.room === null ? undefined : room('general', given.room);
  const roles = [...(given.roles ?? ['user']), ...(where?.roles ?? [])];
  const at: Circumstances = {
    me: { userId: 'ann-id', username: 'ann' },
    room: where,
    settings: { ...usualSettings, ...given.settings },
    now: said.sentAt + (given.minutes ?? 1) * 60_000,
    can: (permission: Permission) => isHeld(permission, roles),
  };
  return offered(said, at);
}

/** Of those in question, what is offered. */
function of(wanted: string, given: Case): string {
  const found: readonly string[] = offers(given);
  return wanted
    .split(' ')
    .filter((action) => found.includes(action))
    .join(' ');
}

describe('what is offered on a message', () => {
  it('has the names that pages know', () => {
    assert.deepEqual(actions, pageActions);
  });

  it('is, of another person in a room of mine, all but what is its author’s or a moderator’s', () => {
    assert.equal(
      offers({}).join(' '),
      'reply quote react star report ignore copyText copyLink open show discuss markUnread',
    );
  });

  it('is, of my own, also to change it, and nothing against myself', () => {
    assert.equal(
      offers({ message: mine }).join(' '),
      'reply quote react edit delete star copyText copyLink open show discuss',
    );
  });

  const cases: readonly [what: string, wanted: string, given: Case, expected: string][] = [
    ['a moderator of the room', 'edit delete pin', { room: { roles: ['moderator'] } }, 'edit delete pin'],
    ['an administrator', 'edit delete pin', { roles: ['user', 'admin'] }, 'edit delete pin'],
    ['a guest', 'delete discuss', { message: mine, roles: ['guest'] }, 'discuss'],
    [
      'a message that is pinned, starred and followed',
      'pin unpin star unstar follow unfollow',
      {
        message: { isPinned: true, isStarred: true, replies: 2, isFollowed: true },
        room: { roles: ['owner'] },
      },
      'unpin unstar unfollow',
    ],
    ['a message without a thread', 'follow unfollow', {}, ''],
    ['a thread that I do not follow', 'follow unfollow reply', { message: { replies: 1 } }, 'reply follow'],
    ['a reply', 'reply markUnread', { message: { thread: messageId('t') } }, 'reply'],
    [
      'a reply that the room shows too',
      'reply markUnread',
      { message: { thread: messageId('t'), isShownInRoom: true } },
      'reply markUnread',
    ],
    ['somebody I ignore', 'ignore unignore', { room: { ignored: ['bob-id'] } }, 'unignore'],
    ['a direct message', 'ignore report pin', { room: { type: 'd', kind: 'direct' } }, 'report'],
    ['a discussion', 'discuss', { room: { kind: 'discussion' } }, ''],
    [
      'a message that has a discussion',
      'discuss',
      { message: { discussion: { room: roomId('d'), messages: 1 } } },
      '',
    ],
    ['a message without a text', 'copyText quote', { message: { text: '' } }, 'quote'],
    [
      'what the room says of itself',
      actions.join(' '),
      { message: { kind: 'system', type: 'uj' } },
      'copyLink open show',
    ],
    [
      'what was deleted',
      actions.join(' '),
      { message: { ...mine, kind: 'deleted', type: 'rm', text: '' } },
      'copyLink open show',
    ],
    [
      'a deleted message with a thread that I follow',
      'reply follow unfollow',
      { message: { kind: 'deleted', replies: 3, isFollowed: true } },
      'unfollow',
    ],
    [
      'an encrypted message of mine',
      'reply quote react edit delete star copyText',
      { message: { ...mine, kind: 'encrypted', text: 'xyz' }, room: { isEncrypted: true } },
      'react delete star',
    ],
    [
      'an archived room',
      'reply quote react edit delete star copyText',
      { message: mine, room: { isArchived: true } },
      'delete star copyText',
    ],
    [
      'a room that is read-only',
      'reply quote react edit delete star',
      { message: mine, room: { isReadOnly: true } },
      'star',
    ],
    [
      'a read-only room with reactions',
      'reply react',
      { room: { isReadOnly: true, allowsReactingWhenReadOnly: true } },
      'react',
    ],
    [
      'a read-only room where I may speak',
      'reply react edit delete',
      { message: mine, room: { isReadOnly: true, isUnmuted: true } },
      'reply react edit delete',
    ],
    [
      'a read-only room of mine',
      'reply react',
      { room: { isReadOnly: true, roles: ['owner'] } },
      'reply react',
    ],
    ['a broadcast', 'reply react star', { room: { isBroadcast: true } }, 'star'],
    ['a room where I was silenced', 'reply react star', { room: { silence: 'silenced' } }, 'star'],
    ['a blocked direct message', 'reply react', { room: { type: 'd', silence: 'blocked' } }, ''],
    [
      'a room that I have not joined',
      actions.join(' '),
      { room: null, roles: ['admin'] },
      'report copyText copyLink open show',
    ],
    [
      'a room that I only look at',
      actions.join(' '),
      { room: { isJoined: false } },
      'report copyText copyLink open show',
    ],
  ];
  for (const [what, wanted, given, expected] of cases) {
    it(`fits ${what}`, () => {
      assert.deepEqual(sorted(of(wanted, given)), sorted(expected));
    });
  }

  const settings: readonly [Partial<ServerSettings>, string, Case][] = [
    [{ allowsPinning: false }, 'pin', { room: { roles: ['owner'] } }],
    [{ allowsStarring: false }, 'star', {}],
    [{ allowsThreads: false }, 'reply', {}],
    [{ allowsThreads: false }, 'follow', { message: { replies: 1 } }],
    [{ allowsDiscussions: false }, 'discuss', {}],
    [{ allowsEditing: false }, 'edit', { message: mine }],
    [{ allowsDeleting: false }, 'delete', { message: mine }],
  ];
  for (const [off, action, given] of settings) {
    it(`leaves out ${action} where the server says ${JSON.stringify(off)}`, () => {
      assert.deepEqual([of(action, given), of(action, { ...given, settings: off })], [action, '']);
    });
  }

  it('has readers only where the server keeps them by name', () => {
    const some = { hasReceipts: true, namesReaders: false };

    assert.deepEqual(
      [of('receipts', { settings: receipts }), of('receipts', { settings: some }), of('receipts', {})],
      ['receipts', '', ''],
    );
  });
});

describe('what is offered for a while', () => {
  const limits = { editableFor: 5 * 60_000, deletableFor: 5 * 60_000 };
  const times: readonly [minutes: number, roles: string, expected: string][] = [
    [4.9, 'user', 'edit delete'],
    [5, 'user', 'delete'],
    [5.4, 'user', 'delete'],
    [5.6, 'user', ''],
    [60, 'user bot', 'edit delete'],
    [60, 'user owner', 'delete'],
  ];
  for (const [minutes, roles, expected] of times) {
    it(`is ${expected || 'gone'} after ${minutes} of 5 minutes for ${roles}`, () => {
      const given = { message: mine, settings: limits, minutes, roles: roles.split(' ') };

      assert.equal(of('edit delete', given), expected);
    });
  }

  it('keeps the settings out of a moderator’s way, as the server does', () => {
    const off = { allowsEditing: false, allowsDeleting: false };

    const asModerator = of('edit delete', { settings: off, room: { roles: ['moderator'] } });
    const asOwner = of('edit delete', { settings: off, room: { roles: ['owner'] } });

    assert.deepEqual([asModerator, asOwner], ['edit', 'edit delete']);
  });
});

function sorted(words: string): string[] {
  return words.split(' ').sort();
}
