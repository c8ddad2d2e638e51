import { type StandIn, type StartOptions, startServer } from '../server/server';
import { workspace } from './workspace';

/** A fresh server for each test of the suite: small, without rate limits, its time standing still. */
export function eachWithServer(options: StartOptions = {}): () => StandIn {
  let current: StandIn | undefined;
  beforeEach(async () => {
    current = await startServer({
      data: workspace(),
      limiter: false,
      now: '2026-03-02T09:00:00.000Z',
      clock: 'stands',
      ...options,
    });
  });
  afterEach(() => current?.close());
  return () => {
    if (!current) throw new Error('The server runs only during a test');
    return current;
  };
}
