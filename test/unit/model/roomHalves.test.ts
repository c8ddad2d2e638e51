import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Horizon } from '../../../src/model/horizon';
import { roomId } from '../../../src/model/room';
import { RoomHalves, type RoomNews } from '../../../src/model/roomHalves';
import { FakeClock } from '../../support/fakeClock';
import { minute } from '../../support/makers/message';
import { delta, wireRoom, wireSubscription } from '../../support/makers/room';

const versions = 5;

function halves(): RoomHalves {
  return new RoomHalves({ userId: 'ann-id', username: 'ann' }, new Horizon(new FakeClock()));
}

/** A room that changes minute by minute, and ann's subscription of it. */
const history: readonly RoomNews[] = Array.from({ length: versions }, (_, at): RoomNews[] => [
  { of: 'room', change: 'updated', wire: wireRoom('a', { topic: `Topic ${at}`, _updatedAt: minute(at) }) },
  {
    of: 'subscription',
    change: 'updated',
    wire: wireSubscription('a', { unread: at, _updatedAt: minute(at) }),
  },
]).flat();

const removal: RoomNews = { of: 'subscription', change: 'removed', wire: { _id: 'a-ann', rid: 'a' } };

/** All of it in any order, some of it more than once. */
function shuffled(news: readonly RoomNews[]) {
  return fc
    .array(fc.constantFrom(...news))
    .chain((again) => fc.shuffledSubarray([...news, ...again], { minLength: news.length + again.length }));
}

describe('RoomHalves', () => {
  it('ends with the newest of both halves, in whatever order and how often they come', () => {
    fc.assert(
      fc.property(shuffled(history), (news) => {
        const rooms = halves();
        for (const one of news) rooms.hear([one]);

        const { update } = rooms.hear([{ of: 'room', change: 'updated', wire: wireRoom('a', newest) }]);

        assert.deepEqual(
          update.map(({ topic, unread }) => [topic, unread]),
          [['Topic 4', 4]],
        );
      }),
    );
  });

  it('never brings a subscription back that was removed', () => {
    fc.assert(
      fc.property(shuffled([...history, removal]), (news) => {
        const rooms = halves();
        for (const one of news) rooms.hear([one]);

        assert.equal(rooms.isMember(roomId('a')), false);
      }),
    );
  });

  it('keeps what was told while everything was asked for', () => {
    const rooms = halves();
    const asking = rooms.ask();
    rooms.hear(history);

    const { update, remove } = rooms.take(
      { rooms: delta([wireRoom('a')]), subscriptions: delta([]) },
      asking,
    );

    assert.deepEqual([update.map(({ topic }) => topic), remove], [[], []]);
    assert.equal(rooms.isMember(roomId('a')), true);
  });

  it('ends a subscription that was removed, whatever the clocks of the servers say', () => {
    const rooms = halves();
    rooms.hear([history[0], history[1]].filter((news) => news !== undefined));
    const removed = { _id: 'a-ann', _deletedAt: minute(-60) };

    const { remove } = rooms.take(
      { rooms: delta([]), subscriptions: { update: [], remove: [removed] } },
      rooms.ask(),
    );

    assert.deepEqual(remove, ['a']);
  });

  it('asks for everything again when a room is missing once more', () => {
    const rooms = halves();
    const join = (id: string): RoomNews => {
      return { of: 'subscription', change: 'inserted', wire: wireSubscription('a', { _id: id }) };
    };
    const nothing = { rooms: delta<ReturnType<typeof wireRoom>>([]), subscriptions: delta([]) };
    rooms.hear([join('first')]);
    rooms.take({ ...nothing, subscriptions: delta([wireSubscription('a', { _id: 'first' })]) }, rooms.ask());
    rooms.hear([{ of: 'room', change: 'inserted', wire: wireRoom('a') }]);
    rooms.hear([{ of: 'subscription', change: 'removed', wire: { _id: 'first', rid: 'a' } }]);
    rooms.hear([{ of: 'room', change: 'removed', wire: wireRoom('a') }]);

    rooms.hear([join('second')]);

    assert.equal(rooms.hasNewOrphans, true);
  });

  it('keeps nothing of a room that was left', () => {
    const rooms = halves();
    const all = { rooms: delta([wireRoom('a')]), subscriptions: delta([wireSubscription('a')]) };
    rooms.take(all, rooms.ask());

    rooms.hear([removal]);

    assert.deepEqual(rooms.keep()?.rooms, []);
  });

  it('waits with a subscription for its room', () => {
    const rooms = halves();

    const alone = rooms.hear([{ of: 'subscription', change: 'inserted', wire: wireSubscription('a') }]);
    const hadOrphan = rooms.hasNewOrphans;
    const whole = rooms.hear([{ of: 'room', change: 'updated', wire: wireRoom('a') }]);

    assert.deepEqual([alone.update, hadOrphan], [[], true]);
    assert.deepEqual([whole.update.map(({ id }) => id), rooms.hasNewOrphans], [['a'], false]);
  });

  it('goes on from what it kept', () => {
    const rooms = halves();
    rooms.take({ rooms: delta([wireRoom('a')]), subscriptions: delta([wireSubscription('a')]) }, rooms.ask());
    const again = halves();

    const { update } = again.restore(rooms.keep() ?? assert.fail('Nothing was kept'));

    assert.deepEqual(
      update.map(({ id }) => id),
      ['a'],
    );
    assert.equal(again.ask().rooms.since, '2026-03-01T08:59:55.000Z');
  });
});

const newest = { topic: 'Topic 4', _updatedAt: minute(4) };
