import type { Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Priority, RoomSync } from './roomSync';
import { loadSettings, type ServerSettings } from './serverSettings';
import { preferencesFromWire, samePreferences, type Preferences } from './user';

/** What is known of the server's settings and of the person's preferences. */
export class Knowledge implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly preferencesChanged = this.lifetime.own(new Emitter<Preferences>());
  private readonly learnt = this.lifetime.own(new Emitter<ServerSettings>());
  private asked: Promise<ServerSettings> | undefined;
  private known: ServerSettings | undefined;

  readonly onDidChangePreferences: Event<Preferences> = this.preferencesChanged.event;
  readonly onDidLearnSettings: Event<ServerSettings> = this.learnt.event;

  constructor(
    private readonly client: Client,
    private shown: Preferences,
  ) {}

  get preferences(): Preferences {
    return this.shown;
  }

  /** As far as they have come; asks for nothing. */
  get settings(): ServerSettings | undefined {
    return this.known;
  }

  /** Asked for once; after a failure, again. */
  askSettings(priority: Priority): Promise<ServerSettings> {
    this.asked ??= this.load(priority);
    return this.asked;
  }

  /** Nobody waits for what is learnt here, so it stays out of the way of the first paint. */
  learnBehind(sync: RoomSync): void {
    let hasLearnt = false;
    this.lifetime.own(
      sync.onDidRefresh((priority) => {
        if (sync.state !== 'ready' || (hasLearnt && priority === 'background')) return;
        hasLearnt = true;
        void quietly(this.renewPreferences());
        void quietly(this.askSettings('background'));
      }),
    );
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async load(priority: Priority): Promise<ServerSettings> {
    try {
      this.known = await loadSettings(this.client, { signal: this.lifetime.signal, priority });
    } catch (error) {
      this.asked = undefined;
      throw error;
    }
    this.learnt.fire(this.known);
    return this.known;
  }

  private async renewPreferences(): Promise<void> {
    const { signal } = this.lifetime;
    const me = await this.client.session.me({}, { signal, priority: 'background' });
    const preferences = preferencesFromWire(me.settings?.preferences);
    if (signal.aborted || samePreferences(preferences, this.shown)) return;
    this.shown = preferences;
    this.preferencesChanged.fire(preferences);
  }
}

/** For what is nice to know: the next refresh asks again. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
