import type { MessageId } from './message';
import type { RoomId } from './room';

/** Where messages are read and written: a room, or a thread in it by its first message. */
export interface Place {
  readonly room: RoomId;
  readonly thread?: MessageId;
}

export function samePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.room === other?.room && one?.thread === other?.thread;
}
