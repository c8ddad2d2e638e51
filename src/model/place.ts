import { messageId, type MessageId } from './message';
import { isRecord, optionalText } from './parse';
import { roomId, type RoomId } from './room';

/** Where messages are read and written: a room, or a thread in it by its first message. */
export interface Place {
  readonly room: RoomId;
  readonly thread?: MessageId;
}

export function samePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.room === other?.room && one?.thread === other?.thread;
}

/** Of what was kept, or came from a page; undefined where it is no place. */
export function placeFrom(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const [room, thread] = [optionalText(value['room']), optionalText(value['thread'])];
  if (room === undefined) return undefined;
  return { room: roomId(room), ...(thread !== undefined && { thread: messageId(thread) }) };
}
