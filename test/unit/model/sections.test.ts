import assert from 'node:assert/strict';
import type { Room } from '../../../src/model/room';
import { isUnread, wantsMe } from '../../../src/model/sections';
import { direct, room } from '../../support/makers/room';

describe('isUnread', () => {
  const cases: [string, Partial<Room>, boolean][] = [
    ['nothing new', {}, false],
    ['an alert', { hasUnread: true }, true],
    ['an unread thread', { unreadThreads: ['t'] }, true],
    ['messages behind a hidden unread status', { hasUnread: true, unread: 3, hidesUnread: true }, false],
    ['a mention behind a hidden unread status', { unread: 3, mentions: 1, hidesUnread: true }, true],
    ['a mention in a thread behind it', { mentioningThreads: ['t'], hidesUnread: true }, true],
    ['a mention behind both', { mentions: 1, hidesUnread: true, hidesMentions: true }, false],
  ];
  for (const [name, over, expected] of cases) {
    it(`is ${expected} for ${name}`, () => {
      assert.equal(isUnread(room('a', over)), expected);
    });
  }
});

describe('wantsMe', () => {
  const cases: [string, Room, number][] = [
    ['no messages of a channel', room('a', { unread: 7, hasUnread: true }), 0],
    ['mentions of me and of all', room('a', { unread: 7, mentions: 2, groupMentions: 1 }), 3],
    ['every message of a direct room once', direct('bob', { unread: 4, mentions: 1 }), 4],
    ['unread threads', room('a', { unreadThreads: ['t', 'u'] }), 2],
    ['no hidden mentions', room('a', { mentions: 2, hidesMentions: true }), 0],
    ['only mentions where unread is hidden', direct('bob', { unread: 4, mentions: 1, hidesUnread: true }), 1],
    [
      'threads that mention me where unread is hidden',
      room('a', { unreadThreads: ['t', 'u'], mentioningThreads: ['t'], hidesUnread: true }),
      1,
    ],
    ['nothing of a hidden room', direct('bob', { unread: 4, isHidden: true }), 0],
    ['nothing of an archived room', room('a', { mentions: 1, isArchived: true }), 0],
  ];
  for (const [name, one, expected] of cases) {
    it(`counts ${name}`, () => {
      assert.equal(wantsMe([one]), expected);
    });
  }

  it('adds up all rooms', () => {
    assert.equal(wantsMe([room('a', { mentions: 1 }), direct('bob', { unread: 2 })]), 3);
  });
});
