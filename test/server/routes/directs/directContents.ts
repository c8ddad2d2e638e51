import { forbidden, meteorError } from '../../failures';
import type { Call, JsonObject } from '../../route';
import { canAccess } from '../../world/access';
import type { Room, Subscription, User } from '../../world/documents';
import { directTarget } from '../../world/targets';
import { filesIn } from '../../world/uploads';
import type { World } from '../../world/world';
import { messagesFor } from '../../world/views';
import type { DirectCall } from './directs';
import { messages } from '../family/contents';
import { picked } from '../fields';
import { history, historyKeys } from '../history';
import { listed, sorted, pageOf } from '../lists';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, flag, optionalText, paging, roomBy, text, texts } from '../schemas';
import { isWantedMember } from '../rooms/searchFields';

const fileKeys = { name: optionalText, typeGroup: optionalText, onlyConfirmed: flag, query: optionalText };
const chosen = {
  mentionIds: text,
  starredIds: text,
  pinned: text,
  query: optionalText,
  fields: optionalText,
};

/** What lies in a direct message, and who takes part. */
export const directContentCalls: Readonly<Record<string, DirectCall>> = {
  history: {
    verb: 'GET',
    query: closed({ roomId: text, ...historyKeys }, ['roomId']),
    handle: directHistory,
  },
  messages: {
    verb: 'GET',
    query: roomBy('roomId', 'username', { ...chosen, ...paging }),
    handle: (call) => messages(call, visibleRoom(call)),
  },
  'messages.others': { verb: 'GET', permissions: ['view-room-administration'], handle: messagesOfOthers },
  files: {
    verb: 'GET',
    query: roomBy('roomId', 'username', { ...fileKeys, ...paging }),
    handle: files,
  },
  members: {
    verb: 'GET',
    query: roomBy('roomId', 'username', {
      status: texts,
      filter: text,
      query: optionalText,
      ...paging,
    }),
    handle: members,
  },
  // Not validated by the releases seen: clients send other keys along.
  counters: { verb: 'GET', handle: counters },
};

/** The direct message that is meant: by its id, or by the other person's id or name, made if need be. */
export function directRoom(world: World, user: User, parameters: JsonObject): Room {
  const nameOrId = textOf(parameters, 'roomId') ?? neededText(parameters, 'username');
  return directTarget(world, user, nameOrId.replace('@', ''));
}

function visibleRoom({ world, user, query }: Call): Room {
  const room = directRoom(world, user, query);
  if (!canAccess(world, user, room)) throw forbidden();
  return room;
}

function directHistory(call: Call): JsonObject {
  const { world, user, query, page } = call;
  const withReplies = isTrue(query, 'showThreadMessages');
  const window = { offset: page.offset, count: page.count, withReplies };
  return history(call, directRoom(world, user, query), window);
}

/** For who administers rooms, if the workspace allows that at all. */
function messagesOfOthers({ world, user, query, page }: Call): JsonObject {
  if (!world.isOn('API_Enable_Direct_Message_History_EndPoint')) {
    const details = { route: '/api/v1/im.messages.others' };
    throw meteorError('error-endpoint-disabled', 'This endpoint is disabled', details);
  }
  const roomId = textOf(query, 'roomId');
  if (!roomId) throw meteorError('error-roomid-param-not-provided', 'The parameter "roomId" is required');
  if (world.rooms.byId(roomId)?.t !== 'd') {
    throw meteorError('error-room-not-found', `No direct message room found by the id of: ${roomId}`);
  }
  const { items, place } = listed(world.messages.inRoom(roomId), page, { ts: -1 });
  return { messages: messagesFor(world, user, items), ...place };
}

function files(call: Call): JsonObject {
  const { world, query, page } = call;
  const found = filesIn(world, visibleRoom(call)._id, {
    name: textOf(query, 'name') ?? '',
    typeGroup: textOf(query, 'typeGroup') ?? '',
    onlyConfirmed: isTrue(query, 'onlyConfirmed'),
  });
  const { items, place } = listed(found, page, { name: 1 });
  return { files: items, ...place };
}

/** Who changed last comes first. */
function members(call: Call): JsonObject {
  const { world, query, page } = call;
  const room = visibleRoom(call);
  const found = participants(world, room).filter((user) => isWantedMember(world, user, query));
  const inOrder = sorted(found, { _updatedAt: -1, username: page.sort?.['username'] ?? 1 });
  const { items, place } = pageOf(inOrder, page);
  return { members: items.map((user) => shownMember(world, room, user)), ...place };
}

function participants(world: World, { uids = [] }: Room): User[] {
  return uids.flatMap((id) => world.users.byId(id) ?? []).filter((user) => user.active);
}

function shownMember(world: World, room: Room, user: User): JsonObject {
  const subscription = world.subscriptions.of(user._id, room._id);
  return {
    ...picked(user, ['_id', 'username', 'name', 'status', 'statusText', 'utcOffset']),
    subscription: subscription ? picked(subscription, ['_id', 'status', 'ts', 'roles']) : {},
  };
}

/** Of oneself, or of somebody else for who administers rooms. */
function counters(call: Call): JsonObject {
  const { world, user, query } = call;
  const roomId = textOf(query, 'roomId');
  if (!roomId) throw meteorError('error-room-param-not-provided', 'Query param "roomId" is required');
  const room = world.rooms.byId(roomId);
  const person = counted(call);
  if (!room || !person || !canAccess(world, person, room)) throw forbidden();
  if (room.t !== 'd') throw meteorError('invalid-channel');
  const subscription = world.subscriptions.of(person._id, room._id);
  const isShown = subscription !== undefined || world.hasPermission(user, 'view-room-administration');
  return { ...ownCounters(room, subscription), ...(isShown ? roomCounters(world, room) : noCounters) };
}

function ownCounters(room: Room, subscription: Subscription | undefined): JsonObject {
  if (!subscription) return { joined: false, unreads: null, unreadsFrom: null, userMentions: null };
  const { unread, userMentions, ls } = subscription;
  const unreadsFrom = room.msgs > 0 && ls !== undefined ? ls : null;
  return { joined: true, unreads: unread, unreadsFrom, userMentions };
}

function roomCounters(world: World, room: Room): JsonObject {
  const members = participants(world, room).length;
  return { members, msgs: room.msgs, latest: room.lm ?? room._updatedAt };
}

const noCounters = { members: null, msgs: null, latest: null };

function counted({ world, user, query }: Call): User | undefined {
  const userId = textOf(query, 'userId');
  if (!userId) return user;
  if (!world.hasPermission(user, 'view-room-administration')) throw forbidden();
  return world.users.byId(userId);
}
