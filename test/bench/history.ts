import assert from 'node:assert/strict';
import type { Client } from '../../src/api/client';
import { connect } from '../../src/api/connect';
import { startServer, type StandIn } from '../server/server';
import { type Measurement, timed } from './measure';

const pages = 40;
const pageSize = 50;

/** The stand-in itself with its largest data set: a page of the longest room, wherever it lies. */
export async function measureHistory(): Promise<Measurement[]> {
  const server = await startServer({ data: 'large', limiter: false });
  try {
    const { rid, times } = longestRoom(server);
    const client = await signedIn(server);
    let turn = 0;
    const page = () => {
      const latest = times[Math.floor((turn++ % pages) * (times.length / pages))];
      return client.channels.history({ roomId: rid, latest, count: pageSize, showThreadMessages: false });
    };
    return [await timed({ name: 'server.history', budget: 5, rounds: 400, run: page })];
  } finally {
    await server.close();
  }
}

/** It is as large as it says: 5,000 rooms, 200,000 messages. */
function longestRoom({ world }: StandIn): { rid: string; times: string[] } {
  const rooms = world.rooms.all().map(({ _id }) => ({ rid: _id, messages: world.messages.inRoom(_id) }));
  const total = rooms.reduce((sum, { messages }) => sum + messages.length, 0);
  assert.ok(rooms.length >= 5000 && total >= 200_000, `${rooms.length} rooms, ${total} messages`);
  const [longest = assert.fail('no room')] = rooms.toSorted((a, b) => b.messages.length - a.messages.length);
  return { rid: longest.rid, times: longest.messages.map(({ ts }) => ts) };
}

async function signedIn({ url }: StandIn): Promise<Client> {
  const { data } = await connect(url).session.login({ user: 'alice', password: 'demo' });
  return connect(url, { credentials: data });
}
