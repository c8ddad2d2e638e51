import assert from 'node:assert/strict';
import type { Client, Waiting } from '../../../src/api/client';
import { clientOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';
import { strayErrors } from '../../support/strayErrors';

const route = 'GET settings.public';
const path = '/api/v1/settings.public';

describe('the rate limit of a route', () => {
  let clock: FakeClock;
  let client: Client;
  let waits: Waiting[];
  beforeEach(() => {
    clock = new FakeClock();
  });
  const server = eachWithServer({ limiter: true, wallClock: () => clock.now() });
  beforeEach(() => {
    client = clientOf(server(), { clock, fetch: undated });
    waits = [];
    client.onDidWait((waiting) => waits.push(waiting));
  });

  const ask = (priority?: 'person' | 'background') => client.settings.public({}, { priority });
  const askMore = (count: number) => Promise.all(Array.from({ length: count }, () => ask()));
  const asked = () => server().requests.to('GET', path).length;

  it('is told with what is left of it', async () => {
    const resetAt = new Date(clock.now() + 60_000);

    await askMore(3);

    assert.deepEqual(client.limitOf(route), { route, limit: 10, remaining: 7, resetAt });
    assert.equal(client.limitOf('GET me'), undefined);
  });

  it('is not run into: the call after the last one allowed waits for the next window', async () => {
    await askMore(10);

    const eleventh = ask();
    await clock.advance(59_999);
    const before = asked();
    await clock.advance(1);
    await eleventh;

    assert.deepEqual([before, asked()], [10, 11]);
  });

  it('says that a call waits and until when', async () => {
    const until = new Date(clock.now() + 60_000);
    await askMore(10);
    const quiet = waits.length;

    const calling = ask();
    await clock.advance(60_000);
    await calling;

    assert.deepEqual([quiet, waits], [0, [{ route, until }]]);
  });

  it('goes on when one who is told of a wait throws', async () => {
    await askMore(10);
    const { length } = await strayErrors(async () => {
      const deaf = client.onDidWait(() => assert.fail('broken listener'));

      const calls = [ask(), ask()];
      await clock.advance(60_000);
      await Promise.all(calls);
      deaf.dispose();
    });

    assert.deepEqual([length, asked()], [2, 12]);
  });

  it('lets what a person wants go before background work', async () => {
    await askMore(10);
    const order: string[] = [];

    const calls = [
      ask('background').then(() => order.push('background')),
      ...Array.from({ length: 10 }, () => ask('person').then(() => order.push('person'))),
    ];
    await clock.advance(60_000);
    await Promise.all(calls.slice(1));
    const first = [...order];
    await clock.advance(60_000);
    await Promise.all(calls);

    assert.deepEqual(first, Array<string>(10).fill('person'));
    assert.equal(order.at(-1), 'background');
  });

  it('does not hold up another route', async () => {
    await askMore(10);

    const waiting = ask('background');
    const { username } = await client.session.me({});
    await clock.advance(60_000);
    await waiting;

    assert.equal(username, 'ann');
  });

  it('does not count as time of the call', async () => {
    await askMore(10);

    const calling = ask();
    await clock.advance(60_000);

    await assert.doesNotReject(calling);
  });

  it('can be waited for no longer than the caller wants', async () => {
    const controller = new AbortController();
    await askMore(10);

    const failing = failureFrom(client.settings.public({}, { signal: controller.signal }));
    const staying = ask();
    controller.abort();
    const { failure } = await failing;
    await clock.advance(60_000);
    await staying;

    assert.equal(failure.kind, 'cancelled');
    assert.equal(asked(), 11);
    assert.deepEqual(clock.pending, []);
  });

  it('is not waited for by a call that nobody wants any more', async () => {
    await askMore(10);

    const { failure } = await failureFrom(client.settings.public({}, { signal: AbortSignal.abort() }));

    assert.equal(failure.kind, 'cancelled');
    assert.deepEqual(clock.pending, []);
  });

  it('is waited for when others behind the same address used it up', async () => {
    const colleague = clientOf(server(), { clock, fetch: undated, as: 'bob' });
    await Promise.all(Array.from({ length: 10 }, () => colleague.settings.public({})));

    const calling = ask();
    await clock.untilPending(60_000);
    await clock.advance(60_000);
    await calling;

    assert.equal(asked(), 12);
    assert.equal(waits.length, 1);
  });

  it('lets even a message go again, because a refused one was not posted', async () => {
    const colleague = clientOf(server(), { clock, fetch: undated, as: 'bob' });
    const post = (by: Client, text: string) => by.chat.postMessage({ roomId: 'GENERAL', text });
    await Promise.all(Array.from({ length: 10 }, () => post(colleague, 'chatter')));

    const posting = post(client, 'at last');
    await clock.untilPending(60_000);
    await clock.advance(60_000);

    assert.equal((await posting).message.msg, 'at last');
  });

  it('is taken as it is after three refusals', async () => {
    const error = 'You must wait 7 seconds before trying this endpoint again.';
    const body = { success: false, error };
    const fault = server().faults.add({ kind: 'status', status: 429, body, path });
    const start = clock.now();

    const failing = failureFrom(ask());
    await clock.untilPending(7000);
    await clock.advance(7000);
    await clock.untilPending(7000);
    await clock.advance(7000);
    const { failure } = await failing;

    assert.deepEqual(failure, { kind: 'rateLimited', retryAt: new Date(start + 21_000) });
    assert.equal(fault.hits, 3);
  });
});

describe('the rate limit of a route whose headers are hidden', () => {
  it('does not wear out those who wait', async () => {
    const clock = new FakeClock();
    const client = clientOf({ url: 'https://chat.example.org' }, { clock, fetch: twoAMinute(clock) });

    const calling = Promise.all(Array.from({ length: 12 }, () => client.session.me({})));
    for (let minute = 0; minute < 12; minute += 1) await clock.advance(60_000);

    assert.equal((await calling).length, 12);
  });
});

/** A server that takes two calls a minute and says so in its words alone. */
function twoAMinute(clock: FakeClock): typeof globalThis.fetch {
  const taken = new Map<number, number>();
  return () => {
    const minute = Math.floor(clock.now() / 60_000);
    const count = (taken.get(minute) ?? 0) + 1;
    taken.set(minute, count);
    const error = 'You must wait 60 seconds before trying this endpoint again.';
    const refused = Response.json({ success: false, error }, { status: 429 });
    return Promise.resolve(count > 2 ? refused : Response.json({ success: true }));
  };
}

/** The stand-in's limiter goes by our clock, its `Date` by the true one: without it they do not disagree. */
const undated: typeof globalThis.fetch = async (input, init) => {
  const { body, status, headers: sent } = await globalThis.fetch(input, init);
  const headers = new Headers(sent);
  headers.delete('date');
  return new Response(body, { status, headers });
};
