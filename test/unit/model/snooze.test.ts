import assert from 'node:assert/strict';
import { Snooze, snoozeEnd } from '../../../src/model/snooze';
import { FakeClock } from '../../support/fakeClock';
import { FakeMemento } from '../../support/fakes/memento';

const minute = 60_000;

describe('snoozeEnd', () => {
  const at = (day: number, hour: number, minutes = 0) => new Date(2026, 2, day, hour, minutes).getTime();

  it('lasts as long as it says', () => {
    const ends = (['halfHour', 'hour', 'threeHours'] as const).map((choice) => snoozeEnd(choice, 0));

    assert.deepEqual(ends, [30 * minute, 60 * minute, 180 * minute]);
  });

  it('ends tomorrow at eight, by the clock on the wall', () => {
    assert.deepEqual(
      [
        snoozeEnd('morning', at(2, 7, 59)),
        snoozeEnd('morning', at(2, 23, 30)),
        snoozeEnd('morning', at(31, 9)),
      ],
      [at(3, 8), at(3, 8), at(32, 8)],
    );
  });

  it('takes the morning to come for tomorrow in the small hours', () => {
    assert.equal(snoozeEnd('morning', at(3, 2)), at(3, 8));
  });
});

describe('Snooze', () => {
  let shelf: FakeMemento;
  let clock: FakeClock;
  let snooze: Snooze;
  let changes: number;
  beforeEach(() => {
    shelf = new FakeMemento();
    clock = new FakeClock();
    open();
  });
  afterEach(() => snooze.dispose());

  /** A window over the same shelf. */
  function open(): void {
    snooze = new Snooze(shelf, clock);
    changes = 0;
    snooze.onDidChange(() => changes++);
  }

  it('ends by itself, and says so', async () => {
    await snooze.begin('halfHour');
    assert.deepEqual([snooze.isOn, changes], [true, 1]);

    await clock.advance(30 * minute);

    assert.deepEqual([snooze.isOn, changes], [false, 2]);
  });

  it('lasts until the person ends it', async () => {
    await snooze.begin('byHand');
    await clock.advance(20 * 24 * 60 * minute);
    assert.equal(snooze.end, 'byHand');

    await snooze.stop();

    assert.equal(snooze.isOn, false);
  });

  it('outlives the window', async () => {
    await snooze.begin('hour');
    snooze.dispose();
    open();
    assert.equal(snooze.isOn, true);

    await clock.advance(60 * minute);

    assert.deepEqual([snooze.isOn, changes], [false, 1]);
  });

  it('heeds what another window has begun or ended', async () => {
    const other = new Snooze(shelf, clock);
    await other.begin('byHand');
    assert.equal(snooze.isOn, true);
    snooze.look();
    await other.stop();
    snooze.look();
    other.dispose();

    assert.deepEqual([snooze.isOn, changes], [false, 2]);
  });

  it('stays silent when nothing has changed', async () => {
    await snooze.begin('hour');
    snooze.look();

    assert.equal(changes, 1);
  });

  it('is the last one chosen', async () => {
    await snooze.begin('threeHours');
    await snooze.begin('halfHour');
    await clock.advance(30 * minute);

    assert.deepEqual([snooze.isOn, clock.pending], [false, []]);
  });

  it('takes nothing for a snooze that is none', async () => {
    await shelf.update('snooze', 'for ever');

    assert.equal(snooze.isOn, false);
  });
});
