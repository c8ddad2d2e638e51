import type { StandIn, StartOptions } from '../../server/server';
import type { Message } from '../../server/world/documents';
import { eachWithServer } from '../standIn';

/** A fresh server with the demo team for each test. Its time is the present, so that rows say how long ago. */
export function eachWithTeam(options: StartOptions = {}): () => StandIn {
  return eachWithServer({ data: 'demo', now: undefined, clock: 'runs', ...options });
}

/** What people call the server: without its scheme. */
export function hostOf(server: StandIn): string {
  return server.url.replace('http://', '');
}

/** The message in which this was said. */
export function messageSaying(server: StandIn, words: string): Message {
  const found = server.world.rooms
    .all()
    .flatMap((room) => server.world.messages.inRoom(room._id))
    .find(({ msg }) => msg.includes(words));
  if (!found) throw new Error(`Nobody said "${words}".`);
  return found;
}
