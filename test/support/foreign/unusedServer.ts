import type { StandIn, StartOptions } from '../../server/server';
import { eachWithServer } from '../standIn';

/** A fresh workspace that nobody has used. Its time moves on with each look at it: no two messages share one. */
export function eachWithUnusedServer(options: StartOptions = {}): () => StandIn {
  let time = Date.parse('2026-03-02T09:00:00.000Z');
  return eachWithServer({ data: 'empty', clock: 'runs', wallClock: () => (time += 1), ...options });
}
