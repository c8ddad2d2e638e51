import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import type { Timeline } from '../../../src/model/timeline';
import type { Waiting } from '../../../src/api/client';
import { Emitter } from '../../../src/base/event';
import { Session } from '../../../src/model/session';
import { failure, fakeClient } from '../../support/fakeClient';
import { account } from '../../support/makers/account';
import { sessionWith } from '../../support/fakeSession';
import { historyOf } from '../../support/history';
import { liveSession, quietServer } from '../../support/liveSession';
import { minute, wireMessage, wireMessages } from '../../support/makers/message';

const general = roomId('general');
const day = 86_400_000;
const offline = () => Promise.reject(failure('offline'));

function last({ messages }: Timeline): string | undefined {
  return messages.at(-1)?.id;
}

describe('A timeline that cannot load', () => {
  it('says why and shows what was kept', async () => {
    const { session } = sessionWith({ channels: { history: offline } });
    session.receive(wireMessages(3));
    const timeline = session.timeline({ room: general });

    await timeline.open();

    assert.deepEqual(
      [timeline.state, timeline.failed, timeline.error?.failure.kind],
      ['failed', 'all', 'offline'],
    );
    assert.equal(timeline.messages.length, 3);
  });

  it('keeps what it has where older ones fail, and tries them again', async () => {
    const { client, session } = sessionWith({ channels: { history: historyOf(wireMessages(120)) } });
    const timeline = session.timeline({ room: general });
    await timeline.open();
    client.answer({ channels: { history: offline } });
    await timeline.older();
    const failed = [timeline.state, timeline.failed, timeline.messages.length];

    client.answer({ channels: { history: historyOf(wireMessages(120)) } });
    await timeline.retry();

    assert.deepEqual(failed, ['ready', 'older', 49]);
    assert.deepEqual([timeline.failed, timeline.messages.length > 49], [undefined, true]);
  });

  it('says until when it waits for the limit, as long as it waits', async () => {
    const waiting = new Emitter<Waiting>();
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const answers = historyOf(wireMessages(3));
    const client = fakeClient({ channels: { history: (span) => gate.then(() => answers(span)) } });
    const session = new Session({ account: account(), client: { ...client, onDidWait: waiting.event } });
    const timeline = session.timeline({ room: general });
    const opening = timeline.open();
    waiting.fire({ route: 'GET rooms.get', until: new Date(5) });
    waiting.fire({ route: 'GET channels.history', until: new Date(7) });
    const during = timeline.waitsUntil;

    go();
    await opening;

    assert.deepEqual([during, timeline.waitsUntil], [7, undefined]);
  });

  it('ends without a word when its session ends', async () => {
    const { session } = sessionWith({ channels: { history: () => Promise.reject(failure('cancelled')) } });
    const timeline = session.timeline({ room: general });

    const opening = timeline.open();
    session.dispose();
    await opening;

    assert.deepEqual([timeline.state, timeline.error], ['idle', undefined]);
  });
});

describe('A timeline after a gap', () => {
  /** Live, with the room open; the server has what `say` adds, told or not. */
  async function open(many: number) {
    const all = wireMessages(many);
    const server = { ...quietServer(), channels: { history: historyOf(all) } };
    const made = await liveSession(server);
    await made.goLive();
    const timeline = made.session.timeline({ room: general });
    await made.clock.advance(0);
    await timeline.open();
    await made.clock.advance(0);
    const cut = async () => {
      await made.fail(1);
      await made.goLive();
    };
    return { ...made, all, cut, timeline };
  }

  it('has what was missed', async () => {
    const { client, cut, timeline } = await open(60);
    const updated = [wireMessage('missed', { ts: minute(70) })];
    client.answer({
      chat: { syncMessages: () => ({ result: { updated, deleted: [{ _id: 'm60' }] } }) },
    } as never);

    await cut();

    assert.deepEqual(
      timeline.messages.slice(-2).map(({ id }) => id),
      ['m59', 'missed'],
    );
  });

  it('starts anew at the present where too much was missed', async () => {
    const { all, clock, cut, say, timeline } = await open(60);
    await clock.advance(2 * day);
    const later = new Date(clock.now()).toISOString();
    all.splice(30, 30);
    all.push(wireMessage('unheard', { ts: later }));

    await say(wireMessage('heard', { ts: later }));
    await cut();

    assert.deepEqual([last(timeline), timeline.messages.some(({ id }) => id === 'm60')], ['unheard', false]);
  });

  it('stays where somebody reads further up', async () => {
    const { all, client, clock, cut, say, timeline } = await open(400);
    client.answer({
      chat: { getMessage: ({ msgId }) => ({ message: wireMessage(msgId, { ts: minute(99) }) }) },
    });
    await timeline.around(messageId('m100'));
    const ends = new Set<string>();
    timeline.onDidChange(() => ends.add(`${timeline.hasOlder} ${timeline.hasNewer}`));
    await clock.advance(2 * day);
    const later = new Date(clock.now()).toISOString();
    all.splice(89, 1);

    await say(wireMessage('heard', { ts: later }));
    await cut();

    const ids = timeline.messages.map(({ id }) => id as string);
    assert.deepEqual([ids.includes('m100'), ids.includes('m90')], [true, false]);
    assert.deepEqual([...ends], ['true true'], 'all along');
  });
});

