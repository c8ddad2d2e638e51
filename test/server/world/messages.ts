import type { Message } from './documents';

/** All messages. Rooms and threads are kept in order of time, so that reading a page costs the page. */
export class Messages {
  private readonly ids = new Map<string, Message>();
  private readonly rooms = new Map<string, Message[]>();
  private readonly threads = new Map<string, Message[]>();
  private readonly mains = new Map<string, Set<string>>();
  /** By the discussion that a message opened. */
  private readonly openers = new Map<string, Message>();
  private readonly pins = new Map<string, Set<Message>>();

  byId(id: string): Message | undefined {
    return this.ids.get(id);
  }

  /** Oldest first. */
  inRoom(rid: string): readonly Message[] {
    return this.rooms.get(rid) ?? [];
  }

  /** Oldest first, without the thread's first message. */
  inThread(id: string): readonly Message[] {
    return this.threads.get(id) ?? [];
  }

  /** The first messages of the room's threads. */
  threadsIn(rid: string): Message[] {
    const mains = [...(this.mains.get(rid) ?? [])].flatMap((id) => this.byId(id) ?? []);
    return mains.filter((main) => main.rid === rid);
  }

  pinnedIn(rid: string): Message[] {
    return [...(this.pins.get(rid) ?? [])];
  }

  openerOf(discussionId: string): Message | undefined {
    return this.openers.get(discussionId);
  }

  /** Newest first, those before `time`. */
  before(rid: string, time: string): Iterable<Message> {
    const messages = this.inRoom(rid);
    return backwards(
      messages,
      countWhile(messages, (ts) => ts < time),
    );
  }

  /** Newest first, those before `time` and those of the same millisecond. */
  upTo(rid: string, time: string): Iterable<Message> {
    const messages = this.inRoom(rid);
    return backwards(
      messages,
      countWhile(messages, (ts) => ts <= time),
    );
  }

  add(message: Message): void {
    this.ids.set(message._id, message);
    insert(this.rooms, message.rid, message);
    if (message.tmid !== undefined) this.addReply(message, message.tmid);
    if (message.drid !== undefined) this.openers.set(message.drid, message);
  }

  private addReply(message: Message, tmid: string): void {
    insert(this.threads, tmid, message);
    const mains = this.mains.get(message.rid) ?? new Set();
    this.mains.set(message.rid, mains.add(tmid));
  }

  pin(message: Message): void {
    const pins = this.pins.get(message.rid) ?? new Set();
    this.pins.set(message.rid, pins.add(message));
    message.pinned = true;
  }

  unpin(message: Message): void {
    this.pins.get(message.rid)?.delete(message);
    message.pinned = false;
  }
}

/** After those of the same millisecond: what came later stays later. */
function insert(index: Map<string, Message[]>, key: string, message: Message): void {
  const list = index.get(key) ?? [];
  index.set(key, list);
  list.splice(
    countWhile(list, (ts) => ts <= message.ts),
    0,
    message,
  );
}

function* backwards(messages: readonly Message[], from: number): Generator<Message, void, undefined> {
  for (let index = from - 1; index >= 0; index--) {
    const message = messages[index];
    if (message) yield message;
  }
}

/** How many lie at the start for which it holds; by halving, since the lists are sorted by time. */
function countWhile(messages: readonly Message[], holds: (ts: string) => boolean): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(messages[middle]?.ts ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}
