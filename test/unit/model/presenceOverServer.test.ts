import assert from 'node:assert/strict';
import { connectRealtime } from '../../../src/api/realtime/connectRealtime';
import { Emitter } from '../../../src/base/event';
import { Lifetime } from '../../../src/base/lifetime';
import { Presence } from '../../../src/model/presence';
import { preferencesFromWire } from '../../../src/model/user';
import { eventually } from '../../support/eventually';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';
import { tokenOf } from '../../support/workspace';

describe('Presence over a server', () => {
  const server = eachWithServer();
  const clock = new FakeClock();
  let lifetime: Lifetime;

  beforeEach(() => (lifetime = new Lifetime()));
  afterEach(() => lifetime.dispose());

  /** One of ann's, connected. */
  async function window(): Promise<Presence> {
    const realtime = lifetime.own(connectRealtime(server().url, { token: tokenOf('ann') }));
    const onDidChangePreferences = new Emitter<void>().event;
    const preferences = () => preferencesFromWire();
    const presence = lifetime.own(new Presence({ realtime, clock, preferences, onDidChangePreferences }));
    const live = new Promise<void>((resolve) =>
      lifetime.own(realtime.onDidChangeState(({ state }) => state === 'live' && resolve())),
    );
    realtime.open();
    await live;
    return presence;
  }

  const isShown = (status: string) =>
    eventually(status, () => server().world.users.byUsername('ann')?.status === status);

  it('is away only while every window is', async () => {
    const [one, other] = [await window(), await window()];
    await isShown('online');

    one.setFocused(false);
    await clock.advance(300_000);
    other.setFocused(false);
    await clock.advance(299_999);
    const first = server().world.users.byUsername('ann')?.status;
    await clock.advance(1);
    await isShown('away');
    one.setFocused(true);
    await isShown('online');

    assert.equal(first, 'online');
  });
});
