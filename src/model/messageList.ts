import { ApiError, failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { ListMembers } from './listMembers';
import type { Message, MessageId } from './message';
import type { MessageStore } from './messageStore';
import type { Priority } from './roomSync';

export type ListState = 'idle' | 'loading' | 'ready' | 'failed';

/** One page of a list, its messages already in the store. */
export interface Page {
  readonly ids: readonly MessageId[];
  /** Loads what follows; absent on the last page. */
  readonly more?: LoadPage;
  /** How many there are in all, where the server says. */
  readonly total?: number;
}

export type LoadPage = (priority: Priority) => Promise<Page>;

/** What a list is made of. */
export interface ListRules {
  readonly first: LoadPage;
  /** Whether a message that has changed belongs: a star taken off leaves the list of stars. */
  holds(message: Message): boolean;
  /** The order in which pages come. */
  compare(one: Message, other: Message): number;
  /** Rows stand the other way round than pages come. */
  readonly isReversed?: boolean;
}

interface Standing {
  readonly state: ListState;
  readonly error?: ApiError;
}

interface Run {
  readonly page: LoadPage;
  readonly priority: Priority;
  readonly before: Standing;
  done: Promise<void>;
}

/** A list of messages that grows page by page and follows the store. Its loads never throw an `ApiError`. */
export class MessageList implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly listening: Disposable;
  private readonly members: ListMembers;
  private standing: Standing = { state: 'idle' };
  private run: Run | undefined;
  private failed: LoadPage | undefined;
  private loaded = false;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly rules: ListRules,
    store: MessageStore,
  ) {
    this.members = new ListMembers(rules, store);
    this.listening = store.onDidChange((ids) => {
      if (this.loaded && this.members.follow(ids)) this.changed.fire();
    });
  }

  get state(): ListState {
    return this.standing.state;
  }

  /** Why the last load failed; what was loaded before stays. */
  get error(): ApiError | undefined {
    return this.standing.error;
  }

  get ids(): readonly MessageId[] {
    return this.members.ids;
  }

  has(id: MessageId): boolean {
    return this.members.has(id);
  }

  /** Whether the first page has ever come. */
  get hasLoaded(): boolean {
    return this.loaded;
  }

  get hasMore(): boolean {
    return this.members.following !== undefined;
  }

  /** Loads the first page unless it is there, or tries again what failed. Joins a running load. */
  load(): Promise<void> {
    if (this.run) return this.run.done;
    if (this.failed) return this.begin(this.failed, 'person');
    return this.loaded ? Promise.resolve() : this.begin(this.rules.first, 'person');
  }

  /** Loads the next page, if there is one. Joins a running load. */
  more(): Promise<void> {
    if (this.run) return this.run.done;
    const { following } = this.members;
    return following ? this.begin(following, 'person') : Promise.resolve();
  }

  /**
   * Loads the first page anew. What is there stays until it has come, and what lies beyond it stays after that.
   * A failure in the background changes nothing.
   */
  async reload(priority: Priority = 'person'): Promise<void> {
    const { first } = this.rules;
    // The course of pages has gone on: one that is dropped would be left out.
    while (this.run && this.run.page !== first) await this.run.done;
    await (this.run?.done ?? this.begin(first, priority));
  }

  /** Lets go of all that was loaded: whoever shows it loads it again. A load that runs comes to nothing. */
  forget(): void {
    this.run = undefined;
    this.failed = undefined;
    this.loaded = false;
    this.members.clear();
    this.show({ state: 'idle' });
  }

  dispose(): void {
    this.run = undefined;
    this.listening.dispose();
    this.changed.dispose();
  }

  private begin(page: LoadPage, priority: Priority): Promise<void> {
    const before = this.standing;
    const run: Run = { page, priority, before, done: Promise.resolve() };
    this.run = run;
    run.done = this.perform(run);
    this.show({ state: 'loading', error: priority === 'background' ? before.error : undefined });
    return run.done;
  }

  private async perform(run: Run): Promise<void> {
    try {
      const page = await run.page(run.priority);
      if (this.run === run) this.take(page, run);
    } catch (error) {
      if (this.run === run) this.fail(error, run);
      if (!(error instanceof ApiError)) throw error;
    }
  }

  private take(came: Page, { page }: Run): void {
    if (page === this.rules.first) this.members.takeFirst(came);
    else this.members.takeNext(came);
    this.run = undefined;
    this.failed = undefined;
    this.loaded = true;
    this.show({ state: 'ready' });
  }

  private fail(error: unknown, { page, before, priority }: Run): void {
    this.run = undefined;
    if (priority === 'background' || failureOf(error)?.kind === 'cancelled') {
      this.show(before);
      return;
    }
    this.failed = page;
    this.show({ state: 'failed', error: error instanceof ApiError ? error : undefined });
  }

  private show(standing: Standing): void {
    this.standing = standing;
    this.changed.fire();
  }
}
