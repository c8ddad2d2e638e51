import type { User } from '../world/documents';
import { connect } from '../world/presence';
import type { World } from '../world/world';

type Presence = 'online' | 'away';

/** Who is there by which connections: online on one of them is online. */
export class Presences {
  private readonly people = new Map<string, Map<object, Presence>>();

  constructor(private readonly world: World) {}

  /** The ids of all who are there. */
  ids(): Iterable<string> {
    return this.people.keys();
  }

  appear(user: User, connection: object, presence: Presence): void {
    const connections = this.people.get(user._id) ?? new Map<object, Presence>();
    this.people.set(user._id, connections.set(connection, presence));
    this.show(user);
  }

  leave(user: User, connection: object): void {
    const connections = this.people.get(user._id);
    if (!connections?.delete(connection)) return;
    if (connections.size === 0) this.people.delete(user._id);
    // Whose account has gone is nowhere.
    if (this.world.users.byId(user._id) === user) this.show(user);
  }

  private show(user: User): void {
    const all = [...(this.people.get(user._id)?.values() ?? [])];
    const away = all.length > 0 ? 'away' : 'offline';
    const presence = all.includes('online') ? 'online' : away;
    if (presence !== user.statusConnection) connect(this.world, user, presence);
  }
}
