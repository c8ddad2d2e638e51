import assert from 'node:assert/strict';
import type { TreeNode } from '../../../src/views/roomNode';
import { eventually } from '../../support/eventually';
import { failure } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { roomServer } from '../../support/fakeSync';
import { message, minute, pageOf, wireMessage } from '../../support/makers/message';
import { delta, room, wireRoom } from '../../support/makers/room';
import { rowsOf } from '../../support/rowsOf';

const starred = [{ _id: 'ann-id' }];

/** General and another room with a star each; the section opened. */
async function opened() {
  const { client, session } = sessionWith({ chat: { getStarredMessages: (args) => pageOf([], args) } });
  session.rooms.merge([room('other')]);
  session.receive([
    wireMessage('old', { starred, ts: minute(1) }),
    wireMessage('new', { rid: 'other', starred, ts: minute(2) }),
  ]);
  const tree = rowsOf(session);
  const saved = (await tree.rows.childrenOf(undefined)).at(-1) ?? assert.fail('There are no sections');
  const shown = async () => keys(await tree.rows.childrenOf(saved));
  await shown();
  return { client, session, saved, shown, ...tree };
}

function keys(rows: readonly TreeNode[]): string[] {
  return rows.map(({ key }) => key.replace(/^.*\//, ''));
}

describe('SessionRows, stars of all rooms', () => {
  it('stand below the sections, the newest first, with a row for the rooms that are left', async () => {
    const { saved, shown } = await opened();

    assert.equal(saved.type, 'saved');
    assert.deepEqual(await shown(), ['message:new', 'message:old', 'look:']);
  });

  it('are drawn again as a section when one comes or goes', async () => {
    const { session, saved, redrawn, shown } = await opened();

    session.messages.change(message('old').id, { isStarred: false });

    assert.ok(redrawn.includes(saved.key));
    assert.deepEqual(await shown(), ['message:new', 'look:']);
  });

  it('draw one row again when such a message changes', async () => {
    const { session, saved, redrawn } = await opened();

    session.messages.change(message('old').id, { text: 'edited' });

    assert.deepEqual(redrawn, [`${saved.key}/message:old`]);
  });

  it('say nothing more of rooms once all were looked in, and forget what is starred no more', async () => {
    const { session, shown } = await opened();

    await session.saved.look();

    assert.deepEqual(await shown(), ['look:']);
    assert.equal(session.saved.roomsLeft, 0);
  });

  it('make no room unread', async () => {
    const { saved, rows, redrawn } = await opened();

    assert.deepEqual([rows.isOpen(saved), redrawn], [true, []]);
  });

  it('are not there where the server has switched stars off', async () => {
    const settings = [{ _id: 'Message_AllowStarring', value: false }];
    const { client, session, rows, redrawn } = await opened();
    client.answer({
      ...roomServer(delta([wireRoom('general')])),
      settings: { public: () => ({ settings, count: 1, offset: 0, total: 1 }) },
      session: { me: () => Promise.reject(failure('offline')) },
    });

    await session.sync.refresh('person');
    await eventually('the settings', () => session.knownSettings);
    await new Promise((resolve) => setImmediate(resolve));

    assert.ok(redrawn.includes('the root'));
    assert.deepEqual(keys(await rows.childrenOf(undefined)), ['section:channels']);
  });
});
