import { meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Message } from '../../world/documents';
import { messagesFor } from '../../world/views';
import { sorted } from '../lists';
import { mayAccess } from './messageAccess';
import { dateOf, neededText, textOf } from '../parameters';
import { closed, optionalNumber, optionalText, text } from '../schemas';

type Kind = 'UPDATED' | 'DELETED';
/** An item of a page, and the time that a cursor to it tells. */
type Entry = readonly [time: string, message: Message];

const usualCount = 20;

const keys = {
  roomId: text,
  lastUpdate: optionalText,
  count: optionalNumber,
  next: optionalText,
  previous: optionalText,
  type: { type: 'string', enum: ['UPDATED', 'DELETED'] },
};
const name = 'chat.syncMessages';
const handle = syncMessages;

export const messageSyncRoutes: readonly Route[] = [
  { verb: 'GET', name, auth: 'required', until: '8.8', query: closed(keys, ['roomId']), handle },
  {
    verb: 'GET',
    name,
    auth: 'required',
    since: '8.8',
    query: closed({ ...keys, fromTs: optionalText }, ['roomId']),
    handle,
  },
];

/** Everything since a moment at once, or one kind of change page by page. */
function syncMessages(call: Call): JsonObject {
  const { world, user, query } = call;
  const since = sinceIn(query);
  if (!mayAccess(world, user, neededText(query, 'roomId'))) {
    throw meteorError('error-not-allowed', 'Not allowed', { method: 'messages/get' });
  }
  refuseMixtures(query);
  if (since !== undefined) return { result: changesSince(call, since) };
  if (!textOf(query, 'next') && !textOf(query, 'previous')) return { result: { updated: [], deleted: [] } };
  return { result: pageOfChanges(call) };
}

function sinceIn(query: JsonObject): string | undefined {
  const lastUpdate = textOf(query, 'lastUpdate');
  if (!lastUpdate && !textOf(query, 'type')) {
    throw meteorError('error-param-required', 'The "type" or "lastUpdate" parameters must be provided');
  }
  if (!lastUpdate) return undefined;
  const since = dateOf(lastUpdate);
  if (since !== undefined) return since;
  const reason = 'The "lastUpdate" query parameter must be a valid date';
  throw meteorError('error-lastUpdate-param-invalid', reason);
}

function refuseMixtures(query: JsonObject): void {
  const [next, previous] = [textOf(query, 'next'), textOf(query, 'previous')];
  if (!next && !previous) return;
  if (!textOf(query, 'type')) {
    const reason = 'The "type" parameter is required when using the "next" or "previous" parameters';
    throw meteorError('error-type-param-required', reason);
  }
  if (next && previous) {
    const reason = 'You cannot provide both "next" and "previous" parameters';
    throw meteorError('error-cursor-conflict', reason);
  }
  if (textOf(query, 'lastUpdate')) {
    const reason = 'The attributes "next", "previous" and "lastUpdate" cannot be used together';
    throw meteorError('error-cursor-and-lastUpdate-conflict', reason);
  }
}

/** Newest messages first, whenever they changed. */
function changesSince(call: Call, since: string): JsonObject {
  const { world, user, query } = call;
  const rid = neededText(query, 'roomId');
  const updated = [...world.messages.changedAfter(rid, since)].filter(isWanted(query, 'UPDATED'));
  const deleted = [...world.messages.deletedAfter(rid, since)].filter(isWanted(query, 'DELETED'));
  return {
    updated: messagesFor(world, user, sorted(updated, { ts: -1 })),
    deleted: sorted(deleted, { ts: -1 }).map(({ _id, _deletedAt }) => ({ _id, _deletedAt })),
  };
}

function pageOfChanges(call: Call): JsonObject {
  const { world, user, query } = call;
  const kind: Kind = query['type'] === 'DELETED' ? 'DELETED' : 'UPDATED';
  const count = typeof query['count'] === 'number' && query['count'] > 0 ? query['count'] : usualCount;
  const entries = firstOf(entriesOf(call, kind), count + 1);
  const shown = entries.slice(0, count);
  const messages = shown.map(([, message]) => message);
  return {
    updated: kind === 'UPDATED' ? messagesFor(world, user, messages) : [],
    deleted: kind === 'DELETED' ? shown.map(([_deletedAt, { _id }]) => ({ _id, _deletedAt })) : [],
    cursor: cursorsOf(entries, shown, textOf(query, 'next') ? 'next' : 'previous'),
  };
}

/** In the direction of the cursor, away from it. */
function* entriesOf(call: Call, kind: Kind): Generator<Entry> {
  const wants = isWanted(call.query, kind);
  for (const message of changesFrom(call, kind)) {
    if (wants(message))
      yield [kind === 'UPDATED' ? message._updatedAt : String(message['_deletedAt']), message];
  }
}

function changesFrom({ world: { messages }, query }: Call, kind: Kind): Iterable<Message> {
  const rid = neededText(query, 'roomId');
  const next = textOf(query, 'next');
  if (next) {
    const time = timeOf(next);
    return kind === 'UPDATED' ? messages.changedAfter(rid, time) : messages.deletedAfter(rid, time);
  }
  const time = timeOf(neededText(query, 'previous'));
  return kind === 'UPDATED' ? messages.changedBefore(rid, time) : messages.deletedBefore(rid, time);
}

function isWanted(query: JsonObject, kind: Kind): (message: Message) => boolean {
  const from = dateOf(textOf(query, 'fromTs') ?? '') ?? '';
  return (message) => message.ts >= from && (kind === 'DELETED' || message['_hidden'] !== true);
}

function timeOf(cursor: string): string {
  const time = new Date(Number.parseInt(cursor, 10));
  if (Number.isNaN(time.getTime())) throw plainError('Invalid Date');
  return time.toISOString();
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length >= count) break;
    found.push(item);
  }
  return found;
}

/** Onwards there is a cursor only if there is more; backwards there is one to where the page began. */
function cursorsOf(entries: readonly Entry[], shown: readonly Entry[], way: 'next' | 'previous'): JsonObject {
  const onwards = entries.length > shown.length ? shown.at(-1) : undefined;
  const [forward, back] = [cursorTo(onwards), cursorTo(shown[0])];
  return way === 'next' ? { next: forward, previous: back } : { next: back, previous: forward };
}

function cursorTo(entry: Entry | undefined): string | null {
  return entry ? String(Date.parse(entry[0])) : null;
}
