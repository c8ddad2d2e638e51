import type { WireCommand } from '../api/wireServer';
import { optionalText, parsed, text as textIn } from './parse';
import type { Place } from './place';
import type { Session } from './session';

export interface SlashCommand {
  /** Without the slash. */
  readonly name: string;
  /** What follows it and what it does: for people, or a key of the server's translations. */
  readonly params?: string;
  readonly description?: string;
}

/** What a text is that a person sends. */
export type Meaning =
  | { readonly kind: 'text' }
  | { readonly kind: 'command'; readonly command: string; readonly params: string }
  | { readonly kind: 'unknown'; readonly command: string };

interface Listed {
  readonly commands: readonly SlashCommand[];
  /** While the server's apps are loading, it may know others. */
  readonly isComplete: boolean;
}

const pageSize = 100;

/** What the server does when a message begins with a slash and a word that it knows. */
export class SlashCommands {
  private asked: Promise<Listed> | undefined;

  constructor(private readonly session: Pick<Session, 'client' | 'signal' | 'settings'>) {}

  /** Asked for once, as long as that succeeds and says all. */
  async list(): Promise<readonly SlashCommand[]> {
    return (await this.listed()).commands;
  }

  /** Asks only where a text looks like a command. A second slash, or a blank before it, makes it a text. */
  async meaningOf(text: string): Promise<Meaning> {
    const [, typed, params = ''] = /^\/([\w.-]+)(?:\s+([^]*))?$/.exec(text) ?? [];
    if (typed === undefined) return { kind: 'text' };
    const { commands, isComplete } = await this.listed();
    const known = commands.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
    if (known) return running(known.name, params);
    return isComplete ? this.unknown(typed) : running(typed, params);
  }

  /** Once: nobody knows what a command does twice. What it has to say comes by itself, as messages. */
  async run({ room, thread }: Place, command: string, params: string): Promise<void> {
    const { client, signal } = this.session;
    const place = { roomId: room, ...(thread !== undefined && { tmid: thread }) };
    await client.commands.run({ command, params, ...place, triggerId: crypto.randomUUID() }, { signal });
  }

  private async unknown(command: string): Promise<Meaning> {
    const { sendsUnknownCommands } = await this.session.settings();
    return sendsUnknownCommands ? { kind: 'text' } : { kind: 'unknown', command };
  }

  private listed(): Promise<Listed> {
    return (this.asked ??= this.load());
  }

  private async load(): Promise<Listed> {
    try {
      const listed = await this.pages();
      if (!listed.isComplete) this.asked = undefined;
      return listed;
    } catch (error) {
      this.asked = undefined;
      throw error;
    }
  }

  private async pages(): Promise<Listed> {
    const { client, signal } = this.session;
    const commands: SlashCommand[] = [];
    for (let offset = 0; ;) {
      const page = await client.commands.list({ count: pageSize, offset }, { signal });
      const found = parsed(page.commands, commandFromWire);
      commands.push(...found);
      offset += page.commands.length;
      const isComplete = page.appsLoaded !== false;
      if (page.commands.length === 0 || offset >= page.total) return { commands, isComplete };
    }
  }
}

function running(command: string, params: string): Meaning {
  return { kind: 'command', command, params };
}

function commandFromWire(wire: WireCommand): SlashCommand {
  return {
    name: textIn(wire.command, 'a command'),
    params: optionalText(wire.params),
    description: optionalText(wire.description),
  };
}
