import assert from 'node:assert/strict';
import { preferencesFromWire, samePreferences } from '../../../src/model/user';

const usual = {
  sortBy: 'activity',
  isGroupedByKind: true,
  showsUnread: false,
  showsFavorites: true,
  becomesAway: true,
  awayAfter: 300_000,
  sendsOn: 'enter',
  hourCycle: undefined,
  showsAvatars: true,
  alsoToRoom: 'firstReply',
};

describe('preferencesFromWire', () => {
  it('reads what the person chose', () => {
    const wire = {
      sidebarSortby: 'alphabetical',
      sidebarGroupByType: false,
      sidebarShowUnread: true,
      sidebarShowFavorites: false,
      enableAutoAway: false,
      idleTimeLimit: 60,
      sendOnEnter: 'alternative',
      clockMode: 2,
      displayAvatars: false,
      alsoSendThreadToChannel: 'never',
    } as const;

    assert.deepEqual(preferencesFromWire(wire), {
      sortBy: 'name',
      isGroupedByKind: false,
      showsUnread: true,
      showsFavorites: false,
      becomesAway: false,
      awayAfter: 60_000,
      sendsOn: 'alternative',
      hourCycle: 'h23',
      showsAvatars: false,
      alsoToRoom: 'never',
    });
  });

  it('takes the defaults of Rocket.Chat for what is missing or makes no sense', () => {
    const senseless = { sidebarSortby: 7, sidebarGroupByType: 'perhaps', idleTimeLimit: -1 } as never;

    for (const wire of [undefined, {}, null as never, senseless])
      assert.deepEqual(preferencesFromWire(wire), usual);
  });

  it('takes a limit of none for never being away', () => {
    assert.equal(preferencesFromWire({ idleTimeLimit: 0 }).becomesAway, false);
  });
});

describe('samePreferences', () => {
  it('sees every difference', () => {
    const one = preferencesFromWire();

    assert.equal(samePreferences(one, { ...one }), true);
    assert.equal(samePreferences(one, { ...one, sortBy: 'name' }), false);
    assert.equal(samePreferences(one, { ...one, awayAfter: 1 }), false);
    for (const key of ['isGroupedByKind', 'showsUnread', 'showsFavorites', 'becomesAway'] as const)
      assert.equal(samePreferences(one, { ...one, [key]: !one[key] }), false);
  });
});
