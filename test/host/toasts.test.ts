import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { Parcel } from '../../src/model/unsent';
import { showToasts } from '../../src/views/toasts';
import { eventually } from '../support/eventually';
import { FakeClock } from '../support/fakeClock';
import { withFakeLive, type FakeLive } from '../support/fakeLive';
import { sessionWith } from '../support/fakeSession';
import { message } from '../support/makers/message';
import { notice } from '../support/makers/notice';
import { room } from '../support/makers/room';

/** More than the time in which what comes is collected. */
const moment = 2_000;
const thread = messageId('thread');

describe('Toasts of messages', () => {
  let lifetime: Lifetime;
  let clock: FakeClock;
  let session: Session;
  let live: FakeLive;
  let inUse: Session | undefined;
  let isSnoozed: boolean;
  let isDebugging: boolean;
  let isSeen: boolean;
  const debugging = new Emitter<void>();
  const switched = new Emitter<Session | undefined>();
  const delivered = new Emitter<Parcel>();
  const missed = new Emitter<Parcel>();
  let done: string[];

  beforeEach(() => {
    lifetime = new Lifetime();
    clock = new FakeClock();
    session = lifetime.own(sessionWith({}).session);
    live = withFakeLive(session);
    [inUse, isSnoozed, isDebugging, isSeen, done] = [session, false, false, false, []];
    begin();
  });
  afterEach(async () => {
    lifetime.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  function begin(): void {
    lifetime.own(
      showToasts({
        current: { get: () => inUse, onDidChange: switched.event },
        clock,
        snooze: {
          get isOn() {
            return isSnoozed;
          },
        },
        shared: { has: () => false },
        focus: { isMine: () => Promise.resolve(true) },
        debugging: { isOn: () => isDebugging, onDidChange: debugging.event },
        screen: {
          isOnScreen: () => false,
          isListed: () => isSeen,
          reveal: (...where) => record(`open ${where.join(' ')}`),
        },
        answers: {
          reply: (_session, { notice: answered }) => record(`reply to ${answered.message}`),
          onDidDeliver: delivered.event,
          onDidMiss: missed.event,
        },
      }),
    );
  }

  function record(what: string): Promise<void> {
    done.push(what.trim());
    return Promise.resolve();
  }

  /** Presses the first button of the toast: a notification takes its time to come. */
  async function press(): Promise<void> {
    await clock.advance(moment);
    await eventually('the toast', () => {
      void vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return done.length > 0;
    });
  }

  it('offer to answer the message', async () => {
    live.notify(notice('one'));
    await press();

    assert.deepEqual(done, ['reply to one']);
  });

  it('open what they tell of, where nothing can be answered', async () => {
    session.rooms.merge([room('general', { silence: 'readOnly' })]);

    live.notify(notice('one', { thread }));
    await press();

    assert.deepEqual(done, ['open general thread']);
  });

  it('open the room when they tell of several of its messages', async () => {
    live.notify(notice('one'));
    live.notify(notice('two', { thread }));
    await press();

    assert.deepEqual(done, ['open general']);
  });

  it('do not come during a debug session, but after it', async () => {
    isDebugging = true;
    debugging.fire();
    live.notify(notice('one'));
    assert.deepEqual(clock.pending, []);

    isDebugging = false;
    debugging.fire();
    await press();

    assert.deepEqual(done, ['reply to one']);
  });

  it('do not come for what can be seen', () => {
    isSeen = true;
    session.messages.merge([message('mention', { mentionsMe: true })]);

    live.notify(notice('mention'));
    live.notify(notice('reply', { thread }));

    assert.deepEqual(clock.pending, []);
  });

  it('come for what is listed nowhere, though its room stands open', async () => {
    isSeen = true;
    session.messages.merge([message('one')]);

    live.notify(notice('one'));
    await press();

    assert.deepEqual(done, ['reply to one']);
  });

  it('do not come while snoozed', () => {
    isSnoozed = true;
    live.notify(notice('one'));

    assert.deepEqual(clock.pending, []);
  });

  it('do not come when the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration();
    const { Global } = vscode.ConfigurationTarget;
    await settings.update('rocketchat.notifications', 'off', Global);

    live.notify(notice('one'));
    await settings.update('rocketchat.notifications', undefined, Global);

    assert.deepEqual(clock.pending, []);
  });

  it('do not come for an account that is not in use any more', () => {
    live.notify(notice('before'));
    inUse = undefined;
    switched.fire(undefined);
    live.notify(notice('after'));

    assert.deepEqual(clock.pending, []);
  });

  it('wait with what the server says to me alone until my own failure could have said it', () => {
    live.whisper({ room: roomId('general'), text: 'You have been muted' });

    assert.deepEqual(clock.pending, [2_000]);
  });
});
