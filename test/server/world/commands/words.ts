import { send } from '../sending';
import { type CommandCall, type SlashCommand, tell } from './command';

const art = { params: 'your_message_optional', clientOnly: true };

/** Commands that say something. */
export const wordCommands: readonly SlashCommand[] = [
  {
    command: 'me',
    description: 'Displays_action_text',
    params: 'your_message',
    run: (call) => {
      if (call.params.trim() !== '') say(call, `_${call.params}_`);
    },
  },
  {
    command: 'gimme',
    description: 'Slash_Gimme_Description',
    ...art,
    run: (call) => say(call, `༼ つ ◕_◕ ༽つ ${call.params}`),
  },
  {
    command: 'lennyface',
    description: 'Slash_LennyFace_Description',
    ...art,
    run: (call) => say(call, `${call.params} ( ͡° ͜ʖ ͡°)`),
  },
  {
    command: 'shrug',
    description: 'Slash_Shrug_Description',
    ...art,
    run: (call) => say(call, `${call.params} ¯\\\\_(ツ)_/¯`),
  },
  {
    command: 'tableflip',
    description: 'Slash_Tableflip_Description',
    ...art,
    run: (call) => say(call, `${call.params} (╯°□°）╯︵ ┻━┻`),
  },
  {
    command: 'unflip',
    description: 'Slash_TableUnflip_Description',
    ...art,
    run: (call) => say(call, `${call.params} ┬─┬ ノ( ゜-゜ノ)`),
  },
  { command: 'help', description: 'Show_the_keyboard_shortcut_list', run: (call) => tell(call, shortcuts) },
];

const shortcuts = [
  '',
  'Open Channel / User search - `Command (or Ctrl) + p OR Command (or Ctrl) + k`',
  'Mark all messages (in all channels) as read - `Shift (or Ctrl) + ESC`',
  'Edit previous message - `Up Arrow`',
  'Move to the beginning of the message - `Command (or Alt) + Left Arrow`',
  'Move to the beginning of the message - `Command (or Alt) + Up Arrow`',
  'Move to the end of the message - `Command (or Alt) + Right Arrow`',
  'Move to the end of the message - `Command (or Alt) + Down Arrow`',
  'New line in message compose input - `Shift + Enter`',
].join('\n');

function say({ world, user, room, tmid }: CommandCall, msg: string): void {
  const draft = { _id: world.newReadableId(), rid: room._id, msg, ...(tmid !== undefined && { tmid }) };
  send(world, user, { draft });
}