describe('A timeline where nothing is told', () => {
  it('has what comes by asking now and then', async () => {
    const server = { ...quietServer(), channels: { history: historyOf(wireMessages(30)) } };
    const { client, clock, session } = await liveSession(server, {
      realtime: undefined,
      pollsBecause: 'setting',
    });
    const timeline = session.timeline({ room: general });
    await timeline.open();
    const updated = [wireMessage('new', { ts: minute(70) })];
    client.answer({ chat: { syncMessages: () => ({ result: { updated, deleted: [] } }) } });

    await clock.advance(600_000);

    assert.equal(last(timeline), 'new');
  });
});

describe('A timeline on its way', () => {
  it('goes where it was sent, though it is opened meanwhile', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(400)) } });
    session.receive([wireMessage('m100', { ts: minute(99) })]);
    const timeline = session.timeline({ room: general });

    const jumping = timeline.around(messageId('m100'));
    await timeline.open();

    assert.deepEqual([await jumping, timeline.hasNewer], [true, true]);
  });

  it('stays with a message that is there, though the latest were asked for', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(400)) } });
    session.receive([wireMessage('m100', { ts: minute(99) })]);
    const timeline = session.timeline({ room: general });
    await timeline.around(messageId('m100'));

    const leaving = timeline.latest();
    const isThere = await timeline.around(messageId('m100'));
    await leaving;

    assert.deepEqual([isThere, timeline.state, timeline.hasNewer], [true, 'ready', true]);
    assert.ok(timeline.messages.some(({ id }) => id === 'm100'));
  });

  it('asks for nothing any more once nobody looks', async () => {
    const { client, session } = sessionWith({ channels: { history: historyOf(wireMessages(400)) } });
    const timeline = session.timeline({ room: general });

    timeline.dispose();
    await timeline.open();

    assert.deepEqual(client.called, []);
  });
});

describe('A timeline with another', () => {
  it('has a window of its own', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(300)) } });
    const [one, other] = [session.timeline({ room: general }), session.timeline({ room: general })];
    await Promise.all([one.open(), other.open()]);

    await one.older();

    assert.ok(one.messages.length > other.messages.length);
    assert.equal(last(one), last(other));
  });

  it('holds its messages as long as it is there', async () => {
    const { session } = sessionWith({ channels: { history: historyOf(wireMessages(900)) } });
    const timeline = session.timeline({ room: general });
    await timeline.open();
    while (timeline.hasOlder) await timeline.older();
    const held = session.messages.ofRoom(general).length;

    timeline.dispose();
    session.receive([wireMessage('next', { ts: minute(2000) })]);

    assert.equal(held, 900);
    assert.ok(session.messages.ofRoom(general).length <= 200);
  });

  it('waits for its room as long as it is there', async () => {
    const { clock, realtime, session } = await liveSession();
    const timeline = session.timeline({ room: general });
    await clock.advance(0);
    const during = realtime.subscribed.length;

    timeline.dispose();

    assert.ok(realtime.subscribed.length < during);
  });
});
