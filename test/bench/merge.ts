import { streams } from '../../src/api/realtime/streams';
import { Session } from '../../src/model/session';
import { fakeClient } from '../support/fakeClient';
import { FakeClock } from '../support/fakeClock';
import { FakeRealtime } from '../support/fakeRealtime';
import { account } from '../support/makers/account';
import { wireMessage } from '../support/makers/message';
import { delta, wireRoom, wireSubscription } from '../support/makers/room';
import { type Measurement, rated } from './measure';

const events = 100_000;
/** As many as come between two turns of the loop while a server is busy. */
const burst = 500;
const rooms = Array.from({ length: 200 }, (_, at) => `room-${at}`);
const start = Date.parse('2026-03-01T09:00:00.000Z');

/** Events of all kinds over 200 rooms, from the wire into the stores, as a live session takes them in. */
export async function measureMerge(): Promise<Measurement[]> {
  const run = async () => {
    const { clock, realtime, session } = await liveSession();
    const told = Array.from({ length: events }, (_, at) => eventAt(at));
    const began = performance.now();
    for (let at = 0; at < events; at += burst) {
      for (const tell of told.slice(at, at + burst)) tell(realtime);
      await clock.advance(0);
    }
    const seconds = (performance.now() - began) / 1000;
    session.dispose();
    return events / seconds;
  };
  return [await rated({ name: 'merge', unit: 'events/s', budget: 200_000, rounds: 5, warmUps: 2, run })];
}

async function liveSession() {
  const clock = new FakeClock();
  const realtime = new FakeRealtime();
  const client = fakeClient({
    rooms: { get: () => delta(rooms.map((id) => wireRoom(id))) },
    subscriptions: { get: () => delta(rooms.map((id) => wireSubscription(id))) },
    session: { me: () => ({ _id: 'ann-id', username: 'ann' }) },
    settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
  });
  const session = new Session({ account: account(), client, realtime, clock, random: () => 0.5 });
  session.live.begin();
  realtime.become({ state: 'live' });
  await clock.advance(0);
  return { clock, realtime, session };
}

/** Of eight, six are messages, every third of them a change of one that is known; values are made before. */
function eventAt(at: number): (realtime: FakeRealtime) => void {
  const rid = rooms[(at * 7) % rooms.length] ?? 'room-0';
  const time = new Date(start + at * 10).toISOString();
  if (at % 8 === 6) {
    const wire = wireSubscription(rid, { unread: at % 90, alert: true, _updatedAt: time });
    return (realtime) => realtime.emit(streams.subscriptionsChanged('ann-id'), 'updated', wire);
  }
  if (at % 8 === 7) {
    const wire = wireRoom(rid, { lm: time, _updatedAt: time });
    return (realtime) => realtime.emit(streams.roomsChanged('ann-id'), 'updated', wire);
  }
  const id = at % 3 === 0 ? `m${Math.max(0, at - 1_000)}` : `m${at}`;
  const wire = wireMessage(id, { rid, ts: time, _updatedAt: time });
  return (realtime) => realtime.emit(streams.myMessages('ann-id'), wire);
}
