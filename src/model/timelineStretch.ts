import type { Message } from './message';

/** A place in the course of time; what was said in the same millisecond stands in the order of its ids. */
export interface Moment {
  readonly at: number;
  readonly id: string;
}

/** From one moment to another, both included. Where an end is absent there is nothing beyond. */
export interface Stretch {
  readonly low?: Moment;
  readonly high?: Moment;
}

export function momentOf({ sentAt, id }: Message): Moment {
  return { at: sentAt, id };
}

/** From where on a page that goes on before has all: its oldest millisecond may be cut in two. */
export function wholeFrom(page: readonly Message[]): Moment {
  return { at: Math.min(...page.map(({ sentAt }) => sentAt)) + 1, id: '' };
}

export function compareMoments(one: Moment, other: Moment): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

export function oldestFirst(one: Message, other: Message): number {
  return compareMoments(momentOf(one), momentOf(other));
}

export function isWithin(message: Message, { low, high }: Stretch): boolean {
  const moment = momentOf(message);
  if (low && compareMoments(moment, low) < 0) return false;
  return !high || compareMoments(moment, high) <= 0;
}

/** Whether a stretch without an upper end covers the moment. */
export function reachesBackTo({ low }: Stretch, moment: Moment): boolean {
  return !low || compareMoments(low, moment) <= 0;
}

/** Without those beyond the limit at its newer end. */
export function withoutNewest(stretch: Stretch, held: readonly Message[], limit: number): Stretch {
  const last = held.length > limit ? held[limit - 1] : undefined;
  return last ? { low: stretch.low, high: momentOf(last) } : stretch;
}

/** Without those beyond the limit at its older end. */
export function withoutOldest(stretch: Stretch, held: readonly Message[], limit: number): Stretch {
  const first = held.length > limit ? held[held.length - limit] : undefined;
  return first ? { low: momentOf(first), high: stretch.high } : stretch;
}

/** At most `limit` of those held, with one of them amid. */
export function centredOn({ id }: Message, held: readonly Message[], limit: number): Stretch {
  const place = held.findIndex((message) => message.id === id);
  const from = Math.min(Math.max(0, place - Math.floor(limit / 2)), held.length - limit);
  const [first, last] = [held[from], held[from + limit - 1]];
  return { low: first && momentOf(first), high: last && momentOf(last) };
}

export function sameMessages(some: readonly Message[], others: readonly Message[]): boolean {
  return some.length === others.length && some.every((message, at) => message === others[at]);
}
