import type { CallOptions, Client } from '../api/client';
import type { Paging } from '../api/endpoint';
import { failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { LoadedRooms } from './loadedRooms';
import type { Message, MessageId } from './message';
import { MessageList, type ListRules, type LoadPage } from './messageList';
import type { MessageStore } from './messageStore';
import { historyPages, offsetPages, type Receive, type Window } from './listPages';
import type { Room, RoomId } from './room';
import { newestFirst, roomLists, type RoomList, type RoomListKind } from './roomLists';
import type { Priority } from './roomSync';

/** What lists need of their session. */
export interface ListSource {
  readonly client: Client;
  readonly messages: MessageStore;
  readonly signal: AbortSignal;
  readonly receive: Receive;
  readonly room: (id: RoomId) => Room | undefined;
  readonly loaded: LoadedRooms;
}

/** Every list of one session, made once each. */
export class MessageLists implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly lists = new Map<string, Listed>();
  private readonly forgot = this.lifetime.own(new Emitter<Forgotten>());

  /** Nothing that was loaded of a room counts any more; before the store lets go of it. */
  readonly onDidForget: Event<Forgotten> = this.forgot.event;

  constructor(private readonly source: ListSource) {
    this.lifetime.own(source.messages.hold((message) => this.has(message)));
  }

  ofRoom(room: RoomId, kind: RoomListKind): MessageList {
    const { client, receive } = this.source;
    const list: RoomList = roomLists[kind];
    const fetch = (paging: Paging, priority: Priority) =>
      list.fetch(client, { room, ...paging }, this.options(priority));
    return this.once(`${kind} ${room}`, () => room, {
      first: offsetPages(fetch, receive),
      holds: (message) => message.room === room && list.holds(message),
      compare: list.compare,
    });
  }

  /** The newest page first; the rows in order of time. */
  replies(thread: MessageId): MessageList {
    const { client, messages, receive } = this.source;
    const fetch = async (paging: Paging, priority: Priority) => {
      const options = this.options(priority);
      const query = { tmid: thread, sort: { ts: -1 }, ...paging } as const;
      const page = client.chat.getThreadMessages(query, options);
      return (await Promise.all([page, this.knowFirst(thread, options)]))[0];
    };
    const roomOf = () => messages.get(thread)?.room;
    return this.once(`replies ${thread}`, roomOf, {
      first: offsetPages(fetch, receive),
      holds: (message) => message.thread === thread,
      compare: newestFirst,
      isReversed: true,
    });
  }

  /** What was said in a room lately, the newest first, without replies in threads. */
  recent(room: RoomId): MessageList {
    return this.once(`recent ${room}`, () => room, {
      first: historyPages((window, priority) => this.history(room, window, priority), this.source.receive),
      holds: (message) => message.room === room && (!message.thread || message.isShownInRoom === true),
      compare: newestFirst,
    });
  }

  /** Whether anybody ever asked for messages of the room. */
  knows(room: RoomId): boolean {
    return this.listsOf(room).length > 0;
  }

  /** Lets go of all that was loaded of a room. */
  forget(room: RoomId): void {
    const lists = this.listsOf(room);
    this.source.loaded.drop(room);
    this.source.messages.forget(room);
    for (const list of lists) list.forget();
    this.forgot.fire({ room, isGone: true });
  }

  /** Loads anew what was loaded of a room: where what was missed is too much to be asked for. */
  async reload(room: RoomId): Promise<void> {
    const lists = this.listsOf(room).filter(({ hasLoaded }) => hasLoaded);
    this.source.loaded.drop(room);
    for (const list of lists) list.forget();
    this.forgot.fire({ room, isGone: false });
    this.source.messages.release(room);
    await Promise.all(lists.map((list) => list.reload('background')));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private options(priority: Priority): CallOptions {
    return { signal: this.source.signal, priority };
  }

  private once(key: string, roomOf: RoomOf, rules: ListRules): MessageList {
    const known = this.lists.get(key);
    if (known) return known.list;
    const first = this.marked(rules.first, roomOf);
    const list = this.lifetime.own(new MessageList({ ...rules, first }, this.source.messages));
    this.lists.set(key, { list, roomOf });
    return list;
  }

  /** Writes down up to when the room is known, now that something of it is loaded. */
  private marked(first: LoadPage, roomOf: RoomOf): LoadPage {
    return async (priority) => {
      const asking = this.source.loaded.ask(roomOf());
      const page = await first(priority);
      const room = roomOf();
      if (room !== undefined) this.source.loaded.add(room, asking);
      return page;
    };
  }

  private listsOf(room: RoomId): MessageList[] {
    return [...this.lists.values()].filter(({ roomOf }) => roomOf() === room).map(({ list }) => list);
  }

  private has({ id }: Message): boolean {
    for (const { list } of this.lists.values()) if (list.has(id)) return true;
    return false;
  }

  private async history(room: RoomId, window: Window, priority: Priority) {
    const { client } = this.source;
    const ask = historyOf(client, this.source.room(room)?.type);
    const query = { roomId: room, showThreadMessages: false, ...window };
    return (await ask(query, this.options(priority))).messages;
  }

  /** The thread's own first message is not among its replies. */
  private async knowFirst(thread: MessageId, options: CallOptions): Promise<void> {
    if (this.source.messages.get(thread)) return;
    try {
      const { message } = await this.source.client.chat.getMessage({ msgId: thread }, options);
      this.source.receive([message]);
    } catch (error) {
      // Its replies outlive a deleted message.
      if (failureOf(error)?.kind !== 'notFound') throw error;
    }
  }
}

export interface Forgotten {
  readonly room: RoomId;
  /** The room is not for the person any more; otherwise too much was missed. */
  readonly isGone: boolean;
}

type RoomOf = () => RoomId | undefined;

interface Listed {
  readonly list: MessageList;
  /** The room of a thread is known once its first message is. */
  readonly roomOf: RoomOf;
}

/** Each kind of room has its own call for the same thing. */
export function historyOf(client: Client, type: string | undefined): Client['im']['history'] {
  if (type === 'd') return client.im.history;
  return type === 'p' ? client.groups.history : client.channels.history;
}
