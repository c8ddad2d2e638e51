import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Message, MessageId } from './message';
import { RecentIds } from './recentIds';
import type { RoomId } from './room';
import { newestFirst } from './roomLists';
import { sameValue } from './sameValue';

/** What stays of a room where nobody needs more. */
const keptOfRoom = 100;
/** What stays of all rooms together; those that are needed stay in any case. */
const keptOfAll = 20_000;

interface Shelf {
  readonly ids: Set<MessageId>;
  /** From how many on to look for what nobody needs. */
  limit: number;
}

/** The messages of one account that were seen so far: the one owner of what they say. */
export class MessageStore implements Disposable {
  private readonly messages = new Map<MessageId, Message>();
  private readonly shelves = new Map<RoomId, Shelf>();
  private limit = keptOfAll;
  private readonly deleted = new RecentIds<MessageId>(10_000);
  /** Those that show a change of which the server has not told yet. */
  private readonly patched = new Set<MessageId>();
  private readonly needs = new Set<(message: Message) => boolean>();
  private readonly changed = new Emitter<ReadonlySet<MessageId>>();
  readonly onDidChange: Event<ReadonlySet<MessageId>> = this.changed.event;

  get(id: MessageId): Message | undefined {
    return this.messages.get(id);
  }

  /** What is known of a room, the newest first. */
  ofRoom(room: RoomId): Message[] {
    const ids = [...(this.shelves.get(room)?.ids ?? [])];
    return ids
      .map((id) => this.messages.get(id))
      .filter((found) => found !== undefined)
      .sort(newestFirst);
  }

  /**
   * Takes in what the server sent and lets go of what it deleted, for good. An older copy, or the same once more,
   * changes nothing. Fires once at most.
   */
  merge(messages: readonly Message[], deleted: Iterable<MessageId> = []): void {
    const changed = new Set<MessageId>();
    this.tidy(messages);
    for (const message of messages) if (this.take(message)) changed.add(message.id);
    for (const id of deleted) {
      this.deleted.add(id);
      if (this.drop(id)) changed.add(id);
    }
    this.fire(changed);
  }

  /** Lets go of messages that were deleted: no copy from before brings them back. */
  remove(ids: Iterable<MessageId>): void {
    this.merge([], ids);
  }

  /** Lets go of all that is known of a room, until it comes again. */
  forget(room: RoomId): void {
    const ids = this.shelves.get(room)?.ids ?? [];
    this.fire(new Set([...ids].filter((id) => this.drop(id))));
  }

  /** Lets go of what nobody needs of a room, until it comes again. */
  release(room: RoomId): void {
    this.fire(new Set(this.unneeded(this.ofRoom(room)).filter((id) => this.drop(id))));
  }

  /** Of each room the latest messages stay; of others, those that somebody needs. */
  hold(needs: (message: Message) => boolean): Disposable {
    this.needs.add(needs);
    return { dispose: () => this.unhold(needs) };
  }

  /** Shows a change before the server has it. The answer takes it back, unless a newer copy came meanwhile. */
  change(id: MessageId, patch: Partial<Message>): () => void {
    const before = this.messages.get(id);
    if (!before) return () => undefined;
    this.patched.add(id);
    this.show([{ ...before, ...patch }]);
    return () => {
      const now = this.messages.get(id);
      if (now?.updatedAt === before.updatedAt) this.show([{ ...now, ...valuesOf(before, patch) }]);
    };
  }

  /** Sees every message with other eyes; what comes back the same does not count as changed. */
  revise(see: (message: Message) => Message): void {
    const messages = [...this.messages.values()];
    this.show(messages.map(see).filter((message, at) => message !== messages[at]));
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** What stayed for those needs alone goes with the next that come. */
  private unhold(needs: (message: Message) => boolean): void {
    this.needs.delete(needs);
    for (const shelf of this.shelves.values()) shelf.limit = Math.min(shelf.limit, 2 * keptOfRoom);
  }

  private take(message: Message): boolean {
    if (!this.isNews(message)) return false;
    this.patched.delete(message.id);
    this.messages.set(message.id, message);
    this.shelve(message);
    return true;
  }

  private isNews(message: Message): boolean {
    const known = this.messages.get(message.id);
    if (!known) return !this.deleted.has(message.id);
    if (known.updatedAt !== message.updatedAt) return known.updatedAt < message.updatedAt;
    return !this.patched.has(message.id) && !sameValue(known, message);
  }

  private shelve({ id, room }: Message): void {
    const shelf = this.shelves.get(room) ?? { ids: new Set(), limit: 2 * keptOfRoom };
    shelf.ids.add(id);
    // Of the rooms, the one that was heard of last comes last.
    this.shelves.delete(room);
    this.shelves.set(room, shelf);
  }

  /** Before others join: who wants those has to see them first. */
  private tidy(coming: readonly Message[]): void {
    for (const room of new Set(coming.map((message) => message.room))) {
      const shelf = this.shelves.get(room);
      if (shelf && shelf.ids.size > shelf.limit) this.clear(room, shelf);
    }
    if (this.messages.size > this.limit) this.clearAll();
  }

  /** Where nothing was heard for the longest time, nothing stays. */
  private clearAll(): void {
    for (const room of this.shelves.keys()) {
      if (this.messages.size <= keptOfAll * 0.75) break;
      for (const id of this.unneeded(this.ofRoom(room))) this.drop(id);
    }
    this.limit = Math.max(keptOfAll, this.messages.size + keptOfAll * 0.25);
  }

  /** Nobody is told: nobody needed them. */
  private clear(room: RoomId, shelf: Shelf): void {
    for (const id of this.unneeded(this.ofRoom(room).slice(keptOfRoom))) this.drop(id);
    shelf.limit = shelf.ids.size + keptOfRoom;
  }

  private unneeded(messages: readonly Message[]): MessageId[] {
    const needs = [...this.needs];
    return messages.filter((message) => !needs.some((need) => need(message))).map(({ id }) => id);
  }

  private drop(id: MessageId): boolean {
    const message = this.messages.get(id);
    if (!message) return false;
    this.patched.delete(id);
    this.shelves.get(message.room)?.ids.delete(id);
    return this.messages.delete(id);
  }

  private show(messages: readonly Message[]): void {
    for (const message of messages) this.messages.set(message.id, message);
    this.fire(new Set(messages.map((message) => message.id)));
  }

  private fire(changed: ReadonlySet<MessageId>): void {
    if (changed.size > 0) this.changed.fire(changed);
  }
}

/** What a message says where the patch says something else. */
function valuesOf(message: Message, patch: Partial<Message>): Partial<Message> {
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys(patch) as (keyof Message)[];
  return Object.fromEntries(keys.map((key) => [key, message[key]]));
}
