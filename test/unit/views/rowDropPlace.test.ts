import assert from 'node:assert/strict';
import { messageId, type Message } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { RoomNodes, type TreeNode } from '../../../src/views/roomNode';
import { placeOfDrop } from '../../../src/views/rowDropPlace';
import { sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';

const general = roomId('general');
const id = messageId('m');

function situation(over: Partial<Message> = {}) {
  const { session } = sessionWith({});
  session.messages.merge([message('m', over)]);
  const nodes = new RoomNodes();
  const room = nodes.room(nodes.section('channels'), general);
  return { nodes, room, drop: (row: TreeNode | undefined) => placeOfDrop(session, row) };
}

describe('placeOfDrop', () => {
  it('is the room of a room, and of whatever is under it', () => {
    const { nodes, room, drop } = situation();
    const threads = nodes.list(room, 'threads');
    const thread = nodes.message(threads, id);
    const rows = [room, threads, thread, nodes.message(thread, messageId('r')), nodes.more(threads)];

    assert.deepEqual(
      rows.map(drop),
      rows.map(() => ({ room: general })),
    );
  });

  it('is the thread in the list of threads, for its replies too', () => {
    const { nodes, drop } = situation();
    const thread = nodes.thread(general, id);
    const rows = [thread, nodes.message(thread, messageId('r')), nodes.more(thread)];

    assert.deepEqual(
      rows.map(drop),
      rows.map(() => ({ room: general, thread: id })),
    );
  });

  it('is the discussion on its row, and never the room around it', () => {
    const discussion = { room: roomId('talk'), messages: 0 };
    const { nodes, room, drop } = situation({ discussion });

    const row = nodes.message(nodes.list(room, 'discussions'), id);

    assert.deepEqual(drop(row), { room: 'talk' });
  });

  it('is the room of a star', () => {
    const { nodes, drop } = situation();

    assert.deepEqual(drop(nodes.star(nodes.saved(), { id, room: general })), { room: general });
  });

  it('is nowhere on a section, or below the rows', () => {
    const { nodes, drop } = situation();

    assert.deepEqual([nodes.section('channels'), nodes.saved(), nodes.search(), undefined].map(drop), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
