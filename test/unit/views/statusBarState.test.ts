import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import type { LiveState } from '../../../src/model/live';
import { statusShown, SteadyState, type StatusFacts } from '../../../src/views/statusBarState';
import { FakeClock } from '../../support/fakeClock';

describe('statusShown', () => {
  const shown = (over: Partial<StatusFacts>) =>
    statusShown({
      hasAccount: true,
      signedOut: undefined,
      live: { mode: 'live' },
      unsent: 0,
      waiting: 0,
      isSnoozed: false,
      ...over,
    });

  it('is not there for somebody without an account', () => {
    assert.deepEqual(shown({ hasAccount: false, signedOut: 'signedOut' }), { kind: 'nothing' });
  });

  it('tells of unsent messages first, whatever else there is', () => {
    const unsent = { unsent: 2, waiting: 3, isSnoozed: true };
    const kinds = [
      shown(unsent),
      shown({ ...unsent, live: { mode: 'offline' } }),
      shown({ ...unsent, hasAccount: false, signedOut: 'signedOut' }),
    ];

    for (const kind of kinds) assert.deepEqual(kind, { kind: 'unsent', count: 2 });
  });

  it('asks to sign in again rather than tell of a connection', () => {
    const offline = { mode: 'offline' } as const;

    assert.deepEqual(
      [shown({ signedOut: 'expired', live: offline }), shown({ signedOut: 'locked' })],
      [
        { kind: 'signedOut', why: 'expired' },
        { kind: 'signedOut', why: 'locked' },
      ],
    );
  });

  it('tells why there are no live updates, and what waits all the same', () => {
    const live = { mode: 'polling', reason: 'blocked' } as const;

    assert.deepEqual(shown({ live, waiting: 3 }), { kind: 'polling', reason: 'blocked', waiting: 3 });
  });

  it('tells that the server cannot be reached', () => {
    assert.deepEqual(shown({ live: { mode: 'offline' }, waiting: 3 }), { kind: 'offline', waiting: 3 });
  });

  it('counts what waits, and shows a snooze, when all is well', () => {
    const calm = { kind: 'calm', waiting: 3, isSnoozed: true };

    assert.deepEqual(shown({ waiting: 3, isSnoozed: true }), calm);
    assert.deepEqual(shown({ live: { mode: 'off' }, waiting: 3, isSnoozed: true }), calm);
  });
});

describe('SteadyState', () => {
  let clock: FakeClock;
  let live: { state: LiveState; readonly onDidChange: Emitter<LiveState>['event'] };
  let changed: Emitter<LiveState>;
  let steady: SteadyState;
  let modes: string[];
  beforeEach(() => {
    clock = new FakeClock();
    changed = new Emitter();
    live = { state: { mode: 'live' }, onDidChange: changed.event };
    steady = new SteadyState(live, clock);
    modes = [];
    steady.onDidChange(() => modes.push(steady.state.mode));
  });
  afterEach(() => steady.dispose());

  function become(mode: 'connecting' | 'live' | 'offline'): void {
    live.state = { mode };
    changed.fire(live.state);
  }

  it('does not flicker when a connection is made anew at once', async () => {
    become('connecting');
    await clock.advance(2_000);
    assert.equal(steady.state.mode, 'live');

    become('live');
    await clock.advance(60_000);

    assert.deepEqual(new Set(modes), new Set(['live']));
  });

  it('tells of connecting that takes long', async () => {
    become('connecting');
    await clock.advance(3_000);

    assert.deepEqual(modes, ['connecting']);
  });

  it('counts the time of connecting from its first try', async () => {
    become('connecting');
    await clock.advance(2_000);
    become('connecting');
    await clock.advance(1_000);

    assert.deepEqual(modes, ['connecting']);
  });

  it('stays offline while it tries again', async () => {
    become('offline');
    become('connecting');
    await clock.advance(1_000);
    become('offline');
    await clock.advance(60_000);

    assert.deepEqual(modes, ['offline', 'offline']);
  });

  it('knows until when all was up to date', async () => {
    const start = clock.now();
    await clock.advance(10_000);
    become('connecting');
    await clock.advance(1_000);
    become('offline');
    await clock.advance(60_000);

    assert.equal(steady.upToDateAt, start + 10_000);
  });

  it('is up to date when a refresh brought everything', async () => {
    become('offline');
    await clock.advance(60_000);
    steady.refreshed();

    assert.equal(steady.upToDateAt, clock.now());
  });

  it('ends without a timer', () => {
    become('connecting');
    steady.dispose();

    assert.deepEqual(clock.pending, []);
  });
});
