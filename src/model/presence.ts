import type { Realtime } from '../api/realtime/realtime';
import { failureOf } from '../api/errors';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Preferences } from './user';

type AwayPreferences = Pick<Preferences, 'becomesAway' | 'awayAfter'>;

export interface PresenceOptions {
  readonly realtime: Realtime;
  readonly clock: Clock;
  readonly preferences: () => AwayPreferences;
  readonly onDidChangePreferences: Event<unknown>;
}

/**
 * An open connection makes a person online. This one says that it is away once its window has been without focus for
 * as long as the person's own preference says, and that it is back with the focus. The server adds up all connections
 * of a person, so windows need not know of each other. Failures are silent: a new connection is told anew.
 */
export class Presence implements Disposable {
  private readonly lifetime = new Lifetime();
  private leftAt: number | undefined;
  private timer: Disposable | undefined;
  /** To the connection of now, which begins as online. */
  private said: 'online' | 'away' = 'online';

  constructor(private readonly options: PresenceOptions) {
    const { realtime, onDidChangePreferences } = options;
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
    this.lifetime.own(onDidChangePreferences(() => this.heed()));
    this.lifetime.own(
      realtime.onDidChangeState(({ state }) => {
        if (state !== 'live') this.said = 'online';
        this.heed();
      }),
    );
  }

  /** A window counts as focused until this says otherwise. */
  setFocused(isFocused: boolean): void {
    if (this.lifetime.signal.aborted || isFocused === (this.leftAt === undefined)) return;
    this.leftAt = isFocused ? undefined : this.options.clock.now();
    this.heed();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private heed(): void {
    this.timer?.dispose();
    const wait = this.untilAway();
    if (wait !== undefined && wait > 0) this.timer = this.options.clock.after(wait, () => this.heed());
    else this.say(wait === undefined ? 'online' : 'away');
  }

  /** In ms; nothing where it does not come to that. */
  private untilAway(): number | undefined {
    const { clock, preferences } = this.options;
    const { becomesAway, awayAfter } = preferences();
    return this.leftAt === undefined || !becomesAway ? undefined : this.leftAt + awayAfter - clock.now();
  }

  private say(status: 'online' | 'away'): void {
    const { realtime } = this.options;
    if (realtime.state.state !== 'live' || status === this.said) return;
    this.said = status;
    void quietly(realtime.call(`UserPresence:${status}`, [], { signal: this.lifetime.signal }));
  }
}

async function quietly(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
