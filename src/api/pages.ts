import type { Paging } from './endpoint';
import { ApiError } from './errors';
import type { WirePage } from './wire';

/** What came with one request. */
export interface Page<Item> {
  /** Those not given before. */
  readonly items: readonly Item[];
  /** How many the whole list has, as the server says now. */
  readonly total: number;
  readonly hasMore: boolean;
}

interface Identified {
  readonly _id: string;
}

/** A paged reply whose list is under `Key`. */
type Listing<Key extends string, Item> = WirePage & Readonly<Record<Key, readonly Item[]>>;

/**
 * Every item of a list once, its pages asked for as they are needed. A signal, or any other option, goes along
 * with each page if the call is wrapped:
 *
 *     const list = (args: SortedPaging) => client.im.list(args, { signal });
 *     for await (const room of items(list, { count: 100 }, 'ims')) show(room);
 *
 * @param call a paged method of the client: `client.im.list`
 * @param args its arguments; `offset` is where reading begins, `count` the size of a page
 * @param key the list's name in the reply
 * @returns the items in the list's order; whoever stops reading asks for no further page
 * @throws as the call; `protocol`: the reply has no such list
 * @see `pages`, for how lists that move are read
 */
export async function* items<const Args extends object, Key extends string, Item extends Identified>(
  call: (args: Args & Paging) => Promise<Listing<Key, Item>>,
  args: Args & Paging,
  key: Key,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages(call, args, key)) yield* page.items;
}

/**
 * A list page by page, a request for each; nothing is given twice. Lists move while they are read, so a page
 * begins with the last item of the one before; where it does not, reading goes back. What is missing at the
 * end has moved to where reading had been, and the list is read again. Only one that moves there while
 * another, given already, goes from the list may be missed: the pages show nothing of it.
 *
 *     const list = (args: SortedPaging) => client.im.list(args, { signal });
 *     for await (const { items, total } of pages(list, {}, 'ims')) show(items, total);
 *
 * @param call a paged method of the client: `client.im.list`
 * @param args its arguments; `offset` is where reading begins, `count` the size of a page
 * @param key the list's name in the reply
 * @returns at least one page, the first even if it is empty
 * @throws as the call; `protocol`: the reply has no such list
 */
export async function* pages<const Args extends object, Key extends string, Item extends Identified>(
  call: (args: Args & Paging) => Promise<Listing<Key, Item>>,
  args: Args & Paging,
  key: Key,
): AsyncGenerator<Page<Item>, void, undefined> {
  const seen = new Set<string>();
  const course = new Course(args);
  for (let isFirst = true; ; isFirst = false) {
    const { offset, count } = course;
    const reply = await call({ ...args, offset, count });
    const came = listIn(reply, key);
    if (course.hasMoved(came, reply.total)) {
      course.goBack(reply.total);
      continue;
    }
    const fresh = came.filter(({ _id }) => !seen.has(_id) && seen.add(_id));
    const hasMore = course.goOn({ came, fresh: fresh.length, seen: seen.size, total: reply.total });
    if (fresh.length > 0 || isFirst) yield { items: fresh, total: reply.total, hasMore };
    if (!hasMore) return;
  }
}

/** What answers success without a list is no Rocket.Chat. */
function listIn<Key extends string, Item>(reply: Listing<Key, Item>, key: Key): readonly Item[] {
  const came: unknown = reply[key];
  if (Array.isArray(came)) return reply[key];
  throw new ApiError(`The answer has no list of ${key}.`, { kind: 'protocol' }, { route: `list of ${key}` });
}

/** A page that was taken, in numbers. */
interface Taken {
  readonly came: readonly Identified[];
  readonly fresh: number;
  /** Of the whole list so far. */
  readonly seen: number;
  readonly total: number;
}

/** Which page is asked for next. */
class Course {
  private readonly start: number;
  private readonly size: number;
  /** What this reading of the list has met. */
  private readonly met = new Set<string>();
  private readings = 1;
  private found = 0;
  private overlap = 0;
  private missed = 0;
  private patience = 10;
  private total = 0;

  offset: number;

  constructor({ offset = 0, count = usualCount }: Paging) {
    this.start = offset;
    this.offset = offset;
    this.size = count;
  }

  get count(): number {
    return Math.min(this.size + this.overlap, mostCount);
  }

  /** A list in no order at all would never hold still: after a while its pages are taken as they come. */
  hasMoved(came: readonly Identified[], total: number): boolean {
    if (this.offset === this.start || this.patience === 0) return false;
    // Where items come one by one, none is left to compare: only a shorter list is seen to have moved.
    if (this.overlap === 0) return total < this.total;
    const first = came[0];
    return first ? !this.met.has(first._id) : total <= this.offset;
  }

  /** By a page, and if that was not enough, or cannot be seen to be, to the start. */
  goBack(total: number): void {
    this.patience -= 1;
    this.missed += 1;
    this.total = total;
    const before = Math.min(this.offset, total) - this.size;
    const isFar = this.missed > 1 || this.overlap === 0;
    this.offset = isFar ? this.start : Math.max(this.start, before);
  }

  /** To the next page, or once more to the first; false at the end. */
  goOn({ came, fresh, seen, total }: Taken): boolean {
    this.found += fresh;
    this.total = total;
    const isComplete = seen >= total - this.start;
    if (this.readings > 1 && isComplete) return false;
    if (came.length > 0 && this.offset + came.length < total) this.turn(came);
    else if (isComplete || !this.mayReadAgain()) return false;
    else this.readAgain();
    return true;
  }

  private turn(came: readonly Identified[]): void {
    for (const { _id } of came) this.met.add(_id);
    this.missed = 0;
    // A page of one is followed by a page of two, unless the server gives no more than one.
    this.overlap = came.length > 1 || this.count === 1 ? 1 : 0;
    this.offset += came.length - this.overlap;
  }

  /** Not where a second reading brought nothing: then it is the total that is wrong. */
  private mayReadAgain(): boolean {
    const isWorthIt = this.offset > this.start ? this.found > 0 : this.readings === 1;
    return isWorthIt && this.patience > 0;
  }

  private readAgain(): void {
    this.patience -= 1;
    this.readings += 1;
    this.found = 0;
    this.overlap = 0;
    this.offset = this.start;
    this.met.clear();
  }
}

/** The server's own default, said so that it cannot differ. */
const usualCount = 50;
/** More is cut silently. */
const mostCount = 100;
