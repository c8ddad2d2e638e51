import type { Client } from '../api/client';
import type { WireMessage } from '../api/wire';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { Horizon } from './horizon';
import type { Knowledge } from './knowledge';
import type { Live } from './live';
import { LoadedRooms } from './loadedRooms';
import { messageFromWire, withRealName, type Message, type MessageId } from './message';
import { MessageLists, type ListSource } from './messageLists';
import { MessageStore } from './messageStore';
import { parsed, records } from './parse';
import type { Place } from './place';
import type { Me, RoomId } from './room';
import type { KeptRooms } from './roomHalves';
import { RoomStore } from './roomStore';
import { RoomSync } from './roomSync';
import type { Timeline } from './timeline';
import { RoomCourse } from './timelineRoom';
import { ThreadCourse } from './timelineThread';
import { TimelineWindow } from './timelineWindow';

export interface InventoryOptions {
  readonly client: Client;
  readonly me: Me;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly random: () => number;
}

/** What is known, to be shown before the server answers another time. */
export interface Kept {
  readonly rooms: KeptRooms;
  readonly messages: readonly WireMessage[];
  /** Rooms of these messages, and up to when each is known: what happened since is asked for once it is watched. */
  readonly known: readonly { readonly room: RoomId; readonly until: number }[];
}

/** The rooms and messages of one account, their lists, and up to when they are known. */
export class Inventory implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly source: ListSource;
  readonly rooms = this.lifetime.own(new RoomStore());
  readonly messages = this.lifetime.own(new MessageStore());
  readonly horizon: Horizon;
  readonly loaded: LoadedRooms;
  readonly sync: RoomSync;
  readonly lists: MessageLists;

  constructor(private readonly options: InventoryOptions) {
    const { knowledge, clock } = options;
    const { rooms, messages, lifetime } = this;
    this.horizon = new Horizon(clock);
    this.loaded = lifetime.own(new LoadedRooms(this.horizon));
    this.sync = lifetime.own(new RoomSync({ ...options, rooms, horizon: this.horizon }));
    this.source = {
      client: options.client,
      messages,
      loaded: this.loaded,
      signal: lifetime.signal,
      receive: (wires) => this.receive(wires),
      room: (id) => rooms.get(id),
    };
    this.lists = lifetime.own(new MessageLists(this.source));
    lifetime.own(
      knowledge.onDidLearnSettings(({ usesRealNames }) => usesRealNames && messages.revise(withRealName)),
    );
  }

  /** Takes in messages that the server sent; malformed and hidden ones stay out, deleted ones go. */
  receive(wires: readonly WireMessage[], deleted: readonly MessageId[] = []): readonly Message[] {
    const visible = records(wires).filter((wire) => wire['_hidden'] !== true);
    // What each claims to be is for `messageFromWire` to find out.
    const messages = parsed(visible as unknown as readonly WireMessage[], (wire) => this.read(wire));
    this.horizon.seeAll(visible);
    this.messages.merge(messages, deleted);
    return messages;
  }

  /** For one that knows nothing yet. */
  restore({ rooms, messages, known }: Kept): void {
    this.sync.restore(rooms);
    this.receive(messages);
    for (const { room, until } of known) this.loaded.recall(room, until);
  }

  timeline(place: Place, live: Pick<Live, 'watch'>): Timeline {
    const { lists, messages, source } = this;
    const { client, clock } = this.options;
    const course =
      place.thread === undefined
        ? new RoomCourse(source, clock, { room: place.room, recent: lists.recent(place.room) })
        : new ThreadCourse(source, place.thread, lists.replies(place.thread));
    return new TimelineWindow(place, course, { client, lists, messages, watch: (room) => live.watch(room) });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private read(wire: WireMessage): Message {
    const { knowledge, me } = this.options;
    const message = messageFromWire(wire, me.userId);
    return knowledge.settings?.usesRealNames ? withRealName(message) : message;
  }
}
