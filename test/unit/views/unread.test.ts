import assert from 'node:assert/strict';
import type { Message } from '../../../src/model/message';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { RoomNodes } from '../../../src/views/roomNode';
import { isUnreadReply, isUnreadRow } from '../../../src/views/unread';
import { sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const thread = messageId('thread');
const ann = { id: 'ann-id', username: 'ann', name: 'Ann' };

const reply = (id: string, sentAt: number, over: Partial<Message> = {}) =>
  message(id, { thread, sentAt, ...over });

/** Ann was in the room at 10; which of these replies are unread then. */
function unread(replies: readonly Message[], unreadThreads: readonly string[] = ['thread']): string[] {
  const { session } = sessionWith({});
  session.rooms.merge([room('general', { unreadThreads, lastSeen: 10 })]);
  session.messages.merge(replies);
  return replies.filter((one) => isUnreadReply(one, session)).map(({ id }) => id);
}

describe('isUnreadReply', () => {
  it('is what others said since the room was seen', () => {
    assert.deepEqual(unread([reply('old', 9), reply('new', 11)]), ['new']);
  });

  it('is nothing of mine', () => {
    assert.deepEqual(unread([reply('mine', 11, { author: ann })]), []);
  });

  it('is nothing where the thread has nothing unread', () => {
    assert.deepEqual(unread([reply('new', 11)], []), []);
  });

  it('is only what came after my last reply', () => {
    const replies = [reply('a', 11), reply('mine', 12, { author: ann }), reply('b', 13)];

    assert.deepEqual(unread(replies), ['b']);
  });

  it('is not ended by what I said elsewhere in the room', () => {
    const elsewhere = [
      message('said', { author: ann, sentAt: 12 }),
      reply('other', 12, { author: ann, thread: messageId('other-thread') }),
    ];

    assert.deepEqual(unread([reply('a', 11), ...elsewhere]), ['a']);
  });
});

describe('isUnreadRow', () => {
  it('is a thread with unread replies among the pins of its room', () => {
    const { session } = sessionWith({});
    session.rooms.merge([room('general', { unreadThreads: ['thread'] })]);
    const nodes = new RoomNodes();
    const pins = nodes.list(nodes.room(nodes.section('channels'), roomId('general')), 'pinned');

    const rows = ['thread', 'other'].map((id) => nodes.message(pins, messageId(id)));

    assert.deepEqual(
      rows.map((row) => isUnreadRow(row, message(row.message), session)),
      [true, false],
    );
  });
});
