import type { Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Turns } from '../base/turns';
import { countersOf, isWaiting, roomRead, threadRead, type Counters } from './counters';
import { messageId, type Message } from './message';
import type { MessageStore } from './messageStore';
import type { Room, RoomId } from './room';
import type { RoomStore } from './roomStore';
import type { Priority } from './roomSync';
import { isUnread } from './sections';

export interface ReadingOptions {
  readonly client: Client;
  readonly rooms: RoomStore;
  readonly clock: Clock;
  /** Of the session. */
  readonly signal: AbortSignal;
}

/** A thread by its first message. */
export type Thread = Pick<Message, 'id' | 'room'>;

export interface ReadAll {
  /** Ends it, at the latest with the session. */
  readonly signal: AbortSignal;
  /** Before each room, how many of them are done. */
  readonly report: (done: number, of: number) => void;
}

interface Way {
  readonly signal: AbortSignal;
  readonly priority: Priority;
}

/**
 * Marks rooms and threads read. It is shown at once, and taken back when the server refuses. Nothing is asked for what
 * is read already, and for each room or thread at most one call runs while at most one more waits.
 */
export class Reading implements Disposable {
  private readonly turns = new Turns();
  private readonly withThreads = new Set<RoomId>();
  private readonly seenLately = new Map<string, Quiet>();
  /** Until when messages were seen here: their room may stay marked for its threads. */
  private readonly seenUntil = new Map<RoomId, number>();

  constructor(private readonly options: ReadingOptions) {}

  /** Threads stay unread unless they are meant too. Throws `ApiError`. */
  room(id: RoomId, { threads }: { readonly threads: boolean }): Promise<void> {
    return this.readRoom(id, threads, this.asPerson());
  }

  /** Throws `ApiError`. */
  thread({ id, room }: Thread): Promise<void> {
    return this.readThread({ id, room }, this.asPerson());
  }

  /**
   * Every unread room with its threads, one after another as the server's limit allows. A room that is refused does
   * not keep the others: its `ApiError` is thrown at the end. Any other failure ends it.
   */
  async all({ signal, report }: ReadAll): Promise<void> {
    const rooms = unreadRooms(this.options.rooms.all());
    const refusals: unknown[] = [];
    for (const [done, { id }] of rooms.entries()) {
      if (signal.aborted) return;
      report(done, rooms.length);
      try {
        await this.readRoom(id, true, { signal, priority: 'background' });
      } catch (error) {
        if (!isOfOneRoom(error)) throw error;
        refusals.push(error);
      }
    }
    if (refusals.length > 0) throw refusals[0];
  }

  /**
   * To be told when a message was visible in a focused window. Its room, or the thread that it is in, is marked read
   * after a short quiet. Failures are silent: whatever is seen next tries again.
   */
  seen({ room, thread, sentAt, isShownInRoom }: Message): void {
    const { rooms, signal } = this.options;
    const known = rooms.get(room);
    if (!known || signal.aborted) return;
    if (thread !== undefined && known.unreadThreads.includes(thread))
      this.whenQuiet(`thread ${thread}`, (way) => this.readThread({ id: thread, room }, way));
    if (thread === undefined || isShownInRoom === true) this.seenInRoom(known, sentAt);
  }

  dispose(): void {
    for (const { timer } of this.seenLately.values()) timer.dispose();
    this.seenLately.clear();
  }

  private asPerson(): Way {
    return { signal: this.options.signal, priority: 'person' };
  }

  private seenInRoom(room: Room, sentAt: number): void {
    const { id, lastSeen = 0 } = room;
    if (!isWaiting(room, false) || sentAt <= Math.max(lastSeen, this.seenUntil.get(id) ?? 0)) return;
    this.seenUntil.set(id, sentAt);
    this.whenQuiet(`room ${id}`, async (way) => {
      try {
        await this.readRoom(id, false, way);
      } catch (error) {
        this.seenUntil.delete(id);
        throw error;
      }
    });
  }

  private readRoom(id: RoomId, threads: boolean, way: Way): Promise<void> {
    // A call that waits for another one marks what anybody has asked for by then.
    if (threads) this.withThreads.add(id);
    return this.turns.take(`room ${id}`, async () => {
      const readThreads = this.withThreads.delete(id);
      const room = this.options.rooms.get(id);
      if (!room || !isWaiting(room, readThreads)) return;
      const args = readThreads ? { rid: id, readThreads } : { rid: id };
      await this.showing(room, roomRead(room, readThreads), () =>
        this.options.client.subscriptions.read(args, way),
      );
    });
  }

  private readThread(thread: Thread, way: Way): Promise<void> {
    return this.turns.take(`thread ${thread.id}`, async () => {
      const room = this.options.rooms.get(thread.room);
      if (!room?.unreadThreads.includes(thread.id)) return;
      await this.showing(room, threadRead(room, thread.id), () =>
        this.options.client.chat.readThread({ tmid: thread.id }, way),
      );
    });
  }

  /** What is taken back is only what nobody has told anew meanwhile. */
  private async showing(room: Room, read: Counters, ask: () => Promise<unknown>): Promise<void> {
    const { rooms } = this.options;
    rooms.merge([{ ...room, ...read }]);
    try {
      await ask();
    } catch (error) {
      const now = rooms.get(room.id);
      if (now?.updatedAt === room.updatedAt) rooms.merge([{ ...now, ...countersOf(room) }]);
      throw error;
    }
  }

  /** A stream of messages is not waited out for ever. */
  private whenQuiet(key: string, read: (way: Way) => Promise<void>): void {
    const { clock, signal } = this.options;
    const before = this.seenLately.get(key);
    before?.timer.dispose();
    const since = before?.since ?? clock.now();
    const wait = Math.max(0, Math.min(quietMs, since + longestMs - clock.now()));
    const timer = clock.after(wait, () => {
      this.seenLately.delete(key);
      void quietly(read({ signal, priority: 'background' }));
    });
    this.seenLately.set(key, { since, timer });
  }
}

const quietMs = 500;
const longestMs = 10_000;

interface Quiet {
  readonly since: number;
  readonly timer: Disposable;
}

/** Rooms that are listed and show as unread, the latest first. */
export function unreadRooms(rooms: readonly Room[]): Room[] {
  return rooms
    .filter((room) => isUnread(room) && !room.isHidden && !room.isArchived)
    .sort((one, other) => other.lastActivity - one.lastActivity);
}

/** Unread threads by their first messages, as far as those are known, the latest answer first. */
export function unreadThreads(rooms: RoomStore, messages: MessageStore): Message[] {
  return unreadRooms(rooms.all())
    .flatMap((room) => room.unreadThreads)
    .flatMap((id) => messages.get(messageId(id)) ?? [])
    .sort((one, other) => latest(other) - latest(one));
}

function latest({ lastReplyAt, sentAt }: Message): number {
  return lastReplyAt ?? sentAt;
}

function isOfOneRoom(error: unknown): boolean {
  const kind = failureOf(error)?.kind;
  return kind === 'refused' || kind === 'forbidden' || kind === 'notFound';
}

async function quietly(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
