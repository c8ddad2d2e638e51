import type { Clock } from '../base/clock';
import { leastPage, pageSize } from './listPages';
import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import { historyOf, type ListSource } from './messageLists';
import { records } from './parse';
import type { RoomId } from './room';
import { loadList, loadMore, tailOf, type Course } from './timelineCourse';
import {
  compareMoments,
  endOf,
  momentOf,
  oldestFirst,
  startOf,
  type Moment,
  type Stretch,
} from './timelineStretch';
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
    const { messages } = this.source;
    const { recent } = this.place;
    return tailOf(recent, recent.ids.flatMap((id) => messages.get(id) ?? []).sort(oldestFirst));
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
    let offset = 0;
    for (let asked = 0; asked < mostRequests; asked++) {
      const page = await this.history({ ...span, ...(offset > 0 && { offset }) });
      const older = page.messages.filter((message) => compareMoments(momentOf(message), moment) < 0);
      if (page.size < leastPage) return undefined;
      if (older.length > 0) return startOf(Math.min(...older.map(({ sentAt }) => sentAt)));
      offset += page.size;
    }
    return undefined;
  }

  /**
   * The server answers the newest of a span first: one that holds more than an answer does not reach back to the
   * moment, and a shorter one is tried.
   */
  async after(moment: Moment): Promise<Moment | undefined> {
    let length = this.likelyLength(moment);
    let offset = 0;
    for (let asked = 0; asked < mostRequests; asked++) {
      const end = this.endAfter(moment.at + length);
      const page = await this.history({ ...spanOf(moment.at, end.at), ...(offset > 0 && { offset }) });
      if (reachesBack(page, moment.at)) {
        if (end.isPresent) return undefined;
        if (page.messages.some(({ sentAt }) => sentAt > moment.at)) return endOf(end.at);
        length *= 8;
      } else {
        const shorter = Math.floor((oldestIn(page, moment.at) - moment.at) / 2);
        // Within one millisecond there is nothing to halve.
        offset = shorter < 1 ? offset + page.size : 0;
        length = Math.max(1, shorter);
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
  private endAfter(at: number): End {
    const tail = this.tail();
    if (tail?.low && tail.low.at <= at) return { at: tail.low.at, isPresent: true };
    return at >= this.clock.now() ? { at: undefined, isPresent: true } : { at, isPresent: false };
  }

  private async history(span: Span): Promise<HistoryPage> {
    const { client, loaded, receive, signal } = this.source;
    const { room } = this.place;
    const asking = loaded.ask(room);
    const ask = historyOf(client, this.source.room(room)?.type);
    const query = { roomId: room, showThreadMessages: false, inclusive: true, ...span };
    const { messages: wires } = await ask(query, { signal });
    const messages = receive(wires);
    loaded.add(room, asking);
    return { messages, size: records(wires).length };
  }
}

type End =
  | { readonly isPresent: true; readonly at: number | undefined }
  | { readonly isPresent: false; readonly at: number };

interface HistoryPage {
  readonly messages: readonly Message[];
  /** With those that are hidden or cannot be read. */
  readonly size: number;
}

function spanOf(from: number, to: number | undefined): Span {
  return { count: largePage, oldest: isoTime(from), ...(to !== undefined && { latest: isoTime(to) }) };
}

function reachesBack({ messages, size }: HistoryPage, at: number): boolean {
  return size < leastPage || messages.some(({ sentAt }) => sentAt <= at);
}

function oldestIn({ messages }: HistoryPage, otherwise: number): number {
  return messages.length > 0 ? Math.min(...messages.map(({ sentAt }) => sentAt)) : otherwise;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
