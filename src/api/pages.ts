import type { Paging } from './endpoint';
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

/** Every item of a list once, its pages asked for as they are needed. */
export async function* items<const Args extends object, Key extends string, Item extends Identified>(
  call: (args: Args & Paging) => Promise<Listing<Key, Item>>,
  args: Args & Paging,
  key: Key,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages(call, args, key)) yield* page.items;
}

/**
 * A list page by page, a request for each. Lists move while they are read, so a page begins with the last item of
 * the one before; where it does not, reading goes back: nothing is left out, nothing given twice.
 */
export async function* pages<const Args extends object, Key extends string, Item extends Identified>(
  call: (args: Args & Paging) => Promise<Listing<Key, Item>>,
  args: Args & Paging,
  key: Key,
): AsyncGenerator<Page<Item>, void, undefined> {
  const seen = new Set<string>();
  const course = new Course(args);
  for (;;) {
    const { offset, count } = course;
    const reply = await call({ ...args, offset, count });
    const came: readonly Item[] = reply[key];
    if (course.hasMoved(came, reply.total, seen)) {
      course.goBack(reply.total);
      continue;
    }
    const fresh = came.filter(({ _id }) => !seen.has(_id) && seen.add(_id));
    const hasMore = came.length > 0 && offset + came.length < reply.total;
    if (fresh.length > 0 || course.isAtStart) yield { items: fresh, total: reply.total, hasMore };
    if (!hasMore) return;
    course.goOn(came.length);
  }
}

/** Which page is asked for next. */
class Course {
  private readonly start: number;
  private readonly size: number;
  private overlap = 0;
  private missed = 0;
  private patience = 10;

  offset: number;

  constructor({ offset = 0, count = usualCount }: Paging) {
    this.start = offset;
    this.offset = offset;
    this.size = count;
  }

  get count(): number {
    return Math.min(this.size + this.overlap, mostCount);
  }

  get isAtStart(): boolean {
    return this.offset === this.start;
  }

  /** A list in no order at all would never hold still: after a while its pages are taken as they come. */
  hasMoved(came: readonly Identified[], total: number, seen: ReadonlySet<string>): boolean {
    if (this.isAtStart || this.overlap === 0 || this.patience === 0) return false;
    const first = came[0];
    return first ? !seen.has(first._id) : total <= this.offset;
  }

  /** By a page, and if that was not enough to the start. */
  goBack(total: number): void {
    this.patience -= 1;
    this.missed += 1;
    const before = Math.min(this.offset, total) - this.size;
    this.offset = this.missed > 1 ? this.start : Math.max(this.start, before);
  }

  goOn(came: number): void {
    this.missed = 0;
    this.overlap = came > 1 ? 1 : 0;
    this.offset += came - this.overlap;
  }
}

/** The server's own default, said so that it cannot differ. */
const usualCount = 50;
/** More is cut silently. */
const mostCount = 100;
