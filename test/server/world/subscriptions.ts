import type { Subscription } from './documents';

export interface Removal {
  readonly _id: string;
  readonly _deletedAt: string;
}

/** Who is in which room: one document per person and room. */
export class Subscriptions {
  private readonly rooms = new Map<string, Map<string, Subscription>>();
  private readonly people = new Map<string, Map<string, Subscription>>();
  /** Of those who were sent away for good: nobody's membership. */
  private readonly bans = new Map<string, Map<string, Subscription>>();
  private readonly removals = new Map<string, Removal[]>();

  of(userId: string, rid: string): Subscription | undefined {
    return this.people.get(userId)?.get(rid);
  }

  ofUser(userId: string): Subscription[] {
    return [...(this.people.get(userId)?.values() ?? [])];
  }

  inRoom(rid: string): Subscription[] {
    return [...(this.rooms.get(rid)?.values() ?? [])];
  }

  bannedIn(rid: string): Subscription[] {
    return [...(this.bans.get(rid)?.values() ?? [])];
  }

  banOf(userId: string, rid: string): Subscription | undefined {
    return this.bans.get(rid)?.get(userId);
  }

  add(subscription: Subscription): void {
    entry(this.rooms, subscription.rid).set(subscription.u._id, subscription);
    entry(this.people, subscription.u._id).set(subscription.rid, subscription);
  }

  /** Keeps a note of it for those who ask later what has gone. */
  remove(subscription: Subscription, at: string): void {
    const userId = subscription.u._id;
    this.rooms.get(subscription.rid)?.delete(userId);
    this.people.get(userId)?.delete(subscription.rid);
    const removals = this.removals.get(userId) ?? [];
    this.removals.set(userId, removals);
    removals.push({ _id: subscription._id, _deletedAt: at });
  }

  ban(subscription: Subscription, at: string): void {
    this.remove(subscription, at);
    entry(this.bans, subscription.rid).set(subscription.u._id, subscription);
  }

  unban({ rid, u }: Subscription): void {
    this.bans.get(rid)?.delete(u._id);
  }

  removedSince(userId: string, since: string): Removal[] {
    return (this.removals.get(userId) ?? []).filter((removal) => removal._deletedAt > since);
  }
}

function entry<T>(index: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const found = index.get(key) ?? new Map<string, T>();
  index.set(key, found);
  return found;
}
