import { forbidden, meteorError } from '../failures';
import type { Call, JsonObject } from '../route';
import { canRead } from '../world/access';
import type { Message, Room } from '../world/documents';
import { hiddenTypes } from '../world/systemTypes';
import { messagesFor } from '../world/views';
import type { World } from '../world/world';
import { dateOf, isTrue, textOf } from './parameters';
import { flagText, optionalText, paging } from './schemas';

interface Window {
  readonly offset: number;
  readonly count: number;
  readonly withReplies: boolean;
}

/** Who asks, and for what: over REST or by the method of old. */
type Asking = Pick<Call, 'world' | 'user' | 'query'>;

interface Span {
  readonly latest: string;
  readonly oldest: string | undefined;
  readonly inclusive: boolean;
}

/** After every date that ISO 8601 can write with four digits. */
const endOfTime = '\uffff';

const someDate = { ...optionalText, minLength: 1 };

export const historyKeys = {
  latest: someDate,
  oldest: someDate,
  inclusive: flagText,
  unreads: flagText,
  showThreadMessages: flagText,
  ...paging,
};

/** The three `*.history` calls, which differ in how they find the room and in their defaults. */
export function history(call: Asking, room: Room, window: Window): JsonObject {
  const { world, user, query } = call;
  if (!canRead(world, user, room)) throw forbidden();
  const span = spanOf(query);
  const isVisible = visibility(world, room, window);
  const messages = page(within(world, room, span), isVisible, window);
  const unread = isTrue(query, 'unreads') ? unreadBefore(call, room, { span, isVisible, messages }) : {};
  return { messages: messagesFor(world, user, messages), ...unread };
}

function spanOf(query: JsonObject): Span {
  return {
    latest: date(textOf(query, 'latest')) ?? endOfTime,
    oldest: date(textOf(query, 'oldest')),
    inclusive: isTrue(query, 'inclusive'),
  };
}

function date(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const found = dateOf(value);
  if (found !== undefined) return found;
  throw meteorError('error-invalid-date', 'Invalid date', { method: 'getChannelHistory' });
}

/** Newest first. */
function* within(world: World, room: Room, { latest, oldest, inclusive }: Span): Generator<Message> {
  const { messages } = world;
  const found = inclusive ? messages.upTo(room._id, latest) : messages.before(room._id, latest);
  for (const message of found) {
    if (oldest !== undefined && (message.ts < oldest || (!inclusive && message.ts === oldest))) return;
    yield message;
  }
}

function page(
  messages: Iterable<Message>,
  isVisible: (message: Message) => boolean,
  window: Window,
): Message[] {
  const found: Message[] = [];
  let skipped = 0;
  for (const message of messages) {
    if (found.length >= window.count) break;
    if (!isVisible(message)) continue;
    if (skipped < window.offset) skipped++;
    else found.push(message);
  }
  return found;
}

function visibility(world: World, room: Room, { withReplies }: Window): (message: Message) => boolean {
  const hidden = hiddenTypes(room, world.setting('Hide_System_Messages'));
  return (message) => {
    if (message['_hidden'] === true || hidden.has(message.t ?? '')) return false;
    return withReplies || message.tmid === undefined || message.tshow === true;
  };
}

interface Loaded {
  readonly span: Span;
  readonly isVisible: (message: Message) => boolean;
  readonly messages: readonly Message[];
}

/** What lies between `oldest` and the page, told as the server does: only if `oldest` was given. */
function unreadBefore(
  { world, user }: Asking,
  room: Room,
  { span, isVisible, messages }: Loaded,
): JsonObject {
  const first = messages.at(-1);
  if (span.oldest === undefined || first === undefined || first.ts <= span.oldest)
    return { unreadNotLoaded: 0 };
  const gap = { latest: first.ts, oldest: span.oldest, inclusive: false };
  const missed = [...within(world, room, gap)].filter(isVisible);
  const firstUnread = missed.at(-1);
  return {
    unreadNotLoaded: missed.length,
    ...(firstUnread && { firstUnread: messagesFor(world, user, [firstUnread])[0] }),
  };
}
