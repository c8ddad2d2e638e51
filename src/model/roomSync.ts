import type { CallOptions, Client } from '../api/client';
import { ApiError } from '../api/errors';
import type { WireDate } from '../api/wire';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { jittered, refreshInterval } from './refreshInterval';
import type { Me, RoomId } from './room';
import type { Horizon, Line } from './horizon';
import type { HalfAsking } from './roomHalf';
import { RoomHalves, type HalvesAsking, type KeptRooms, type RoomChange, type RoomNews } from './roomHalves';
import type { RoomStore } from './roomStore';

export type SyncState = 'idle' | 'loading' | 'ready' | 'failed';
export type Priority = NonNullable<CallOptions['priority']>;

export interface RoomSyncOptions {
  readonly client: Client;
  readonly rooms: RoomStore;
  readonly me: Me;
  readonly horizon: Horizon;
  readonly clock: Clock;
  /** 0 up to 1, for jitter. */
  readonly random: () => number;
}

interface Run {
  readonly priority: Priority;
  readonly controller: AbortController;
  done: Promise<void>;
}

interface Standing {
  readonly state: SyncState;
  readonly error?: ApiError;
}

/** Keeps the rooms as the server has them: all of them once, then what has changed. */
export class RoomSync implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly refreshed = new Emitter<Priority>();
  private readonly halves: RoomHalves;
  private standing: Standing = { state: 'idle' };
  private loaded = false;
  private isWatched = false;
  private isLed = false;
  private isOver = false;
  private run: Run | undefined;
  private timer: Disposable | undefined;
  private dueAt = 0;

  /** Fires when `state` or `error` changed, after the rooms did. */
  readonly onDidChange: Event<void> = this.changed.event;
  /** Fires after every refresh that has ended, also one that failed or brought nothing. */
  readonly onDidRefresh: Event<Priority> = this.refreshed.event;

  constructor(private readonly options: RoomSyncOptions) {
    this.halves = new RoomHalves(options.me, options.horizon);
  }

  /** `loading` only until the rooms have come for the first time: later refreshes leave `ready` or `failed`. */
  get state(): SyncState {
    return this.standing.state;
  }

  get error(): ApiError | undefined {
    return this.standing.error;
  }

  /** Whether the server has ever told the rooms. */
  get hasLoaded(): boolean {
    return this.loaded;
  }

  /** Subscriptions wait for rooms that nobody has asked for yet. */
  get hasNewOrphans(): boolean {
    return this.halves.hasNewOrphans;
  }

  /** Whether everything is known, as far as that line tells; without one, up to the last refresh. */
  isOn(line: Line | undefined): boolean {
    return this.halves.isOn(line);
  }

  isMember(room: RoomId): boolean {
    return this.halves.isMember(room);
  }

  /** From when on the server answers again, if it has asked to slow down. */
  get retryAt(): Date | undefined {
    const failure = this.error?.failure;
    return failure?.kind === 'rateLimited' ? failure.retryAt : undefined;
  }

  /** Never throws an `ApiError`. Joins a running refresh; a person does not wait for one in the background. */
  refresh(priority: Priority): Promise<void> {
    if (this.isOver) return Promise.resolve();
    if (this.run && (this.run.priority === 'person' || priority === 'background')) return this.run.done;
    this.run?.controller.abort();
    return this.begin(priority);
  }

  /** What is known, to be shown before the server answers another time; nothing before it ever has. */
  keep(): KeptRooms | undefined {
    return this.halves.keep();
  }

  /** Shows what was kept, until the server tells what has changed since. For a session that knows nothing yet. */
  restore(kept: KeptRooms): void {
    this.merge(this.halves.restore(kept));
  }

  /** Takes in what was told live. */
  hear(news: readonly RoomNews[]): void {
    this.merge(this.halves.hear(news));
  }

  /** From now on somebody else says when to refresh. */
  lead(): void {
    this.isLed = true;
    this.timer?.dispose();
  }

  /** Whether anybody looks: only then the rooms renew themselves, unless they are led. */
  setWatched(isWatched: boolean): void {
    if (this.isOver || isWatched === this.isWatched) return;
    this.isWatched = isWatched;
    this.schedule();
  }

  dispose(): void {
    this.isOver = true;
    this.isWatched = false;
    this.timer?.dispose();
    this.run?.controller.abort();
    this.run = undefined;
    this.changed.dispose();
    this.refreshed.dispose();
  }

  private begin(priority: Priority): Promise<void> {
    const run: Run = { priority, controller: new AbortController(), done: Promise.resolve() };
    this.run = run;
    run.done = this.perform(run);
    if (!this.loaded) this.show({ state: 'loading' });
    return run.done;
  }

  private async perform(run: Run): Promise<void> {
    try {
      const asking = this.halves.ask();
      const [rooms, subscriptions] = await this.fetch(run, asking);
      if (this.run !== run) return;
      this.loaded = true;
      this.merge(this.halves.take({ rooms, subscriptions }, asking));
      this.end({ state: 'ready' }, run);
    } catch (error) {
      if (this.run === run)
        this.end({ state: 'failed', error: error instanceof ApiError ? error : undefined }, run);
      if (!(error instanceof ApiError)) throw error;
    }
  }

  private fetch({ priority, controller }: Run, asking: HalvesAsking) {
    const { rooms, subscriptions } = this.options.client;
    const options = { priority, signal: controller.signal };
    return Promise.all([
      rooms.get(queryOf(asking.rooms), options),
      subscriptions.get(queryOf(asking.subscriptions), options),
    ]);
  }

  private merge({ update, remove }: RoomChange): void {
    this.options.rooms.merge(update, remove);
  }

  private end(standing: Standing, { priority }: Run): void {
    const { client, clock, random } = this.options;
    this.run = undefined;
    this.dueAt = clock.now() + jittered(refreshInterval(client.limitOf('GET rooms.get')), random());
    this.show(standing);
    this.refreshed.fire(priority);
    this.schedule();
  }

  private schedule(): void {
    this.timer?.dispose();
    if (!this.isOwnMaster || this.run) return;
    const wait = Math.max(this.dueAt, this.retryAt?.getTime() ?? 0) - this.options.clock.now();
    // Before the first time, a person looks at an empty view.
    if (wait <= 0) void this.refresh(this.loaded ? 'background' : 'person');
    else this.timer = this.options.clock.after(wait, () => this.schedule());
  }

  private get isOwnMaster(): boolean {
    return this.isWatched && !this.isLed;
  }

  private show(standing: Standing): void {
    const { state, error } = this.standing;
    this.standing = standing;
    if (state !== standing.state || error !== standing.error) this.changed.fire();
  }
}

function queryOf({ since }: HalfAsking): { readonly updatedSince?: WireDate } {
  return since === undefined ? {} : { updatedSince: since };
}
