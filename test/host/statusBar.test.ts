import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import type { SignedOut } from '../../src/model/account';
import type { Waiting } from '../../src/model/otherAccounts';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { Snooze } from '../../src/model/snooze';
import { Unsent } from '../../src/model/unsent';
import { StatusBar, type StatusItem } from '../../src/views/statusBar';
import { eventually } from '../support/eventually';
import { failure } from '../support/fakeClient';
import { FakeClock } from '../support/fakeClock';
import { withFakeLive, type FakeLive } from '../support/fakeLive';
import { sessionWith } from '../support/fakeSession';
import { FakeMemento } from '../support/fakes/memento';
import { account } from '../support/makers/account';
import { direct } from '../support/makers/room';

/** What a person would see and hear of the item. */
class FakeItem implements StatusItem {
  text = '';
  tooltip: StatusItem['tooltip'];
  command: StatusItem['command'];
  accessibilityInformation: StatusItem['accessibilityInformation'];
  isShown = false;

  show(): void {
    this.isShown = true;
  }

  hide(): void {
    this.isShown = false;
  }

  /** Lines of the tooltip, as they are read. */
  get lines(): string[] {
    const { tooltip } = this;
    const source = typeof tooltip === 'object' ? tooltip.value : (tooltip ?? '');
    return source.split('\n\n').map((line) => line.replaceAll('&nbsp;', ' ').replaceAll('\\', ''));
  }
}

describe('The status bar item', () => {
  let lifetime: Lifetime;
  let item: FakeItem;
  let session: Session;
  let live: FakeLive;
  let snooze: Snooze;
  let inUse: Session | undefined;
  let signedOut: SignedOut | undefined;
  let elsewhere: readonly Waiting[];
  const switched = new Emitter<Session | undefined>();
  const counted = new Emitter<void>();

  beforeEach(() => {
    lifetime = new Lifetime();
    const clock = new FakeClock(Date.now());
    item = new FakeItem();
    session = lifetime.own(
      sessionWith({ chat: { sendMessage: () => Promise.reject(failure('forbidden')) } }).session,
    );
    live = withFakeLive(session);
    snooze = lifetime.own(new Snooze(new FakeMemento(), clock));
    [inUse, signedOut, elsewhere] = [session, undefined, []];
    const current = {
      get: () => inUse,
      onDidChange: switched.event,
      account: session.account,
      signedOut: () => signedOut,
    };
    const unsent = lifetime.own(new Unsent(current));
    const others = { waiting: () => elsewhere, onDidChange: counted.event };
    lifetime.own(new StatusBar(item, { current, unsent, snooze, elsewhere: others, clock }));
  });
  afterEach(() => lifetime.dispose());

  const label = () => item.accessibilityInformation?.label;

  it('counts what waits, and leads to the rooms', () => {
    assert.deepEqual([item.text, label()], ['$(comment-discussion)', 'Rocket.Chat']);

    session.rooms.merge([direct('bob', { unread: 2, hasUnread: true })]);

    assert.deepEqual([item.text, label()], ['$(comment-discussion) 2', 'Rocket.Chat, 2 waiting for you']);
    assert.equal(item.command, 'rocketchat.rooms.focus');
  });

  it('tells in its tooltip of all accounts, as plain text', () => {
    elsewhere = [{ account: account({ username: '*carl*', userId: 'carl-id' }), count: 4 }];
    session.rooms.merge([direct('bob', { unread: 1, hasUnread: true })]);
    counted.fire();

    assert.deepEqual(item.lines, [
      'ann @ chat.example.org',
      '1 waiting for you',
      '4 waiting for *carl* @ chat.example.org',
    ]);
  });

  it('shows a snooze and its end', async () => {
    await snooze.begin('byHand');

    assert.deepEqual([item.text, label()], ['$(bell-slash)', 'Rocket.Chat: notifications snoozed']);
    assert.equal(item.lines.at(-1), 'Notifications are snoozed until you end it');
    await snooze.begin('halfHour');
    assert.match(item.lines.at(-1) ?? '', /^Notifications are snoozed until .*\d:\d\d/);
  });

  it('says why there are no live updates', () => {
    live.become({ mode: 'polling', reason: 'setting' });

    assert.deepEqual([item.text, label()], ['$(sync-ignored)', 'Rocket.Chat: no live updates']);
    assert.deepEqual(item.lines.slice(1), [
      'Live updates are switched off by the setting.',
      'The server is asked every few minutes instead.',
    ]);
  });

  it('says since when it is offline', () => {
    live.become({ mode: 'offline' });

    assert.deepEqual([item.text, label()], ['$(debug-disconnect)', 'Rocket.Chat: offline']);
    assert.match(item.lines.at(-1) ?? '', /^Offline, last up to date \d/);
  });

  it('counts unsent messages before all else, and leads to them', async () => {
    live.become({ mode: 'offline' });
    await session.sending.send({ room: roomId('general') }, { text: 'lost', quotes: [], alsoToRoom: false });
    await eventually('a miss', () => session.sending.all()[0]?.state === 'failed');

    assert.deepEqual([item.text, label()], ['$(warning) 1 not sent', '1 not sent to Rocket.Chat']);
    assert.equal(item.command, 'rocketchat.showUnsent');
  });

  it('asks to sign in again', () => {
    become('expired');

    assert.deepEqual([item.command, label()], ['rocketchat.signIn', 'Rocket.Chat: sign in again']);
  });

  it('is hidden when nobody is signed in', () => {
    assert.equal(item.isShown, true);

    become('signedOut');

    assert.equal(item.isShown, false);
  });

  function become(why: SignedOut): void {
    [inUse, signedOut] = [undefined, why];
    switched.fire(undefined);
  }
});
