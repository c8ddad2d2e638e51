import type { Place } from '../../protocol/conversation';

/** Where reading stands: a message, and how far its top is below the top of the list, in pixels. */
export interface Anchor {
  readonly message: string;
  readonly offset: number;
}

/** What a page keeps while it is hidden and over a reload. Without an anchor it was at the end. */
export interface SavedState {
  readonly account?: string;
  readonly place: Place;
  readonly anchor?: Anchor;
}

/** As an earlier life of the page left it; a version of long ago may have left anything. */
export function savedState(value: unknown): SavedState | undefined {
  if (!isRecord(value)) return undefined;
  const place = savedPlace(value['place']);
  if (!place) return undefined;
  const anchor = savedAnchor(value['anchor']);
  const account = value['account'];
  return {
    place,
    ...(anchor && { anchor }),
    ...(typeof account === 'string' && { account }),
  };
}

function savedPlace(value: unknown): Place | undefined {
  if (!isRecord(value) || typeof value['room'] !== 'string') return undefined;
  const { room, thread } = value as { room: string; thread?: unknown };
  return typeof thread === 'string' ? { room, thread } : { room };
}

function savedAnchor(value: unknown): Anchor | undefined {
  if (!isRecord(value)) return undefined;
  const { message, offset } = value as { message?: unknown; offset?: unknown };
  return typeof message === 'string' && typeof offset === 'number' ? { message, offset } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
