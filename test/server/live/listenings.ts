import { meteorError } from '../failures';
import { isObject } from '../isObject';
import type { User } from '../world/documents';
import type { World } from '../world/world';
import { mayListen } from './rights';
import type { Hearer, Listening, Streams } from './streams';

export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly params: readonly unknown[];
}

/** Publications of documents that clients ask for; here they are empty. */
const silent = [
  'meteor.loginServiceConfiguration',
  'meteor_autoupdate_clientVersions',
  'userData',
  'activeUsers',
];

const presence = 'stream-user-presence';

interface Held extends Listening {
  readonly events: Set<string>;
}

/** What one connection listens to, by the ids that it gave. */
export class Listenings {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly by: Hearer,
    private readonly world: World,
    private readonly streams: Streams,
  ) {}

  has(id: string): boolean {
    return this.held.has(id);
  }

  hears(collection: string, event: string): boolean {
    return [...this.held.values()].some((one) => one.collection === collection && one.events.has(event));
  }

  /** Throws why it may not be listened to. */
  add({ id, name, params }: Asked): void {
    const held: Held = { by: this.by, collection: name, events: new Set() };
    if (silent.includes(name)) {
      this.held.set(id, held);
      return;
    }
    const [event] = params;
    if (typeof event !== 'string' || (event === '' && name !== presence))
      throw meteorError('invalid-event-name');
    const may = mayListen({ world: this.world, user: this.by.user }, { collection: name, event });
    if (may === undefined) throw meteorError('404', `Subscription '${name}' not found`);
    if (!may) throw meteorError('not-allowed');
    this.held.set(id, held);
    if (name === presence) this.watch(held, params[1]);
    else this.listen(held, event);
  }

  remove(id: string): void {
    const held = this.held.get(id);
    if (!held) return;
    for (const event of held.events) this.streams.remove(held, event);
    this.held.delete(id);
  }

  /** Without a word to the client. */
  forget(collection: string, event: string): void {
    for (const [id, held] of this.held) {
      if (held.collection === collection && held.events.has(event)) this.remove(id);
    }
  }

  clear(): void {
    for (const id of [...this.held.keys()]) this.remove(id);
  }

  /** Ends what this one may not hear, as somebody else than before; answers the ids. */
  review(user: User | undefined): string[] {
    const refused = [...this.held].filter(([, { collection, events }]) =>
      [...events].some((event) => mayListen({ world: this.world, user }, { collection, event }) === false),
    );
    const ids = refused.map(([id]) => id);
    for (const id of ids) this.remove(id);
    return ids;
  }

  private listen(held: Held, event: string): void {
    held.events.add(event);
    this.streams.add(held, event);
  }

  /** People are added to and taken from what the connection watches as a whole. */
  private watch(held: Held, options: unknown): void {
    const { added, removed } = isObject(options) ? options : {};
    for (const id of textsIn(added)) {
      if (!this.hears(presence, id)) this.listen(held, id);
    }
    const gone = textsIn(removed);
    for (const one of this.held.values()) {
      if (one.collection !== presence) continue;
      for (const id of gone) if (one.events.delete(id)) this.streams.remove(one, id);
    }
  }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
