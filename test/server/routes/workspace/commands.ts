import { forbidden, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import { slashCommands } from '../../world/commands/all';
import type { SlashCommand } from '../../world/commands/command';
import type { Room } from '../../world/documents';
import { listed } from '../lists';
import { textOf } from '../parameters';
import { closed, optionalText, paging } from '../schemas';

export const commandRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'commands.list',
    auth: 'required',
    query: closed({ ...paging, query: optionalText, fields: optionalText }),
    handle: list,
  },
  { verb: 'GET', name: 'commands.get', auth: 'required', handle: get },
  { verb: 'POST', name: 'commands.run', auth: 'required', handle: run },
];

/** The commands of apps are not known before all apps are there: until then there are none at all. */
function list({ world, page }: Call): JsonObject | Response {
  if (!world.appsLoaded) {
    const nothing = { commands: [], appsLoaded: false, offset: 0, count: 0, total: 0, success: true };
    return Response.json(nothing, { status: 202 });
  }
  // They have no name to sort by, but may be sorted by any other key.
  const { items, place } = listed([...slashCommands.values()], page, { name: 1 });
  return { commands: items.map(listEntry), appsLoaded: true, ...place };
}

function listEntry(command: SlashCommand): JsonObject {
  return { ...entry(command), permission: command.permission };
}

function entry({ command, description, params, clientOnly = false }: SlashCommand): JsonObject {
  return { command, description, params, clientOnly, providesPreview: false };
}

function get({ query }: Call): JsonObject {
  const name = textOf(query, 'command');
  if (name === undefined) throw plainError('The query param "command" must be provided.');
  const command = slashCommands.get(name.toLowerCase());
  if (!command) throw plainError(`There is no command in the system by the name of: ${name}`);
  return { command: entry(command) };
}

function run(call: Call): JsonObject {
  const { world, user, body } = call;
  refuseKinds(body);
  const command = slashCommands.get((textOf(body, 'command') ?? '').toLowerCase());
  if (!command) throw plainError('The command provided does not exist (or is disabled).');
  const room = accessible(call);
  const tmid = textOf(body, 'tmid');
  if (tmid && world.messages.byId(tmid)?.rid !== room._id) throw plainError('Invalid thread.');
  command.run({
    world,
    user,
    room,
    tmid: tmid === '' ? undefined : tmid,
    params: textOf(body, 'params') ?? '',
  });
  return {};
}

function accessible({ world, user, body }: Call): Room {
  const room = world.rooms.byId(textOf(body, 'roomId') ?? '');
  if (!room || !canAccess(world, user, room)) throw forbidden();
  return room;
}

function refuseKinds({ command, params, roomId, tmid }: JsonObject): void {
  const isText = (value: unknown) => typeof value === 'string';
  if (!isText(command)) throw plainError('You must provide a command to run.');
  if (params && !isText(params)) throw plainError('The parameters for the command must be a single string.');
  if (!isText(roomId)) {
    throw plainError("The room's id where to execute this command must be provided and be a string.");
  }
  if (tmid && !isText(tmid)) throw plainError('The tmid parameter when provided must be a string.');
}
