import assert from 'node:assert/strict';
import type { ClientOptions } from '../../../src/api/client';
import type { MessageId } from '../../../src/model/message';
import { newMessageId, Outbox, type Entry } from '../../../src/model/outbox';
import { roomId, type RoomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import { clientOf } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { account } from '../../support/makers/account';
import { eachWithServer } from '../../support/standIn';

const general = roomId('GENERAL');
const send = '/api/v1/chat.sendMessage';
const get = '/api/v1/chat.getMessage';

function entryFor(room: RoomId, text: string, thread?: MessageId): Entry {
  return { id: newMessageId(), room, text, ...(thread !== undefined && { thread }) };
}

describe('Outbox', () => {
  const server = eachWithServer();
  const sessions: Session[] = [];
  afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));

  /** Pauses between tries take no time: the random number is the shortest, the clock's timers run at once. */
  function sessionOf(username: string, options: ClientOptions = {}): Session {
    const client = clientOf(server(), { as: username, clock: hasty, random: () => 0, ...options });
    const session = new Session({ account: account({ userId: `${username}-id`, username }), client });
    sessions.push(session);
    return session;
  }

  const outboxOf = (username: string) => new Outbox(sessionOf(username));
  const texts = () =>
    server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg }) => msg);

  it('delivers a text as it is, under an id of its own', async () => {
    const session = sessionOf('ann');
    const outbox = new Outbox(session);
    const text = '```ts\n  a\t`b`\n```\n_x_ @here é 🚀 ';

    const entry = entryFor(general, text);
    const outcome = await outbox.deliver(entry);

    assert.equal(outcome.state, 'delivered');
    assert.equal(server().world.messages.byId(entry.id)?.msg, text);
    assert.equal(session.messages.get(entry.id)?.text, text);
  });

  it('asks for no link previews of its own and never sends a time', async () => {
    const outbox = outboxOf('ann');
    const entry = entryFor(general, 'hi');

    await outbox.deliver(entry);

    const [request] = server().requests.to('POST', send);
    assert.deepEqual(JSON.parse(request?.body ?? ''), {
      message: { _id: entry.id, rid: 'GENERAL', msg: 'hi' },
    });
  });

  it('delivers a reply to its thread', async () => {
    const outbox = outboxOf('ann');
    const question = entryFor(general, 'why?');
    await outbox.deliver(question);

    const reply = entryFor(general, 'because', question.id);
    const outcome = await outbox.deliver(reply);

    assert.equal(outcome.state === 'delivered' && outcome.message.thread, question.id);
    assert.equal(server().world.messages.byId(reply.id)?.tmid, question.id);
  });

  it('says what the server refused, and delivers the next one all the same', async () => {
    server().settings.set('Message_MaxAllowedSize', 10);
    const outbox = outboxOf('ann');

    const outcomes = await Promise.all([
      outbox.deliver(entryFor(general, 'far too long a text')),
      outbox.deliver(entryFor(general, 'short')),
    ]);

    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['failed', 'delivered'],
    );
    assert.equal(
      outcomes[0].state === 'failed' && outcomes[0].error.call.errorType,
      'error-message-size-exceeded',
    );
    assert.deepEqual(server().requests.to('GET', get), []);
  });

  it('keeps the order in a room, and lets another room go ahead', async () => {
    const outbox = outboxOf('ann');
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });

    const first = outbox.deliver(entryFor(general, 'first'));
    const second = outbox.deliver(entryFor(general, 'second'));
    await held.reached;
    await outbox.deliver(entryFor(roomId('nowhere'), 'elsewhere'));
    held.release();
    await Promise.all([first, second]);

    assert.deepEqual(texts(), ['first', 'second']);
  });

  it('knows of a message whose answer was lost that it arrived', async () => {
    const outbox = outboxOf('ann');
    const lost = [
      { kind: 'drop' },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 502 },
      { kind: 'truncate' },
      { kind: 'cut' },
      { kind: 'html' },
    ] as const;

    for (const trouble of lost) {
      server().faults.add({ ...trouble, path: send, times: 1, after: true });
      const outcome = await outbox.deliver(entryFor(general, trouble.kind));

      assert.equal(outcome.state, 'delivered', trouble.kind);
    }
    assert.deepEqual(
      texts(),
      lost.map(({ kind }) => kind),
    );
  });

  it('knows of a message that never reached the server that it may be sent again', async () => {
    const outbox = outboxOf('ann');
    const entry = entryFor(general, 'once');
    server().faults.add({ kind: 'drop', path: send, times: 1 });

    const first = await outbox.deliver(entry);
    const second = await outbox.deliver(entry);

    assert.equal(first.state === 'failed' && first.error.failure.kind, 'offline');
    assert.equal(second.state, 'delivered');
    assert.deepEqual(texts(), ['once']);
  });

  it('does not know while nobody answers, and never posts twice when tried again', async () => {
    const outbox = outboxOf('ann');
    const entry = entryFor(general, 'once');
    server().faults.add({ kind: 'drop', path: send, times: 1, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: get });

    const first = await outbox.deliver(entry);
    deaf.remove();
    const second = await outbox.deliver(entry);

    assert.equal(first.state === 'unknown' && first.error.failure.kind, 'offline');
    assert.equal(second.state, 'delivered');
    assert.deepEqual(texts(), ['once']);
  });

  it('gives up waiting, and asks then', async () => {
    const clock = new FakeClock();
    const outbox = new Outbox(sessionOf('ann', { clock }));
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });

    const outcome = outbox.deliver(entryFor(general, 'slow'));
    await held.reached;
    await clock.advance(30_000);

    assert.deepEqual(stateAndKind(await outcome), ['failed', 'timeout']);
  });

  it('does not know what became of a message when the session ends on its way', async () => {
    const session = sessionOf('ann');
    const outbox = new Outbox(session);
    const entry = entryFor(general, 'cut off');
    const held = server().faults.add({ kind: 'hold', path: send, times: 1, after: true });

    const outcome = outbox.deliver(entry);
    await held.reached;
    session.dispose();
    const after = await outbox.deliver(entry);
    held.release();

    assert.deepEqual(stateAndKind(await outcome), ['unknown', 'cancelled']);
    assert.deepEqual(stateAndKind(after), ['unknown', 'cancelled']);
    assert.deepEqual(texts(), ['cut off']);
  });

  it('takes nothing for proof that somebody else said, or in another room', async () => {
    const entry = entryFor(general, 'mine');
    await outboxOf('bob').deliver(entry);

    const outcome = await outboxOf('ann').deliver(entry);

    assert.equal(outcome.state, 'failed');
    assert.deepEqual(texts(), ['mine']);
  });

  it("spares people the server's stumbling when an app vetoed the message", async () => {
    const outbox = outboxOf('ann');
    const accident = { success: false, error: "Cannot read properties of undefined (reading 'starred')" };
    server().faults.add({ kind: 'status', status: 400, body: accident, path: send, times: 1 });

    const outcome = await outbox.deliver(entryFor(general, 'vetoed'));

    assert.equal(outcome.state === 'failed' && outcome.error.call.serverText, undefined);
  });

  it('asks when the answer is not the message that was sent', async () => {
    const outbox = outboxOf('ann');
    server().faults.add({ kind: 'status', status: 200, body: { success: true }, path: send, times: 1 });

    const outcome = await outbox.deliver(entryFor(general, 'nothing'));

    assert.deepEqual(stateAndKind(outcome), ['failed', 'protocol']);
  });

  function stateAndKind(outcome: Awaited<ReturnType<Outbox['deliver']>>) {
    return outcome.state === 'delivered' ? [outcome.state] : [outcome.state, outcome.error.failure.kind];
  }
});

describe('newMessageId', () => {
  it("has the form of the server's own ids", () => {
    const ids = Array.from({ length: 200 }, () => newMessageId());

    for (const id of ids) assert.match(id, /^[2-9A-HJ-NP-TW-Za-km-z]{17}$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('leaves out the bytes that would prefer some characters', () => {
    const bytes = [255, 220, 219, 0, 54, 55];
    let next = 0;

    const id = newMessageId((into) =>
      into.forEach((_, at) => (into[at] = bytes[next++ % bytes.length] ?? 0)),
    );

    assert.equal(id, 'z2z2'.repeat(5).slice(0, 17));
  });
});

/** Runs every timer at once, except deadlines. */
const hasty = {
  now: () => Date.now(),
  after: (ms: number, run: () => void) => {
    if (ms < 10_000) queueMicrotask(run);
    return { dispose: () => undefined };
  },
};
