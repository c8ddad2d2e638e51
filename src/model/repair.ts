import type { Client } from '../api/client';
import { ApiError, type FailureKind } from '../api/errors';
import type { SyncedMessages } from '../api/endpoints/chat/syncing';
import type { Inventory } from './inventory';
import type { RoomAsking } from './loadedRooms';
import { messageId } from './message';
import { optionalText, records } from './parse';
import type { RoomId } from './room';

/** Further back, pages are loaded anew: the answer to what has changed since has no limit. */
const furthest = 86_400_000;
/** How many rooms are asked about each time where nothing is told. */
const roomsInTurn = 5;

export interface RepairOptions {
  readonly client: Client;
  readonly inventory: Inventory;
  readonly signal: AbortSignal;
  /** The rooms that somebody looks at; the one in hand first. */
  readonly watched: () => readonly RoomId[];
}

/**
 * Asks by REST for what may have been missed: the rooms first, then messages of the rooms that somebody looks at. What
 * is told meanwhile goes on being merged; what becomes due meanwhile is asked for in the same run.
 */
export class Repair {
  /** Rooms where something is known to have changed that was not told, and since when at the latest. */
  private readonly due = new Map<RoomId, number>();
  private readonly turns = new Map<RoomId, number>();
  private wantsRooms = false;
  private running: Promise<ApiError | undefined> | undefined;

  /** Nobody looks: rooms only. */
  isFrugal = false;

  constructor(private readonly options: RepairOptions) {}

  /** Answers why not all could be had; the rest stays due. Never rejects with an `ApiError`. */
  everything(): Promise<ApiError | undefined> {
    this.wantsRooms = true;
    if (!this.options.inventory.horizon.line) this.takeTurns();
    return this.messages();
  }

  /** Messages only, where any are due. */
  messages(): Promise<ApiError | undefined> {
    this.running ??= this.run();
    return this.running;
  }

  /** Makes a room due, if anything of it is loaded. */
  add(room: RoomId, since = Infinity): void {
    const mark = this.options.inventory.loaded.mark(room);
    if (mark) this.due.set(room, Math.min(since, mark.until, this.due.get(room) ?? Infinity));
  }

  private async run(): Promise<ApiError | undefined> {
    // Several things become due in one turn; and the end must not come before `running` is set.
    await Promise.resolve();
    try {
      while (!this.options.signal.aborted) {
        if (this.wantsRooms) await this.catchUp();
        const room = this.next();
        if (room !== undefined) await this.syncRoom(room);
        else if (!this.wantsRooms) break;
      }
      return undefined;
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    } finally {
      // At once after the last look at what is due: what comes now starts another run.
      this.running = undefined;
    }
  }

  /** A refresh that began before the connection did may have missed something. */
  private async catchUp(): Promise<void> {
    const { inventory, signal } = this.options;
    const { sync, horizon } = inventory;
    this.wantsRooms = false;
    do await sync.refresh(sync.hasLoaded ? 'background' : 'person');
    while (!signal.aborted && !sync.error && !sync.isOn(horizon.line));
    if (!sync.error) return;
    this.wantsRooms = true;
    throw sync.error;
  }

  private next(): RoomId | undefined {
    if (this.isFrugal) return undefined;
    const { inventory, watched } = this.options;
    const { loaded } = inventory;
    return watched().find((room) => loaded.isBehind(room) || (loaded.mark(room) && this.due.has(room)));
  }

  /** The room in hand each time, of the others those that were asked about longest ago. */
  private takeTurns(): void {
    const [first, ...others] = this.options
      .watched()
      .filter((room) => this.options.inventory.loaded.mark(room));
    if (first === undefined) return;
    const waiting = others.sort((one, other) => (this.turns.get(one) ?? 0) - (this.turns.get(other) ?? 0));
    const turn = Math.max(0, ...this.turns.values()) + 1;
    for (const room of [first, ...waiting.slice(0, roomsInTurn - 1)]) {
      this.turns.set(room, turn);
      this.add(room);
    }
  }

  private async syncRoom(room: RoomId): Promise<void> {
    const { lists, loaded } = this.options.inventory;
    const mark = loaded.mark(room);
    if (!mark) return;
    const asking = loaded.ask(room);
    const since = Math.min(mark.until, this.due.get(room) ?? Infinity);
    this.due.delete(room);
    if (since <= 0 || asking.seen - since > furthest) return lists.reload(room);
    try {
      this.take(room, await this.ask(room, since), asking);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!lasting.has(error.failure.kind)) {
        this.due.set(room, since);
        throw error;
      }
      lists.forget(room);
    }
  }

  private async ask(room: RoomId, since: number): Promise<SyncedMessages> {
    const { client, signal } = this.options;
    const query = { roomId: room, lastUpdate: new Date(since).toISOString() };
    const { result } = await client.chat.syncMessages(query, { signal, priority: 'background' });
    return result;
  }

  private take(room: RoomId, { updated, deleted }: SyncedMessages, asking: RoomAsking): void {
    const { inventory } = this.options;
    const gone = records(deleted).map((one) => optionalText(one['_id']));
    inventory.receive(updated, gone.filter((id) => id !== undefined).map(messageId));
    inventory.loaded.learn(room, asking, inventory.horizon.seeAll(records(updated)));
  }
}

/** Asking again would bring the same: the room is not for me any more. */
const lasting: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'forbidden',
  'notFound',
  'refused',
  'invalid',
]);
