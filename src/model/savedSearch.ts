import type { CallOptions, Client, RouteLimit } from '../api/client';
import { items } from '../api/pages';
import type { SortedPaging } from '../api/endpoint';
import type { WireMessage } from '../api/wire';
import type { Clock } from '../base/clock';
import { Pace } from '../base/pace';
import type { RoomId } from './room';

const route = 'GET chat.getStarredMessages';
const minute = 60_000;
/** Of the server's limit; the rest is for what a person asks for meanwhile. */
const share = 0.8;
/** As long as the server has not said what its limit is: so much of the usual ten a minute. */
const usualTurns = 8;

/** Asks for my stars room by room, out of the way of everything else and within the server's limit. */
export class SavedSearch {
  private pace: Pace;
  private turns: number | undefined = usualTurns;

  constructor(
    private readonly client: Client,
    private readonly clock: Clock,
  ) {
    this.pace = this.paceOf(usualTurns);
  }

  /** All of my stars in a room. Throws `ApiError`, or the signal's reason. */
  async starsIn(room: RoomId, signal: AbortSignal): Promise<WireMessage[]> {
    const options: CallOptions = { signal, priority: 'background' };
    const call = async (query: SortedPaging & { readonly roomId: string }) => {
      if (this.turns !== undefined) await this.pace.turn(signal);
      const page = await this.client.chat.getStarredMessages(query, options);
      this.learn(this.client.limitOf(route));
      return page;
    };
    const stars: WireMessage[] = [];
    for await (const star of items(call, { roomId: room, count: 100 }, 'messages')) stars.push(star);
    return stars;
  }

  /** How many minutes that many rooms will take; 0 where nothing slows it down. */
  minutesFor(rooms: number): number {
    return this.turns === undefined ? 0 : Math.ceil(this.pace.timeFor(rooms) / minute);
  }

  private learn(limit: RouteLimit | undefined): void {
    const turns = limit && Math.max(1, Math.floor(limit.limit * share));
    if (turns !== undefined && turns !== this.turns) this.pace = this.paceOf(turns);
    this.turns = turns;
  }

  private paceOf(turns: number): Pace {
    return new Pace(this.clock, { turns, ms: minute });
  }
}
