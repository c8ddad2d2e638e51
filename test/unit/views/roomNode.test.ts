import assert from 'node:assert/strict';
import type { MessageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { RoomNodes } from '../../../src/views/roomNode';
import { OpenRows } from '../../../src/views/openRows';
import { message } from '../../support/makers/message';

function rows() {
  const nodes = new RoomNodes();
  const section = nodes.section('channels');
  const room = nodes.room(section, roomId('general'));
  const list = nodes.list(room, 'threads');
  return { nodes, section, room, list, thread: nodes.message(list, message('thread').id) };
}

describe('RoomNodes', () => {
  it('makes each row once', () => {
    const { nodes, list, thread } = rows();

    assert.equal(nodes.message(list, message('thread').id), thread);
  });

  it('tells rows apart whatever ids a server gives', () => {
    const { nodes, section, list } = rows();
    const id = (text: string) => text as MessageId;

    const made = [
      nodes.more(list),
      nodes.note(list, 'empty'),
      nodes.message(list, id('more')),
      nodes.message(list, id('empty')),
      nodes.message(list, id('a/message:b')),
      nodes.message(nodes.message(list, id('a')), id('b')),
      nodes.message(list, id('a%2Fmessage:b')),
      nodes.room(section, roomId('general/list:threads')),
      list,
    ];

    assert.equal(new Set(made.map(({ key }) => key)).size, made.length);
    assert.equal(new Set(made).size, made.length);
  });
});

describe('OpenRows', () => {
  it('takes sections for open, and what was opened under them', () => {
    const { room, list, thread } = rows();
    const open = new OpenRows();

    for (const row of [room, list, thread]) open.set(row, true);

    assert.deepEqual(open.holders(), [list, thread]);
  });

  it('leaves out what stands under a closed row until that is opened', () => {
    const { section, room, list } = rows();
    const open = new OpenRows();
    for (const row of [room, list]) open.set(row, true);

    open.set(section, false);
    const closed = open.holders();
    open.set(section, true);

    assert.deepEqual([closed, open.holders()], [[], [list]]);
  });
});
