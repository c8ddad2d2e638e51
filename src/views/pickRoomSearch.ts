import { ApiError } from '../api/errors';
import { systemClock, type Clock } from '../base/clock';
import { Emitter, type Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import type { Found } from './pickRoomItems';

const nothing: Found = { people: [], channels: [] };

/** Looks for people and public channels everywhere while somebody types: after a pause, and the latest wins. */
export class RoomSearch implements Disposable {
  private readonly changed = new Emitter<void>();
  private running: Lifetime | undefined;
  private outcome: { readonly found: Found; readonly error?: ApiError } = { found: nothing };

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly session: Session,
    private readonly clock: Clock = systemClock,
  ) {}

  get found(): Found {
    return this.outcome.found;
  }

  get error(): ApiError | undefined {
    return this.outcome.error;
  }

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Forgets what was found before. A `#` or `@` alone looks for nothing yet. */
  ask(typed: string): void {
    this.running?.dispose();
    this.running = undefined;
    this.outcome = { found: nothing };
    if (/^[#@]?$/.test(typed.trim())) return;
    const run = new Lifetime();
    this.running = run;
    run.own(this.clock.after(250, () => void this.search(typed.trim(), run)));
  }

  dispose(): void {
    this.running?.dispose();
    this.changed.dispose();
  }

  private async search(query: string, run: Lifetime): Promise<void> {
    const outcome = await this.answer(query, run.signal);
    if (this.running !== run) return;
    this.running = undefined;
    this.outcome = outcome;
    this.changed.fire();
  }

  private async answer(query: string, signal: AbortSignal): Promise<typeof this.outcome> {
    try {
      const { users, rooms } = await this.session.client.spotlight.search({ query }, { signal });
      return { found: { people: users, channels: rooms.filter(({ t }) => t === 'c') } };
    } catch (error) {
      if (error instanceof ApiError) return { found: nothing, error };
      throw error;
    }
  }
}
