import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { failure } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { minute, pageOf, wireMessage, wireMessages } from '../../support/makers/message';

const general = roomId('general');
const thread = messageId('first');

/** General with a thread that has so many replies. */
function threadOf(many: number) {
  const first = wireMessage('first', { ts: minute(-1), tcount: many });
  const replies = wireMessages(many, { tmid: 'first' });
  const made = sessionWith({
    chat: {
      getThreadMessages: (paging) => pageOf([...replies].reverse(), paging),
      getMessage: ({ msgId }) => answer([first, ...replies].find(({ _id }) => _id === msgId)),
    },
  });
  return { ...made, timeline: made.session.timeline({ room: general, thread }) };
}

function answer(message: WireMessage | undefined) {
  return message ? { message } : Promise.reject(failure('notFound'));
}

function ids(timeline: ReturnType<typeof threadOf>['timeline']): string[] {
  return timeline.messages.map(({ id }) => id);
}

/** The first message, and from reply `m<first>` to `m<last>`. */
function withFirst(first: number, last: number): string[] {
  return ['first', ...Array.from({ length: last - first + 1 }, (_, at) => `m${first + at}`)];
}

describe('Session.timeline of a thread', () => {
  it('opens with its first message and the newest page of replies', async () => {
    const { timeline } = threadOf(80);

    await timeline.open();

    assert.deepEqual(ids(timeline), withFirst(32, 80));
    assert.deepEqual([timeline.hasOlder, timeline.hasNewer], [true, false]);
  });

  it('reaches all of a thread', async () => {
    const { timeline } = threadOf(230);
    await timeline.open();

    while (timeline.hasOlder) await timeline.older();

    assert.deepEqual(ids(timeline), withFirst(1, 230));
  });

  it('keeps the first message where a long thread drops its far end', async () => {
    const { client, timeline } = threadOf(1200);
    await timeline.open();
    while (timeline.hasOlder) await timeline.older();
    const top = ids(timeline);
    const asked = argsOf(client, 'chat.getThreadMessages').length;

    while (timeline.hasNewer) await timeline.newer();

    assert.deepEqual(top, withFirst(1, 999));
    assert.deepEqual(ids(timeline), withFirst(202, 1200));
    assert.equal(argsOf(client, 'chat.getThreadMessages').length, asked);
  });

  it('jumps to a reply', async () => {
    const { timeline } = threadOf(300);
    await timeline.open();

    const found = await timeline.around(messageId('m20'));

    assert.deepEqual([found, ids(timeline).includes('m20'), ids(timeline)[0]], [true, true, 'first']);
  });

  it('finds no message of elsewhere', async () => {
    const { session, timeline } = threadOf(3);
    session.receive([wireMessage('elsewhere')]);
    await timeline.open();

    const found = await timeline.around(messageId('elsewhere'));

    assert.deepEqual([found, ids(timeline)], [false, withFirst(1, 3)]);
  });

  it('shows a reply that arrives', async () => {
    const { session, timeline } = threadOf(3);
    await timeline.open();

    session.receive([
      wireMessage('new', { tmid: 'first', ts: minute(9) }),
      wireMessage('said', { ts: minute(10) }),
    ]);

    assert.deepEqual(ids(timeline), [...withFirst(1, 3), 'new']);
  });

  it('shows the replies whose first message is deleted', async () => {
    const { session, timeline } = threadOf(3);
    await timeline.open();

    session.messages.remove([thread]);

    assert.deepEqual(ids(timeline), withFirst(1, 3).slice(1));
  });
});
