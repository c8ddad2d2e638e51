import assert from 'node:assert/strict';
import { Chance } from '../../server/data/large/chance';
import { type Filling, largeSet } from '../../server/data/large/large';
import { treeOf } from '../../server/data/large/lazyTree';
import { opener, sentence } from '../../server/data/large/sentences';
import { Settings } from '../../server/settings';
import type { Message, Subscription } from '../../server/world/documents';
import { seededRandom } from '../../server/world/ids';
import { markdownTree } from '../../server/world/text';
import { World } from '../../server/world/world';
import { noon } from './town';

const size = { rooms: 80, messages: 3000, people: 60 };

function worldOf(seed: Filling, now = noon): World {
  return new World({
    clock: { now: () => Date.parse(now) },
    seed,
    settings: new Settings({ Site_Url: 'https://chat.example.com' }),
    version: '8.8.1',
    random: seededRandom(7),
  });
}

function messagesIn(world: World): Message[] {
  return world.rooms.all().flatMap((room) => world.messages.inRoom(room._id));
}

function seenByAlice(world: World): Subscription[] {
  return world.subscriptions.ofUser(world.users.byUsername('alice')?._id ?? '');
}

/** Everything that a client could see, as text. */
function textOf(world: World): string {
  const subscriptions = world.rooms.all().flatMap((room) => world.subscriptions.inRoom(room._id));
  return JSON.stringify([world.users.all(), world.rooms.all(), subscriptions, messagesIn(world)]);
}

describe('largeSet', () => {
  it('is the same for the same seed and time', () => {
    const [one, other] = [worldOf(largeSet('a', size)), worldOf(largeSet('a', size))];

    assert.equal(textOf(one), textOf(other));
  });

  it('is another for another seed', () => {
    const [one, other] = [worldOf(largeSet('a', size)), worldOf(largeSet('b', size))];

    assert.notEqual(textOf(one), textOf(other));
  });

  describe('as a world', () => {
    const world = worldOf(largeSet('a', size));

    it('is as large as asked for', () => {
      assert.deepEqual(
        [world.rooms.all().length, messagesIn(world).length, world.users.all().length],
        [80, 3000, 60],
      );
    });

    it('has a few rooms that are far larger than the others', () => {
      const counts = world.rooms.all().map((room) => room.msgs);

      assert.deepEqual(counts.slice(0, 4), [315, 315, 315, ...counts.slice(3, 4)]);
      assert.ok((counts[3] ?? 0) < 100);
    });

    it('lies in the past, in order', () => {
      for (const room of world.rooms.all()) {
        const times = [room.ts, ...world.messages.inRoom(room._id).map(({ ts }) => ts), noon];
        assert.deepEqual(times, [...times].sort());
      }
    });

    it('counts what it holds', () => {
      for (const room of world.rooms.all()) {
        const messages = world.messages.inRoom(room._id);
        const last = messages.findLast(({ tmid }) => tmid === undefined);
        assert.deepEqual(
          [room.msgs, room.usersCount, room.lastMessage, room.lm],
          [messages.length, world.subscriptions.inRoom(room._id).length, last, last?.ts],
        );
      }
    });

    it('has threads that know their replies', () => {
      const mains = messagesIn(world).filter(({ tcount }) => tcount !== undefined);

      assert.ok(mains.length > 10);
      for (const main of mains) {
        const replies = world.messages.inThread(main._id);
        assert.deepEqual([main.tcount, main.tlm], [replies.length, replies.at(-1)?.ts]);
      }
    });

    it('has mentions of people who exist, and reactions', () => {
      const messages = messagesIn(world);
      const mentions = messages.flatMap((message) => message.mentions ?? []);

      assert.ok(mentions.length > 10 && mentions.every(({ _id }) => world.users.byId(_id)));
      assert.ok(messages.some(({ reactions }) => reactions));
    });

    it('has something new for alice, and only from others', () => {
      const unread = seenByAlice(world).filter(({ alert }) => alert);

      assert.ok(unread.length > 0 && unread.length < seenByAlice(world).length / 2);
      for (const { rid, ls = '', u } of unread) {
        const missed = world.messages.inRoom(rid).filter(({ ts }) => ts > ls);
        assert.ok(missed.some((message) => message.u._id !== u._id));
      }
    });
  });
});

describe('the md of a large data set', () => {
  const world = worldOf(largeSet('a', { rooms: 4, messages: 4, people: 20 }));

  it('is what the parser makes of the text', () => {
    const chance = new Chance('words');
    const names = { person: ['ada.fox'], room: ['api-dev'] };
    const texts = Array.from({ length: 150 }, () => [sentence(chance, names), opener(chance)]).flat();

    for (const text of texts) assert.deepEqual(treeOf(world, text), markdownTree(world, text));
  });

  it('is a key like any other, which can be set', () => {
    const [message] = messagesIn(world);
    assert.ok(message && Object.keys(message).includes('md'));

    message.md = [{ type: 'BIG_EMOJI' }];

    assert.deepEqual({ ...message }.md, [{ type: 'BIG_EMOJI' }]);
  });
});
