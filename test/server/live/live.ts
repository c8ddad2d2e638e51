import type { World } from '../world/world';
import { Connection } from './connection';
import type { Outlet } from './outlet';
import { followPeople } from './peopleFeed';
import { Presences } from './presences';
import { followRooms } from './roomFeed';
import type { Client, Surroundings } from './session';
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
      if (change === 'removed') this.takeRoom(rid, u._id);
    });
  }

  open(outlet: Outlet, client: Client): Connection {
    const connection = new Connection(outlet, this.surroundings, client);
    this.connections.add(connection);
    return connection;
  }

  /** It counts no more, whatever becomes of its socket. */
  drop(connection: Connection): void {
    if (this.connections.delete(connection)) connection.session.end();
  }

  all(): Connection[] {
    return [...this.connections];
  }

  /** Ends whoever was silent since the last time, frozen ones excepted: they seem to be open. */
  beat(): void {
    this.expelStale();
    for (const connection of this.all()) {
      if (connection.outlet.isFrozen || connection.beat()) continue;
      this.drop(connection);
      connection.outlet.cut();
    }
  }

  private takeRoom(rid: string, userId: string): void {
    for (const { session } of this.connections) if (session.user?._id === userId) session.loseRoom(rid);
  }

  private expelStale(): void {
    for (const connection of this.all().filter(({ session }) => session.isStale)) {
      this.connections.delete(connection);
      connection.session.expel();
      connection.outlet.close();
    }
  }
}
