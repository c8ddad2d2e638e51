import type { Realtime } from '../api/realtime/realtime';
import { streams } from '../api/realtime/streams';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Newsbox } from './liveNews';

/** Whatever the server tells this person, of all rooms, goes into the box. */
export function collectNews(realtime: Realtime, userId: string, box: Newsbox): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(realtime.subscribe(streams.myMessages(userId), (wire) => void box.open.messages.push(wire)));
  lifetime.own(
    realtime.subscribe(streams.subscriptionsChanged(userId), (change, wire) => {
      box.open.rooms.push({ of: 'subscription', change, wire });
    }),
  );
  lifetime.own(
    realtime.subscribe(streams.roomsChanged(userId), (change, wire) => {
      box.open.rooms.push({ of: 'room', change, wire });
    }),
  );
  lifetime.own(
    realtime.subscribe(streams.notification(userId), (wire) => void box.open.notifications.push(wire)),
  );
  lifetime.own(realtime.subscribe(streams.ephemeral(userId), (wire) => void box.open.whispers.push(wire)));
  return lifetime;
}
