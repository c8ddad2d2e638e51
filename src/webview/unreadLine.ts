import type { Message, MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { Room, RoomId } from '../model/room';
import type { MessagesView } from './protocol/conversation';

/** Where reading began: it stays there, whatever is marked read meanwhile. */
export class UnreadLine {
  private since: number | undefined;
  private isInThread = false;
  private first: string | undefined;
  /** How many the server counted then. */
  private told = 0;

  /** A person begins to read here, or comes back. What was read to its end has no line. */
  begin({ thread }: Place, room: Room | undefined): void {
    if (!room || !isUnread(room, thread)) return;
    this.since = room.lastSeen;
    this.isInThread = thread !== undefined;
    this.first = undefined;
    this.told = thread === undefined ? room.unread : 0;
  }

  /** `hasOlder`: there are more before these, so that the first unread one may not be among them. */
  in(messages: readonly Message[], mine: string, hasOlder: boolean): MessagesView['firstUnread'] {
    const { first, since = 0 } = this;
    // Dropped with what was read: it stays where it was.
    const isAbove = first !== undefined && hasOlder && messages.every(({ id }) => id !== first);
    return isAbove
      ? { id: first, count: messages.filter(newSince(since, mine)).length }
      : this.among(messages, mine, hasOlder);
  }

  private among(messages: readonly Message[], mine: string, hasOlder: boolean): MessagesView['firstUnread'] {
    const at = messages.findIndex(({ id }) => id === this.first);
    const since = at < 0 ? this.startIn(messages, mine) : this.since;
    if (since === undefined) return undefined;
    const isNew = newSince(since, mine);
    const start = at >= 0 ? at : messages.findIndex(isNew);
    const first = messages[start];
    if (!first) return undefined;
    // Where a window begins in the midst of what is unread, the line stands at its top until more comes.
    if (start > 0 || !hasOlder) this.first = first.id;
    const count = messages.slice(start).filter(isNew).length;
    return { id: first.id, count: this.first === undefined ? Math.max(count, this.told) : count };
  }

  /** The server moves no mark of reading in a thread: whoever has answered has read what stands before. */
  private startIn(messages: readonly Message[], mine: string): number | undefined {
    const { since } = this;
    if (since === undefined || !this.isInThread) return since;
    const answers = messages.filter(({ author }) => author.id === mine).map(({ sentAt }) => sentAt);
    return (this.since = Math.max(since, ...answers));
  }
}

/** The lines of one room and its threads: they stay where they are until the page shows another room. */
export class UnreadLines {
  private room: RoomId | undefined;
  private readonly lines = new Map<MessageId | undefined, UnreadLine>();

  at({ room, thread }: Place): UnreadLine {
    if (room !== this.room) this.lines.clear();
    this.room = room;
    const line = this.lines.get(thread) ?? new UnreadLine();
    this.lines.set(thread, line);
    return line;
  }
}

function isUnread({ hasUnread, unreadThreads }: Room, thread: MessageId | undefined): boolean {
  return thread === undefined ? hasUnread : unreadThreads.includes(thread);
}

function newSince(since: number, mine: string): (message: Message) => boolean {
  return ({ sentAt, author }) => sentAt > since && author.id !== mine;
}
