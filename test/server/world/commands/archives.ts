import { meteorError } from '../../failures';
import type { Room } from '../documents';
import { archiveRoom, unarchiveRoom } from '../roomLife';
import { bareRoomName, type CommandCall, type SlashCommand, tell, tellUnknown } from './command';

/** Commands that close a room for good, and open it again. */
export const archiveCommands: readonly SlashCommand[] = [
  {
    command: 'archive',
    description: 'Archive',
    params: '#channel',
    permission: 'archive-room',
    run: (call) => changeArchive(call, true),
  },
  {
    command: 'unarchive',
    description: 'Unarchive',
    params: '#channel',
    permission: 'unarchive-room',
    run: (call) => changeArchive(call, false),
  },
];

function changeArchive(call: CommandCall, archived: boolean): void {
  const { world, room: here } = call;
  const isHere = call.params.trim() === '';
  const name = isHere ? (here.name ?? '') : bareRoomName(call.params);
  const room = isHere ? here : world.rooms.byName(name);
  if (!room) {
    tellUnknown(call, name);
    return;
  }
  refuseArchive(call, room, archived);
  tell(call, archived ? archive(call, room, name) : unarchive(call, room, name));
}

function archive({ world, user }: CommandCall, room: Room, name: string): string {
  if (room.archived) return `An archived channel with name \`#${name}\` exists`;
  archiveRoom(world, room, user);
  return `Channel with name \`#${name}\` has been archived successfully`;
}

function unarchive({ world, user }: CommandCall, room: Room, name: string): string {
  if (!room.archived) return `Channel with name \`#${name}\` is already in Unarchived state`;
  unarchiveRoom(world, room, user);
  return `Channel with name \`#${name}\` has been Unarchived successfully`;
}

function refuseArchive({ world, user }: CommandCall, room: Room, archived: boolean): void {
  const verb = archived ? 'archive' : 'unarchive';
  if (room.t === 'd') {
    throw meteorError(`error-room-type-not-${verb.slice(0, -1)}able`, `Room type: d can not be ${verb}d`);
  }
  if (!world.hasPermission(user, `${verb}-room`, room)) {
    throw meteorError('error-not-authorized', 'Not authorized');
  }
}
