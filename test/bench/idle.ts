import { connectRealtime } from '../../src/api/realtime/connectRealtime';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { clientOf, credentialsOf } from '../support/clientOf';
import { FakeClock } from '../support/fakeClock';
import { account } from '../support/makers/account';
import { counted, type Measurement } from './measure';
import { withServer } from './server';

const hour = 3_600_000;
const step = 1_000;

/** An hour over a live connection on which nothing happens but pings, with a room looked at and loaded. */
export async function measureIdle(): Promise<Measurement[]> {
  const calls = await withServer({}, async (server) => {
    const clock = new FakeClock();
    const realtime = connectRealtime(server.url, { token: credentialsOf('ann').authToken, clock });
    const client = clientOf(server, { clock });
    const session = new Session({ account: account({ server: server.url }), client, realtime, clock });
    session.live.begin();
    while (session.live.state.mode !== 'live') await clock.advance(0);
    session.live.watch(roomId('GENERAL'));
    await session.recent(roomId('GENERAL')).load();
    // What is learnt behind the rooms, and what was missed before somebody looked, has been asked for.
    for (let passed = 0; passed < 10 * step; passed += step) await passing(clock);
    const before = server.requests.all().length;
    for (let passed = 0; passed < hour; passed += step) await passing(clock);
    session.dispose();
    return server.requests.all().length - before;
  });
  return [counted('idle', 'REST calls', calls, 0)];
}

/** A second, in which a ping has the time to be answered over the loopback. */
async function passing(clock: FakeClock): Promise<void> {
  await clock.advance(step);
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}
