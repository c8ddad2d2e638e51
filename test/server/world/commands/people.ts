import { meteorError } from '../../failures';
import { openDirect } from '../directs';
import { muteIn, unmuteIn } from '../discipline';
import type { User } from '../documents';
import { inviteAll, kickFrom } from '../membership';
import { setStatusChecked } from '../presence';
import { send } from '../sending';
import { type CommandCall, reasonOf, refusalIn, type SlashCommand, tell } from './command';

/** Commands about other people, and about what one is oneself. */
export const peopleCommands: readonly SlashCommand[] = [
  {
    command: 'invite',
    description: 'Invite_user_to_join_channel',
    params: '@username',
    permission: 'add-user-to-joined-room',
    run: invite,
  },
  {
    command: 'kick',
    description: 'Remove_someone_from_room',
    params: '@username',
    permission: 'remove-user',
    run: (call) => withNamed(call, ({ world, room, user }, other) => kickFrom(world, room, other, user)),
  },
  {
    command: 'mute',
    description: 'Mute_someone_in_room',
    params: '@username',
    permission: 'mute-user',
    run: (call) => silence(call, 'muteUserInRoom'),
  },
  {
    command: 'unmute',
    description: 'Unmute_someone_in_room',
    params: '@username',
    permission: 'mute-user',
    run: (call) => silence(call, 'unmuteUserInRoom'),
  },
  {
    command: 'msg',
    description: 'Direct_message_someone',
    params: '@username <message>',
    permission: 'create-d',
    run: sendDirect,
  },
  {
    command: 'status',
    description: 'Slash_Status_Description',
    params: 'Slash_Status_Params',
    run: changeStatus,
  },
];

function bare(name: string): string {
  return name.trim().replace(/^@/, '');
}

/** Nothing happens without a name; an unknown one is told. */
function withNamed(call: CommandCall, run: (call: CommandCall, other: User) => void): void {
  const name = bare(call.params);
  if (name === '') return;
  const other = call.world.users.byUsernameIgnoringCase(name);
  if (other) run(call, other);
  else tell(call, `The username \`${name}\` doesn't exist.`);
}

function invite(call: CommandCall): void {
  const { world, room, user } = call;
  const names = call.params
    .split(/[\s,]/)
    .map(bare)
    .filter((name) => name !== '');
  if (names.length === 0) return;
  const people = names.flatMap((name) => world.users.byUsername(name) ?? []);
  if (people.length === 0) tell(call, `No user exists by the name of \`@${names.join(' @')}\`.`);
  for (const person of people) {
    if (world.subscriptions.of(person._id, room._id)) {
      tell(call, `\`@${person.username}\` is already in here.`);
    } else {
      tellRefusal(call, () => inviteAll(world, room, [person], user));
    }
  }
}

/** Goes on with the next one, whatever the reason. */
function tellRefusal(call: CommandCall, run: () => void): void {
  const refusal = refusalIn(run);
  if (refusal) tell(call, reasonOf(refusal));
}

function silence(call: CommandCall, method: 'muteUserInRoom' | 'unmuteUserInRoom'): void {
  withNamed(call, ({ world, room, user }, other) => {
    if (!world.hasPermission(user, 'mute-user', room)) {
      throw meteorError('error-not-allowed', 'Not allowed', { method });
    }
    if (room.t === 'd') {
      const details = { method, type: room.t };
      throw meteorError('error-invalid-room-type', `${room.t} is not a valid room type`, details);
    }
    if (!world.subscriptions.of(other._id, room._id)) {
      throw meteorError('error-user-not-in-room', 'User is not in this room', { method });
    }
    if (method === 'muteUserInRoom') muteIn(world, room, other, user);
    else unmuteIn(world, room, other, user);
  });
}

function sendDirect(call: CommandCall): void {
  const { world, user } = call;
  const [, name = '', msg = ''] = /^(\S+)(?:[ \t]*\r?\n|[ \t])([\s\S]*)$/.exec(call.params.trimStart()) ?? [];
  if (msg.trim() === '') {
    tell(call, 'Username and message must not be empty.');
    return;
  }
  withNamed({ ...call, params: name }, (_call, other) => {
    const { _id: rid } = openDirect(world, user, { usernames: [other.username] });
    send(world, user, { draft: { _id: world.newReadableId(), rid, msg } });
  });
}

function changeStatus(call: CommandCall): void {
  const { world, user, params } = call;
  const refusal = refusalIn(() => setStatusChecked(world, user, { text: params }));
  if (!refusal) {
    tell(call, 'Status message changed successfully.');
    return;
  }
  if (refusal.body['errorType'] === 'error-not-allowed') {
    tell(call, 'Changing status messages was disabled by an administrator.');
  }
  throw refusal;
}
