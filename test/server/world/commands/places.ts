import { meteorError } from '../../failures';
import { canAccess } from '../access';
import type { Room } from '../documents';
import { inviteAll, join, leaveRoom } from '../membership';
import { hide } from '../ownRooms';
import { createRoom } from '../roomLife';
import { setTopic } from '../roomSettings';
import {
  bareRoomName,
  type CommandCall,
  reasonOf,
  refusalIn,
  type SlashCommand,
  tell,
  tellUnknown,
} from './command';

const leave = {
  description: 'Leave_the_current_channel',
  permission: ['leave-c', 'leave-p'],
  run: leaveHere,
};

/** Commands about rooms. */
export const placeCommands: readonly SlashCommand[] = [
  {
    command: 'create',
    description: 'Create_A_New_Channel',
    params: '#channel',
    permission: ['create-c', 'create-p'],
    run: create,
  },
  { command: 'hide', description: 'Hide_room', params: '#room', run: hideRoom },
  {
    command: 'invite-all-to',
    description: 'Invite_user_to_join_channel_all_to',
    params: '#room',
    permission: ['add-user-to-joined-room', 'add-user-to-any-c-room', 'add-user-to-any-p-room'],
    run: (call) => inviteEveryone(call, 'to'),
  },
  {
    command: 'invite-all-from',
    description: 'Invite_user_to_join_channel_all_from',
    params: '#room',
    permission: 'add-user-to-joined-room',
    run: (call) => inviteEveryone(call, 'from'),
  },
  {
    command: 'join',
    description: 'Join_the_given_channel',
    params: '#channel',
    permission: 'view-c-room',
    run: joinChannel,
  },
  { command: 'leave', ...leave },
  { command: 'part', ...leave },
  {
    command: 'topic',
    description: 'Slash_Topic_Description',
    params: 'Slash_Topic_Params',
    permission: 'edit-room',
    run: changeTopic,
  },
];

/** The first thing in the text that can be a name. `--private` makes it a private group. */
function create(call: CommandCall): void {
  const { world, params } = call;
  const name = new RegExp(world.text('UTF8_Channel_Names_Validation')).exec(params.trim())?.[0];
  if (!name) return;
  if (world.rooms.byName(name)) tell(call, `The channel \`#${name}\` already exists.`);
  else createNamed(call, name, { t: params.includes('--private') ? 'p' : 'c', from: undefined });
}

function createNamed(
  call: CommandCall,
  name: string,
  { t, from }: { t: 'c' | 'p'; from: Room | undefined },
): void {
  const { world, user } = call;
  if (!world.hasPermission(user, `create-${t}`)) {
    const method = t === 'c' ? 'createChannel' : 'createPrivateGroup';
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
  createRoom(world, { t, name, creator: user, members: from ? membersOf(call, from) : [] });
}

function membersOf({ world }: CommandCall, room: Room) {
  return world.subscriptions.inRoom(room._id).flatMap(({ u }) => world.users.byId(u._id) ?? []);
}

/** This room, `#another`, or the direct message with `@somebody`. */
function hideRoom(call: CommandCall): void {
  const { world, user } = call;
  const wanted = call.params.trim();
  const room = wanted === '' ? call.room : roomNamed(call, wanted);
  if (!room) tell(call, `The channel \`${wanted}\` does not exist.`);
  const own = room && world.subscriptions.of(user._id, room._id);
  if (own) hide(world, own);
  else tell(call, `You are not in the room \`${wanted}\``);
}

function roomNamed({ world, user }: CommandCall, wanted: string): Room | undefined {
  const [name = ''] = wanted.replace(/[#@]/, '').split(' ');
  if (wanted.startsWith('#')) return world.rooms.byName(name);
  const other = world.users.byUsername(name);
  return other && world.rooms.directBetween([user._id, other._id]);
}

/** Everyone in here goes there as well, or everyone in there comes here. */
function inviteEveryone(call: CommandCall, way: 'to' | 'from'): void {
  const { world, user, room } = call;
  const name = bareRoomName(call.params);
  if (name === '') return;
  const named = world.rooms.byName(name);
  const [source, target] = way === 'to' ? [room, named] : [named, room];
  if (!source) {
    tellUnknown(call, name);
  } else if (!canAccess(world, user, source)) {
    tell(call, "The room doesn't exist or you don't have permission to access it");
  } else {
    const refusal = refusalIn(() => bringOver(call, source, target));
    tell(
      call,
      refusal ? String(refusal.body['errorType'] ?? refusal.body['error']) : 'The users have been added',
    );
  }
}

function bringOver(call: CommandCall, source: Room, target: Room | undefined): void {
  const { world, user } = call;
  const people = membersOf(call, source);
  if (people.length > world.number('API_User_Limit')) {
    throw meteorError('error-user-limit-exceeded', 'User Limit Exceeded', { method: 'addAllToRoom' });
  }
  if (target) {
    inviteAll(world, target, people, user);
  } else if (source.t !== 'd') {
    const name = bareRoomName(call.params);
    createNamed(call, name, { t: source.t, from: source });
    tell(call, `Channel \`#${name}\` created.`);
  }
}

function joinChannel(call: CommandCall): void {
  const { world, user } = call;
  const name = bareRoomName(call.params);
  if (name === '') return;
  const room = world.rooms.byName(name);
  if (room?.t !== 'c') {
    tellUnknown(call, name);
    return;
  }
  if (world.subscriptions.of(user._id, room._id)) {
    const details = { method: 'slashCommands' };
    throw meteorError('error-user-already-in-room', 'You are already in the channel', details);
  }
  join(world, room, user);
}

/** The reason is told twice over: in the note, and with its code in the error. */
function leaveHere(call: CommandCall): void {
  const { world, room, user } = call;
  const refusal = refusalIn(() => leaveRoom(world, room, user));
  if (!refusal) return;
  tell(call, reasonOf(refusal));
  throw meteorError(String(refusal.body['errorType']), String(refusal.body['error']));
}

/** Silently nothing without the permission. */
function changeTopic({ world, room, user, params }: CommandCall): void {
  if (!world.hasPermission(user, 'edit-room', room) || params === (room.topic ?? '')) return;
  setTopic(world, room, user, params);
}
