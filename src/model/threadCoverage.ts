import { isFollowedThread } from './followedThreads';
import { messageId } from './message';
import type { MessageStore } from './messageStore';
import type { Room, RoomId } from './room';
import type { RoomStore } from './roomStore';

/** What to ask next: for unread threads, for what has changed since a time, or for all that I follow in a room. */
export interface Look {
  readonly kind: 'unread' | 'changes' | 'following';
  readonly room: RoomId;
  /** As far as the room's threads will be known after that; ms since the epoch, by the server's clock. */
  readonly until: number;
  /** Of `changes`: as far as they are known now. */
  readonly since: number;
  /** Of `unread`: what is asked for; others may come meanwhile. */
  readonly threads: readonly string[];
}

/** A room whose threads are known, and until when. */
export interface KnownRoom {
  readonly room: RoomId;
  readonly until: number;
}

/** In so many of the latest rooms threads are looked for; those of other rooms show once they are seen. */
const recentRooms = 60;

/** In which rooms the threads that I follow are known, and where to look next. */
export class ThreadCoverage {
  private readonly known = new Map<RoomId, number>();
  /** Known rooms in which something may have happened unseen. */
  private readonly outdated = new Set<RoomId>();
  /** Unread threads that the server was asked for: of some it has nothing to tell. */
  private readonly askedFor = new Map<RoomId, ReadonlySet<string>>();
  private readonly refused = new Set<RoomId>();
  /** Where threads are looked for, the latest first; found out anew when rooms were asked for, or another comes up. */
  private recent: readonly RoomId[] | undefined;

  constructor(
    private readonly rooms: RoomStore,
    private readonly messages: MessageStore,
  ) {}

  next(): Look | undefined {
    const room = this.unread()[0] ?? this.changed()[0] ?? this.unsearched()[0];
    if (!room) return undefined;
    const since = this.known.get(room.id);
    const kind = this.hasUnknownUnread(room) ? 'unread' : since === undefined ? 'following' : 'changes';
    return { kind, room: room.id, until: versionOf(room), since: since ?? 0, threads: room.unreadThreads };
  }

  /** In how many rooms threads may be that nobody has looked for yet. */
  get roomsLeft(): number {
    return new Set([...this.unread(), ...this.unsearched()]).size;
  }

  done({ kind, room, until, threads }: Look): void {
    if (kind === 'unread') {
      this.askedFor.set(room, new Set(threads));
      return;
    }
    this.known.set(room, until);
    this.outdated.delete(room);
  }

  /** The server tells nothing of this room: it is not asked again by itself. */
  refuse({ room }: Look): void {
    this.refused.add(room);
  }

  /** Whether there is something to look for in any of these rooms. */
  concerns(ids: ReadonlySet<RoomId>): boolean {
    const rooms = present([...ids], this.rooms);
    const hasNew = rooms.some((room) => this.isWorthALook(room) && !this.known.has(room.id));
    if (hasNew) this.recent = undefined;
    return hasNew || rooms.some((room) => this.hasUnknownUnread(room));
  }

  /** Rooms that the person is not in any more are looked in anew when they come back. */
  leave(ids: Iterable<RoomId>): void {
    for (const id of [...ids].filter((one) => !this.rooms.get(one))) {
      this.known.delete(id);
      this.outdated.delete(id);
      this.askedFor.delete(id);
      this.refused.delete(id);
    }
  }

  /** Rooms told of what happened in them at once. */
  follow(ids: Iterable<RoomId>): void {
    for (const room of present([...ids], this.rooms))
      if (this.known.has(room.id) && !this.outdated.has(room.id)) this.known.set(room.id, versionOf(room));
  }

  /** As `follow`, for all that is known. */
  followAll(): void {
    this.follow(this.known.keys());
  }

  /** Rooms were asked for after a while in which nothing was told. */
  compare(): void {
    this.leave(this.known.keys());
    this.review();
  }

  /** A person wants these to be looked at once more, and what was refused as well. */
  outdate(rooms: Iterable<RoomId>): void {
    this.refused.clear();
    this.askedFor.clear();
    for (const id of rooms) if (this.known.has(id)) this.outdated.add(id);
  }

  keep(): KnownRoom[] {
    const all = [...this.known].map(([room, until]) => ({ room, until }));
    return all.filter(({ room }) => this.rooms.get(room)?.isEncrypted === false);
  }

  /** What was looked at meanwhile stands. The rooms may not have come yet. */
  restore(rooms: readonly KnownRoom[]): void {
    for (const { room, until } of rooms) if (!this.known.has(room)) this.known.set(room, until);
    this.review();
  }

  private review(): void {
    this.recent = undefined;
    for (const [id, until] of this.known) {
      const room = this.rooms.get(id);
      if (room && versionOf(room) > until) this.outdated.add(id);
    }
  }

  private unread(): Room[] {
    return this.rooms.all().filter((room) => !room.isArchived && this.hasUnknownUnread(room));
  }

  private changed(): Room[] {
    return present([...this.outdated], this.rooms).filter((room) => this.isOpen(room));
  }

  private unsearched(): Room[] {
    this.recent ??= this.latest();
    const unknown = this.recent.filter((id) => !this.known.has(id));
    return present(unknown, this.rooms).filter((room) => this.isWorthALook(room));
  }

  private latest(): RoomId[] {
    const readable = this.rooms
      .all()
      .filter((room) => this.isOpen(room) && !room.isHidden && !room.isEncrypted);
    const sorted = readable.sort((one, other) => other.lastActivity - one.lastActivity);
    return sorted.slice(0, recentRooms).map(({ id }) => id);
  }

  /** Conversations with customers have no threads. */
  private isOpen(room: Room): boolean {
    return !room.isArchived && room.kind !== 'omnichannel' && !this.refused.has(room.id);
  }

  /** What is encrypted cannot be read here, and what is hidden was put away. */
  private isWorthALook(room: Room): boolean {
    return this.isOpen(room) && !room.isHidden && !room.isEncrypted;
  }

  private hasUnknownUnread(room: Room): boolean {
    if (room.unreadThreads.length === 0 || this.refused.has(room.id)) return false;
    const asked = this.askedFor.get(room.id);
    return room.unreadThreads.some((id) => !asked?.has(id) && !this.isKnown(id));
  }

  private isKnown(thread: string): boolean {
    const message = this.messages.get(messageId(thread));
    return message !== undefined && isFollowedThread(message);
  }
}

function present(ids: readonly RoomId[], rooms: RoomStore): Room[] {
  return ids.map((id) => rooms.get(id)).filter((room) => room !== undefined);
}

/** A reply moves the time of the room's last change. */
function versionOf({ updatedAt, lastActivity }: Room): number {
  return Math.max(updatedAt, lastActivity);
}
