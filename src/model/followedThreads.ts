import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from './message';
import type { MessageStore } from './messageStore';
import type { RoomId } from './room';
import type { RoomStore } from './roomStore';

export interface ThreadEntry {
  /** The first message of the thread. */
  readonly id: MessageId;
  readonly room: RoomId;
  readonly isUnread: boolean;
}

/** A thread that I follow: who began it does, and so does who wrote in it, unless they turned away. */
export function isFollowedThread(message: Message): boolean {
  return message.isFollowed && message.replies > 0 && message.kind !== 'deleted';
}

/** The threads that I follow, as far as the stores know them: unread ones first, then by the last reply. */
export class FollowedThreads implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  /** Also in rooms that are not known yet: messages may come before their room. */
  private readonly followed = new Map<MessageId, RoomId>();
  private ordered: readonly ThreadEntry[] = [];

  /** Fires when there are others, in another order, or one has been read or not. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly messages: MessageStore,
    private readonly rooms: RoomStore,
  ) {
    this.lifetime.own(messages.hold(isFollowedThread));
    this.lifetime.own(messages.onDidChange((ids) => this.follow(ids)));
    this.lifetime.own(rooms.onDidChange((ids) => this.look(ids)));
  }

  get all(): readonly ThreadEntry[] {
    return this.ordered;
  }

  has(id: MessageId): boolean {
    return this.followed.has(id);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(ids: ReadonlySet<MessageId>): void {
    const concerned = [...ids].filter((id) => this.review(id));
    if (concerned.length > 0) this.order();
  }

  /** Whether the message is a thread of mine now or was before. */
  private review(id: MessageId): boolean {
    const message = this.messages.get(id);
    const was = this.followed.delete(id);
    if (!message || !isFollowedThread(message)) return was;
    this.followed.set(id, message.room);
    return true;
  }

  private look(changed: ReadonlySet<RoomId>): void {
    for (const room of this.followed.values()) {
      if (!changed.has(room)) continue;
      this.order();
      return;
    }
  }

  private order(): void {
    const before = this.ordered;
    const found = [...this.followed.keys()].map((id) => this.place(id)).filter((one) => one !== undefined);
    this.ordered = found.sort(unreadFirst).map(({ entry }) => entry);
    if (!sameEntries(before, this.ordered)) this.changed.fire();
  }

  private place(id: MessageId): Place | undefined {
    const message = this.messages.get(id);
    const room = message && this.rooms.get(message.room);
    if (!room || room.isArchived) return undefined;
    const isUnread = room.unreadThreads.includes(id);
    return { entry: { id, room: room.id, isUnread }, at: message.lastReplyAt ?? message.sentAt };
  }
}

interface Place {
  readonly entry: ThreadEntry;
  readonly at: number;
}

function unreadFirst(one: Place, other: Place): number {
  const unread = Number(other.entry.isUnread) - Number(one.entry.isUnread);
  return unread || other.at - one.at || (one.entry.id < other.entry.id ? -1 : 1);
}

function sameEntries(some: readonly ThreadEntry[], others: readonly ThreadEntry[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => one.id === others[at]?.id && one.isUnread === others[at].isUnread)
  );
}
