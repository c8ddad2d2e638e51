import type { User } from './documents';
import type { World } from './world';

export interface Place {
  readonly rid: string;
  readonly tmid?: string;
}

/** Tells one person something that nobody else sees and nobody keeps. */
export function whisper(world: World, user: User, { place, text }: { place: Place; text: string }): void {
  const { rid, tmid } = place;
  world.events.emit('ephemeral', user._id, { rid, msg: text, ...(tmid !== undefined && { tmid }) });
}
