import assert from 'node:assert/strict';
import { Reading } from '../../src/model/reading';
import { roomId, type Room } from '../../src/model/room';
import { RoomStore } from '../../src/model/roomStore';
import { fakeClient, type Answers } from './fakeClient';
import { FakeClock } from './fakeClock';
import { argsOf } from './fakeSession';
import { room } from './makers/room';

const general = roomId('general');
const yes: Answers = { subscriptions: { read: () => ({}) }, chat: { readThread: () => ({}) } };

/** What a room with news counts, and its unread threads. */
export const unread = { unread: 3, hasUnread: true, mentions: 1, groupMentions: 1 };
export const threads = { unreadThreads: ['t', 'u'], mentioningThreads: ['t'] };

/** Reading in the room general, on a server that does as it is asked unless the test says otherwise. */
export function readingOf(over: Partial<Room>, answers: Answers = yes) {
  const client = fakeClient(answers);
  const clock = new FakeClock();
  const rooms = new RoomStore();
  rooms.merge([room('general', { updatedAt: 1, ...over })]);
  const end = new AbortController();
  const reading = new Reading({ client, clock, rooms, signal: end.signal });
  const shown = () => {
    const { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads } =
      rooms.get(general) ?? assert.fail();
    return { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads };
  };
  return {
    client,
    clock,
    rooms,
    reading,
    shown,
    calls: () => argsOf(client, 'subscriptions.read'),
    /** As its session ends. */
    end: () => {
      end.abort();
      reading.dispose();
    },
  };
}
