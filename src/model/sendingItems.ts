import type { ApiError } from '../api/errors';
import { Emitter, type Disposable, type Event } from '../base/event';
import type { Folder } from './files';
import type { MessageId } from './message';
import { samePlace, type Place } from './place';
import type { RoomId } from './room';
import { entryName, entryText, type Written } from './sendingFile';
import type { Lease } from './sendingLease';

/** A message of mine that the server does not have yet. */
export interface Outgoing extends Written {
  readonly id: MessageId;
  readonly place: Place;
  /** ms since the epoch, by this machine's clock. */
  readonly acceptedAt: number;
  /** `waiting`: goes by itself as soon as the server can be reached. */
  readonly state: 'sending' | 'waiting' | 'failed';
  /** Of one that is waiting or failed. */
  readonly error?: ApiError;
  /** It may have arrived. */
  readonly isInDoubt?: boolean;
  /** How often it was tried in vain since somebody asked for it. */
  readonly tries?: number;
}

export interface Item extends Outgoing {
  readonly owner: string;
  readonly isKept: boolean;
  readonly isInDoubt: boolean;
  readonly tries: number;
}

/** What has not arrived yet, the oldest first: as it stands, and its files. */
export class SendingItems implements Disposable {
  private readonly changed = new Emitter<RoomId>();
  private readonly items = new Map<MessageId, Item>();

  /** Of the room whose entries are others now, or stand otherwise. */
  readonly onDidChange: Event<RoomId> = this.changed.event;

  constructor(
    private readonly folder: Folder,
    private readonly lease: Lease,
  ) {}

  all(): readonly Item[] {
    return [...this.items.values()];
  }

  /** A reply that its room shows too is in both. */
  of(place: Place): readonly Item[] {
    const isHere = (item: Item) =>
      samePlace(item.place, place) ||
      (item.alsoToRoom && place.thread === undefined && item.place.room === place.room);
    return this.all().filter(isHere);
  }

  get(id: MessageId): Item | undefined {
    return this.items.get(id);
  }

  rooms(): ReadonlySet<RoomId> {
    return new Set(this.all().map(({ place }) => place.room));
  }

  /** What this window has to send there. */
  queue(room: RoomId): readonly Item[] {
    return this.all().filter(
      (item) => item.place.room === room && item.state !== 'failed' && !this.isOthers(item),
    );
  }

  /** Another window takes care of it, or did. */
  isOthers({ owner, state }: Item): boolean {
    return state !== 'failed' && owner !== this.lease.owner;
  }

  put(item: Item): void {
    this.items.set(item.id, item);
    this.show(item.place.room);
  }

  change(id: MessageId, patch: Partial<Item>): Item | undefined {
    const before = this.items.get(id);
    if (!before) return undefined;
    const item = { ...before, ...patch };
    this.items.set(id, item);
    if (item.state !== before.state || item.error !== before.error) this.show(item.place.room);
    return item;
  }

  /** With its file. */
  async drop(id: MessageId): Promise<void> {
    this.forget(id);
    await this.folder.remove(entryName(id));
  }

  forget(id: MessageId): void {
    const item = this.items.get(id);
    if (this.items.delete(id) && item) this.show(item.place.room);
  }

  keep(item: Item): Promise<void> {
    return this.folder.write(entryName(item.id), entryText(item));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private show(room: RoomId): void {
    const isNeeded = this.all().some(({ state, owner }) => state !== 'failed' && owner === this.lease.owner);
    void this.lease.hold(isNeeded);
    this.changed.fire(room);
  }
}
