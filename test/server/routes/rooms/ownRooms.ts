import { meteorError, plainError, unauthorized } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import { join, leaveRoom } from '../../world/membership';
import { favor, hide, keepDraft, keepThreadDraft, saveNotifications, show } from '../../world/ownRooms';
import { roomFor } from '../../world/views';
import { isTrue, neededText, textOf } from '../parameters';
import { activeRoom } from './roomTargets';
import { post } from '../rows';
import { closed, flag, optionalText, roomBy, someText, text } from '../schemas';

const oneRoom = closed({ roomId: someText }, ['roomId']);

/** How a person keeps the own rooms. */
export const ownRoomRoutes: readonly Route[] = [
  {
    ...post,
    name: 'rooms.join',
    since: '8.6',
    body: roomBy('roomId', 'roomName', { joinCode: optionalText }),
    handle: joinRoom,
  },
  { ...post, name: 'rooms.leave', body: anyOfRooms(), handle: leave },
  { ...post, name: 'rooms.favorite', body: anyOfRooms({ favorite: flag }), handle: favorite },
  {
    ...post,
    name: 'rooms.saveNotification',
    body: closed(
      {
        roomId: someText,
        notifications: { type: 'object', minProperties: 1, additionalProperties: text },
      },
      ['roomId', 'notifications'],
    ),
    handle: saveNotification,
  },
  { ...post, name: 'rooms.hide', since: '7.4', body: oneRoom, handle: hideRoom },
  { ...post, name: 'rooms.open', since: '7.2', body: oneRoom, handle: openRoom },
  {
    ...post,
    name: 'rooms.saveDraft',
    since: '8.5',
    until: '8.8',
    body: closed({ rid: someText, draft: text }, ['rid', 'draft']),
    handle: saveDraft,
  },
  {
    ...post,
    name: 'rooms.saveDraft',
    since: '8.8',
    body: closed({ rid: someText, draft: text, tmid: someText }, ['rid', 'draft']),
    handle: saveDraft,
  },
];

function anyOfRooms(others: JsonObject = {}): JsonObject {
  const by = (key: string) => closed({ [key]: text, ...others }, [key, ...Object.keys(others)]);
  return { anyOf: [by('roomId'), by('roomName')] };
}

function joinRoom({ world, user, body }: Call): JsonObject {
  const room = activeRoom(world, body);
  join(world, room, user, textOf(body, 'joinCode'));
  return { room: roomFor(world, user, room) };
}

function leave({ world, user, body }: Call): JsonObject {
  leaveRoom(world, activeRoom(world, body), user);
  return {};
}

function favorite({ world, user, body }: Call): JsonObject {
  const room = activeRoom(world, body);
  const subscription = world.subscriptions.of(user._id, room._id);
  if (!subscription) {
    const reason = 'You must be part of a room to favorite it';
    throw meteorError('error-invalid-subscription', reason, { method: 'toggleFavorite' });
  }
  favor(world, subscription, isTrue(body, 'favorite'));
  return {};
}

function saveNotification({ world, user, body }: Call): JsonObject {
  // The schema lets only texts pass.
  const values = body['notifications'] as Record<string, string>;
  saveNotifications(world, user, { rid: neededText(body, 'roomId'), values });
  return {};
}

function hideRoom({ world, user, body }: Call): JsonObject {
  const room = world.rooms.byId(neededText(body, 'roomId'));
  if (!room || !canAccess(world, user, room)) throw unauthorized();
  if (!hide(world, world.subscriptions.of(user._id, room._id))) throw plainError('error-room-already-hidden');
  return {};
}

/** Says nothing of rooms that the caller is not in. */
function openRoom({ world, user, body }: Call): JsonObject {
  show(world, world.subscriptions.of(user._id, neededText(body, 'roomId')));
  return {};
}

function saveDraft({ world, user, body }: Call): JsonObject {
  const draft = textOf(body, 'draft') ?? '';
  if (draft.length > world.number('Message_MaxAllowedSize')) throw plainError('error-message-size-exceeded');
  const subscription = world.subscriptions.of(user._id, neededText(body, 'rid'));
  if (!subscription) throw meteorError('error-invalid-subscription', 'Invalid subscription');
  const tmid = textOf(body, 'tmid');
  if (tmid === undefined) keepDraft(world, subscription, draft);
  else keepThreadDraft(world, subscription, { tmid, text: draft });
  return {};
}
