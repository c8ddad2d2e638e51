import type { Call, JsonObject, Route } from '../route';
import type { Room } from '../world/documents';
import { findOpen, getRoute, groups, roomAnswer, roomsAnswer } from './family/family';
import { sharedRoutes } from './family/shared';
import { history } from './history';
import { textOf } from './parameters';

/** Hardly any is validated by the server: unknown keys pass. */
export const groupRoutes: readonly Route[] = [
  getRoute(groups, 'list', { handle: (call) => roomsAnswer(groups, call, joined(call)) }),
  getRoute(groups, 'listAll', {
    permissions: ['view-room-administration'],
    handle: (call) => roomsAnswer(groups, call, all(call)),
  }),
  getRoute(groups, 'info', {
    handle: (call) => roomAnswer(groups, call, findOpen(groups, call, call.query)),
  }),
  getRoute(groups, 'history', { handle: groupHistory }),
  ...sharedRoutes(groups),
];

/** Discussions and rooms of teams included. */
function joined({ world, user }: Call): Room[] {
  const own = world.subscriptions.ofUser(user._id).filter((subscription) => subscription.t === 'p');
  return own.flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
}

function all({ world }: Call): Room[] {
  return world.rooms.all().filter((room) => room.t === 'p');
}

/** Not as in the other two families: 20 at a time, no upper limit, replies included unless refused. */
function groupHistory(call: Call): JsonObject {
  const { query } = call;
  const withReplies = textOf(query, 'showThreadMessages') !== 'false';
  const window = { offset: wholeNumber(query, 'offset') ?? 0, count: countOf(query), withReplies };
  return history(call, groups.find(call, query), window);
}

function countOf(query: JsonObject): number {
  const count = wholeNumber(query, 'count') ?? 20;
  return count === 0 ? Infinity : count;
}

function wholeNumber(query: JsonObject, key: string): number | undefined {
  const number = Number.parseInt(textOf(query, key) ?? '', 10);
  return Number.isNaN(number) ? undefined : Math.abs(number);
}
