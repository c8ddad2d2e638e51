import assert from 'node:assert/strict';
import { messageId, type Message } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import type { RoomListKind } from '../../../src/model/roomLists';
import { RoomNodes } from '../../../src/views/roomNode';
import { openingOf } from '../../../src/views/rowOpening';
import { sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';

const general = roomId('general');
const id = messageId('m');
const thread = messageId('t');

function situation(over: Partial<Message> = {}) {
  const { session } = sessionWith({});
  session.messages.merge([message('m', over)]);
  const nodes = new RoomNodes();
  const room = nodes.room(nodes.section('channels'), general);
  const under = (kind: RoomListKind) => nodes.message(nodes.list(room, kind), id);
  return { nodes, room, under, opens: (row: unknown) => openingOf(session, row) };
}

describe('openingOf', () => {
  it('leads from a room to the room', () => {
    const { room, opens } = situation();

    assert.deepEqual(opens(room), { place: { room: general } });
  });

  it('leads from a thread to the thread, in either tree', () => {
    const { nodes, under, opens } = situation({ replies: 2 });
    const expected = { place: { room: general, thread: id } };

    assert.deepEqual([opens(under('threads')), opens(nodes.thread(general, id))], [expected, expected]);
  });

  it('leads from a reply to its place in the thread', () => {
    const { nodes, opens } = situation({ thread });

    const reply = nodes.message(nodes.thread(general, thread), id);

    assert.deepEqual(opens(reply), { place: { room: general, thread }, message: id });
  });

  for (const kind of ['pinned', 'starred', 'mentions'] as const) {
    it(`jumps from a message under ${kind} to its place in the room`, () => {
      const { under, opens } = situation();

      assert.deepEqual(opens(under(kind)), { place: { room: general }, message: id });
    });
  }

  it('jumps from a reply that mentions me to the thread', () => {
    const { under, opens } = situation({ thread });

    assert.deepEqual(opens(under('mentions')), { place: { room: general, thread }, message: id });
  });

  it('jumps to the room where a reply is shown there too', () => {
    const { under, opens } = situation({ thread, isShownInRoom: true });

    assert.deepEqual(opens(under('mentions')), { place: { room: general }, message: id });
  });

  it('leads from a discussion into it', () => {
    const { under, opens } = situation({ discussion: { room: roomId('plan'), messages: 1 } });

    assert.deepEqual(opens(under('discussions')), { place: { room: roomId('plan') } });
  });

  it('leads nowhere from what only opens and closes, or is no row', () => {
    const { nodes, room, opens } = situation();

    assert.deepEqual(
      [nodes.section('channels'), nodes.list(room, 'pinned'), nodes.saved(), 'general', undefined].map(opens),
      Array(5).fill(undefined),
    );
  });
});
