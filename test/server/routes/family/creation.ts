import { forbidden, meteorError, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import type { Room, User } from '../../world/documents';
import { createRoom } from '../../world/roomLife';
import type { World } from '../../world/world';
import { isTrue, textOf } from '../parameters';
import { channels, type Family, firstText, postRoute, roomAnswer } from './family';

/** The two calls differ in what they check first, and in how they say it. */
export function creationRoutes(family: Family): readonly Route[] {
  const check = family === channels ? checkChannel : checkGroup;
  const handle = (call: Call) => {
    check(call);
    return roomAnswer(family, call, create(family, call));
  };
  return [postRoute(family, 'create', { handle })];
}

function checkChannel({ world, user, body }: Call): void {
  const teamId = teamIdIn(body);
  const main = teamId === undefined ? undefined : world.rooms.mainOfTeam(teamId);
  const isAllowed =
    teamId === undefined
      ? world.hasPermission(user, 'create-c')
      : !main || world.hasPermission(user, 'create-team-channel', main);
  if (!isAllowed) throw forbidden();
  if (!body['name']) throw plainError('Param "name" is required');
  if (isNoList(body['members'])) throw plainError('Param "members" must be an array if provided');
  if (isNoList(body['teams'])) throw plainError('Param teams must be an array');
}

function checkGroup({ world, user, body }: Call): void {
  if (!world.hasPermission(user, 'create-p')) throw forbidden();
  if (!body['name']) throw plainError('Body param "name" is required');
  if (isNoList(body['members'])) throw plainError('Body param "members" must be an array if provided');
  for (const key of ['customFields', 'extraData']) {
    const value = body[key];
    if (value && typeof value !== 'object') {
      throw plainError(`Body param "${key}" must be an object if provided`);
    }
  }
}

function isNoList(value: unknown): boolean {
  return Boolean(value) && !Array.isArray(value);
}

function create({ t }: Family, { world, user, body }: Call): Room {
  const teamId = teamIdIn(body);
  if (teamId !== undefined) checkTeam(world, user, { t, teamId });
  return createRoom(world, {
    t,
    name: nameIn(body),
    creator: user,
    members: membersIn(world, body),
    excludeSelf: isTrue(body, 'excludeSelf'),
    readOnly: isTrue(body, 'readOnly'),
    ...(isObject(body['customFields']) && { customFields: body['customFields'] }),
    ...extras(extraData(body)),
    ...(teamId !== undefined && { team: { id: teamId } }),
  });
}

function checkTeam(world: World, user: User, { t, teamId }: { t: 'c' | 'p'; teamId: string }): void {
  const method = t === 'c' ? 'createChannel' : 'createPrivateGroup';
  const main = world.rooms.mainOfTeam(teamId);
  if (!main) {
    const reason = 'The "teamId" param provided does not match any team';
    throw meteorError('error-team-not-found', reason, { method });
  }
  if (!world.hasPermission(user, t === 'c' ? 'create-team-channel' : 'create-team-group', main)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
}

function nameIn({ name }: JsonObject): string {
  if (typeof name !== 'string') throw mismatch('string', name);
  if (name.trim() !== '') return name;
  throw meteorError('error-invalid-name', 'Invalid name', { function: 'RocketChat.createRoom' });
}

/** Who is not known is left out; for channels everyone of the named teams comes in addition. */
function membersIn(world: World, body: JsonObject): User[] {
  const names: unknown[] = Array.isArray(body['members']) ? body['members'] : [];
  const users = names.flatMap((name) => {
    if (typeof name !== 'string') throw mismatch('string', name);
    return world.users.byUsername(name) ?? [];
  });
  const teams: unknown[] = Array.isArray(body['teams']) ? body['teams'] : [];
  return [...new Set([...teams.flatMap((team) => membersOfTeam(world, team)), ...users])];
}

/** A team has the name of its main room. */
function membersOfTeam(world: World, name: unknown): User[] {
  const main = typeof name === 'string' ? world.rooms.byName(name) : undefined;
  if (!main?.teamMain) return [];
  return world.subscriptions.inRoom(main._id).flatMap(({ u }) => world.users.byId(u._id) ?? []);
}

function extras(extra: JsonObject) {
  const topic = textOf(extra, 'topic');
  return {
    ...(topic !== undefined && { topic }),
    ...('broadcast' in extra && { broadcast: isTrue(extra, 'broadcast') }),
    ...('encrypted' in extra && { encrypted: isTrue(extra, 'encrypted') }),
  };
}

function teamIdIn(body: JsonObject): string | undefined {
  return firstText(extraData(body), 'teamId');
}

function extraData(body: JsonObject): JsonObject {
  return isObject(body['extraData']) ? body['extraData'] : {};
}

/** As the server's own check of arguments puts it. */
function mismatch(expected: string, value: unknown) {
  return plainError(`Match error: Expected ${expected}, got ${typeof value}`);
}
