import type { WireDelta, WireRoom, WireSubscription } from '../api/wire';
import type { Clock } from '../base/clock';
import { mostAhead } from './horizon';
import { latestTime, parsed, present, records, text } from './parse';
import { roomFromWire, type Me, type Room } from './room';
import { wantsMe } from './sections';

/** How much wants a person, from their subscriptions alone: all of them once, then what has changed. */
export class WantedBy {
  private readonly rooms = new Map<string, Room>();
  private newest = 0;

  constructor(
    private readonly me: Me,
    private readonly clock: Clock,
  ) {}

  /** What to ask for; a little earlier than the newest, as documents may be stored out of order. */
  get since(): { readonly updatedSince?: string } {
    return this.newest > 0 ? { updatedSince: new Date(this.newest - 5_000).toISOString() } : {};
  }

  /** Takes in the answer to `since`, and counts. */
  take({ update, remove }: WireDelta<WireSubscription>): number {
    for (const { _id } of records(remove)) this.rooms.delete(String(_id));
    parsed(update, (subscription) => this.put(subscription));
    return wantsMe([...this.rooms.values()]);
  }

  private put(subscription: WireSubscription): void {
    const id = text(present(subscription, 'a room')._id, 'a room');
    this.rooms.set(id, roomFromWire({ room: roomOf(subscription), subscription }, this.me));
    const at = latestTime([subscription._updatedAt]);
    if (at <= this.clock.now() + mostAhead) this.newest = Math.max(this.newest, at);
  }
}

/** As far as the subscription tells. */
function roomOf({ rid, t, name, fname, prid, teamMain, _updatedAt }: WireSubscription): WireRoom {
  return { _id: rid, t, name, fname, prid, teamMain, _updatedAt };
}
