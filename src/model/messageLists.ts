import type { CallOptions, Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { MessageId } from './message';
import { MessageList, type ListRules } from './messageList';
import type { MessageStore } from './messageStore';
import { historyPages, offsetPages, type Receive, type Window } from './listPages';
import type { Room, RoomId } from './room';
import { newestFirst, roomLists, type RoomList, type RoomListKind } from './roomLists';

/** What lists need of their session. */
export interface ListSource {
  readonly client: Client;
  readonly messages: MessageStore;
  readonly signal: AbortSignal;
  readonly receive: Receive;
  readonly room: (id: RoomId) => Room | undefined;
}

/** Every list of one session, made once each. */
export class MessageLists implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly lists = new Map<string, MessageList>();

  constructor(private readonly source: ListSource) {}

  ofRoom(room: RoomId, kind: RoomListKind): MessageList {
    const { client, receive } = this.source;
    const list: RoomList = roomLists[kind];
    return this.once(`${kind} ${room}`, {
      first: offsetPages((paging) => list.fetch(client, { room, ...paging }, this.options), receive),
      holds: (message) => message.room === room && list.holds(message),
      compare: list.compare,
    });
  }

  /** The newest page first; the rows in order of time. */
  replies(thread: MessageId): MessageList {
    const { client, receive } = this.source;
    return this.once(`replies ${thread}`, {
      first: offsetPages(async (paging) => {
        const query = { tmid: thread, sort: { ts: -1 }, ...paging } as const;
        const page = client.chat.getThreadMessages(query, this.options);
        return (await Promise.all([page, this.knowFirst(thread)]))[0];
      }, receive),
      holds: (message) => message.thread === thread,
      compare: newestFirst,
      isReversed: true,
    });
  }

  /** What was said in a room lately, the newest first, without replies in threads. */
  recent(room: RoomId): MessageList {
    return this.once(`recent ${room}`, {
      first: historyPages((window) => this.history(room, window), this.source.receive),
      holds: (message) => message.room === room && (!message.thread || message.isShownInRoom === true),
      compare: newestFirst,
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private get options(): CallOptions {
    return { signal: this.source.signal };
  }

  private once(key: string, rules: ListRules): MessageList {
    const known = this.lists.get(key);
    if (known) return known;
    const list = this.lifetime.own(new MessageList(rules, this.source.messages));
    this.lists.set(key, list);
    return list;
  }

  private async history(room: RoomId, window: Window) {
    const { client } = this.source;
    const query = { roomId: room, showThreadMessages: false, ...window };
    const { messages } = await historyOf(client, this.source.room(room)?.type)(query, this.options);
    return messages;
  }

  /** The thread's own first message is not among its replies. */
  private async knowFirst(thread: MessageId): Promise<void> {
    if (this.source.messages.get(thread)) return;
    try {
      const { message } = await this.source.client.chat.getMessage({ msgId: thread }, this.options);
      this.source.receive([message]);
    } catch (error) {
      // Its replies outlive a deleted message.
      if (failureOf(error)?.kind !== 'notFound') throw error;
    }
  }
}

/** Each kind of room has its own call for the same thing. */
function historyOf(client: Client, type: string | undefined): Client['channels']['history'] {
  if (type === 'd') return client.im.history;
  return type === 'p' ? client.groups.history : client.channels.history;
}
