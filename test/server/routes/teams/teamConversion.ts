import { forbidden, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { createTeam } from '../../world/teamLife';
import type { Room } from '../../world/documents';
import { channels, findOpen, groups, postRoute } from '../family/family';
import { textOf } from '../parameters';
import { roomBy } from '../schemas';

/** A room becomes the main room of a team of its own; all in it are in the team. */
export const teamConversionRoutes: readonly Route[] = [
  postRoute(channels, 'convertToTeam', {
    body: roomBy('channelId', 'channelName'),
    handle: convertChannel,
  }),
  postRoute(groups, 'convertToTeam', { body: roomBy('roomId', 'roomName'), handle: convertGroup }),
];

function convertChannel(call: Call): JsonObject {
  const { world, user, body } = call;
  if (!world.hasPermission(user, 'create-team')) throw forbidden();
  const [id, name] = [textOf(body, 'channelId'), textOf(body, 'channelName')];
  if (!id && !name) throw plainError('The parameter "channelId" or "channelName" is required');
  return converted(call, findOpen(channels, call, id === undefined ? { roomName: name } : { roomId: id }));
}

function convertGroup(call: Call): JsonObject {
  const { body } = call;
  if (!textOf(body, 'roomId') && !textOf(body, 'roomName')) {
    throw plainError('The parameter "roomId" or "roomName" is required');
  }
  return converted(call, findOpen(groups, call, body));
}

function converted({ world, user }: Call, room: Room): JsonObject {
  const may = ['create-team', 'edit-room'].every((one) => world.hasPermission(user, one, room));
  if (!may) throw forbidden();
  const type = room.t === 'c' ? 0 : 1;
  return { team: createTeam(world, user, { name: room.name ?? '', type, room: { existing: room } }) };
}
