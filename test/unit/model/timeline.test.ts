import assert from 'node:assert/strict';
import type { WireMessage } from '../../../src/api/wire';
import { roomId } from '../../../src/model/room';
import type { Timeline } from '../../../src/model/timeline';
import { messageId } from '../../../src/model/message';
import { failure } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { historyOf } from '../../support/history';
import { minute, wireMessage, wireMessages } from '../../support/makers/message';

const general = roomId('general');

/** General with all that was said in it, before anything is asked for. */
function roomWith(all: readonly WireMessage[]) {
  const made = sessionWith({ channels: { history: historyOf(all) }, chat: { getMessage: messageOf(all) } });
  const timeline = made.session.timeline({ room: general });
  const requests = () => argsOf(made.client, 'channels.history').length;
  return { ...made, timeline, requests };
}

function messageOf(all: readonly WireMessage[]) {
  return ({ msgId }: { msgId: string }) => {
    const message = all.find(({ _id }) => _id === msgId);
    return message ? { message } : Promise.reject(failure('notFound'));
  };
}

function minuteOfNextYear({ ts }: WireMessage): string {
  return ts.replace('2026', '2027');
}

function idsOf({ messages }: Timeline): string[] {
  return messages.map(({ id }) => id);
}

/** From `m<first>` to `m<last>`. */
function run(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `m${first + at}`);
}

describe('Session.timeline of a room', () => {
  it('opens with the latest page', async () => {
    const { timeline } = roomWith(wireMessages(120));

    await timeline.open();

    assert.deepEqual(idsOf(timeline), run(72, 120));
    assert.deepEqual([timeline.state, timeline.hasOlder, timeline.hasNewer], ['ready', true, false]);
  });

  it('opens without a request where the latest are in memory', async () => {
    const { session, timeline, requests } = roomWith(wireMessages(120));
    await session.recent(general).load();

    const opening = timeline.open();
    const shown = idsOf(timeline);
    await opening;

    assert.deepEqual([shown, requests()], [run(72, 120), 1]);
  });

  it('knows without another request that a small room has no more', async () => {
    const { timeline, requests } = roomWith(wireMessages(7));

    await timeline.open();

    assert.deepEqual([timeline.hasOlder, requests()], [false, 1]);
  });

  it('goes back to the beginning', async () => {
    const { timeline } = roomWith(wireMessages(230));
    await timeline.open();

    while (timeline.hasOlder) await timeline.older();

    assert.deepEqual(idsOf(timeline), run(1, 230));
  });

  it('drops the far end, which comes back', async () => {
    const { timeline } = roomWith(wireMessages(1500));
    await timeline.open();

    while (timeline.hasOlder) await timeline.older();
    const atTop = [timeline.messages.length, timeline.messages[0]?.id, timeline.hasNewer];
    while (timeline.hasNewer) await timeline.newer();

    assert.deepEqual(atTop, [1000, 'm1', true]);
    assert.deepEqual(idsOf(timeline), run(501, 1500));
  });

  it('goes around an old message and from there to the present', async () => {
    const { timeline } = roomWith(wireMessages(600));
    await timeline.open();

    const found = await timeline.around(messageId('m100'));
    const jumped = idsOf(timeline);
    while (timeline.hasNewer) await timeline.newer();

    assert.deepEqual([found, jumped.includes('m100'), jumped.includes('m600')], [true, true, false]);
    assert.deepEqual(idsOf(timeline), run(Number(jumped[0]?.slice(1)), 600));
  });

  it('jumps and reads on in a room of ten thousand with few requests', async () => {
    const { timeline, requests } = roomWith(wireMessages(10_000));
    await timeline.open();

    await timeline.around(messageId('m2000'));
    const jumped = requests();
    await timeline.newer();

    assert.deepEqual([jumped, requests()], [3, 4]);
    assert.ok(idsOf(timeline).includes('m2100'));
  });

  it('crosses a long silence with few requests', async () => {
    const [early, late] = [wireMessages(100), wireMessages(300)];
    const year = late.map((wire) => ({ ...wire, _id: `late-${wire._id}`, ts: minuteOfNextYear(wire) }));
    const { timeline, requests } = roomWith([...early, ...year]);
    await timeline.around(messageId('m90'));
    const jumped = requests();

    while (!idsOf(timeline).includes('late-m1')) await timeline.newer();

    assert.ok(requests() - jumped <= 6, String(requests() - jumped));
  });

  it('says that a message is not there any more', async () => {
    const { timeline } = roomWith(wireMessages(60));
    await timeline.open();

    const found = await timeline.around(messageId('gone'));

    assert.deepEqual([found, idsOf(timeline)], [false, run(12, 60)]);
  });

  it('shows what arrives, at the present alone', async () => {
    const { session, timeline } = roomWith(wireMessages(600));
    await timeline.open();
    session.receive([wireMessage('one', { ts: minute(700) })]);
    const atPresent = idsOf(timeline).at(-1);

    await timeline.around(messageId('m100'));
    session.receive([wireMessage('two', { ts: minute(701) })]);
    const further = idsOf(timeline).includes('two');
    await timeline.latest();

    assert.deepEqual([atPresent, further, idsOf(timeline).at(-1)], ['one', false, 'two']);
  });
});
