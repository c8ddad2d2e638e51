import assert from 'node:assert/strict';
import type { Permission } from '../../../src/model/permissions';
import type { Room } from '../../../src/model/room';
import { offeredOnRoom, roomContext } from '../../../src/model/roomOffers';
import { usualSettings, type ServerSettings } from '../../../src/model/serverSettings';
import { sessionWith } from '../../support/fakeSession';
import { direct, room } from '../../support/makers/room';

interface At {
  readonly settings?: Partial<ServerSettings>;
  readonly without?: Permission;
}

function offered(over: Partial<Room>, { settings, without }: At = {}): string {
  const offers = offeredOnRoom(room('r', over), {
    settings: { ...usualSettings, ...settings },
    can: (permission) => permission !== without,
  });
  return offers.join(' ');
}

const usual = 'markUnread favorite mute members discuss leave';
const broadcast = { isBroadcast: true, isReadOnly: true };

describe('offeredOnRoom', () => {
  const cases: [string, Partial<Room>, At, string][] = [
    ['a channel that I am in', {}, {}, usual],
    ['a private group', { kind: 'group', type: 'p' }, {}, usual],
    ['an unread one', { hasUnread: true }, {}, 'markRead favorite mute members discuss leave'],
    ['a favourite', { isFavorite: true }, {}, 'markUnread unfavorite mute members discuss leave'],
    ['a muted one', { isMuted: true }, {}, 'markUnread favorite unmute members discuss leave'],
    ['a channel that I am not in', { isJoined: false }, {}, 'join'],
    ['an archived one that I am not in', { isJoined: false, isArchived: true }, {}, ''],
    ['a direct message', direct('d'), {}, 'markUnread favorite mute members discuss'],
    ['a customer', { kind: 'omnichannel', type: 'l' }, {}, 'markUnread favorite mute'],
    ['a discussion', { kind: 'discussion' }, {}, 'markUnread favorite mute members leave'],
    [
      'a server without favourites',
      {},
      { settings: { allowsFavorites: false } },
      'markUnread mute members discuss leave',
    ],
    [
      'a server without discussions',
      {},
      { settings: { allowsDiscussions: false } },
      'markUnread favorite mute members leave',
    ],
    [
      'a person who may open none',
      {},
      { without: 'start-discussion' },
      'markUnread favorite mute members leave',
    ],
    ['a person who may not leave', {}, { without: 'leave-c' }, 'markUnread favorite mute members discuss'],
    [
      'the other kind of room that may not be left',
      { type: 'p' },
      { without: 'leave-p' },
      'markUnread favorite mute members discuss',
    ],
    ['a room where I may not write', { isArchived: true }, {}, 'markUnread favorite mute members leave'],
    [
      'a broadcast',
      broadcast,
      { without: 'view-broadcast-member-list' },
      'markUnread favorite mute discuss leave',
    ],
  ];
  for (const [what, over, at, offers] of cases) {
    it(`offers what fits ${what}`, () => {
      assert.equal(offered(over, at), offers);
    });
  }
});

describe('roomContext', () => {
  it('says first what it is, then what can be done', () => {
    const { session } = sessionWith({});

    assert.equal(
      roomContext(session, room('r', { hasUnread: true })),
      'room.unread.markRead.favorite.mute.members.discuss.leave',
    );
  });
});
