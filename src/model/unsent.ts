import { Emitter, type Disposable } from '../base/event';
import type { AccountId } from './account';
import type { MessageId } from './message';
import type { Entry } from './outbox';
import { isRecord, records } from './parse';
import type { Room } from './room';

/** A text on its way to a room, whoever is signed in meanwhile. */
export interface Parcel {
  readonly account: AccountId;
  /** As people know that account. */
  readonly accountLabel: string;
  readonly room: Room;
  readonly entry: Entry;
  /** What it is, for the words about it; code that is shared where nothing is said. */
  readonly kind?: 'reply';
}

/** What outlives the window; VS Code's mementos are such. */
export interface Shelf {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const shelfKey = 'unsent';

/** What was accepted for sending and has not arrived: kept until it has, or the person discards it. */
export class Unsent implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly away = new Set<MessageId>();
  private parcels: readonly Parcel[];

  /** A parcel left, came back, arrived or was discarded. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly shelf: Shelf) {
    this.parcels = parcelsIn(shelf.get(shelfKey));
  }

  /** Those that nobody is sending just now, the oldest first. */
  waiting(): readonly Parcel[] {
    return this.parcels.filter(({ entry }) => !this.away.has(entry.id));
  }

  isWaiting(parcel: Parcel): boolean {
    return this.waiting().some(({ entry }) => entry.id === parcel.entry.id);
  }

  /** Keeps the parcel from before it is sent; while that lasts it is not waiting. */
  async during<Result>(parcel: Parcel, send: () => Promise<Result>): Promise<Result> {
    const { id } = parcel.entry;
    this.away.add(id);
    try {
      if (!this.parcels.some(({ entry }) => entry.id === id)) await this.keep([...this.parcels, parcel]);
      this.changed.fire();
      return await send();
    } finally {
      this.away.delete(id);
      this.changed.fire();
    }
  }

  /** It has arrived, or nobody wants it any more. */
  async drop(parcel: Parcel): Promise<void> {
    await this.keep(this.parcels.filter(({ entry }) => entry.id !== parcel.entry.id));
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async keep(parcels: readonly Parcel[]): Promise<void> {
    this.parcels = parcels;
    await this.shelf.update(shelfKey, parcels);
  }
}

/** An earlier version may have put something else there. */
function parcelsIn(value: unknown): readonly Parcel[] {
  // Checked in what we rely on.
  return records(value).filter(isParcel) as unknown as readonly Parcel[];
}

function isParcel({ account, accountLabel, room, entry }: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(room) || !isRecord(entry)) return false;
  const texts = [account, accountLabel, room['id'], room['name'], room['type']];
  const { id, room: place, text: words, thread = '' } = entry;
  return [...texts, id, place, words, thread].every((value) => typeof value === 'string');
}
