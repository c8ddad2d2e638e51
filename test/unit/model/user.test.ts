import assert from 'node:assert/strict';
import { preferencesFromWire, samePreferences } from '../../../src/model/user';

const usual = { sortBy: 'activity', isGroupedByKind: true, showsUnread: false, showsFavorites: true };

describe('preferencesFromWire', () => {
  it('reads what the person chose', () => {
    const wire = {
      sidebarSortby: 'alphabetical',
      sidebarGroupByType: false,
      sidebarShowUnread: true,
      sidebarShowFavorites: false,
    } as const;

    assert.deepEqual(preferencesFromWire(wire), {
      sortBy: 'name',
      isGroupedByKind: false,
      showsUnread: true,
      showsFavorites: false,
    });
  });

  it('takes the defaults of Rocket.Chat for what is missing or makes no sense', () => {
    const senseless = { sidebarSortby: 7, sidebarGroupByType: 'perhaps', sidebarShowUnread: null } as never;

    for (const wire of [undefined, {}, null as never, senseless])
      assert.deepEqual(preferencesFromWire(wire), usual);
  });
});

describe('samePreferences', () => {
  it('sees every difference', () => {
    const one = preferencesFromWire();

    assert.equal(samePreferences(one, { ...one }), true);
    assert.equal(samePreferences(one, { ...one, sortBy: 'name' }), false);
    for (const key of ['isGroupedByKind', 'showsUnread', 'showsFavorites'] as const)
      assert.equal(samePreferences(one, { ...one, [key]: !one[key] }), false);
  });
});
