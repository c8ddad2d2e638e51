import type { Message } from './documents';
import { Ordered } from './ordered';

/** A message that is gone for good, as it was, and when it went. */
type Deletion = Message & { readonly _deletedAt: string; readonly __collection__: 'message' };

interface Change {
  readonly at: string;
  readonly message: Message;
}

/**
 * All messages. Rooms and threads are kept in order of time, changes in order of theirs, so that reading a page
 * costs the page.
 */
export class Messages {
  private readonly ids = new Map<string, Message>();
  private readonly rooms = new Index((message: Message) => message.ts);
  private readonly threads = new Index((message: Message) => message.ts);
  private readonly mains = new Map<string, Set<string>>();
  /** By the discussion that a message opened. */
  private readonly openers = new Map<string, Message>();
  private readonly pins = new Map<string, Set<Message>>();
  private readonly changes = new Index((change: Change) => change.at);
  private readonly latest = new Map<Message, Change>();
  private readonly trash = new Index((deletion: Deletion) => deletion._deletedAt);

  byId(id: string): Message | undefined {
    return this.ids.get(id);
  }

  /** Oldest first. */
  inRoom(rid: string): readonly Message[] {
    return this.rooms.of(rid).all();
  }

  /** Oldest first, without the thread's first message. */
  inThread(id: string): readonly Message[] {
    return this.threads.of(id).all();
  }

  /** By one person, in whatever room. */
  by(userId: string): Message[] {
    return [...this.ids.values()].filter((message) => message.u._id === userId);
  }

  /** The first messages of the room's threads, those included that have lost all replies. */
  threadsIn(rid: string): Message[] {
    const mains = [...(this.mains.get(rid) ?? [])].flatMap((id) => this.byId(id) ?? []);
    return mains.filter((main) => main.rid === rid);
  }

  /** In the order of pinning. */
  pinnedIn(rid: string): Message[] {
    return [...(this.pins.get(rid) ?? [])];
  }

  openerOf(discussionId: string): Message | undefined {
    return this.openers.get(discussionId);
  }

  /** Newest first, those before `time`. */
  before(rid: string, time: string): Iterable<Message> {
    return this.rooms.of(rid).before(time);
  }

  /** Newest first, those before `time` and those of the same millisecond. */
  upTo(rid: string, time: string): Iterable<Message> {
    return this.rooms.of(rid).upTo(time);
  }

  /** The oldest change first, each message once. */
  *changedAfter(rid: string, time: string): Generator<Message, void, undefined> {
    for (const { message } of this.changes.of(rid).after(time)) yield message;
  }

  /** The newest change first, each message once. */
  *changedBefore(rid: string, time: string): Generator<Message, void, undefined> {
    for (const { message } of this.changes.of(rid).before(time)) yield message;
  }

  /** In the order in which they went. */
  deletedAfter(rid: string, time: string): Iterable<Deletion> {
    return this.trash.of(rid).after(time);
  }

  /** Who went last comes first. */
  deletedBefore(rid: string, time: string): Iterable<Deletion> {
    return this.trash.of(rid).before(time);
  }

  add(message: Message): void {
    this.ids.set(message._id, message);
    this.rooms.of(message.rid).add(message);
    if (message.tmid !== undefined) this.addReply(message, message.tmid);
    if (message.drid !== undefined && message['_hidden'] !== true) this.openers.set(message.drid, message);
    this.noteChange(message);
  }

  /** Its `_updatedAt` has been set anew. */
  noteChange(message: Message): void {
    const changes = this.changes.of(message.rid);
    const former = this.latest.get(message);
    if (former) changes.delete(former);
    const change = { at: message._updatedAt, message };
    this.latest.set(message, change);
    changes.add(change);
  }

  /** For good: its id is free again. Of the time it went a note is kept. */
  remove(message: Message, at: string): void {
    this.forget(message);
    this.rooms.of(message.rid).delete(message);
    const change = this.latest.get(message);
    if (change) this.changes.of(message.rid).delete(change);
    this.bury(message, at);
  }

  /** All that was said in a room. */
  removeRoom(rid: string, at: string): void {
    for (const message of this.inRoom(rid)) {
      this.forget(message);
      this.bury(message, at);
    }
    this.rooms.delete(rid);
    this.changes.delete(rid);
    this.mains.delete(rid);
    this.pins.delete(rid);
  }

  pin(message: Message): void {
    entry(this.pins, message.rid).add(message);
    message.pinned = true;
  }

  unpin(message: Message): void {
    this.pins.get(message.rid)?.delete(message);
    message.pinned = false;
  }

  private addReply(message: Message, tmid: string): void {
    this.threads.of(tmid).add(message);
    entry(this.mains, message.rid).add(tmid);
  }

  private forget(message: Message): void {
    this.ids.delete(message._id);
    if (message.tmid !== undefined) this.threads.of(message.tmid).delete(message);
    if (message.drid !== undefined && this.openers.get(message.drid) === message) {
      this.openers.delete(message.drid);
    }
    this.pins.get(message.rid)?.delete(message);
  }

  private bury(message: Message, at: string): void {
    this.latest.delete(message);
    this.trash.of(message.rid).add({ ...message, _deletedAt: at, __collection__: 'message' });
  }
}

/** One list in order for each room, or for each thread. */
class Index<T> {
  private readonly lists = new Map<string, Ordered<T>>();

  constructor(private readonly keyOf: (item: T) => string) {}

  of(id: string): Ordered<T> {
    const list = this.lists.get(id) ?? new Ordered(this.keyOf);
    this.lists.set(id, list);
    return list;
  }

  delete(id: string): void {
    this.lists.delete(id);
  }
}

function entry<T>(index: Map<string, Set<T>>, key: string): Set<T> {
  const found = index.get(key) ?? new Set<T>();
  index.set(key, found);
  return found;
}
