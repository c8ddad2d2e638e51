import type { WireChange, WireRemoved } from '../api/realtime/streams';
import type { WireDelta, WireRoom, WireSubscription } from '../api/wire';
import type { Horizon, Line } from './horizon';
import { isRecord, parsed } from './parse';
import { roomFromWire, roomId, type Me, type Room, type RoomId, type WireRoomView } from './room';
import { RoomHalf, type HalfAsking } from './roomHalf';

/** Some to remove may not have been known. */
export interface RoomChange {
  readonly update: readonly Room[];
  readonly remove: readonly RoomId[];
}

/** All that makes the rooms, and the server's own time up to which it is complete. */
export interface KeptRooms {
  readonly rooms: readonly WireRoom[];
  readonly subscriptions: readonly WireSubscription[];
  readonly since: number;
}

/** One thing that the server told of a room or a subscription. */
export type RoomNews =
  | { readonly of: 'room'; readonly change: WireChange; readonly wire: WireRoom }
  | {
      readonly of: 'subscription';
      readonly change: WireChange;
      readonly wire: WireSubscription | WireRemoved;
    };

export interface HalvesAsking {
  readonly rooms: HalfAsking;
  readonly subscriptions: HalfAsking;
}

export interface HalvesAnswer {
  readonly rooms: WireDelta<WireRoom>;
  readonly subscriptions: WireDelta<WireSubscription>;
}

/** Rooms and subscriptions as the server last sent them: a change of either half makes the whole anew. */
export class RoomHalves {
  private readonly rooms: RoomHalf<WireRoom>;
  private readonly subscriptions: RoomHalf<WireSubscription>;
  /** Subscriptions without their room. */
  private readonly orphans = new Set<string>();
  /** Of those, the ones for which everything was asked for already. */
  private readonly hopeless = new Set<string>();
  private wantsAll = true;

  constructor(
    private readonly me: Me,
    horizon: Horizon,
  ) {
    // A direct message that was deleted comes back under the same id, a subscription never does.
    this.rooms = new RoomHalf({ roomOf: (room) => room._id, removesForGood: false }, horizon);
    this.subscriptions = new RoomHalf({ roomOf: ({ rid }) => rid, removesForGood: true }, horizon);
  }

  /** A room that I came into can be older than the time asked for: then everything is asked for, once. */
  get hasNewOrphans(): boolean {
    return [...this.orphans].some((id) => !this.hopeless.has(id));
  }

  isMember(room: RoomId): boolean {
    return this.subscriptions.get(room) !== undefined;
  }

  /** Whether nothing is missing that the next answers would bring, as far as that line tells. */
  isOn(line: Line | undefined): boolean {
    return !this.wantsAll && this.rooms.isOn(line) && this.subscriptions.isOn(line);
  }

  /** Nothing before everything has come once. */
  keep(): KeptRooms | undefined {
    if (this.wantsAll) return undefined;
    const since = Math.min(this.rooms.until, this.subscriptions.until);
    // Rooms that I left stay here, but are nothing to be kept.
    const rooms = this.rooms.all().filter(({ _id }) => this.subscriptions.get(_id));
    return { rooms, subscriptions: this.subscriptions.all(), since };
  }

  restore({ rooms, subscriptions, since }: KeptRooms): RoomChange {
    this.wantsAll = false;
    return this.changeOf([
      ...this.rooms.recall(rooms, since),
      ...this.subscriptions.recall(subscriptions, since),
    ]);
  }

  ask(): HalvesAsking {
    return { rooms: this.rooms.ask(this.wantsAll), subscriptions: this.subscriptions.ask(this.wantsAll) };
  }

  take(answer: HalvesAnswer, asking: HalvesAsking): RoomChange {
    const change = this.changeOf([
      ...this.rooms.answer(answer.rooms, asking.rooms),
      ...this.subscriptions.answer(answer.subscriptions, asking.subscriptions),
    ]);
    this.wantsAll = this.hasNewOrphans;
    for (const id of this.orphans) this.hopeless.add(id);
    return change;
  }

  /** Takes in what was told without being asked for. */
  hear(news: readonly RoomNews[]): RoomChange {
    return this.changeOf(news.flatMap((one) => this.hearOne(one)));
  }

  private hearOne(news: RoomNews): readonly string[] {
    if (!isRecord(news.wire)) return [];
    const { _id: id } = news.wire;
    if (news.of === 'room')
      return news.change === 'removed' ? listed(this.rooms.remove(id)) : this.rooms.put([news.wire]);
    // Only what was removed comes without the rest.
    if (news.change === 'removed') return listed(this.subscriptions.remove(id));
    return this.subscriptions.put([news.wire as WireSubscription]);
  }

  private changeOf(touched: readonly string[]): RoomChange {
    const views: WireRoomView[] = [];
    const remove: RoomId[] = [];
    for (const id of new Set(touched)) {
      const view = { room: this.rooms.get(id), subscription: this.subscriptions.get(id) };
      if (isWhole(view)) views.push(view);
      else remove.push(roomId(id));
      this.mind(id, view);
    }
    return { update: parsed(views, (view) => roomFromWire(view, this.me)), remove };
  }

  private mind(id: string, { room, subscription }: Halves): void {
    if (subscription && !room) {
      this.orphans.add(id);
      return;
    }
    this.orphans.delete(id);
    this.hopeless.delete(id);
  }
}

type Halves = { readonly [Name in keyof WireRoomView]: WireRoomView[Name] | undefined };

function isWhole(view: Halves): view is WireRoomView {
  return view.room !== undefined && view.subscription !== undefined;
}

function listed(room: string | undefined): readonly string[] {
  return room === undefined ? [] : [room];
}
