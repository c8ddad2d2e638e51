import type { Message, MessageId } from './message';
import type { Notice } from './notice';
import type { Room, RoomId } from './room';

/** What is known of rooms and messages; the stores of a session are such. */
export interface Knowledge {
  readonly rooms: { get(id: RoomId): Room | undefined };
  readonly messages: { get(id: MessageId): Message | undefined };
}

interface Waiting {
  readonly notice: Notice;
  wasUnread: boolean;
  wasKnown: boolean;
}

/**
 * Notices that wait to be shown. The server tells of a message, its room and its notice in no fixed order: only what
 * was unread can have become read, and only what was known can have been deleted.
 */
export class WaitingNotices {
  private waiting: Waiting[] = [];

  constructor(private readonly known: Knowledge) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  add(notice: Notice): void {
    this.waiting.push({ notice, wasUnread: false, wasKnown: false });
    this.look();
  }

  /** To be called whenever rooms or messages have changed. */
  look(): void {
    for (const one of this.waiting) {
      one.wasUnread ||= isUnread(one.notice, this.known);
      one.wasKnown ||= this.known.messages.get(one.notice.message) !== undefined;
    }
    this.waiting = this.waiting.filter(
      (one) => !this.isRead(one) && !this.isGone(one) && !this.isIgnored(one),
    );
  }

  /** All that are still unread, the oldest first; none waits any more. */
  take(): Notice[] {
    this.look();
    return this.waiting.splice(0).map(({ notice }) => notice);
  }

  private isRead({ notice, wasUnread }: Waiting): boolean {
    if (isUnread(notice, this.known)) return wasSeen(notice, this.known);
    return wasUnread || wasSeen(notice, this.known);
  }

  private isGone({ notice, wasKnown }: Waiting): boolean {
    const message = this.known.messages.get(notice.message);
    return message ? message.kind === 'deleted' : wasKnown;
  }

  /** The server announces nothing of whom I ignore; I may do so while a notice waits. */
  private isIgnored({ notice: { room, userId } }: Waiting): boolean {
    return this.known.rooms.get(room)?.ignored.includes(userId) === true;
  }
}

/** Whether its room, or the thread that it is in, has anything unread. */
function isUnread({ room: id, thread }: Notice, { rooms }: Knowledge): boolean {
  const room = rooms.get(id);
  if (!room) return false;
  return thread === undefined ? room.hasUnread : room.unreadThreads.includes(thread);
}

/** Whether I have been in the room since; that says nothing of its threads. */
function wasSeen({ room, message: id, thread }: Notice, { rooms, messages }: Knowledge): boolean {
  const message = messages.get(id);
  if (!message || thread !== undefined) return false;
  return (rooms.get(room)?.lastSeen ?? 0) >= message.sentAt;
}
