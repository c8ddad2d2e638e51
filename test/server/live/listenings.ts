import { meteorError } from '../failures';
import { isObject } from '../isObject';
import type { World } from '../world/world';
import type { Event } from './frames';
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

interface Place {
  readonly world: World;
  readonly streams: Streams;
}

/** What one connection listens to, by the ids that it gave. */
export class Listenings {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly by: Hearer,
    private readonly place: Place,
  ) {}

  has(id: string): boolean {
    return this.held.has(id);
  }

  hears(event: Event): boolean {
    return [...this.held.values()].some((held) => holds(held, event));
  }

  /** Throws why it may not be listened to. */
  add({ id, name, params: [event, options] }: Asked): void {
    const held: Held = { by: this.by, collection: name, events: new Set() };
    if (!silent.includes(name)) this.start(held, { event, options });
    this.held.set(id, held);
  }

  remove(id: string): void {
    const held = this.held.get(id);
    if (!held) return;
    for (const event of held.events) this.place.streams.remove(held, event);
    this.held.delete(id);
  }

  /** Without a word to the client. */
  forget(event: Event): void {
    for (const [id, held] of this.held) if (holds(held, event)) this.remove(id);
  }

  clear(): void {
    for (const id of [...this.held.keys()]) this.remove(id);
  }

  /** Ends what may not be heard, as who one is has changed; answers the ids. */
  review(): string[] {
    const refused = [...this.held].filter(([, { collection, events }]) =>
      [...events].some((event) => this.may({ collection, event }) === false),
    );
    const ids = refused.map(([id]) => id);
    for (const id of ids) this.remove(id);
    return ids;
  }

  private may(event: Event): boolean | undefined {
    return mayListen({ world: this.place.world, user: this.by.user }, event);
  }

  private start(held: Held, { event, options }: { event: unknown; options: unknown }): void {
    const { collection } = held;
    const isPresence = collection === presence;
    if (typeof event !== 'string' || (event === '' && !isPresence)) throw meteorError('invalid-event-name');
    const may = this.may({ collection, event });
    if (may === undefined) throw meteorError('404', `Subscription '${collection}' not found`);
    if (!may) throw meteorError('not-allowed');
    if (isPresence) this.watch(held, options);
    else this.listen(held, event);
  }

  private listen(held: Held, event: string): void {
    held.events.add(event);
    this.place.streams.add(held, event);
  }

  /** People are added to and taken from what the connection watches as a whole. */
  private watch(held: Held, options: unknown): void {
    const { added, removed } = isObject(options) ? options : {};
    for (const event of textsIn(added)) {
      if (!this.hears({ collection: presence, event })) this.listen(held, event);
    }
    for (const one of [...this.held.values(), held]) {
      for (const event of textsIn(removed)) this.stop(one, event);
    }
  }

  private stop(held: Held, event: string): void {
    if (held.collection !== presence || !held.events.delete(event)) return;
    this.place.streams.remove(held, event);
  }
}

function holds(held: Held, { collection, event }: Event): boolean {
  return held.collection === collection && held.events.has(event);
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
