import { Emitter, type Disposable } from '../../base/event';
import { Lifetime } from '../../base/lifetime';
import type { StreamEvent } from './frames';
import { Readiness } from './readiness';
import type { StreamSubscription } from './realtime';
import type { Stream } from './streams';

/** The connection of now, as far as subscriptions need it. */
export interface Asking {
  send(frame: object): void;
  /** Nothing is left that the server has not answered. */
  settled(): void;
}

interface Entry extends Stream<readonly unknown[]> {
  readonly heard: Emitter<readonly unknown[]>;
  readonly readiness: Readiness;
  listeners: number;
  /** Of the subscription on the connection of now. */
  id: string | undefined;
}

/** All subscriptions, kept from connection to connection; those of one stream are one on the wire. */
export class Registry implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly entries = new Map<string, Map<string, Entry>>();
  private readonly byId = new Map<string, Entry>();
  private asking: Asking | undefined;
  private asked = 0;

  subscribe<Args extends readonly unknown[]>(
    stream: Stream<Args>,
    listener: (...args: Args) => void,
  ): StreamSubscription {
    const entry = this.entryOf(stream);
    entry.listeners += 1;
    // The stream says what its events carry; whether they do is for those who read them.
    const handle = new Lifetime();
    handle.own(entry.heard.event((args) => listener(...(args as Args))));
    handle.own({ dispose: () => this.release(entry) });
    return {
      whenReady: (signal) => entry.readiness.until(signal, handle.signal, this.lifetime.signal),
      dispose: () => handle.dispose(),
    };
  }

  /** Asks for everything on a new connection, which the returned disposable forgets. */
  attach(asking: Asking): Disposable {
    this.asking = asking;
    for (const entry of this.all()) this.ask(entry);
    return { dispose: () => this.detach() };
  }

  /** Whether there is anything that the server has not answered; also where nothing was to be asked. */
  look(): void {
    if (this.all().every(({ readiness }) => readiness.isReached)) this.asking?.settled();
  }

  deliver({ collection, event, args }: StreamEvent): void {
    this.entries.get(collection)?.get(event)?.heard.fire(args);
  }

  /** A refusal is an answer too: it is not asked for again before the next connection. */
  answered(id: unknown): void {
    const entry = typeof id === 'string' ? this.byId.get(id) : undefined;
    if (!entry || entry.readiness.isReached) return;
    entry.readiness.reach();
    this.look();
  }

  dispose(): void {
    this.lifetime.dispose();
    this.detach();
    for (const { heard } of this.all()) heard.dispose();
    this.entries.clear();
  }

  private entryOf({ collection, event }: Stream<never>): Entry {
    let events = this.entries.get(collection);
    if (!events) this.entries.set(collection, (events = new Map<string, Entry>()));
    let entry = events.get(event);
    if (!entry) events.set(event, (entry = newEntry(collection, event)));
    if (entry.id === undefined) this.ask(entry);
    return entry;
  }

  private ask(entry: Entry): void {
    if (!this.asking) return;
    this.asked += 1;
    entry.id = `sub-${this.asked}`;
    this.byId.set(entry.id, entry);
    const params = [entry.event, { useCollection: false, args: [] }];
    this.asking.send({ msg: 'sub', id: entry.id, name: entry.collection, params });
  }

  private release(entry: Entry): void {
    entry.listeners -= 1;
    if (entry.listeners > 0) return;
    this.entries.get(entry.collection)?.delete(entry.event);
    if (entry.id === undefined) return;
    this.byId.delete(entry.id);
    this.asking?.send({ msg: 'unsub', id: entry.id });
    this.look();
  }

  private detach(): void {
    this.asking = undefined;
    this.byId.clear();
    for (const entry of this.all()) {
      entry.id = undefined;
      entry.readiness.lose();
    }
  }

  private all(): Entry[] {
    return [...this.entries.values()].flatMap((events) => [...events.values()]);
  }
}

function newEntry(collection: string, event: string): Entry {
  const heard = new Emitter<readonly unknown[]>();
  return { collection, event, heard, readiness: new Readiness(), listeners: 0, id: undefined };
}
