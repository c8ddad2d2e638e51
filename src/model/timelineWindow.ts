import type { Client } from '../api/client';
import { ApiError, failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from './message';
import type { MessageLists } from './messageLists';
import type { MessageStore } from './messageStore';
import type { Place } from './place';
import type { RoomId } from './room';
import { timelineLimit, type Timeline, type TimelineEnd, type TimelineState } from './timeline';
import type { Course } from './timelineCourse';
import { Known } from './timelineKnown';
import {
  centredOn,
  isWithin,
  momentOf,
  sameMessages,
  withoutNewest,
  withoutOldest,
  type Moment,
  type Stretch,
} from './timelineStretch';

export interface TimelineSource {
  readonly client: Pick<Client, 'onDidWait'>;
  readonly messages: MessageStore;
  readonly lists: Pick<MessageLists, 'onDidForget'>;
  /** Follows what happens in the room as long as it is held. */
  readonly watch: (room: RoomId) => Disposable;
}

/** Answers the stretch to show; undefined where all stays as it is. */
type Load = () => Promise<Stretch | undefined>;

interface Run {
  readonly end: TimelineEnd;
  readonly load: Load;
  hasBegun: boolean;
  done: Promise<void>;
}

/** One viewer's window on the course of a room or thread: all that is known within a stretch that has no gap. */
export class TimelineWindow implements Timeline {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly known: Known;
  private stretch: Stretch | undefined;
  private shown: readonly Message[] = [];
  /** Of what is shown: that stays while the stretch is loaded anew. */
  private ends: Stretch | undefined;
  private run: Run | undefined;
  private failure: { readonly run: Run; readonly error: ApiError } | undefined;
  private until: number | undefined;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    readonly place: Place,
    private readonly course: Course,
    private readonly source: TimelineSource,
  ) {
    const { client, lists, messages, watch } = source;
    this.known = new Known(place.room, course, messages);
    this.lifetime.own(messages.hold((message) => this.needs(message)));
    this.lifetime.own(messages.onDidChange((ids) => this.follow(ids)));
    this.lifetime.own(
      lists.onDidForget(({ room, isGone }) => {
        if (room === place.room) this.startAnew(isGone);
      }),
    );
    this.lifetime.own(client.onDidWait(({ route, until }) => this.wait(route, until)));
    this.lifetime.own(watch(place.room));
    this.shown = this.found();
  }

  get messages(): readonly Message[] {
    return this.shown;
  }

  get state(): TimelineState {
    if (this.run?.end === 'all') return 'loading';
    if (this.failure?.run.end === 'all') return 'failed';
    return this.stretch ? 'ready' : 'idle';
  }

  get error(): ApiError | undefined {
    return this.failure?.error;
  }

  get hasOlder(): boolean {
    return this.ends?.low !== undefined;
  }

  get hasNewer(): boolean {
    return this.ends?.high !== undefined;
  }

  get loading(): TimelineEnd | undefined {
    return this.run?.end;
  }

  get failed(): TimelineEnd | undefined {
    return this.failure?.run.end;
  }

  get waitsUntil(): number | undefined {
    return this.until;
  }

  open(): Promise<void> {
    if (this.stretch) return Promise.resolve();
    // A jump opens it as well.
    return this.run?.done ?? this.latest();
  }

  async older(): Promise<void> {
    await this.extend('older', ({ low }) => low && (() => this.toOlder(low)));
  }

  async newer(): Promise<void> {
    await this.extend('newer', ({ high }) => high && (() => this.toNewer(high)));
  }

  latest(): Promise<void> {
    if (this.stretch && !this.stretch.high && this.run?.end !== 'all') return Promise.resolve();
    const end = this.known.end();
    if (!end) return this.begin('all', () => this.toPresent());
    this.take(end);
    return Promise.resolve();
  }

  async around(id: MessageId): Promise<boolean> {
    if (this.has(id)) this.stay();
    else await this.begin('all', () => this.toMessage(id));
    return this.has(id);
  }

  retry(): Promise<void> {
    const failed = this.failure?.run;
    if (failed?.end === 'older') return this.older();
    if (failed?.end === 'newer') return this.newer();
    return failed ? this.begin('all', failed.load) : Promise.resolve();
  }

  dispose(): void {
    this.run = undefined;
    this.lifetime.dispose();
  }

  /** Whoever was on the way to elsewhere does not want to go there any more. */
  private stay(): void {
    if (this.run?.end === 'all') this.take(this.stretch);
  }

  private has(id: MessageId): boolean {
    return this.stretch !== undefined && this.shown.some((message) => message.id === id);
  }

  /** One end after the other: each may drop what the other has brought. */
  private async extend(end: TimelineEnd, loadFrom: (stretch: Stretch) => Load | undefined): Promise<void> {
    while (this.run) {
      const { run } = this;
      await run.done;
      if (run.end === end) return;
    }
    const load = this.stretch && loadFrom(this.stretch);
    if (load) await this.begin(end, load);
  }

  private async toPresent(): Promise<Stretch | undefined> {
    await this.course.load();
    return this.known.end();
  }

  private async toOlder(moment: Moment): Promise<Stretch | undefined> {
    const high = this.stretch?.high;
    const low = this.known.stepBack(moment) ?? { to: await this.course.before(moment) };
    const stretch = { low: low.to, high };
    return withoutNewest(stretch, this.known.within(stretch), this.limit);
  }

  private async toNewer(moment: Moment): Promise<Stretch | undefined> {
    const low = this.stretch?.low;
    const high = this.known.stepOn(moment) ?? { to: await this.course.after(moment) };
    const stretch = { low, high: high.to };
    return withoutOldest(stretch, this.known.within(stretch), this.limit);
  }

  private async toMessage(id: MessageId): Promise<Stretch | undefined> {
    const { course } = this;
    const found = id === course.first()?.id ? undefined : await course.find(id);
    if (!found) return this.stretch ?? this.toPresent();
    const moment = momentOf(found);
    const low = this.known.stepBack(moment) ?? { to: await course.before(moment) };
    const high = this.known.stepOn(moment) ?? { to: await course.after(moment) };
    const stretch = { low: low.to, high: high.to };
    const held = this.known.within(stretch);
    return held.length > this.limit ? centredOn(found, held, this.limit) : stretch;
  }

  private get limit(): number {
    return this.course.first() ? timelineLimit - 1 : timelineLimit;
  }

  private begin(end: TimelineEnd, load: Load): Promise<void> {
    if (this.lifetime.signal.aborted) return Promise.resolve();
    const run: Run = { end, load, hasBegun: false, done: Promise.resolve() };
    this.run = run;
    this.failure = undefined;
    this.until = undefined;
    run.done = this.perform(run);
    this.changed.fire();
    return run.done;
  }

  private async perform(run: Run): Promise<void> {
    try {
      // What is let go of in this very turn must not be held for the load.
      await Promise.resolve();
      if (this.run !== run) return;
      run.hasBegun = true;
      const stretch = await run.load();
      if (this.run === run) this.take(stretch ?? this.stretch);
    } catch (error) {
      if (this.run === run) this.fail(run, error);
      if (!(error instanceof ApiError)) throw error;
    }
  }

  private take(stretch: Stretch | undefined): void {
    this.run = undefined;
    this.failure = undefined;
    this.until = undefined;
    this.stretch = stretch;
    this.show(this.found());
  }

  private fail(run: Run, error: unknown): void {
    this.run = undefined;
    this.until = undefined;
    const isSilent = failureOf(error)?.kind === 'cancelled';
    if (!isSilent && error instanceof ApiError) this.failure = { run, error };
    this.changed.fire();
  }

  /** Reading goes on where it was, unless that was the present. What is shown stays until then. */
  private startAnew(isGone: boolean): void {
    const { stretch } = this;
    if (!stretch && !this.run) return;
    const middle = this.shown[Math.floor(this.shown.length / 2)];
    this.stretch = undefined;
    if (isGone) [this.shown, this.ends] = [[], undefined];
    if (stretch?.high && middle && !isGone) void this.begin('all', () => this.toMessage(middle.id));
    else void this.begin('all', () => this.toPresent());
  }

  private follow(ids: ReadonlySet<MessageId>): void {
    if (!this.stretch && this.run) return;
    const concerns = [...ids].some((id) => this.concerns(id));
    if (!concerns) return;
    this.stretch = this.stretch && withoutOldest(this.stretch, this.known.within(this.stretch), this.limit);
    const shown = this.found();
    if (!sameMessages(shown, this.shown)) this.show(shown);
  }

  private show(messages: readonly Message[]): void {
    this.shown = messages;
    this.ends = this.stretch;
    this.changed.fire();
  }

  private concerns(id: MessageId): boolean {
    const message = this.source.messages.get(id);
    return message ? message.room === this.place.room : this.shown.some((one) => one.id === id);
  }

  /** What a room was known for when its session ended is shown until more is known. */
  private found(): readonly Message[] {
    const first = this.course.first();
    const rest = this.stretch ? this.known.within(this.stretch) : this.known.latest();
    return first ? [first, ...rest] : rest;
  }

  /** What a load brings is not within the stretch before it ends. */
  private needs(message: Message): boolean {
    const { place, run, stretch } = this;
    if (message.room !== place.room) return false;
    if (message.id === place.thread || run?.hasBegun) return true;
    return stretch !== undefined && this.course.holds(message) && isWithin(message, stretch);
  }

  private wait(route: string, until: Date): void {
    if (!this.run || !this.course.routes.has(route)) return;
    this.until = until.getTime();
    this.changed.fire();
  }
}
