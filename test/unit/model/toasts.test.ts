import assert from 'node:assert/strict';
import { MessageStore } from '../../../src/model/messageStore';
import type { Notice } from '../../../src/model/notice';
import { RoomStore } from '../../../src/model/roomStore';
import { Toasts, type ToastsOptions } from '../../../src/model/toasts';
import { FakeClock } from '../../support/fakeClock';
import { notice } from '../../support/makers/notice';

/** More than the time in which what comes is collected. */
const moment = 2_000;

describe('Toasts', () => {
  let clock: FakeClock;
  let toasts: Toasts;
  /** What was shown, each with the way to put it away. */
  let shown: { readonly ids: readonly string[]; readonly putAway: () => void }[];
  afterEach(() => toasts.dispose());
  beforeEach(() => begin());

  function begin(over: Partial<ToastsOptions> = {}): void {
    clock = new FakeClock();
    shown = [];
    toasts = new Toasts({
      rooms: new RoomStore(),
      messages: new MessageStore(),
      username: 'ann',
      clock,
      isQuiet: () => false,
      isOnScreen: () => false,
      isMine: () => Promise.resolve(true),
      show,
      ...over,
    });
  }

  function show(notices: readonly Notice[]): Promise<void> {
    return new Promise((resolve) => {
      shown.push({ ids: notices.map(({ message }) => message), putAway: resolve });
    });
  }

  const ids = () => shown.map((toast) => toast.ids);

  it('tells at once what comes together', async () => {
    toasts.take(notice('one'));
    await clock.advance(moment / 2);
    toasts.take(notice('two'));
    await clock.advance(moment / 2);

    assert.deepEqual(ids(), [['one', 'two']]);
  });

  it('collects while a toast stands, and tells when it was put away', async () => {
    toasts.take(notice('one'));
    await clock.advance(moment);
    toasts.take(notice('two'));
    toasts.take(notice('three'));
    await clock.advance(moment);
    assert.deepEqual(ids(), [['one']]);

    shown[0]?.putAway();
    await clock.advance(moment);

    assert.deepEqual(ids(), [['one'], ['two', 'three']]);
  });

  it('does not wait for a toast that VS Code has put away by itself', async () => {
    toasts.take(notice('one'));
    await clock.advance(moment);
    toasts.take(notice('two'));

    await clock.advance(25_000);

    assert.deepEqual(ids(), [['one'], ['two']]);
  });

  it('stays one at a time when an old toast is answered late', async () => {
    toasts.take(notice('one'));
    await clock.advance(25_000);
    toasts.take(notice('two'));
    await clock.advance(moment);
    shown[0]?.putAway();
    toasts.take(notice('three'));
    await clock.advance(moment);

    assert.deepEqual(ids(), [['one'], ['two']]);
  });

  it('never tells me what I said', async () => {
    toasts.take(notice('mine', { username: 'ann' }));
    await clock.advance(moment);

    assert.deepEqual(ids(), []);
  });

  it('leaves out what was on screen when it came', async () => {
    let isOnScreen = true;
    begin({ isOnScreen: () => isOnScreen });

    toasts.take(notice('seen'));
    isOnScreen = false;
    await clock.advance(moment);

    assert.deepEqual(ids(), []);
  });

  it('leaves out what came on screen meanwhile', async () => {
    let isOnScreen = false;
    begin({ isOnScreen: ({ message }) => isOnScreen && message === notice('seen').message });

    toasts.take(notice('seen'));
    toasts.take(notice('other'));
    isOnScreen = true;
    await clock.advance(moment);

    assert.deepEqual(ids(), [['other']]);
  });

  it('tells in one toast what came during a debug session', async () => {
    toasts.hold(true);
    toasts.take(notice('one'));
    await clock.advance(60_000);
    toasts.take(notice('two'));
    await clock.advance(60_000);
    assert.deepEqual(ids(), []);

    toasts.hold(false);
    await clock.advance(moment);

    assert.deepEqual(ids(), [['one', 'two']]);
  });

  it('holds what was just about to be told when a debug session begins', async () => {
    const answers: ((isMine: boolean) => void)[] = [];
    begin({ isMine: () => new Promise((resolve) => answers.push(resolve)) });
    toasts.take(notice('one'));
    await clock.advance(moment);

    toasts.hold(true);
    answers.shift()?.(true);
    await clock.advance(moment);
    assert.deepEqual(ids(), []);
    toasts.hold(false);
    await clock.advance(moment);
    answers.shift()?.(true);
    await clock.advance(0);

    assert.deepEqual(ids(), [['one']]);
  });

  it('drops what comes in a snooze', async () => {
    let isQuiet = true;
    begin({ isQuiet: () => isQuiet });

    toasts.take(notice('snoozed'));
    isQuiet = false;
    await clock.advance(moment);
    toasts.take(notice('awake'));
    isQuiet = true;
    await clock.advance(moment);
    isQuiet = false;
    await clock.advance(moment);

    assert.deepEqual(ids(), []);
  });

  it('leaves it to the window that had the focus last', async () => {
    let isMine = false;
    begin({ isMine: () => Promise.resolve(isMine) });

    toasts.take(notice('elsewhere'));
    await clock.advance(moment);
    isMine = true;
    await clock.advance(moment);

    assert.deepEqual(ids(), []);
  });

  it('says nothing more of an account that was signed out', async () => {
    toasts.take(notice('one'));
    toasts.dispose();
    toasts.take(notice('two'));
    await clock.advance(moment);

    assert.deepEqual([ids(), clock.pending], [[], []]);
  });
});
