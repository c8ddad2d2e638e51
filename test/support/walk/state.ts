import type { StandIn } from '../../server/server';
import type { Row } from './rows';

/** What a workspace remembers, so that it can be compared what was done; nothing that chance alone decides. */
export function stateAfter({ kind }: Row, { world }: StandIn): unknown {
  const rooms = world.rooms.all();
  const messages = rooms.flatMap(({ _id }) => world.messages.inRoom(_id));
  // A file sent twice has two ids, of which nobody sees one.
  if (kind === 'form') return messages.map(({ rid, msg, file }) => ({ rid, msg, name: file?.['name'] }));
  const subscriptions = rooms.flatMap(({ _id }) => world.subscriptions.inRoom(_id));
  const uploads = rooms.flatMap(({ _id }) => world.uploads.inRoom(_id).map((upload) => upload._id));
  const text = JSON.stringify({ rooms, users: world.users.all(), subscriptions, messages, uploads }, lasting);
  return JSON.parse(text);
}

/** The values of tokens differ each time, and the time of the last change grows with each write. */
function lasting(key: string, value: unknown): unknown {
  return key === 'value' || key === '_updatedAt' ? undefined : value;
}
