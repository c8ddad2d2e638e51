import type { CallOptions, Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { WireChange } from '../api/realtime/streams';
import type { WirePermission } from '../api/wireServer';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { texts } from './parse';
import { holdersFromWire, type Holders } from './permissions';
import type { Priority, RoomSync } from './roomSync';
import { sameValue } from './sameValue';
import { loadSettings, type ServerSettings } from './serverSettings';
import { preferencesFromWire, samePreferences, type Preferences } from './user';

/** What is known of the server's settings, of who may do what, and of the person. */
export class Knowledge implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly preferencesChanged = this.lifetime.own(new Emitter<Preferences>());
  private readonly learnt = this.lifetime.own(new Emitter<void>());
  private readonly learntSettings = this.lifetime.own(new Emitter<ServerSettings>());
  private asked: Promise<ServerSettings> | undefined;
  private renewing: Promise<void> | undefined;
  private known: ServerSettings | undefined;
  private myRoles: readonly string[] | undefined;
  private allowed: Holders | undefined;

  readonly onDidChangePreferences: Event<Preferences> = this.preferencesChanged.event;
  readonly onDidLearnSettings: Event<ServerSettings> = this.learntSettings.event;
  /** Settings, roles or permissions are others than before. */
  readonly onDidLearn: Event<void> = this.learnt.event;

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

  /** The person's on the server, as far as they have come. */
  get roles(): readonly string[] | undefined {
    return this.myRoles;
  }

  /** Which roles hold which permission, as far as that has come. */
  get holders(): Holders | undefined {
    return this.allowed;
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
        // Whoever refreshes again and again asks once.
        this.renewing ??= this.renew();
      }),
    );
  }

  /** Told of a change; as long as nothing is known, it comes with the rest. */
  hearPermission(change: WireChange, wire: WirePermission): void {
    if (!this.allowed) return;
    const holders = new Map(this.allowed);
    for (const [id, roles] of holdersFromWire([wire])) {
      if (change === 'removed') holders.delete(id);
      else holders.set(id, roles);
    }
    this.learnHolders(holders);
  }

  /** As `hearPermission`, of a role of the person on the server. */
  hearRole(role: string, isHeld: boolean): void {
    const others = this.myRoles?.filter((one) => one !== role);
    if (others) this.learnRoles(isHeld ? [...others, role] : others);
  }

  /** Nobody listened for a while: asks once more who may do what, if it was known. */
  catchUp(): void {
    if (this.allowed) void quietly(this.renewHolders());
    if (this.myRoles) void quietly(this.renewPerson());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async renew(): Promise<void> {
    await Promise.all([this.renewPerson(), this.renewSettings(), this.renewHolders()].map(quietly));
    this.renewing = undefined;
  }

  private async load(priority: Priority): Promise<ServerSettings> {
    try {
      return this.learn(await loadSettings(this.client, { signal: this.lifetime.signal, priority }));
    } catch (error) {
      this.asked = undefined;
      throw error;
    }
  }

  private async renewSettings(): Promise<void> {
    if (!this.known) {
      await this.askSettings('background');
      return;
    }
    const settings = await loadSettings(this.client, this.inBackground());
    this.asked = Promise.resolve(this.learn(settings));
  }

  private learn(settings: ServerSettings): ServerSettings {
    if (this.lifetime.signal.aborted || sameValue(settings, this.known)) return settings;
    this.known = settings;
    this.learntSettings.fire(settings);
    this.learnt.fire();
    return settings;
  }

  private async renewHolders(): Promise<void> {
    const { update } = await this.client.permissions.listAll({}, this.inBackground());
    this.learnHolders(holdersFromWire(update));
  }

  private learnHolders(holders: Holders): void {
    if (this.lifetime.signal.aborted || isSame(holders, this.allowed)) return;
    this.allowed = holders;
    this.learnt.fire();
  }

  private async renewPerson(): Promise<void> {
    const me = await this.client.session.me({}, this.inBackground());
    if (this.lifetime.signal.aborted) return;
    this.learnRoles(me.roles);
    const preferences = preferencesFromWire(me.settings?.preferences);
    if (samePreferences(preferences, this.shown)) return;
    this.shown = preferences;
    this.preferencesChanged.fire(preferences);
  }

  /** A server that does not tell them says nothing of them. */
  private learnRoles(wire: readonly string[] | undefined): void {
    if (wire === undefined || sameValue(wire, this.myRoles)) return;
    this.myRoles = texts(wire);
    this.learnt.fire();
  }

  private inBackground(): CallOptions {
    return { signal: this.lifetime.signal, priority: 'background' };
  }
}

function isSame(one: Holders, other: Holders | undefined): boolean {
  return other !== undefined && sameValue(Object.fromEntries(one), Object.fromEntries(other));
}

/** For what is nice to know: the next refresh asks again. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
