import { meteorError } from '../failures';
import type { Room } from './documents';
import { escaped } from './escaped';
import type { World } from './world';

/** The name under which a room may go; refused if it is taken by another one or not allowed. */
export function checkedRoomName(world: World, wanted: string, room?: Room): string {
  const readable = world.isOn('UI_Allow_room_names_with_special_chars');
  const name = readable ? plainLetters(wanted) : wanted;
  if (readable) refuseTaken(roomShownAs(world, wanted), name, room);
  if (!isAllowed(world, name)) {
    throw meteorError('error-invalid-room-name', `${escaped(name)} is not a valid room name.`, details(name));
  }
  if (readable) return numbered(world, name, room);
  refuseTaken(world.rooms.byName(name), name, room);
  return name;
}

function isAllowed(world: World, name: string): boolean {
  const reserved = world.text('Accounts_SystemBlockedUsernameList').split(',');
  return !reserved.includes(name.toLowerCase()) && pattern(world).test(name);
}

/** A setting that is no pattern does not close the workspace. */
function pattern(world: World): RegExp {
  try {
    return new RegExp(`^${world.text('UTF8_Channel_Names_Validation')}$`);
  } catch (error) {
    if (error instanceof SyntaxError) return /^[0-9a-zA-Z-_.]+$/;
    throw error;
  }
}

function refuseTaken(holder: Room | undefined, name: string, room: Room | undefined): void {
  if (!holder || holder === room) return;
  if (holder.archived) {
    const reason = `There's an archived channel with name ${escaped(name)}`;
    throw meteorError('error-archived-duplicate-name', reason, details(name));
  }
  const reason = `A channel with name '${escaped(name)}' exists`;
  throw meteorError('error-duplicate-channel-name', reason, details(name));
}

function roomShownAs(world: World, title: string): Room | undefined {
  return world.rooms.all().find((room) => room.fname === title);
}

/** Two titles may have the same letters left. */
function numbered(world: World, name: string, room: Room | undefined): string {
  let free = name;
  for (let next = 1; isTaken(world, free, room); next++) free = `${name}-${next}`;
  return free;
}

function isTaken(world: World, name: string, room: Room | undefined): boolean {
  const holder = world.rooms.byName(name);
  return holder !== undefined && holder !== room;
}

/** Letters without their marks, those of other scripts as their numbers, everything else a hyphen. */
function plainLetters(title: string): string {
  const letters = title.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const plain = letters.replace(
    /(?=[^a-zA-Z0-9])[\p{L}\p{N}]/gu,
    (letter) => letter.codePointAt(0)?.toString(16) ?? '',
  );
  return plain.replace(/[^0-9a-zA-Z_.]+/g, '-').replace(/^-+|-+$/g, '');
}

function details(name: string) {
  return { function: 'RocketChat.getValidRoomName', channel_name: escaped(name) };
}
