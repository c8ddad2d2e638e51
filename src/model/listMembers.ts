import type { Message, MessageId } from './message';
import type { ListRules, LoadPage, Page } from './messageList';
import type { MessageStore } from './messageStore';
import { oldestFirst } from './timelineStretch';

/** Which messages a list holds, in which order, and where its next page comes from. */
export class ListMembers {
  private readonly members = new Set<MessageId>();
  /** What the first page brought when it was last loaded. */
  private newest: ReadonlySet<MessageId> = new Set();
  private ordered: readonly MessageId[] = [];
  private next: LoadPage | undefined;

  constructor(
    private readonly rules: ListRules,
    private readonly store: MessageStore,
  ) {}

  /** In the order of the rows. */
  get ids(): readonly MessageId[] {
    return this.ordered;
  }

  /** Loads what follows; absent when all is here. */
  get following(): LoadPage | undefined {
    return this.next;
  }

  has(id: MessageId): boolean {
    return this.members.has(id);
  }

  /** As if nothing had ever been loaded. */
  clear(): void {
    this.members.clear();
    this.newest = new Set();
    this.ordered = [];
    this.next = undefined;
  }

  /** Further pages stay as long as nothing can be missing between them and the first one. */
  takeFirst(page: Page): void {
    const isJoined = page.more !== undefined && page.ids.some((id) => this.newest.has(id));
    this.letGo(isJoined ? this.missing(page.ids) : [...this.members], page.ids);
    this.newest = new Set(page.ids);
    this.add(page.ids);
    this.next = isJoined ? (this.next ?? this.moreThanHere(page)) : page.more;
  }

  takeNext({ ids, more }: Page): void {
    this.add(ids);
    this.next = more;
  }

  /** Takes in and lets go of messages that have changed. Answers whether rows moved. */
  follow(changed: ReadonlySet<MessageId>): boolean {
    const before = this.ordered;
    if ([...changed].filter((id) => this.review(id)).length === 0) return false;
    this.order();
    return !sameIds(before, this.ordered);
  }

  private add(ids: readonly MessageId[]): void {
    // A page may be older than what has been told meanwhile.
    for (const id of ids) if (this.belongs(id)) this.members.add(id);
    this.order();
  }

  private belongs(id: MessageId): boolean {
    const message = this.store.get(id);
    return message !== undefined && this.rules.holds(message);
  }

  private letGo(ids: readonly MessageId[], kept: readonly MessageId[]): void {
    for (const id of ids) if (!kept.includes(id)) this.members.delete(id);
  }

  /** Those of the old first page that would have to be on the new one if they still belonged. */
  private missing(came: readonly MessageId[]): MessageId[] {
    const last = this.sorted(came).at(-1);
    return [...this.newest].filter((id) => {
      const message = this.store.get(id);
      return !message || (last !== undefined && this.rules.compare(message, last) < 0);
    });
  }

  /** Where the server keeps another order, what is new may be on a page that had been the last one. */
  private moreThanHere({ total = 0, more }: Page): LoadPage | undefined {
    return total > this.members.size ? more : undefined;
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
    if (!this.next) return true;
    // One that was deleted in the same moment says nothing of where the page ends.
    const isHere = (id: MessageId) => this.store.get(id) !== undefined;
    const last = this.rules.isReversed ? this.ordered.find(isHere) : this.ordered.findLast(isHere);
    const end = last === undefined ? undefined : this.store.get(last);
    return end === undefined || this.rules.compare(message, end) <= 0;
  }

  private order(): void {
    const ids = this.sorted([...this.members]).map((message) => message.id);
    this.ordered = this.rules.isReversed ? ids.reverse() : ids;
  }

  private sorted(ids: readonly MessageId[]): Message[] {
    const messages = ids.map((id) => this.store.get(id)).filter((found) => found !== undefined);
    // Those of one moment stand as in the conversation, in whichever order they came.
    return messages.sort((one, other) => this.rules.compare(one, other) || oldestFirst(other, one));
  }
}

function sameIds(some: readonly MessageId[], others: readonly MessageId[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at]);
}
