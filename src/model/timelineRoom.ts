import type { Clock } from '../base/clock';
import { leastPage, pageSize } from './listPages';
import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import { historyOf, type ListSource } from './messageLists';
import { records } from './parse';
import type { RoomId } from './room';
import { SpanLength } from './spanLength';
import { loadList, loadMore, tailOf, type Course } from './timelineCourse';
import { compareMoments, momentOf, wholeFrom, type Moment, type Stretch } from './timelineStretch';
import { findMessage } from './timelineThread';

/** What fits into one answer, by default. */
const largePage = 100;
/** How many messages a look forward aims at. */
const wanted = 60;
/** No server that heeds what it is asked needs so many. */
const mostRequests = 100;
const day = 86_400_000;

interface Span {
  readonly count: number;
  readonly latest?: string;
  readonly oldest?: string;
  readonly offset?: number;
  readonly inclusive?: boolean;
  readonly unreads?: boolean;
}

/** What was said in a room: the list of what is recent, and the room's history on both sides of any moment. */
export class RoomCourse implements Course {
  readonly routes: ReadonlySet<string> = new Set([
    'GET channels.history',
    'GET groups.history',
    'GET im.history',
    'GET chat.getMessage',
  ]);

  constructor(
    private readonly source: ListSource,
    private readonly clock: Clock,
    private readonly place: { readonly room: RoomId; readonly recent: MessageList },
  ) {}

  holds({ thread, isShownInRoom }: Message): boolean {
    return thread === undefined || isShownInRoom === true;
  }

  first(): undefined {
    return undefined;
  }

  tail(): Stretch | undefined {
    return tailOf(this.place.recent, this.source.messages);
  }

  async load(): Promise<void> {
    const { recent } = this.place;
    await loadList(recent);
    // All that the first page brought has been deleted since.
    while (recent.ids.length === 0 && recent.hasMore) await loadMore(recent);
  }

  /** The moment's own millisecond comes once more, lest it hide others. */
  async before(moment: Moment): Promise<Moment | undefined> {
    const span = { count: pageSize, latest: isoTime(moment.at) };
    const seen: Message[] = [];
    for (let asked = 0; asked < mostRequests; asked++) {
      const page = await this.history({ ...span, ...this.beyond(seen) });
      const older = page.messages.filter((message) => compareMoments(momentOf(message), moment) < 0);
      if (page.size < leastPage) return undefined;
      const low = wholeFrom(older);
      if (older.some((message) => message.sentAt >= low.at)) return low;
      seen.push(...page.messages);
    }
    return undefined;
  }

  /**
   * The server answers the newest of a span first: of one that holds too much, what follows the moment is far down,
   * and a shorter one is tried.
   */
  async after(moment: Moment): Promise<Moment | undefined> {
    const length = new SpanLength(this.likelyLength(moment));
    for (let asked = 0; asked < mostRequests; asked++) {
      const end = this.endAfter(moment.at + length.value, length.isFree);
      const { messages, isWhole } = await this.span(moment.at, end.at, length.isShortest ? mostRequests : 2);
      const last = newestOf(messages);
      if (!isWhole) length.heldTooMuch(oldestAt(messages) - moment.at);
      else if (end.isPresent) return undefined;
      else if (last && last.at > moment.at) return last;
      else {
        const first = await this.firstAfter(moment.at);
        if (first === undefined) return undefined;
        length.holdsFrom(first - moment.at);
      }
    }
    return undefined;
  }

  async find(id: MessageId): Promise<Message | undefined> {
    const found = await findMessage(this.source, id);
    return found?.room === this.place.room && this.holds(found) ? found : undefined;
  }

  /** As the messages before it are spaced. */
  private likelyLength(moment: Moment): number {
    const { messages } = this.source;
    const known = messages.ofRoom(this.place.room).filter((message) => message.sentAt <= moment.at);
    const near = known.slice(0, pageSize);
    const oldest = near.at(-1);
    if (!oldest || near.length < 2) return day;
    return Math.max(1000, Math.ceil(((moment.at - oldest.sentAt) / near.length) * wanted));
  }

  /** What is known up to the present need not be asked for. */
  private endAfter(at: number, isFree: boolean): End {
    const tail = this.tail();
    if (tail?.low && tail.low.at <= at) return { at: tail.low.at, isPresent: true };
    return isFree && at >= this.clock.now() ? { at: undefined, isPresent: true } : { at, isPresent: false };
  }

  /** When something was said again, of what is not known up to the present anyway. */
  private async firstAfter(at: number): Promise<number | undefined> {
    const tail = this.tail()?.low;
    const latest = tail && { latest: isoTime(tail.at) };
    const span = { count: 1, oldest: isoTime(at), ...latest, inclusive: false, unreads: true };
    const { messages, firstUnread } = await this.history(span);
    return firstUnread?.sentAt ?? messages[0]?.sentAt;
  }

  /** What was said from one time to another, if so many pages can hold it. */
  private async span(from: number, to: number | undefined, mostPages: number): Promise<Spanned> {
    const span = {
      count: largePage,
      oldest: isoTime(from),
      ...(to !== undefined && { latest: isoTime(to) }),
    };
    const messages: Message[] = [];
    for (let pages = 0; pages < mostPages; pages++) {
      const page = await this.history({ ...span, ...this.beyond(messages) });
      messages.push(...page.messages);
      if (reachesBack(page, from)) return { messages, isWhole: true };
    }
    return { messages, isWhole: false };
  }

  /** What was deleted meanwhile does not count: the others have moved up. */
  private beyond(seen: readonly Message[]): Pick<Span, 'offset'> {
    const ids = new Set(seen.map(({ id }) => id).filter((id) => this.source.messages.get(id)));
    return ids.size > 0 ? { offset: ids.size } : {};
  }

  private async history(span: Span): Promise<HistoryPage> {
    const { client, loaded, receive, signal } = this.source;
    const { room } = this.place;
    const asking = loaded.ask(room);
    const ask = historyOf(client, this.source.room(room)?.type);
    const query = { roomId: room, showThreadMessages: false, inclusive: true, ...span };
    const { messages: wires, firstUnread } = await ask(query, { signal });
    const messages = receive(wires);
    const [first] = firstUnread ? receive([firstUnread]) : [];
    loaded.add(room, asking);
    return { messages, size: records(wires).length, firstUnread: first };
  }
}

type End =
  | { readonly isPresent: true; readonly at: number | undefined }
  | { readonly isPresent: false; readonly at: number };

interface Spanned {
  readonly messages: readonly Message[];
  readonly isWhole: boolean;
}

interface HistoryPage {
  readonly messages: readonly Message[];
  /** With those that are hidden or cannot be read. */
  readonly size: number;
  /** The oldest of the span, if it was asked for and is not among the messages. */
  readonly firstUnread?: Message;
}

function reachesBack({ messages, size }: HistoryPage, at: number): boolean {
  if (size < leastPage) return true;
  // A full page may end amid those of one millisecond.
  return size < largePage && messages.some(({ sentAt }) => sentAt <= at);
}

function oldestAt(messages: readonly Message[]): number {
  return Math.min(...messages.map(({ sentAt }) => sentAt));
}

function newestOf(messages: readonly Message[]): Moment | undefined {
  return messages.map(momentOf).sort(compareMoments).at(-1);
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
