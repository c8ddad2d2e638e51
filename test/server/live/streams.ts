import type { User } from '../world/documents';
import { argument, changed, type Event } from './frames';

/** Who hears of events: somebody on one connection. */
export interface Hearer {
  readonly user: User | undefined;
  hear(frame: string): void;
}

/** One subscription of a connection. */
export interface Listening {
  readonly by: Hearer;
  readonly collection: string;
}

/** Who listens to what, found by collection and event: telling costs only those who hear it. */
export class Streams {
  private readonly listenings = new Map<string, Set<Listening>>();

  add(listening: Listening, event: string): void {
    const key = keyOf({ collection: listening.collection, event });
    const here = this.listenings.get(key) ?? new Set();
    this.listenings.set(key, here.add(listening));
  }

  remove(listening: Listening, event: string): void {
    const key = keyOf({ collection: listening.collection, event });
    const here = this.listenings.get(key);
    here?.delete(listening);
    if (here?.size === 0) this.listenings.delete(key);
  }

  /** Whoever brought the event about by a socket is not told on that one. */
  tell(event: Event, args: readonly unknown[], except?: object): void {
    this.tellMany([event], args, except);
  }

  /** The same under several names; what is told is written once, if anyone hears it. */
  tellMany(events: Iterable<Event>, args: readonly unknown[], except?: object): void {
    let texts: string[] | undefined;
    for (const event of events) {
      const here = this.listenings.get(keyOf(event));
      if (!here) continue;
      texts ??= args.map(argument);
      const frame = changed(event, texts);
      for (const { by } of here) if (by !== except) by.hear(frame);
    }
  }

  /** With one more argument for each who hears it; undefined: not told. */
  tellEach(event: Event, args: readonly unknown[], last: (user: User) => unknown): void {
    const here = this.listenings.get(keyOf(event));
    if (!here) return;
    const shared = args.map(argument);
    for (const { by } of here) {
      const own = by.user && last(by.user);
      if (own !== undefined) by.hear(changed(event, [...shared, argument(own)]));
    }
  }
}

function keyOf({ collection, event }: Event): string {
  return `${collection}/${event}`;
}
