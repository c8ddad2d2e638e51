import type { CallOptions, Client } from '../api/client';
import type { Paging } from '../api/endpoint';
import { ApiError, type FailureKind } from '../api/errors';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { Pace } from '../base/pace';
import { offsetPages, type Receive } from './listPages';
import { messageId } from './message';
import type { LoadPage } from './messageList';
import type { MessageStore } from './messageStore';
import { parsed, present, text } from './parse';
import type { RoomId } from './room';
import type { ServerSettings } from './serverSettings';
import type { Look, ThreadCoverage } from './threadCoverage';

export interface ThreadSearchOptions {
  readonly client: Client;
  readonly coverage: ThreadCoverage;
  readonly clock: Clock;
  readonly receive: Receive;
  readonly messages: Pick<MessageStore, 'remove'>;
  readonly settings: () => Promise<ServerSettings>;
}

/** One look, page by page. */
interface Course {
  readonly look: Look;
  readonly page: LoadPage;
}

/** Out of ten that a server allows in a minute: a person's calls need the rest. */
const limit = { turns: 4, ms: 60_000 } as const;
const firstPauseMs = 30_000;
const longestPauseMs = 600_000;
const mostPauses = 2;
const routes: ReadonlySet<string> = new Set(['GET chat.getThreadsList', 'GET chat.syncThreadsList']);

/** Looks for threads behind everything else, as long as it is active and there is something to look for. */
export class ThreadSearch implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly pace: Pace;
  private isActive = false;
  private run: AbortController | undefined;
  private course: Course | undefined;
  private pause: Disposable | undefined;
  private pauses = 0;
  private failed: ApiError | undefined;
  private isHeldUp = false;
  private isOff = false;

  /** Fires when something was found out, and when it begins, waits or ends. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(private readonly options: ThreadSearchOptions) {
    this.pace = new Pace(options.clock, limit);
    this.lifetime.own(options.client.onDidWait(({ route }) => this.holdUp(route)));
    this.lifetime.own({ dispose: () => this.setActive(false) });
  }

  get isRunning(): boolean {
    return this.run !== undefined;
  }

  /** Why it waits before it goes on by itself. */
  get error(): ApiError | undefined {
    return this.failed;
  }

  /** Whether the server's limit keeps the next answer back. */
  get waitsForLimit(): boolean {
    return this.isHeldUp || this.failed?.failure.kind === 'rateLimited';
  }

  /** In how many rooms it is still to look for the first time. */
  get roomsLeft(): number {
    return this.isOff ? 0 : this.options.coverage.roomsLeft;
  }

  /** What is under way when it becomes inactive is dropped, and asked for again later. */
  setActive(isActive: boolean): void {
    this.isActive = isActive;
    if (isActive) this.wake();
    else this.run?.abort();
  }

  /** Looks whether there is something to look for. */
  wake(): void {
    if (!this.isActive || this.run || this.pause || !(this.course ?? this.options.coverage.next())) return;
    void this.begin(new AbortController());
  }

  /** What it waited for may be over. */
  goOn(): void {
    this.pauses = 0;
    this.endPause();
  }

  dispose(): void {
    this.endPause();
    this.lifetime.dispose();
  }

  private async begin(run: AbortController): Promise<void> {
    this.run = run;
    this.changed.fire();
    try {
      while (await this.step(run.signal)) this.changed.fire();
    } catch (error) {
      if (!run.signal.aborted) this.wait(error);
    } finally {
      this.run = undefined;
      this.isHeldUp = false;
      this.changed.fire();
    }
    // Something may have come up, or the person come back, since it looked last.
    if (!this.isOff) this.wake();
  }

  /** Whether there may be more to do. */
  private async step(signal: AbortSignal): Promise<boolean> {
    const { coverage, settings } = this.options;
    if (!this.course && !coverage.next()) return false;
    this.isOff = !(await settings()).allowsThreads;
    if (this.isOff) return false;
    await this.pace.turn(signal);
    // What matters most may have changed while it waited.
    this.course ??= this.courseOf(coverage.next());
    if (this.course) await this.advance(this.course);
    this.pauses = 0;
    return true;
  }

  private async advance({ look, page }: Course): Promise<void> {
    const { coverage } = this.options;
    try {
      const { more } = await page('background');
      this.isHeldUp = false;
      this.course = more && { look, page: more };
      if (!more) coverage.done(look);
    } catch (error) {
      if (!(error instanceof ApiError) || !refusals.has(error.failure.kind)) throw error;
      this.course = undefined;
      coverage.refuse(look);
    }
  }

  private courseOf(look: Look | undefined): Course | undefined {
    if (!look) return undefined;
    const { room, kind, since } = look;
    if (kind === 'changes') return { look, page: () => this.changes(room, since) };
    const { client, receive } = this.options;
    const fetch = async (paging: Paging) => {
      const query = { rid: room, type: kind, ...paging };
      const { threads, ...page } = await client.chat.getThreadsList(query, this.call());
      return { ...page, messages: threads };
    };
    return { look, page: offsetPages(fetch, receive) };
  }

  private async changes(room: RoomId, since: number) {
    const query = { rid: room, updatedSince: new Date(since).toISOString() };
    const { threads } = await this.options.client.chat.syncThreadsList(query, this.call());
    const { update, remove } = present(threads, 'a list of threads');
    this.options.messages.remove(parsed(remove, ({ _id }) => messageId(text(_id, 'a message'))));
    return { ids: this.options.receive(update).map(({ id }) => id) };
  }

  private call(): CallOptions {
    return { signal: this.run?.signal, priority: 'background' };
  }

  private wait(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    this.failed = error;
    if (this.pauses >= mostPauses && mishaps.has(error.failure.kind)) this.skip();
    this.pause = this.options.clock.after(this.pauseAfter(error), () => this.endPause());
  }

  /** A room for which the server cannot answer does not keep the others waiting for ever. */
  private skip(): void {
    if (this.course) this.options.coverage.refuse(this.course.look);
    this.course = undefined;
  }

  private pauseAfter({ failure }: ApiError): number {
    if (failure.kind === 'rateLimited')
      return Math.max(0, failure.retryAt.getTime() - this.options.clock.now());
    this.pauses += 1;
    return Math.min(longestPauseMs, firstPauseMs * 2 ** (this.pauses - 1));
  }

  private endPause(): void {
    this.pause?.dispose();
    this.pause = undefined;
    if (this.failed) {
      this.failed = undefined;
      this.changed.fire();
    }
    this.wake();
  }

  private holdUp(route: string): void {
    if (!this.run || this.isHeldUp || !routes.has(route)) return;
    this.isHeldUp = true;
    this.changed.fire();
  }
}

/** The room has nothing for me: what lies in the other rooms is not touched by that. */
const refusals: ReadonlySet<FailureKind> = new Set(['forbidden', 'notFound', 'refused', 'invalid']);

/** The server fails: perhaps over this room alone. */
const mishaps: ReadonlySet<FailureKind> = new Set(['server', 'protocol']);
