import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { Presence } from '../../../src/model/presence';
import { preferencesFromWire } from '../../../src/model/user';
import { FakeClock } from '../../support/fakeClock';
import { FakeRealtime } from '../../support/fakeRealtime';

const minute = 60_000;
const live = { state: 'live' } as const;

/** Of somebody who is away after five minutes, in a window with focus and a connection; no call succeeds. */
function situation() {
  const clock = new FakeClock();
  const realtime = new FakeRealtime();
  realtime.become(live);
  const changed = new Emitter<void>();
  let preferences = preferencesFromWire();
  const presence = new Presence({
    realtime,
    clock,
    preferences: () => preferences,
    onDidChangePreferences: changed.event,
  });
  const prefer = (more: Partial<typeof preferences>) => {
    preferences = { ...preferences, ...more };
    changed.fire();
  };
  const said = () => realtime.calls.map(({ method }) => method.replace('UserPresence:', ''));
  return { clock, realtime, presence, prefer, said };
}

describe('Presence', () => {
  it('is away once the window has been without focus for as long as the person prefers', async () => {
    const { clock, presence, said } = situation();

    presence.setFocused(false);
    await clock.advance(5 * minute - 1);
    const before = said();
    await clock.advance(1);

    assert.deepEqual([before, said()], [[], ['away']]);
  });

  it('is back as soon as the window has focus again', async () => {
    const { clock, presence, said } = situation();
    presence.setFocused(false);
    await clock.advance(5 * minute);

    presence.setFocused(true);

    assert.deepEqual(said(), ['away', 'online']);
  });

  it('says nothing of a short absence', async () => {
    const { clock, presence, said } = situation();

    presence.setFocused(false);
    await clock.advance(4 * minute);
    presence.setFocused(true);
    await clock.advance(60 * minute);

    assert.deepEqual(said(), []);
  });

  it('counts from when the focus went, however often it is told so', async () => {
    const { clock, presence, said } = situation();

    presence.setFocused(false);
    await clock.advance(4 * minute);
    presence.setFocused(false);
    await clock.advance(minute);

    assert.deepEqual(said(), ['away']);
  });

  it('tells a new connection at once what it told the old one', async () => {
    const { clock, realtime, presence, said } = situation();
    presence.setFocused(false);
    await clock.advance(5 * minute);

    realtime.become({ state: 'connecting' });
    realtime.become(live);

    assert.deepEqual(said(), ['away', 'away']);
  });

  it('waits for the connection when the time is up without one', async () => {
    const { clock, realtime, presence, said } = situation();
    realtime.become({ state: 'connecting' });
    presence.setFocused(false);
    await clock.advance(6 * minute);
    const without = said();

    realtime.become(live);

    assert.deepEqual([without, said()], [[], ['away']]);
  });

  it('leaves a new connection online while the window has focus', async () => {
    const { clock, realtime, presence, said } = situation();
    presence.setFocused(false);
    await clock.advance(5 * minute);
    realtime.become({ state: 'connecting' });

    presence.setFocused(true);
    realtime.become(live);

    assert.deepEqual(said(), ['away']);
  });

  it('never is away where the person does not want that', async () => {
    const { clock, presence, prefer, said } = situation();
    prefer({ becomesAway: false });

    presence.setFocused(false);
    await clock.advance(60 * minute);

    assert.deepEqual(said(), []);
  });

  it('heeds a preference that changes while the window is without focus', async () => {
    const { clock, presence, prefer, said } = situation();
    presence.setFocused(false);
    await clock.advance(2 * minute);

    prefer({ awayAfter: minute });
    prefer({ becomesAway: false });

    assert.deepEqual(said(), ['away', 'online']);
  });

  it('is silent about what could not be said', async () => {
    const { clock, presence, said } = situation();

    presence.setFocused(false);
    await clock.advance(60 * minute);

    assert.deepEqual(said(), ['away']);
  });

  it('ends with the session', async () => {
    const { clock, presence, said } = situation();
    presence.setFocused(false);

    presence.dispose();
    presence.setFocused(true);
    presence.setFocused(false);
    await clock.advance(60 * minute);

    assert.deepEqual([clock.pending, said()], [[], []]);
  });
});
