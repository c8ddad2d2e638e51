import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Message, MessageId } from './message';
import type { RoomId } from './room';
import { newestFirst } from './roomLists';

/** The messages of one account that were seen so far: the one owner of what they say. */
export class MessageStore implements Disposable {
  private readonly messages = new Map<MessageId, Message>();
  private readonly changed = new Emitter<ReadonlySet<MessageId>>();
  readonly onDidChange: Event<ReadonlySet<MessageId>> = this.changed.event;

  get(id: MessageId): Message | undefined {
    return this.messages.get(id);
  }

  /** What is known of a room, the newest first. */
  ofRoom(room: RoomId): Message[] {
    return [...this.messages.values()].filter((message) => message.room === room).sort(newestFirst);
  }

  /** Lets go of messages that were deleted. */
  remove(ids: Iterable<MessageId>): void {
    const gone = [...ids].filter((id) => this.messages.delete(id));
    if (gone.length > 0) this.changed.fire(new Set(gone));
  }

  /** Takes in what the server sent; an older copy, or the same once more, changes nothing. Fires once at most. */
  merge(messages: readonly Message[]): void {
    this.put(messages.filter((message) => this.isNews(message)));
  }

  /** Shows a change before the server has it. The answer takes it back, unless a newer copy came meanwhile. */
  change(id: MessageId, patch: Partial<Message>): () => void {
    const before = this.messages.get(id);
    if (!before) return () => undefined;
    this.put([{ ...before, ...patch }]);
    return () => {
      const now = this.messages.get(id);
      if (now?.updatedAt === before.updatedAt) this.put([{ ...now, ...valuesOf(before, patch) }]);
    };
  }

  /** Sees every message with other eyes; what comes back the same does not count as changed. */
  revise(see: (message: Message) => Message): void {
    const messages = [...this.messages.values()];
    this.put(messages.map(see).filter((message, at) => message !== messages[at]));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private isNews(message: Message): boolean {
    const known = this.messages.get(message.id);
    return !known || known.updatedAt < message.updatedAt;
  }

  private put(messages: readonly Message[]): void {
    for (const message of messages) this.messages.set(message.id, message);
    if (messages.length > 0) this.changed.fire(new Set(messages.map((message) => message.id)));
  }
}

/** What a message says where the patch says something else. */
function valuesOf(message: Message, patch: Partial<Message>): Partial<Message> {
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys(patch) as (keyof Message)[];
  return Object.fromEntries(keys.map((key) => [key, message[key]]));
}
