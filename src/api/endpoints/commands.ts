import { get, post, type SortedPaging } from '../endpoint';
import type { WirePage } from '../wire';
import type { WireCommand } from '../wireServer';

export interface CommandName {
  /** Without the slash. */
  readonly command: string;
}

export interface RunCommand extends CommandName {
  /** The room it is run in. */
  readonly roomId: string;
  /** What follows the command, as one text. */
  readonly params?: string;
  /** First message of the thread it is run in. */
  readonly tmid?: string;
  /** Lets an app open a dialog in answer to this call; any text, new for each call. */
  readonly triggerId?: string;
}

/** Slash commands. A message that begins with a slash runs none: it is sent as it is. */
export const commands = {
  /**
   * Slash commands that the caller may use. While the server's apps are loading it answers 202 with none of
   * them: ask again.
   *
   * @returns a page, and in `appsLoaded` whether it can be trusted
   * @throws no failure of its own
   * @since before 6.0 (`appsLoaded` 8.x)
   * @see `commands.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/commands.ts
   */
  list: get<
    SortedPaging,
    WirePage & { readonly commands: readonly WireCommand[]; readonly appsLoaded?: boolean }
  >('commands.list'),
  /**
   * One slash command.
   *
   * @returns the command
   * @throws `refused` `There is no command in the system by the name of: …`
   * @since before 6.0
   * @see `commands.get`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/commands.ts
   */
  get: get<CommandName, { readonly command: WireCommand }>('commands.get'),
  /**
   * Runs a slash command in a room. What it has to say comes as messages, some of them for the caller alone
   * and by the live feed only. Never repeated: nobody knows what a command does twice.
   *
   * @returns what the command's own code has answered, mostly nothing
   * @throws `forbidden`: no access to the room, or the command's own `error-not-authorized`; `refused` `The
   * command provided does not exist (or is disabled).`; `refused` `Invalid thread.`: no such message
   * @since before 6.0
   * @see `commands.run`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/commands.ts
   */
  run: post<RunCommand, { readonly result?: unknown }>('commands.run'),
} as const;
