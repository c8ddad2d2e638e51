import type { WireCleaning } from '../api/realtime/streams';
import type { Message } from './message';
import { isRecord, optionalTime, texts } from './parse';

type Test = (time: number, bound: number) => boolean;

const bounds: Readonly<Record<string, Test>> = {
  $gt: (time, bound) => time > bound,
  $gte: (time, bound) => time >= bound,
  $lt: (time, bound) => time < bound,
  $lte: (time, bound) => time <= bound,
};

/** Which messages of its room a pruning meets, told by ids or, for all others, by what they have in common. */
export function meets({
  ids,
  ts,
  users,
  excludePinned,
  ignoreDiscussion,
}: WireCleaning): (message: Message) => boolean {
  const named = new Set(texts(ids));
  const authors = new Set(texts(users));
  const isWithin = timeTest(ts);
  return (message) =>
    (Array.isArray(ids) ? named.has(message.id) : isWithin(message.sentAt)) &&
    (authors.size === 0 || authors.has(message.author.username)) &&
    !(excludePinned === true && message.isPinned) &&
    !(ignoreDiscussion === true && message.discussion !== undefined);
}

/** A bound that cannot be read lets nothing through: rather too little is removed than too much. */
function timeTest(ts: unknown): (time: number) => boolean {
  const tests = isRecord(ts) ? Object.entries(ts) : [];
  if (tests.length === 0) return () => false;
  return (time) =>
    tests.every(([name, value]) => {
      const bound = optionalTime(value);
      return bound !== undefined && (bounds[name]?.(time, bound) ?? false);
    });
}
