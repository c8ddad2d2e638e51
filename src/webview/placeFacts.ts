import type { MessagesFacts, PlaceFacts, RoomFacts } from './placeState';
import type { ReadingPage } from './sessionPage';

/** How the place in hand of an account in use stands. */
export function placeFacts(page: ReadingPage): PlaceFacts {
  const { session, place, room } = page;
  return {
    hasPlace: place !== undefined,
    room: roomFacts(session, room),
    roomFailed: room?.error?.failure.kind,
    isOffline: session.live.state.mode === 'offline',
    messages: messagesFacts(page),
  };
}

function messagesFacts({ timeline, waits }: ReadingPage): MessagesFacts {
  const { state = 'idle', messages = [], loading, error } = timeline ?? {};
  // The end that more is asked for says so itself.
  const isSaidThere = loading === 'older' || loading === 'newer';
  return {
    count: messages.length,
    isLoading: state === 'loading' || state === 'idle',
    failed: error?.failure.kind,
    isWaiting: waits.seconds !== undefined && !isSaidThere,
  };
}

function roomFacts({ rights }: ReadingPage['session'], inHand: ReadingPage['room']): RoomFacts | undefined {
  const room = inHand?.room;
  return room && { isJoined: room.isJoined, isPublic: room.type === 'c', obstacle: rights.obstacle(room) };
}
