import { plainError } from '../../failures';
import { isObject } from '../../isObject';
import { neededJson } from '../../json';
import type { Call, JsonObject, Route } from '../../route';
import type { Room } from '../../world/documents';
import { picked } from '../fields';
import { listed, sorted } from '../lists';
import { neededText } from '../parameters';
import { get } from '../rows';
import { closed, optionalText, paging, text } from '../schemas';

const most = 10;
const bySelector = closed({ selector: text }, ['selector']);

/** Rooms by the beginning of their names. */
export const autocompleteRoutes: readonly Route[] = [
  { ...get, name: 'rooms.autocomplete.channelAndPrivate', query: bySelector, handle: channelAndPrivate },
  {
    ...get,
    name: 'rooms.autocomplete.channelAndPrivate.withPagination',
    query: closed({ selector: text, query: optionalText, ...paging }, ['selector']),
    handle: channelAndPrivatePaged,
  },
  {
    ...get,
    name: 'rooms.autocomplete.availableForTeams',
    query: closed({ name: optionalText }),
    handle: availableForTeams,
  },
  { ...get, name: 'rooms.autocomplete.adminRooms', query: bySelector, handle: adminRooms },
];

function channelAndPrivate(call: Call): JsonObject {
  const found = joined(call, selectedName(call)).filter((room) => !room.archived);
  return { items: first(found).map((room) => brief(room, ['encrypted'])) };
}

/** Archived rooms are among these. */
function channelAndPrivatePaged(call: Call): JsonObject {
  const { items, place } = listed(joined(call, selectedName(call)), call.page, { name: 1 });
  return { items: items.map((room) => brief(room)), total: place.total };
}

function availableForTeams(call: Call): JsonObject {
  const { world, user, query } = call;
  const owns = (room: Room) => world.subscriptions.of(user._id, room._id)?.roles?.includes('owner') ?? false;
  const name = query['name'] === undefined ? '' : neededText(query, 'name');
  const found = joined(call, name).filter((room) => room.teamId === undefined && owns(room));
  return { items: first(found).map((room) => brief(room)) };
}

function adminRooms(call: Call): JsonObject {
  const { world, user } = call;
  const mayLook = ['view-room-administration', 'can-audit'].some((one) => world.hasPermission(user, one));
  if (!mayLook) throw plainError('error-not-authorized');
  const name = selectedName(call);
  const found = world.rooms.all().filter((room) => room.t !== 'd' && isCalled(room, name));
  return { items: first(found).map((room) => brief(room, ['encrypted'])) };
}

/** The caller's channels and private groups, without discussions. */
function joined({ world, user }: Call, name: string): Room[] {
  return world.subscriptions
    .ofUser(user._id)
    .flatMap(({ rid }) => world.rooms.byId(rid) ?? [])
    .filter((room) => room.t !== 'd' && room.prid === undefined && isCalled(room, name));
}

/** A title in another script has a name that nobody would type. */
function isCalled({ name, fname }: Room, start: string): boolean {
  return [name, fname].some((one) => startsWith(one, start));
}

function first(rooms: readonly Room[]): Room[] {
  return sorted(rooms, { name: 1 }).slice(0, most);
}

function brief(room: Room, others: readonly (keyof Room)[] = []): JsonObject {
  return picked(room, ['_id', 'fname', 'name', 't', 'avatarETag', ...others]);
}

/** The selector is JSON in a text: `{"name":"dev"}`. */
function selectedName({ query }: Call): string {
  const selector = neededJson(neededText(query, 'selector'));
  return isObject(selector) && typeof selector['name'] === 'string' ? selector['name'] : '';
}

function startsWith(text: string | undefined, start: string): boolean {
  return text?.toLowerCase().startsWith(start.trim().toLowerCase()) ?? false;
}
