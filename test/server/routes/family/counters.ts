import { forbidden } from '../../failures';
import type { Call, JsonObject } from '../../route';
import type { Room, Subscription } from '../../world/documents';
import { anyGroup, channels, type Family, firstText, refuseArchived } from './family';

/** What only members, and administrators of rooms, may know is `null` for everyone else. */
export function counters(family: Family, call: Call): JsonObject {
  const { world, user, query } = call;
  const room = family === channels ? channels.find(call, query) : anyGroup(world, query);
  refuseArchived(family, room);
  const isAdministrator = world.hasPermission(user, 'view-room-administration');
  const userId = firstText(query, 'userId');
  if (userId !== undefined && !isAdministrator) throw forbidden();
  const place = openPlace(call, room, userId ?? user._id);
  return {
    joined: place !== undefined,
    ...(place || isAdministrator ? ofRoom(call, room) : { members: null, msgs: null, latest: null }),
    ...(place ? ofPlace(call, room, place) : { unreads: null, unreadsFrom: null, userMentions: null }),
  };
}

/** Who has closed the room counts as a stranger. */
function openPlace({ world }: Call, room: Room, userId: string): Subscription | undefined {
  const subscription = world.subscriptions.of(userId, room._id);
  return subscription?.open ? subscription : undefined;
}

function ofRoom({ world }: Call, room: Room): JsonObject {
  const members = world.subscriptions.inRoom(room._id).filter(({ u }) => world.users.byId(u._id)?.active);
  return { members: members.length, msgs: room.msgs, latest: lastChange(room) };
}

function ofPlace(call: Call, room: Room, { ls, ts, userMentions }: Subscription): JsonObject {
  const unreadsFrom = ls ?? ts;
  return { unreads: messagesSince(call, room, unreadsFrom), unreadsFrom, userMentions };
}

function lastChange({ lm, _updatedAt }: Room): string {
  return lm ?? _updatedAt;
}

/** Of anyone, up to the last one of a person; both ends included. */
function messagesSince({ world }: Call, room: Room, from: string): number {
  let count = 0;
  for (const message of world.messages.upTo(room._id, lastChange(room))) {
    if (message.ts < from) break;
    if (message['_hidden'] !== true) count++;
  }
  return count;
}
