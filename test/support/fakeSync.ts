import type { CallOptions } from '../../src/api/client';
import type { WireDelta, WireRoom, WireSubscription } from '../../src/api/wire';
import { Horizon } from '../../src/model/horizon';
import { RoomStore } from '../../src/model/roomStore';
import { RoomSync } from '../../src/model/roomSync';
import { failure, fakeClient, type Answers } from './fakeClient';
import { FakeClock } from './fakeClock';
import { argsOf } from './fakeSession';
import { delta, wireRoom, wireSubscription } from './makers/room';

/** A server that tells these rooms, by default with a subscription each. */
export function roomServer(
  rooms: WireDelta<WireRoom>,
  subscriptions: WireDelta<WireSubscription> = delta(rooms.update.map(({ _id }) => wireSubscription(_id))),
): Answers {
  return { rooms: { get: () => rooms }, subscriptions: { get: () => subscriptions } };
}

/** Ann's rooms over a client that answers what the test says; its random number moves no time. */
export function syncWith(answers: Answers = roomServer(delta([wireRoom('a'), wireRoom('b')]))) {
  const client = fakeClient(answers);
  const clock = new FakeClock();
  const rooms = new RoomStore();
  const me = { userId: 'ann-id', username: 'ann' };
  const horizon = new Horizon(clock);
  const sync = new RoomSync({ client, rooms, me, horizon, clock, random: () => 0.5 });
  const states: string[] = [];
  sync.onDidChange(() => states.push(sync.state));
  return {
    client,
    clock,
    rooms,
    horizon,
    sync,
    states,
    names: () =>
      rooms
        .all()
        .map(({ id }) => id)
        .sort(),
    refreshes: () => argsOf(client, 'rooms.get').length,
  };
}

/** An answer that does not come. */
export function untilAborted({ signal }: CallOptions): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(failure('cancelled'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end);
  });
}
