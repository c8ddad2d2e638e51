import { plainError } from '../../failures';
import { isObject } from '../../isObject';
import { neededJson } from '../../json';
import type { Call, JsonObject, Route } from '../../route';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { sorted } from '../lists';
import { neededText, textOf } from '../parameters';
import { closed, text } from '../schemas';
import { matchesSearchFields } from '../rooms/searchFields';

const most = 10;

export const userAutocompleteRoute: Route = {
  verb: 'GET',
  name: 'users.autocomplete',
  auth: 'required',
  query: closed({ selector: text }, ['selector']),
  handle: autocomplete,
};

/** Those with whom one has talked come before all others that one may see. */
function autocomplete(call: Call): JsonObject {
  const { world, user } = call;
  const { term, exceptions, conditions } = selectorIn(call);
  const isWanted = (one: User) =>
    one.active && !exceptions.includes(one.username) && fulfils(one, conditions);
  const known = (t?: 'd') =>
    sorted(acquaintances(world, user, t), { username: 1 }).filter(
      (one) => isWanted(one) && matchesSearchFields(world, one, term),
    );
  const others = world.hasPermission(user, 'view-outside-room')
    ? sorted(world.users.all(), { username: 1 }).filter((one) => isWanted(one) && isNamed(one, term))
    : known();
  const found = [...new Set([...known('d'), ...others])].slice(0, most);
  return {
    items: found.map((one) => picked(one, ['_id', 'username', 'name', 'nickname', 'status', 'avatarETag'])),
  };
}

function isNamed({ username, name }: User, term: string): boolean {
  return [username, name].some((one) => one.toLowerCase().includes(term.toLowerCase()));
}

/** Who is in one of the caller's rooms, or in one of that kind. */
function acquaintances(world: World, user: User, t?: 'd'): User[] {
  const rooms = world.subscriptions.ofUser(user._id).filter((own) => t === undefined || own.t === t);
  const ids = rooms.flatMap(({ rid }) => world.subscriptions.inRoom(rid).map(({ u }) => u._id));
  const others = new Set(ids.filter((id) => id !== user._id));
  return [...others].flatMap((id) => world.users.byId(id) ?? []);
}

interface Selector {
  readonly term: string;
  readonly exceptions: readonly unknown[];
  readonly conditions: JsonObject;
}

/** JSON in a text: `{"term":"jo","exceptions":["ann"],"conditions":{}}`. */
function selectorIn({ world, user, query }: Call): Selector {
  const selector = parsed(neededText(query, 'selector'));
  const { exceptions, conditions } = selector;
  const mayViewAll = world.hasPermission(user, 'view-full-other-user-info');
  const wanted = isObject(conditions) ? conditions : {};
  refuseConditions(wanted, mayViewAll ? [...publicFields, ...fullFields] : publicFields);
  return {
    term: textOf(selector, 'term') ?? '',
    exceptions: Array.isArray(exceptions) ? exceptions : [],
    conditions: wanted,
  };
}

function parsed(json: string): JsonObject {
  const value = neededJson(json);
  return isObject(value) ? value : {};
}

const publicFields = [
  'name',
  'username',
  'nickname',
  'status',
  'utcOffset',
  'type',
  'active',
  'bio',
  'statusText',
];
const fullFields = ['emails', 'statusConnection', 'createdAt', 'lastLogin', 'requirePasswordChange', 'roles'];

/** Only known fields, and of the database's language three words. */
function refuseConditions(conditions: JsonObject, fields: readonly string[]): void {
  for (const [key, value] of Object.entries(conditions)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value.filter(isObject)) refuseConditions(part, fields);
    } else if (!fields.includes(key) || usesOthers(value)) {
      throw plainError('error-invalid-query');
    }
  }
}

function usesOthers(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((word) => !['$ne', '$exists'].includes(word));
}

function fulfils(user: User, conditions: JsonObject): boolean {
  return Object.entries(conditions).every(([key, value]) => {
    if (key === '$and')
      return Array.isArray(value) && value.filter(isObject).every((part) => fulfils(user, part));
    const own = picked(user, ['username', 'name', 'nickname', 'status', 'type', 'active', 'roles'])[key];
    const { $ne: other, $exists: exists } = isObject(value) ? value : { $ne: undefined, $exists: undefined };
    if (exists !== undefined) return (own !== undefined) === exists;
    if (other !== undefined) return own !== other;
    return Array.isArray(own) ? own.includes(value) : own === value;
  });
}
