import type { World } from '../world/world';
import { type Client, Connection, type Surroundings } from './connection';
import { followPeople } from './peopleFeed';
import type { Outlet } from './outlet';
import { Presences } from './presences';
import { followRooms } from './roomFeed';
import { Streams } from './streams';

/** All who are connected to one world, and what they are told of it. */
export class Live {
  private readonly connections = new Set<Connection>();
  private readonly surroundings: Surroundings;

  constructor(world: World, parts: Omit<Surroundings, 'world' | 'streams' | 'presences'>) {
    const streams = new Streams();
    const presences = new Presences(world);
    this.surroundings = { ...parts, world, streams, presences };
    followRooms({ world, streams, presences });
    followPeople({ world, streams });
    world.events.on('tokens', () => this.expelStale());
    world.events.on('subscription', (change, { rid, u }) => {
      if (change === 'removed') for (const one of this.of(u._id)) one.loseRoom(rid);
    });
  }

  open(outlet: Outlet, client: Client): Connection {
    const connection = new Connection(outlet, this.surroundings, client);
    this.connections.add(connection);
    return connection;
  }

  /** It counts no more, whatever becomes of its socket. */
  drop(connection: Connection): void {
    if (this.connections.delete(connection)) connection.end();
  }

  all(): Connection[] {
    return [...this.connections];
  }

  beat(): void {
    this.expelStale();
    for (const connection of this.all()) {
      if (connection.outlet.isFrozen || connection.beat() === 'alive') continue;
      this.drop(connection);
      connection.outlet.cut();
    }
  }

  private of(userId: string): Connection[] {
    return this.all().filter(({ user }) => user?._id === userId);
  }

  private expelStale(): void {
    for (const connection of this.all()) {
      if (!connection.isStale) continue;
      this.connections.delete(connection);
      connection.expel();
    }
  }
}
