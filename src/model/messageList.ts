import { ApiError, failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Message, MessageId } from './message';
import type { MessageStore } from './messageStore';

export type ListState = 'idle' | 'loading' | 'ready' | 'failed';

/** One page of a list, its messages already in the store. */
export interface Page {
  readonly ids: readonly MessageId[];
  /** Loads what follows; absent on the last page. */
  readonly more?: LoadPage;
  /** How many there are in all, where the server says. */
  readonly total?: number;
}

export type LoadPage = () => Promise<Page>;

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
  readonly ids: readonly MessageId[];
  readonly total?: number;
}

/** A list of messages that grows page by page and follows the store. Its loads never throw an `ApiError`. */
export class MessageList implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly listening: Disposable;
  private readonly members = new Set<MessageId>();
  private standing: Standing = { state: 'idle', ids: [] };
  private run: Run | undefined;
  private following: LoadPage | undefined;
  private failed: LoadPage | undefined;
  private hasLoaded = false;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly rules: ListRules,
    private readonly store: MessageStore,
  ) {
    this.listening = store.onDidChange((ids) => this.follow(ids));
  }

  get state(): ListState {
    return this.standing.state;
  }

  /** Why the last load failed; what was loaded before stays. */
  get error(): ApiError | undefined {
    return this.standing.error;
  }

  get ids(): readonly MessageId[] {
    return this.standing.ids;
  }

  get hasMore(): boolean {
    return this.following !== undefined;
  }

  get total(): number | undefined {
    return this.standing.total;
  }

  /** Loads the first page unless it is there, or tries again what failed. Joins a running load. */
  load(): Promise<void> {
    if (this.run) return this.run.done;
    if (this.failed) return this.begin(this.failed);
    return this.hasLoaded ? Promise.resolve() : this.begin(this.rules.first);
  }

  /** Loads the next page, if there is one. Joins a running load. */
  more(): Promise<void> {
    if (this.run) return this.run.done;
    return this.following ? this.begin(this.following) : Promise.resolve();
  }

  /** Begins anew with the first page; what is there stays until it has come. */
  reload(): Promise<void> {
    return this.run?.page === this.rules.first ? this.run.done : this.begin(this.rules.first);
  }

  dispose(): void {
    this.run = undefined;
    this.listening.dispose();
    this.changed.dispose();
  }

  private begin(page: LoadPage): Promise<void> {
    const run: Run = { page, done: Promise.resolve() };
    this.run = run;
    run.done = this.perform(run);
    this.update({ state: 'loading', error: undefined });
    return run.done;
  }

  private async perform(run: Run): Promise<void> {
    try {
      const page = await run.page();
      if (this.run === run) this.take(page, run.page === this.rules.first);
    } catch (error) {
      if (this.run === run) this.fail(error, run.page);
      if (!(error instanceof ApiError)) throw error;
    }
  }

  private take(page: Page, isFirst: boolean): void {
    if (isFirst) this.members.clear();
    for (const id of page.ids) this.members.add(id);
    this.run = undefined;
    this.failed = undefined;
    this.following = page.more;
    this.hasLoaded = true;
    this.update({ state: 'ready', ids: this.ordered(), total: page.total });
  }

  private fail(error: unknown, page: LoadPage): void {
    this.run = undefined;
    if (failureOf(error)?.kind === 'cancelled') {
      this.update({ state: this.hasLoaded ? 'ready' : 'idle' });
      return;
    }
    this.failed = page;
    this.update({ state: 'failed', error: error instanceof ApiError ? error : undefined });
  }

  /** Takes in and lets go of messages that have changed. */
  private follow(changed: ReadonlySet<MessageId>): void {
    if (!this.hasLoaded) return;
    const before = this.members.size;
    const concerns = [...changed].filter((id) => this.review(id)).length > 0;
    const ids = concerns ? this.ordered() : this.ids;
    const { total } = this.standing;
    if (sameIds(ids, this.ids)) return;
    this.update({ ids, total: total === undefined ? total : total + this.members.size - before });
  }

  /** Whether the message is here now or was before. */
  private review(id: MessageId): boolean {
    const message = this.store.get(id);
    const wasHere = this.members.has(id);
    if (!message) return wasHere;
    if (!this.rules.holds(message)) this.members.delete(id);
    else if (this.isInReach(message)) this.members.add(id);
    return wasHere || this.members.has(id);
  }

  /** What lies beyond the last page loaded comes with its own page. */
  private isInReach(message: Message): boolean {
    if (!this.following) return true;
    const last = this.store.get((this.rules.isReversed ? this.ids[0] : this.ids.at(-1)) ?? message.id);
    return last !== undefined && this.rules.compare(message, last) <= 0;
  }

  private ordered(): readonly MessageId[] {
    const messages = [...this.members].map((id) => this.store.get(id)).filter((found) => found !== undefined);
    const ids = messages.sort((one, other) => this.rules.compare(one, other)).map((message) => message.id);
    return this.rules.isReversed ? ids.reverse() : ids;
  }

  private update(change: Partial<Standing>): void {
    this.standing = { ...this.standing, ...change };
    this.changed.fire();
  }
}

interface Run {
  readonly page: LoadPage;
  done: Promise<void>;
}

function sameIds(some: readonly MessageId[], others: readonly MessageId[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at]);
}
