import { Rejection } from '../../failures';
import type { Room, User } from '../documents';
import { whisper } from '../ephemeral';
import type { World } from '../world';

/** One use of a slash command. */
export interface CommandCall {
  readonly world: World;
  readonly user: User;
  readonly room: Room;
  readonly tmid: string | undefined;
  /** What stands behind the command, as it was written. */
  readonly params: string;
}

/** A slash command as data; what it says comes as messages, never as an answer. */
export interface SlashCommand {
  readonly command: string;
  readonly description?: string;
  readonly params?: string;
  /** Any one of these lets clients offer it; the command itself looks again where the server does. */
  readonly permission?: string | readonly string[];
  readonly clientOnly?: boolean;
  readonly run: (call: CommandCall) => void;
}

/** To the person alone, in the room where the command was given. */
export function tell({ world, user, room, tmid }: CommandCall, text: string): void {
  whisper(world, user, { place: { rid: room._id, ...(tmid !== undefined && { tmid }) }, text });
}

/** Why it was refused, if it was. */
export function refusalIn(run: () => void): Rejection | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** What the refusal says to people, without its code. */
export function reasonOf({ body: { error } }: Rejection): string {
  return typeof error === 'string' ? error.replace(/ \[[^\]]+\]$/, '') : '';
}

export function bareRoomName(name: string): string {
  return name.trim().replace('#', '');
}

export function tellUnknown(call: CommandCall, name: string): void {
  tell(call, `The channel \`#${name}\` does not exist.`);
}
