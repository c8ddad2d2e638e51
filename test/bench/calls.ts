import { connect } from '../../src/api/connect';
import { startServer } from '../server/server';
import { credentialsOf } from '../support/clientOf';
import { workspace } from '../support/workspace';
import { comparePair, type Measurement } from './measure';

const rounds = 300;

/** Calls of the client against bare `fetch` with the same request, on loopback. */
export async function measureCalls(): Promise<Measurement[]> {
  const server = await startServer({ data: workspace(), limiter: false });
  const credentials = credentialsOf('ann');
  const client = connect(server.url, { credentials });
  const headers = { 'X-Auth-Token': credentials.authToken, 'X-User-Id': credentials.userId };
  try {
    return [
      await comparePair({
        name: 'call.get',
        budget: 1.1,
        rounds,
        run: () => client.rooms.info({ roomId: 'GENERAL' }),
        against: () => json(`${server.url}/api/v1/rooms.info?roomId=GENERAL`, { headers }),
      }),
      await comparePair({
        name: 'call.post',
        budget: 1.1,
        rounds,
        run: () => client.subscriptions.read({ rid: 'GENERAL' }),
        against: () =>
          json(`${server.url}/api/v1/subscriptions.read`, {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify({ rid: 'GENERAL' }),
          }),
      }),
    ];
  } finally {
    await server.close();
  }
}

async function json(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  return response.json();
}
