import { forbidden, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room } from '../../world/documents';
import {
  convertToChannel,
  createTeam,
  deleteTeam,
  sizeOf,
  updateTeam,
  type NewTeam,
} from '../../world/teamLife';
import { allTeams, mainRoom, teamsOfUser, type Team } from '../../world/teams';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { pageOf, sorted } from '../lists';
import { isTrue, neededText, textOf } from '../parameters';
import { get, post } from '../rows';
import { closed, flag, optionalText, text, texts } from '../schemas';
import { findTeam, namedTeam, teamBy, textsIn } from './teamTargets';

const kind = { type: 'number', enum: [0, 1] };

/** Teams as a whole. */
export const teamRoutes: readonly Route[] = [
  { ...get, name: 'teams.list', handle: list },
  { ...get, name: 'teams.listAll', permissions: ['view-all-teams'], handle: listAll },
  { ...get, name: 'teams.info', query: teamBy(), handle: info },
  { ...get, name: 'teams.autocomplete', query: closed({ name: text }, ['name']), handle: autocomplete },
  {
    ...post,
    name: 'teams.create',
    permissions: ['create-team'],
    body: closed(
      {
        name: text,
        type: kind,
        members: texts,
        owner: text,
        room: { type: 'object', properties: { id: text, name: text, members: texts, readOnly: flag } },
      },
      ['name', 'type'],
    ),
    handle: create,
  },
  {
    ...post,
    name: 'teams.update',
    body: teamBy(
      {
        data: {
          ...closed({ name: optionalText, type: kind }),
          anyOf: [{ required: ['name'] }, { required: ['type'] }],
        },
      },
      ['data'],
    ),
    handle: update,
  },
  { ...post, name: 'teams.convertToChannel', body: teamBy({ roomsToRemove: texts }), handle: convert },
  { ...post, name: 'teams.delete', body: teamBy({ roomsToRemove: texts }), handle: remove },
];

function list(call: Call): JsonObject {
  const teams = teamsOfUser(call.world, call.user);
  return teamsAnswer(call, call.page.sort ? sorted(teams, call.page.sort) : teams);
}

function listAll(call: Call): JsonObject {
  return teamsAnswer(call, allTeams(call.world));
}

function teamsAnswer({ world, page }: Call, teams: readonly Team[]): JsonObject {
  const { items, place } = pageOf(teams, page);
  return { teams: items.map((team) => ({ ...team, ...sizeOf(world, team) })), ...place };
}

function info({ world, user, query }: Call): JsonObject {
  const team = findTeam(world, query);
  if (!team) throw plainError('Team not found');
  const mayLook =
    canAccess(world, user, mainRoom(world, team)) || world.hasPermission(user, 'view-all-teams');
  if (!mayLook) throw forbidden();
  return { teamInfo: team };
}

/** Main rooms by the beginning of their names: public ones, and those that one is in. */
function autocomplete({ world, user, query }: Call): JsonObject {
  const start = neededText(query, 'name').trim().toLowerCase();
  const isNamed = ({ name, fname }: Room) =>
    [name, fname].some((one) => one?.toLowerCase().startsWith(start));
  const isOpen = (room: Room) => room.t === 'c' || world.subscriptions.of(user._id, room._id) !== undefined;
  const found = world.rooms.all().filter((room) => room.teamMain && isOpen(room) && isNamed(room));
  const items = sorted(found, { name: 1, fname: 1 }).slice(0, 10);
  return { teams: items.map((room) => picked(room, ['_id', 'fname', 'teamId', 'name', 't', 'avatarETag'])) };
}

function create(call: Call): JsonObject {
  const { world, user, body } = call;
  const room = isObject(body['room']) ? body['room'] : {};
  const existing = existingRoom(call, textOf(room, 'id'));
  const team = createTeam(world, user, {
    name: neededText(body, 'name'),
    type: body['type'] === 1 ? 1 : 0,
    members: textsIn(body, 'members'),
    owner: textOf(body, 'owner'),
    room: { ...wishesIn(room), ...(existing && { existing }) },
  });
  return { team };
}

function existingRoom({ world, user }: Call, id: string | undefined): Room | undefined {
  if (!id) return undefined;
  const room = world.rooms.byId(id);
  const may = ['create-team', 'edit-room'].every((one) => world.hasPermission(user, one, room));
  if (!may) throw forbidden();
  if (!room) throw plainError('error-team-creation');
  return room;
}

function wishesIn(room: JsonObject): NonNullable<NewTeam['room']> {
  const extra = isObject(room['extraData']) ? room['extraData'] : {};
  const topic = textOf(extra, 'topic');
  return {
    readOnly: isTrue(room, 'readOnly'),
    broadcast: isTrue(extra, 'broadcast'),
    encrypted: isTrue(extra, 'encrypted'),
    ...(topic !== undefined && { topic }),
  };
}

function update({ world, user, body }: Call): JsonObject {
  const team = allowedTeam(world, { user, body, permission: 'edit-team' });
  const data = isObject(body['data']) ? body['data'] : {};
  const name = textOf(data, 'name');
  updateTeam(world, user, {
    team,
    ...(name !== undefined && { name }),
    ...(data['type'] !== undefined && { type: data['type'] === 1 ? 1 : 0 }),
  });
  return {};
}

function convert({ world, user, body }: Call): JsonObject {
  const team = allowedTeam(world, { user, body, permission: 'convert-team' });
  convertToChannel(world, user, { team, roomsToRemove: textsIn(body, 'roomsToRemove') });
  return {};
}

function remove({ world, user, body }: Call): JsonObject {
  const team = allowedTeam(world, { user, body, permission: 'delete-team' });
  deleteTeam(world, user, { team, roomsToRemove: textsIn(body, 'roomsToRemove') });
  return {};
}

type Asked = Pick<Call, 'user' | 'body'> & { readonly permission: string };

/** The team that is named, if the caller has the permission in its main room. */
function allowedTeam(world: World, { user, body, permission }: Asked): Team {
  const team = namedTeam(world, body);
  if (!world.hasPermission(user, permission, mainRoom(world, team))) throw forbidden();
  return team;
}
