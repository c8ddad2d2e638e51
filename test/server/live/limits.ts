import type { Environment } from '../environment';
import { meteorError } from '../failures';
import { isLimited } from '../http/limits';
import type { Limit, RateLimiter } from '../http/rateLimiter';
import type { User } from '../world/documents';
import type { World } from '../world/world';

export interface LimitParts {
  readonly limiter: RateLimiter;
  readonly environment: Environment;
}

/** Something that a client wants of the server. */
export interface Wish {
  readonly world: World;
  readonly kind: 'method' | 'subscription';
  readonly name: string;
  readonly user: User | undefined;
  readonly address: string;
  readonly connection: string;
}

const general = {
  address: { calls: 120_000, ms: 60_000 },
  user: { calls: 1200, ms: 60_000 },
  connection: { calls: 600, ms: 60_000 },
};

const perMethod = { user: { calls: 20, ms: 10_000 }, connection: { calls: 10, ms: 10_000 } };

/** Methods with a limit of their own, for each person. */
const own = new Map<string, Limit>([
  ['sendMessage', { calls: 5, ms: 1000 }],
  ['followMessage', { calls: 5, ms: 5000 }],
  ['createDirectMessage', { calls: 10, ms: 60_000 }],
]);

/** Counts the wish against every limit that concerns it, and refuses the one too many. */
export function countWish({ limiter, environment }: LimitParts, wish: Wish): void {
  if (!isLimited(wish.world, environment)) return;
  for (const { bucket, key, limit } of limitsOf(wish)) {
    const { allowed, secondsToReset } = limiter.take(`ddp ${bucket}`, key, limit);
    if (!allowed) throw tooMany(secondsToReset);
  }
}

interface Counted {
  readonly bucket: string;
  readonly key: string;
  readonly limit: Limit;
}

function limitsOf(wish: Wish): Counted[] {
  const { user, address, connection } = wish;
  return [
    { bucket: 'address', key: address, limit: general.address },
    { bucket: 'connection', key: connection, limit: general.connection },
    ...(user ? [{ bucket: 'user', key: user._id, limit: general.user }] : []),
    ...(wish.kind === 'method' ? limitsOfMethod(wish) : []),
  ];
}

/** What is written to a stream, as typing is, counts with the rest alone. */
function limitsOfMethod({ world, name, user, connection }: Wish): Counted[] {
  if (name.startsWith('stream-')) return [];
  const special = own.get(name);
  if (special)
    return user && !isFree(world, user, name) ? [{ bucket: name, key: user._id, limit: special }] : [];
  return [
    { bucket: `${name} of a connection`, key: connection, limit: perMethod.connection },
    ...(user ? [{ bucket: `${name} of a user`, key: user._id, limit: perMethod.user }] : []),
  ];
}

function isFree(world: World, user: User, name: string): boolean {
  return name === 'sendMessage' && world.hasPermission(user, 'send-many-messages');
}

function tooMany(seconds: number) {
  const wait = `You must wait ${seconds} seconds before trying again.`;
  const reason = `Error, too many requests. Please slow down. ${wait}`;
  return meteorError('too-many-requests', reason, { timeToReset: seconds * 1000 });
}
