import { pageSize } from './listPages';
import type { Message } from './message';
import type { MessageStore } from './messageStore';
import type { RoomId } from './room';
import type { Course } from './timelineCourse';
import {
  compareMoments,
  isWithin,
  momentOf,
  oldestFirst,
  reachesBackTo,
  withoutOldest,
  type Moment,
  type Stretch,
} from './timelineStretch';

/** How far a step goes; to the very end of the course where that is absent. */
export interface Step {
  readonly to: Moment | undefined;
}

/** What is known of one course, and the steps in it that need no request. */
export class Known {
  constructor(
    private readonly room: RoomId,
    private readonly course: Course,
    private readonly store: MessageStore,
  ) {}

  within(stretch: Stretch): Message[] {
    return this.all().filter((message) => isWithin(message, stretch));
  }

  /** The latest, whether or not there are gaps between them. */
  latest(): Message[] {
    return this.all().slice(-pageSize);
  }

  /** The last page, where it is known. */
  end(): Stretch | undefined {
    const tail = this.course.tail();
    return tail && withoutOldest(tail, this.within(tail), pageSize);
  }

  /** A page back. */
  stepBack(moment: Moment): Step | undefined {
    const tail = this.tailWith(moment);
    if (!tail) return undefined;
    const older = this.within(tail).filter((message) => compareMoments(momentOf(message), moment) < 0);
    const first = older.length > pageSize ? older.at(-pageSize) : undefined;
    if (older.length === 0 && tail.low) return undefined;
    return { to: first ? momentOf(first) : tail.low };
  }

  /** A page on. */
  stepOn(moment: Moment): Step | undefined {
    const tail = this.tailWith(moment);
    if (!tail) return undefined;
    const newer = this.within(tail).filter((message) => compareMoments(momentOf(message), moment) > 0);
    const last = newer.length > pageSize ? newer[pageSize - 1] : undefined;
    return { to: last && momentOf(last) };
  }

  private tailWith(moment: Moment): Stretch | undefined {
    const tail = this.course.tail();
    return tail && reachesBackTo(tail, moment) ? tail : undefined;
  }

  /** The oldest first. */
  private all(): Message[] {
    const known = this.store.ofRoom(this.room).filter((message) => this.course.holds(message));
    return known.sort(oldestFirst);
  }
}
