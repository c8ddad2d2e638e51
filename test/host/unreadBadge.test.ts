import assert from 'node:assert/strict';
import type { TreeView } from 'vscode';
import { Emitter, type Disposable } from '../../src/base/event';
import type { Waiting } from '../../src/model/otherAccounts';
import { RoomStore } from '../../src/model/roomStore';
import { showBadge } from '../../src/views/unreadBadge';
import { account } from '../support/makers/account';
import { direct } from '../support/makers/room';

const bob = account({ userId: 'bob-id', username: 'bob' });

describe('showBadge', () => {
  const changed = new Emitter<void>();
  let view: Pick<TreeView<unknown>, 'badge'>;
  let rooms: RoomStore;
  let waiting: Waiting[];
  let badge: Disposable;

  beforeEach(() => {
    view = {};
    rooms = new RoomStore();
    waiting = [];
    const elsewhere = { waiting: () => waiting, onDidChange: changed.event };
    badge = showBadge(view, { session: { account: account(), rooms }, elsewhere });
  });

  afterEach(() => badge.dispose());

  it('is nothing while nothing waits', () => {
    assert.equal(view.badge, undefined);
  });

  it('follows the rooms', () => {
    rooms.merge([direct('d', { unread: 2 })]);

    assert.deepEqual(view.badge, { value: 2, tooltip: '2 waiting for you in Rocket.Chat' });
  });

  it('adds what waits in other accounts, and names them', () => {
    rooms.merge([direct('d', { unread: 2 })]);

    waiting.push({ account: bob, count: 3 });
    changed.fire();

    assert.deepEqual(view.badge, {
      value: 5,
      tooltip: '5 waiting for you in Rocket.Chat\nann @ chat.example.org: 2\nbob @ chat.example.org: 3',
    });
  });

  it('still counts other accounts where the one in use has to sign in again', () => {
    badge.dispose();
    waiting.push({ account: bob, count: 3 });

    badge = showBadge(view, {
      session: undefined,
      elsewhere: { waiting: () => waiting, onDidChange: changed.event },
    });

    assert.deepEqual(view.badge, {
      value: 3,
      tooltip: '3 waiting for you in Rocket.Chat\nbob @ chat.example.org: 3',
    });
  });

  it('goes with its session', () => {
    rooms.merge([direct('d', { unread: 2 })]);

    badge.dispose();
    changed.fire();

    assert.equal(view.badge, undefined);
  });
});
