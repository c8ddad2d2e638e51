import { isObject, type JsonObject } from '../json';
import { restValueIn } from './restValue';

/** What the server says, as far as we listen to it. */
export type Frame = OwnFrame | Result | Answers | Refusal | StreamEvent;

/** About the connection itself. */
export type OwnFrame =
  | { readonly msg: 'connected' }
  | { readonly msg: 'failed' }
  | { readonly msg: 'ping' | 'pong'; readonly id: string | undefined };

/** What a method has answered: its result, or its error. */
export interface Result {
  readonly msg: 'result';
  readonly id: string;
  readonly result: unknown;
  readonly error: unknown;
}

/** Subscriptions that were granted. */
interface Answers {
  readonly msg: 'ready';
  readonly subs: readonly unknown[];
}

/** A subscription that was refused, or has ended. */
export interface Refusal {
  readonly msg: 'nosub';
  readonly id: string;
  readonly error: unknown;
}

export interface StreamEvent {
  readonly msg: 'changed';
  readonly collection: string;
  readonly event: string;
  readonly args: readonly unknown[];
}

/**
 * Reads what came by the socket. Times are texts as in REST. `foreign` is what is none of our business, `malformed`
 * what cannot be of a Rocket.Chat server. Never throws.
 */
export function frameIn(data: unknown): Frame | 'foreign' | 'malformed' {
  const value = typeof data === 'string' ? valueIn(data) : undefined;
  if (!isObject(value)) return 'malformed';
  const { msg } = value;
  // As `{"server_id":"0"}`, with which old servers begin.
  if (msg === undefined) return 'foreign';
  if (msg === 'changed') return eventIn(value);
  if (typeof msg !== 'string') return 'malformed';
  const reader = readers.get(msg);
  return reader ? (reader(value) ?? 'malformed') : 'foreign';
}

function valueIn(text: string): unknown {
  try {
    return restValueIn(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Changes of other collections than streams have no event. */
function eventIn({ collection, fields }: JsonObject): Frame | 'foreign' | 'malformed' {
  if (typeof collection !== 'string' || (fields !== undefined && !isObject(fields))) return 'malformed';
  const { eventName: event, args } = fields ?? {};
  if (event === undefined) return 'foreign';
  if (typeof event !== 'string' || !Array.isArray(args)) return 'malformed';
  return { msg: 'changed', collection, event, args };
}

const readers = new Map<string, (value: JsonObject) => Frame | undefined>([
  ['connected', () => ({ msg: 'connected' })],
  ['failed', () => ({ msg: 'failed' })],
  ['ping', ({ id }) => ({ msg: 'ping', id: textOf(id) })],
  ['pong', ({ id }) => ({ msg: 'pong', id: textOf(id) })],
  ['ready', ({ subs }) => (Array.isArray(subs) ? { msg: 'ready', subs } : undefined)],
  ['nosub', ({ id, error }) => (typeof id === 'string' ? { msg: 'nosub', id, error } : undefined)],
  [
    'result',
    ({ id, result, error }) => (typeof id === 'string' ? { msg: 'result', id, result, error } : undefined),
  ],
]);

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
