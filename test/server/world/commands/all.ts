import { archiveCommands } from './archives';
import type { SlashCommand } from './command';
import { peopleCommands } from './people';
import { placeCommands } from './places';
import { wordCommands } from './words';

/** The slash commands of a server without apps, by their names. */
export const slashCommands: ReadonlyMap<string, SlashCommand> = new Map(
  [...wordCommands, ...archiveCommands, ...placeCommands, ...peopleCommands].map((command) => [
    command.command,
    command,
  ]),
);
