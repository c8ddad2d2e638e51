import { forbidden, meteorError, notFound } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Message, Room } from '../../world/documents';
import { filesIn } from '../../world/uploads';
import { messagesFor } from '../../world/views';
import { meant } from '../freeQuery';
import { listed, pageOf } from '../lists';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, flag, optionalText, paging, roomBy, text } from '../schemas';
import { counters } from './counters';
import { channels, type Family, findOpen, getRoute, groups } from './family';

const chosen = { mentionIds: text, starredIds: text, pinned: text, query: optionalText };
const fileKeys = { name: optionalText, typeGroup: optionalText, onlyConfirmed: flag, query: optionalText };

/** What lies in a room: messages, files, and how much of it. */
export function contentRoutes(family: Family): readonly Route[] {
  return [
    getRoute(family, 'counters', { handle: (call) => counters(family, call) }),
    getRoute(family, 'files', {
      query: filesBy(family),
      handle: (call) => files(family, call),
    }),
    getRoute(family, 'getIntegrations', {
      permissions: ['outgoing', 'own-outgoing', 'incoming', 'own-incoming'].map(
        (kind) => `manage-${kind}-integrations`,
      ),
      handle: (call) => integrations(family, call),
    }),
    ...(family === channels ? channelRoutes : groupRoutes),
  ];
}

/** Groups bear keys that nobody knows. */
function filesBy(family: Family): JsonObject {
  const keys = { ...fileKeys, ...paging };
  if (family === channels) return roomBy('roomId', 'roomName', keys);
  return { type: 'object', properties: keys, oneOf: [{ required: ['roomId'] }, { required: ['roomName'] }] };
}

const channelRoutes: readonly Route[] = [
  getRoute(channels, 'messages', {
    permissions: ['view-c-room'],
    query: closed({ roomId: text, ...chosen, ...paging }, ['roomId']),
    handle: channelMessages,
  }),
  getRoute(channels, 'getAllUserMentionsByChannel', {
    query: closed({ roomId: text, query: optionalText, ...paging }, ['roomId']),
    handle: ownMentions,
  }),
  { ...getRoute(channels, 'anonymousread', { handle: anonymousRead }), auth: 'orAnonymous' },
];

const groupRoutes: readonly Route[] = [
  getRoute(groups, 'messages', {
    // Both names are known to both of its ways, so that who gives both meets one refusal alone.
    query: roomBy('roomId', 'roomName', { roomId: text, roomName: text, ...chosen, ...paging }),
    handle: (call) => messages(call, findOpen(groups, call, call.query)),
  }),
];

function channelMessages(call: Call): JsonObject {
  const { world, user, query } = call;
  const room = channels.find(call, query);
  if (!canAccess(world, user, room)) throw forbidden();
  // Who may see joined rooms only has no use of the other permission.
  const isJoined = world.subscriptions.of(user._id, room._id) !== undefined;
  if (!isJoined && world.hasPermission(user, 'view-joined-room')) throw forbidden();
  return messages(call, room);
}

export function messages(call: Call, room: Room): JsonObject {
  const { world, user, query } = call;
  const [mentioned, starred] = [idsIn(query, 'mentionIds'), idsIn(query, 'starredIds')];
  const pinnedOnly = textOf(query, 'pinned')?.toLowerCase() === 'true';
  const wanted = meant(call, world.messages.inRoom(room._id)).filter((message) => {
    if (message['_hidden'] === true || (pinnedOnly && !message.pinned)) return false;
    return holdsOne(message.mentions, mentioned) && holdsOne(message.starred, starred);
  });
  const { items, place } = inOrder(wanted, call);
  return { messages: messagesFor(world, user, items), ...place };
}

/** Newest first unless asked for otherwise. By time nothing has to be sorted. */
function inOrder(oldestFirst: readonly Message[], { page }: Call) {
  const { ts, ...others } = page.sort ?? { ts: -1 };
  if (ts === undefined || Object.keys(others).length > 0) return listed(oldestFirst, page, page.sort ?? {});
  return pageOf(ts === 1 ? oldestFirst : oldestFirst.toReversed(), page);
}

function idsIn(query: JsonObject, key: string): ReadonlySet<string> | undefined {
  const ids = textOf(query, key);
  return ids ? new Set(ids.split(',').map((id) => id.trim())) : undefined;
}

function holdsOne(items: readonly { _id: string }[] = [], ids: ReadonlySet<string> | undefined): boolean {
  return !ids || items.some((item) => ids.has(item._id));
}

function files(family: Family, call: Call): JsonObject {
  const { world, user, query, page } = call;
  const room = family.find(call, query);
  if (!canAccess(world, user, room)) throw forbidden();
  const found = filesIn(world, room._id, {
    name: textOf(query, 'name') ?? '',
    typeGroup: textOf(query, 'typeGroup') ?? '',
    onlyConfirmed: isTrue(query, 'onlyConfirmed'),
  });
  const { items, place } = listed(found, page, { name: 1 });
  return { files: items, ...place };
}

/** There are none here. */
function integrations(family: Family, call: Call): JsonObject {
  const { world, user, query, page } = call;
  const room = family.find(call, query);
  if (!canAccess(world, user, room)) throw forbidden();
  const { items, place } = pageOf([], page);
  return { integrations: items, ...place };
}

/** Oldest first, and of any room that the caller may see. */
function ownMentions(call: Call): JsonObject {
  const { world, user, query, page } = call;
  const room = world.rooms.byId(neededText(query, 'roomId'));
  if (!room || !canAccess(world, user, room)) {
    throw meteorError('error-invalid-room', 'Invalid room', { method: 'getUserMentionsByChannel' });
  }
  const found = world.messages
    .inRoom(room._id)
    .filter(({ mentions = [], _hidden }) => _hidden !== true && mentions.some(({ _id }) => _id === user._id));
  const { items, place } = listed(found, page, { ts: 1 });
  return { mentions: messagesFor(world, user, items), ...place };
}

function anonymousRead(call: Call): JsonObject {
  const { world, maybeUser, query } = call;
  const room = channels.find(call, query);
  if (!world.isOn('Accounts_AllowAnonymousRead')) {
    const details = { method: 'channels.anonymousread' };
    throw meteorError('error-not-allowed', 'Enable "Allow Anonymous Read"', details);
  }
  if (isInPrivateTeam(call, room) && !(maybeUser && canAccess(world, maybeUser, room))) {
    throw notFound('Room not found');
  }
  const { items, place } = inOrder(world.messages.inRoom(room._id), call);
  const shown = maybeUser ? messagesFor(world, maybeUser, items) : items.map(withoutStars);
  return { messages: shown, ...place };
}

function isInPrivateTeam({ world }: Call, { teamId }: Room): boolean {
  return teamId !== undefined && world.rooms.mainOfTeam(teamId)?.t === 'p';
}

function withoutStars(message: Message): Message {
  return { ...message, ...(message.starred && { starred: [] }) };
}
