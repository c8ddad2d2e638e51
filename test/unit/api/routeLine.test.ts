import assert from 'node:assert/strict';
import { RouteLine, type Ticket } from '../../../src/api/routeLine';
import { FakeClock } from '../../support/fakeClock';

describe('RouteLine', () => {
  let clock: FakeClock;
  let told: number[];
  let line: RouteLine;
  let started: number[];
  beforeEach(() => {
    clock = new FakeClock();
    told = [];
    started = [];
    line = new RouteLine(clock, ({ number }) => told.push(number));
  });

  const ticket = (number: number, priority: Ticket['priority'] = 'person'): Ticket => ({
    route: 'GET me',
    priority,
    number,
  });
  const enter = (one: Ticket, signal = new AbortController().signal) =>
    line.turn(one, signal).then(
      () => void started.push(one.number),
      () => undefined,
    );
  const allow = (remaining: number, seconds = 60) =>
    line.learn({ limit: 2, remaining, resetAt: clock.now() + seconds * 1000 });

  it('lets a call go at once as long as the limit allows', () => {
    const unknown = [line.goesAtOnce(), line.goesAtOnce()];
    line.done();
    line.done();
    allow(1);
    const known = [line.goesAtOnce(), line.goesAtOnce()];

    assert.deepEqual(
      [unknown, known],
      [
        [true, true],
        [true, false],
      ],
    );
  });

  it('lets no call go before those that stand in line', async () => {
    allow(1);
    assert.equal(line.goesAtOnce(), true);
    const waiting = enter(ticket(1));

    const before = line.goesAtOnce();
    line.done();
    await waiting;

    assert.deepEqual([before, started], [false, [1]]);
  });

  it('lets calls go in the order of their tickets', async () => {
    line.learn({ limit: 3, remaining: 0, resetAt: clock.now() + 1000 });

    const turns = [enter(ticket(2)), enter(ticket(3)), enter(ticket(1))];
    await clock.advance(1000);
    await Promise.all(turns);

    assert.deepEqual(started, [1, 2, 3]);
  });

  it('lets one at a time go after a refusal, where nothing is said of the limit', async () => {
    line.pause(clock.now() + 1000);
    for (const number of [1, 2, 3]) void enter(ticket(number));

    await clock.advance(1000);
    const first = [...started];
    line.done();
    await clock.advance(0);

    assert.deepEqual([first, started], [[1], [1, 2]]);
  });

  it('goes by the limit that was said before a refusal', async () => {
    allow(1);
    line.pause(clock.now() + 1000);
    for (const number of [1, 2, 3]) void enter(ticket(number));

    await clock.advance(1000);

    assert.deepEqual(started, [1, 2]);
  });

  it('does not send more than is left, counting those under way', async () => {
    allow(2);

    void enter(ticket(1));
    void enter(ticket(2));
    void enter(ticket(3));
    await clock.advance(0);

    assert.deepEqual(started, [1, 2]);
  });

  it('goes on as soon as an answer says that more is left', async () => {
    allow(1);
    void enter(ticket(1));
    void enter(ticket(2));
    await clock.advance(0);

    line.learn({ limit: 9, remaining: 8, resetAt: clock.now() + 90_000 });
    line.done();
    await clock.advance(0);

    assert.deepEqual(started, [1, 2]);
  });

  it('believes the least that was said in a window, whatever the order of the answers', async () => {
    allow(0);
    line.learn({ limit: 2, remaining: 1, resetAt: clock.now() + 60_003 });

    void enter(ticket(1));
    await clock.advance(0);

    assert.deepEqual(started, []);
  });

  it('says once until when a call waits', () => {
    allow(0);

    void enter(ticket(1));
    void enter(ticket(2));
    void enter(ticket(3));

    assert.deepEqual(told, [1, 2, 3]);
  });

  it('says it again when the wait has become longer', () => {
    allow(0);
    void enter(ticket(1));

    line.pause(clock.now() + 120_000);
    void enter(ticket(2));

    assert.deepEqual(told, [1, 1, 2]);
  });

  it('keeps the others in line when one that is under way is given up', async () => {
    const controller = new AbortController();
    allow(1);
    void enter(ticket(1), controller.signal);
    void enter(ticket(2));
    await clock.advance(0);

    controller.abort();
    await clock.advance(60_000);

    assert.deepEqual(started, [1, 2]);
  });

  it('has no timer when nobody waits', async () => {
    const controller = new AbortController();
    allow(0);
    void enter(ticket(1), controller.signal);
    const waiting = clock.pending;

    controller.abort();
    await clock.advance(0);

    assert.deepEqual([waiting, clock.pending], [[60_000], []]);
  });
});
