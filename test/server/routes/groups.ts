import { meteorError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { canAccess } from '../world/access';
import type { Room } from '../world/documents';
import { roomFor } from '../world/views';
import { history } from './history';
import { textOf } from './parameters';

const registration = 'old';

/** Neither is validated by the server: unknown keys pass. */
export const groupRoutes: readonly Route[] = [
  { verb: 'GET', name: 'groups.info', auth: 'required', registration, handle: info },
  { verb: 'GET', name: 'groups.history', auth: 'required', registration, handle: groupHistory },
];

function info(call: Call): JsonObject {
  const room = group(call);
  if (room.archived) {
    throw meteorError('error-room-archived', `The private group, ${room.name ?? ''}, is archived`);
  }
  return { group: roomFor(call.world, call.user, room) };
}

/** Not as in the other two families: 20 at a time, no upper limit, replies included unless refused. */
function groupHistory(call: Call): JsonObject {
  const { query } = call;
  const withReplies = textOf(query, 'showThreadMessages') !== 'false';
  const window = { offset: wholeNumber(query, 'offset') ?? 0, count: countOf(query), withReplies };
  return history(call, group(call), window);
}

function countOf(query: JsonObject): number {
  const count = wholeNumber(query, 'count') ?? 20;
  return count === 0 ? Infinity : count;
}

function wholeNumber(query: JsonObject, key: string): number | undefined {
  const number = Number.parseInt(textOf(query, key) ?? '', 10);
  return Number.isNaN(number) ? undefined : Math.abs(number);
}

/** A group that the caller may not see is not told from one that is not there. */
function group({ world, user, query }: Call): Room {
  const [id, name] = [textOf(query, 'roomId'), textOf(query, 'roomName')];
  if (!id && !name) {
    throw meteorError('error-room-param-not-provided', 'The parameter "roomId" or "roomName" is required');
  }
  const room = id ? world.rooms.byId(id) : world.rooms.byName(name ?? '');
  if (room?.t === 'p' && canAccess(world, user, room)) return room;
  const reason = 'The required "roomId" or "roomName" param provided does not match any group';
  throw meteorError('error-room-not-found', reason);
}
