import { Rejection } from '../failures';
import type { User } from './documents';
import type { World } from './world';

interface Place {
  readonly rid: string;
  readonly tmid?: string;
}

/** Tells one person something that nobody else sees and nobody keeps. */
export function whisper(world: World, user: User, { place, text }: { place: Place; text: string }): void {
  const { rid, tmid } = place;
  world.events.emit('ephemeral', user._id, { rid, msg: text, ...(tmid !== undefined && { tmid }) });
}

/** By the codes of refusals; what is no code is told as it is. */
const reasons: Readonly<Record<string, string>> = {
  'error-invalid-room': 'Invalid room',
  'error-not-allowed': 'Not allowed',
  room_is_archived: 'This room is archived',
  room_is_blocked: 'This room is blocked',
  You_have_been_muted: 'You have been muted and cannot speak in this room',
};

interface Listener {
  readonly world: World;
  readonly user: User;
  readonly rid: string;
}

/** Lets it happen. Why it was refused is thrown on, and told to the person in the room as well. */
export function whisperingRefusal<T>({ world, user, rid }: Listener, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Rejection) whisper(world, user, { place: { rid }, text: reasonIn(error) });
    throw error;
  }
}

function reasonIn({ body: { error, errorType, details } }: Rejection): string {
  const code = String(errorType ?? error);
  if (code === 'error-action-not-allowed') return `${actionIn(details)} is not allowed`;
  return reasons[code] ?? code;
}

function actionIn(details: unknown): string {
  const isNamed = typeof details === 'object' && details !== null && 'action' in details;
  return isNamed ? String(details.action) : '';
}
