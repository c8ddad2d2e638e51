import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room } from '../../world/documents';
import { roomFor } from '../../world/views';
import type { World } from '../../world/world';
import { listed } from '../lists';
import { textOf } from '../parameters';

/** What differs between `channels.*` and `groups.*`, which else are the same calls. */
export interface Family {
  readonly name: 'channels' | 'groups';
  /** Under which an answer holds the room. */
  readonly key: 'channel' | 'group';
  readonly t: 'c' | 'p';
  /** As refusals name such a room. */
  readonly noun: string;
  /** The room that the parameters name, archived or not. */
  readonly find: (call: Call, parameters: JsonObject) => Room;
}

/** Whether the caller may see a channel is left to what is done with it. */
export const channels: Family = {
  name: 'channels',
  key: 'channel',
  t: 'c',
  noun: 'channel',
  find: ({ world }, parameters) => {
    const room = named(world, parameters);
    return room?.t === 'c' ? room : notFound('channel');
  },
};

/** A group that the caller may not see is not told from one that is not there. */
export const groups: Family = {
  name: 'groups',
  key: 'group',
  t: 'p',
  noun: 'private group',
  find: ({ world, user }, parameters) => {
    const room = anyGroup(world, parameters);
    return canAccess(world, user, room) ? room : notFound('group');
  },
};

/** Seen by the caller or not: some calls on groups ask for more than that. */
export function anyGroup(world: World, parameters: JsonObject): Room {
  if (firstText(parameters, 'roomId', 'roomName') === undefined) {
    throw meteorError('error-room-param-not-provided', 'The parameter "roomId" or "roomName" is required');
  }
  const room = named(world, parameters);
  return room?.t === 'p' ? room : notFound('group');
}

/** Refuses archived rooms, as most calls do. */
export function findOpen(family: Family, call: Call, parameters: JsonObject): Room {
  const room = family.find(call, parameters);
  refuseArchived(family, room);
  return room;
}

export function refuseArchived({ noun }: Family, room: Room): void {
  if (!room.archived) return;
  throw meteorError('error-room-archived', `The ${noun}, ${shownName(room)}, is archived`);
}

/** The answer that is the room itself. */
export function roomAnswer({ key }: Family, { world, user }: Call, room: Room): JsonObject {
  return { [key]: roomFor(world, user, room) };
}

/** The answer that is a page of rooms, by name unless asked for otherwise. */
export function roomsAnswer(
  { name }: Family,
  { world, user, page }: Call,
  rooms: readonly Room[],
): JsonObject {
  const { items, place } = listed(rooms, page, { name: 1 });
  return { [name]: items.map((room) => roomFor(world, user, room)), ...place };
}

/** A private discussion goes by its title; its name is made of random letters. */
export function shownName({ t, prid, name = '', fname = name }: Room): string {
  return t === 'p' && prid !== undefined ? fname : name;
}

/** The first of the keys that holds more than blanks. */
export function firstText(parameters: JsonObject, ...keys: readonly string[]): string | undefined {
  return keys
    .map((key) => textOf(parameters, key))
    .find((value) => value !== undefined && value.trim() !== '');
}

type Half = Omit<Route, 'verb' | 'name' | 'auth' | 'handle'> & {
  /** Undefined answers the bare success. */
  readonly handle: (call: Call) => JsonObject | undefined;
};

export function getRoute({ name }: Family, call: string, half: Half): Route {
  return route('GET', `${name}.${call}`, half);
}

export function postRoute({ name }: Family, call: string, half: Half): Route {
  return route('POST', `${name}.${call}`, half);
}

function route(verb: Route['verb'], name: string, half: Half): Route {
  return {
    auth: 'required',
    registration: 'old',
    ...half,
    verb,
    name,
    handle: (call) => half.handle(call) ?? {},
  };
}

function named(world: World, parameters: JsonObject): Room | undefined {
  const id = firstText(parameters, 'roomId');
  return id === undefined ? world.rooms.byName(textOf(parameters, 'roomName') ?? '') : world.rooms.byId(id);
}

function notFound(kind: string): never {
  const reason = `The required "roomId" or "roomName" param provided does not match any ${kind}`;
  throw meteorError('error-room-not-found', reason);
}
