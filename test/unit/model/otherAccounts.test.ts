import assert from 'node:assert/strict';
import type { Account } from '../../../src/model/account';
import { OtherAccounts } from '../../../src/model/otherAccounts';
import { failure, fakeClient, type FakeClient } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { argsOf } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { delta, wireSubscription } from '../../support/makers/room';

const bob = account({ userId: 'bob-id', username: 'bob' });
const eve = account({ userId: 'eve-id', username: 'eve' });
const seconds = 1000;
const minutes = 60 * seconds;

describe('OtherAccounts', () => {
  let clock: FakeClock;
  let client: FakeClient;
  let isMine: boolean;
  let expired: Set<Account>;
  let others: OtherAccounts;

  const direct = (unread: number) => wireSubscription('d1', { t: 'd', unread });
  const answer = (unread: number) => client.answer({ subscriptions: { get: () => delta([direct(unread)]) } });
  const counted = () => [...others.counts().values()];
  const calls = () => argsOf(client, 'subscriptions.get');

  beforeEach(() => {
    clock = new FakeClock();
    client = fakeClient();
    isMine = true;
    expired = new Set();
    others = new OtherAccounts({
      clientOf: (known) => Promise.resolve(expired.has(known) ? undefined : client),
      isMine: () => Promise.resolve(isMine),
      clock,
      random: () => 0.5,
    });
    answer(2);
  });

  afterEach(() => others.dispose());

  it('asks nothing where there is no other account', async () => {
    others.follow([]);

    await clock.advance(60 * minutes);

    assert.deepEqual([clock.pending, calls()], [[], []]);
  });

  it('counts some seconds after the start, then every five minutes', async () => {
    others.follow([bob]);
    const atFirst = counted();

    await clock.advance(8 * seconds);
    const soon = counted();
    answer(3);
    await clock.advance(5 * minutes);

    assert.deepEqual([atFirst, soon, counted()], [[], [2], [3]]);
    assert.equal(calls().length, 2);
  });

  it('asks behind what people wait for, and only for what has changed since', async () => {
    others.follow([bob]);

    await clock.advance(8 * seconds + 5 * minutes);

    assert.deepEqual(calls(), [{}, { updatedSince: '2026-03-01T08:59:55.000Z' }]);
    assert.ok(client.calls.every(({ options }) => options.priority === 'background'));
  });

  it('does not go by a time from the future, which a server has written whose clock was wrong', async () => {
    const wrong = wireSubscription('d2', { _updatedAt: new Date(clock.now() + 120 * minutes).toISOString() });
    client.answer({ subscriptions: { get: () => delta([direct(2), wrong]) } });
    others.follow([bob]);

    await clock.advance(8 * seconds + 5 * minutes);

    assert.deepEqual(calls(), [{}, { updatedSince: '2026-03-01T08:59:55.000Z' }]);
  });

  it('counts mentions, direct messages and followed threads, of rooms that are not put away', async () => {
    const subscriptions = [
      direct(2),
      wireSubscription('c1', { unread: 9, userMentions: 1, groupMentions: 1 }),
      wireSubscription('c2', { tunread: ['t1'] }),
      wireSubscription('c3', { userMentions: 5, archived: true }),
      wireSubscription('c4', { userMentions: 5, open: false }),
    ];
    client.answer({ subscriptions: { get: () => delta(subscriptions) } });
    others.follow([bob]);

    await clock.advance(8 * seconds);

    assert.deepEqual(counted(), [5]);
  });

  it('forgets a room that was left', async () => {
    others.follow([bob]);
    await clock.advance(8 * seconds);

    client.answer({ subscriptions: { get: () => delta([], 'd1-ann') } });
    await clock.advance(5 * minutes);

    assert.deepEqual(counted(), [0]);
  });

  it('keeps the count while the server does not answer', async () => {
    others.follow([bob]);
    await clock.advance(8 * seconds);

    client.answer({ subscriptions: { get: () => Promise.reject(failure('offline')) } });
    await clock.advance(5 * minutes);

    assert.deepEqual(counted(), [2]);
  });

  it('has no count of an account that has to sign in again', async () => {
    others.follow([bob]);
    await clock.advance(8 * seconds);

    expired.add(bob);
    await clock.advance(5 * minutes);

    assert.deepEqual(counted(), []);
  });

  it('leaves the asking to the window that the person was in last', async () => {
    isMine = false;
    others.follow([bob]);

    await clock.advance(60 * minutes);

    assert.deepEqual(calls(), []);
  });

  it('asks at once when that window changes after long', async () => {
    others.follow([bob]);
    await clock.advance(8 * seconds);
    isMine = false;
    await clock.advance(6 * minutes);

    isMine = true;
    others.hurry();
    others.hurry();
    await clock.advance(0);

    assert.equal(calls().length, 2);
  });

  it('does not ask more often because windows change', async () => {
    others.follow([bob]);
    await clock.advance(8 * seconds);

    others.hurry();
    await clock.advance(4 * minutes);

    assert.equal(calls().length, 1);
  });

  it('takes over the count of the account that was in use', async () => {
    others.follow([eve]);
    await clock.advance(8 * seconds);

    others.follow([eve, bob], { account: bob, count: 7 });

    assert.deepEqual(
      [...others.counts()],
      [
        [eve.id, 2],
        [bob.id, 7],
      ],
    );
    assert.deepEqual(clock.pending, [5 * minutes]);
  });

  it('names only accounts where something waits', async () => {
    others.follow([bob, eve], { account: eve, count: 0 });
    await clock.advance(8 * seconds);
    others.follow([bob, eve], { account: eve, count: 0 });

    assert.deepEqual(others.waiting(), [{ account: bob, count: 2 }]);
  });

  it('tells of a change, and of nothing else', async () => {
    let changes = 0;
    others.follow([bob]);
    others.onDidChange(() => (changes += 1));

    await clock.advance(8 * seconds + 10 * minutes);
    others.follow([bob]);

    assert.equal(changes, 1);
  });

  it('tells that an account has gone, or was taken into use', async () => {
    let changes = 0;
    others.follow([bob]);
    await clock.advance(8 * seconds);
    others.onDidChange(() => (changes += 1));

    others.follow([]);

    assert.deepEqual([changes, counted(), clock.pending], [1, [], []]);
  });

  it('ends without an answer to come', async () => {
    let arrive = (): void => undefined;
    client.answer({
      subscriptions: { get: () => new Promise((resolve) => (arrive = () => resolve(delta([direct(2)])))) },
    });
    others.follow([bob]);
    await clock.advance(8 * seconds);

    others.dispose();
    arrive();
    await clock.advance(10 * minutes);

    assert.deepEqual([counted(), clock.pending], [[], []]);
  });
});
