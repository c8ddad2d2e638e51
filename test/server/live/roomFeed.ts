import { canAccess } from '../world/access';
import type { Cleaning } from '../world/cleaning';
import type { Message, Room, Subscription, User } from '../world/documents';
import { hiddenTypes } from '../world/systemTypes';
import { markdownTree } from '../world/text';
import { messageForAll } from '../world/views';
import type { EphemeralNote, World } from '../world/world';
import { notifications } from './notifications';
import type { Presences } from './presences';
import { myMessages } from './rights';
import type { Streams } from './streams';

interface Audience {
  readonly world: World;
  readonly streams: Streams;
  readonly presences: Presences;
}

/** Tells what happens in rooms. */
export function followRooms(audience: Audience): void {
  const { world, streams } = audience;
  const { events } = world;
  const tellRoom = (rid: string, event: string, told: unknown) =>
    streams.tell({ collection: 'stream-notify-room', event: `${rid}/${event}` }, [told]);
  events.on('message', (message) => tellMessage(audience, message));
  events.on('posted', (message) => notify(audience, message));
  events.on('subscription', (change, subscription) => tellSubscription(audience, change, subscription));
  events.on('room', (change, room) => tellMembers(audience, change, room));
  events.on('deletion', ({ rid, _id }) => tellRoom(rid, 'deleteMessage', { _id }));
  events.on('cleaning', (rid, cleaning, ids) => {
    tellRoom(rid, 'deleteMessageBulk', bulk(rid, cleaning, ids));
  });
  events.on('allRead', (rid, until) => tellRoom(rid, 'messagesRead', { until: new Date(until) }));
  events.on('activity', (event, args, from) => tellActivity(streams, { event, args, from }));
  events.on('ephemeral', (userId, note) => {
    streams.tell(ofUser(userId, 'message'), [ephemeral(world, note)]);
  });
}

export function ofUser(userId: string, event: string) {
  return { collection: 'stream-notify-user', event: `${userId}/${event}` };
}

type Change = 'inserted' | 'updated' | 'removed';

/** To who listens to all rooms first, as the server does it. */
function tellMessage({ world, streams }: Audience, message: Message): void {
  const room = world.rooms.byId(message.rid);
  if (!room || isHidden(world, room, message)) return;
  const collection = 'stream-room-messages';
  const shown = messageForAll(world, message);
  streams.tellEach({ collection, event: myMessages }, [shown], (user) => placeOf(world, room, user));
  streams.tell({ collection, event: room._id }, [shown]);
}

function isHidden(world: World, room: Room, { t }: Message): boolean {
  return t !== undefined && hiddenTypes(room, world.setting('Hide_System_Messages')).has(t);
}

/** Undefined for who cannot see the room. */
function placeOf(world: World, room: Room, user: User) {
  if (!canAccess(world, user, room)) return undefined;
  const roomParticipant = world.subscriptions.of(user._id, room._id) !== undefined;
  return { roomParticipant, roomType: room.t, roomName: room.name };
}

/** A room that is new to someone comes with it. */
function tellSubscription({ world, streams }: Audience, change: Change, subscription: Subscription): void {
  const { _id, rid, u, t } = subscription;
  const told = change === 'removed' ? { _id, rid, u, t } : subscription;
  streams.tell(ofUser(u._id, 'subscriptions-changed'), [change, told]);
  const room = change === 'inserted' ? world.rooms.byId(rid) : undefined;
  if (room) streams.tell(ofUser(u._id, 'rooms-changed'), ['inserted', room]);
}

/** Rooms may have thousands of members, of whom few are there. */
function tellMembers({ world, streams, presences }: Audience, change: Change, room: Room): void {
  const members = [...presences.ids()].filter((id) => world.subscriptions.of(id, room._id));
  streams.tellMany(
    members.map((id) => ofUser(id, 'rooms-changed')),
    [change, room],
  );
}

function notify({ world, streams, presences }: Audience, message: Message): void {
  for (const { userId, notification } of notifications(world, message, presences.ids())) {
    streams.tell(ofUser(userId, 'notification'), [notification]);
  }
}

function bulk(rid: string, cleaning: Cleaning, ids: readonly string[] | undefined) {
  const { oldest, latest, inclusive, excludePinned, ignoreDiscussion, filesOnly, users } = cleaning;
  const [from, to] = inclusive ? ['$gte', '$lte'] : ['$gt', '$lt'];
  const ts = { [from]: new Date(oldest), [to]: new Date(latest) };
  return {
    rid,
    excludePinned,
    ignoreDiscussion,
    ts,
    users,
    ...(ids && { ids }),
    ...(filesOnly && { filesOnly }),
  };
}

interface Activity {
  readonly event: string;
  readonly args: readonly unknown[];
  readonly from: object | undefined;
}

/** Under the name of old as well, and the other way round. */
function tellActivity(streams: Streams, { event, args, from }: Activity): void {
  const collection = 'stream-notify-room';
  streams.tell({ collection, event }, args, from);
  const [rid, kind] = event.split('/');
  const [name, activities] = args;
  if (kind === 'typing') {
    const types = activities === true ? ['user-typing'] : [];
    streams.tell({ collection, event: `${rid}/user-activity` }, [name, types], from);
  } else if (Array.isArray(activities)) {
    const isTyping = activities.includes('user-typing');
    streams.tell({ collection, event: `${rid}/typing` }, [name, isTyping], from);
  }
}

function ephemeral(world: World, note: EphemeralNote) {
  const _id = String(world.now());
  const [ts, _updatedAt] = [world.timestamp(), world.timestamp()];
  const u = { _id: 'rocket.cat', username: 'rocket.cat' };
  const md = markdownTree(world, note.msg);
  return { _id, groupable: false, private: true, u, ts, _updatedAt, ...note, md };
}
