import type { FailureKind } from '../api/errors';
import type { SignedOut } from '../model/account';
import type { PostingObstacle } from '../model/posting';

/** What decides how a page stands, none of it in words. */
export interface PlaceFacts {
  /** Why there is no session; `restoring` while it is being brought back. */
  readonly signedOut?: SignedOut | 'restoring';
  /** It belongs to an account that is not in use. */
  readonly isElsewhere?: boolean;
  readonly hasPlace: boolean;
  /** Of the room itself: absent while it is being asked for. */
  readonly room?: RoomFacts;
  /** Why the room is not known. */
  readonly roomFailed?: FailureKind;
  readonly messages: MessagesFacts;
  readonly isOffline: boolean;
}

export interface RoomFacts {
  readonly isJoined: boolean;
  readonly isPublic: boolean;
  readonly obstacle?: PostingObstacle;
}

export interface MessagesFacts {
  readonly count: number;
  readonly isLoading: boolean;
  /** Why the last load failed. */
  readonly failed?: FailureKind;
  /** A call waits for the server's limit. */
  readonly isWaiting: boolean;
}

export type FaceKind =
  | SignedOut
  | 'restoring'
  | 'elsewhere'
  | 'noRoom'
  | 'loading'
  | 'waiting'
  | 'offline'
  | 'gone'
  | 'forbidden'
  | 'join'
  | 'failed';

export type NoticeKind = 'offline' | 'waiting' | 'failed';

export type BoxKind = 'open' | 'none' | PostingObstacle;

export interface PlaceState {
  /** Stands where messages would. */
  readonly face?: FaceKind;
  readonly notice?: NoticeKind;
  readonly box: BoxKind;
}

/** How a page stands: which face it has, what is said above its box, and whether one can write. */
export function placeState(facts: PlaceFacts): PlaceState {
  const face = faceOf(facts);
  if (face !== undefined) return { face, box: boxBeside(face, facts) };
  return { notice: noticeOf(facts), box: facts.room?.obstacle ?? 'open' };
}

function faceOf(facts: PlaceFacts): FaceKind | undefined {
  const { signedOut, isElsewhere, hasPlace, room, roomFailed } = facts;
  if (signedOut !== undefined) return signedOut;
  if (isElsewhere) return 'elsewhere';
  if (!hasPlace) return 'noRoom';
  if (!room) return roomFailed === undefined ? awaited(facts) : lostFace(roomFailed);
  return facts.messages.count > 0 ? undefined : emptyFace(facts, room);
}

/** There is no message to show: there is none, or none yet. */
function emptyFace(facts: PlaceFacts, room: RoomFacts): FaceKind | undefined {
  const { isLoading, failed } = facts.messages;
  if (isLoading) return awaited(facts);
  if (failed === undefined) return undefined;
  // Who may not look inside before joining may still join.
  const isClosed = failed === 'forbidden' || failed === 'notFound' || failed === 'refused';
  return isClosed && room.isPublic && !room.isJoined ? 'join' : failedFace(failed);
}

function awaited({ messages, isOffline }: PlaceFacts): FaceKind {
  if (messages.isWaiting) return 'waiting';
  return isOffline ? 'offline' : 'loading';
}

/** Nobody knows its name; and a room that one may not know of is answered like one that is not there. */
function lostFace(kind: FailureKind): FaceKind {
  return kind === 'refused' || kind === 'forbidden' ? 'gone' : failedFace(kind);
}

function failedFace(kind: FailureKind): FaceKind {
  return failedFaces.get(kind) ?? 'failed';
}

const failedFaces: ReadonlyMap<FailureKind, FaceKind> = new Map([
  ['offline', 'offline'],
  ['timeout', 'offline'],
  ['forbidden', 'forbidden'],
  ['notFound', 'gone'],
  ['invalid', 'gone'],
  ['rateLimited', 'waiting'],
] as const);

function noticeOf({ messages, isOffline }: PlaceFacts): NoticeKind | undefined {
  if (messages.isWaiting) return 'waiting';
  if (isOffline || messages.failed === 'offline') return 'offline';
  return messages.failed === undefined ? undefined : 'failed';
}

/** What is written while the messages are on their way is sent in time; nothing else has a box without messages. */
function boxBeside(face: FaceKind, { room }: PlaceFacts): BoxKind {
  const isOnItsWay = face === 'loading' || face === 'waiting' || face === 'offline';
  return isOnItsWay && room?.isJoined === true ? (room.obstacle ?? 'open') : 'none';
}
