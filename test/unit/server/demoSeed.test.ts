import assert from 'node:assert/strict';
import type { Seed, SeedMessage } from '../../server/data/seed';
import { demoSeed } from '../../server/data/demo';
import type { Subscription } from '../../server/world/documents';
import { noon, worldOf } from './town';

const MINUTES_IN_TWO_WEEKS = 14 * 24 * 60;

/** A working day's noon, a small hour, a weekend, and a day that ends a year. */
const presents = [
  '2026-03-12T14:00:00Z',
  '2026-03-16T00:02:00Z',
  '2026-03-15T23:59:00Z',
  '2027-01-01T09:30:00Z',
];

const seed = demoSeed(new Date('2026-03-12T14:00:00Z'), 'demo');
const messages = new Map(seed.messages.map((message) => [message.id, message]));
const rooms = new Map(seed.rooms.map((room) => [room.id, room]));

describe('demoSeed', () => {
  it('is the same for the same moment and seed', () => {
    const now = new Date('2026-03-12T14:00:00Z');

    assert.deepEqual(demoSeed(now, 'demo'), demoSeed(now, 'demo'));
  });

  it('lets a seed move nothing but seconds', () => {
    const now = new Date('2026-03-12T14:00:00Z');

    const other = demoSeed(now, 'other');

    const shifts = other.messages.map((message, index) =>
      Math.abs(message.at - (seed.messages[index]?.at ?? NaN)),
    );
    assert.ok(shifts.some((shift) => shift > 0));
    assert.ok(shifts.every((shift) => shift < 2));
    assert.deepEqual(withoutTimes(other), withoutTimes(seed));
  });

  it('is as large as a team of two weeks', () => {
    const people = seed.users.filter((user) => user.type !== 'bot');
    const firsts = new Set(seed.messages.flatMap((message) => message.thread ?? []));
    const ordinary = seed.messages.filter((message) => message.type === undefined);

    assert.ok(people.length >= 6, `${people.length} people`);
    assert.ok(seed.rooms.length >= 12, `${seed.rooms.length} rooms`);
    assert.ok(ordinary.length >= 400, `${ordinary.length} messages`);
    assert.ok(firsts.size >= 15, `${firsts.size} threads`);
  });

  it('has one thread of exactly 80 replies, which alice follows', () => {
    const sizes = new Map<string, SeedMessage[]>();
    for (const message of seed.messages) {
      if (message.thread !== undefined)
        sizes.set(message.thread, [...(sizes.get(message.thread) ?? []), message]);
    }

    const long = [...sizes.values()].filter((replies) => replies.length >= 20);

    assert.deepEqual(
      long.map((replies) => replies.length),
      [80],
    );
    assert.ok(long[0]?.some((reply) => reply.from === 'alice'));
  });

  it('has rooms of every kind', () => {
    const kinds: Record<string, (room: Seed['rooms'][number]) => boolean> = {
      channel: (room) => room.kind === 'c',
      group: (room) => room.kind === 'p',
      'self direct': (room) => room.kind === 'd' && room.members.length === 1,
      direct: (room) => room.kind === 'd' && room.members.length === 2,
      'direct of several': (room) => room.kind === 'd' && room.members.length > 2,
      discussion: (room) => room.discussionOf !== undefined,
      'team main': (room) => room.team?.main === true,
      'team channel': (room) => room.team?.main === false,
      'read only': (room) => room.readOnly === true,
      archived: (room) => room.archived === true,
      encrypted: (room) => room.encrypted === true,
      default: (room) => room.isDefault === true && room.id === 'GENERAL',
      'without alice': (room) => room.kind === 'c' && !room.members.includes('alice'),
      'owned by alice': (room) => room.kind === 'c' && room.members[0] === 'alice',
      'moderated by alice': (room) => room.moderators?.includes('alice') === true,
    };

    const missing = Object.entries(kinds).filter(([, fits]) => !seed.rooms.some(fits));

    assert.deepEqual(
      missing.map(([kind]) => kind),
      [],
    );
  });

  it('names nothing twice', () => {
    for (const list of [seed.users, seed.rooms, seed.messages]) {
      assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
    }
  });

  it('lets only members speak, react, star and pin', () => {
    const strangers = seed.messages.flatMap((message) => {
      const members = rooms.get(message.room)?.members ?? [];
      return actors(message)
        .filter((name) => !members.includes(name))
        .map((name) => `${name} in ${rooms.get(message.room)?.name ?? message.room}: ${message.text}`);
    });

    assert.deepEqual(strangers, []);
  });

  it('knows every member and every parent room', () => {
    const names = new Set(seed.users.map((user) => user.username));

    for (const { members, discussionOf } of seed.rooms) {
      for (const name of members) assert.ok(names.has(name), name);
      assert.ok(discussionOf === undefined || rooms.has(discussionOf));
    }
  });

  it('gives offices and views to members only', () => {
    for (const { members, moderators = [] } of seed.rooms) {
      for (const name of moderators) assert.ok(members.includes(name), name);
    }
    for (const { room, user } of seed.views) assert.ok(rooms.get(room)?.members.includes(user), user);
  });

  it('keeps threads in one room and one deep', () => {
    for (const reply of seed.messages.filter((message) => message.thread !== undefined)) {
      const first = messages.get(reply.thread ?? '');

      assert.equal(first?.room, reply.room);
      assert.equal(first.thread, undefined);
    }
  });

  it('quotes and links only messages that exist', () => {
    const links = seed.messages.flatMap(({ text }) =>
      [...text.matchAll(/\{\{site\}\}[^\s)]*/g)].map(([link]) => link),
    );

    assert.ok(links.length >= 5);
    for (const link of links) assert.ok(messages.has(link.split('?msg=')[1] ?? ''), link);
  });

  it('stays below the length that the server allows', () => {
    assert.deepEqual(
      seed.messages.filter(({ text }) => text.length > 5000),
      [],
    );
  });

  for (const present of presents) {
    it(`happened within two weeks, seen from ${present}`, () => {
      const { messages: said } = demoSeed(new Date(present), 'demo');

      for (const { id, at, edited = at } of said) {
        assert.ok(at > 0 && at < MINUTES_IN_TWO_WEEKS, `${id} at ${at}`);
        assert.ok(edited > 0 && edited <= at, `${id} was edited before it was said`);
      }
    });

    it(`happened in order, seen from ${present}`, () => {
      const { messages: said, rooms: places } = demoSeed(new Date(present), 'demo');
      const created = new Map(places.map((place) => [place.id, place.created]));
      const spoken = new Map(said.map(({ id, at }) => [id, at]));

      for (const { id, at, room, thread } of said) {
        assert.ok(at < numberOf(created, room), `${id} is older than its room`);
        if (thread !== undefined) assert.ok(at < numberOf(spoken, thread), `${id} is older than its thread`);
      }
    });
  }
});

describe('the demo, played back', () => {
  const world = worldOf(demoSeed(new Date(noon), 'demo'));
  const alice = world.users.byUsername('alice') ?? assert.fail('no alice');
  const seen = world.subscriptions.ofUser(alice._id);

  it('leaves alice unread of every sort', () => {
    const sorts: Record<string, (of: Subscription) => boolean> = {
      'her name': (of) => of.userMentions > 0,
      'everybody’s name': (of) => of.groupMentions > 0,
      'nobody’s name': (of) => of.alert && of.t === 'c' && of.unread === 0 && !of.tunread?.length,
      'a direct message': (of) => of.t === 'd' && of.unread > 0,
      'a thread of hers': (of) => (of.tunread?.length ?? 0) > 0,
      'a thread that names her': (of) => (of.tunreadUser?.length ?? 0) > 0,
      'not to be shown': (of) => of.alert && of.hideUnreadStatus === true,
      'a mention not to be shown': (of) => of.groupMentions > 0 && of.hideMentionStatus === true,
      'a muted room': (of) => of.alert && of.disableNotifications === true,
      nothing: (of) => !of.alert && of.open,
    };

    const missing = Object.entries(sorts).filter(([, fits]) => !seen.some(fits));

    assert.deepEqual(
      missing.map(([sort]) => sort),
      [],
    );
  });

  it('makes quotes of the links to its own messages', () => {
    const all = world.rooms.all().flatMap((room) => world.messages.inRoom(room._id));

    const quotes = all.flatMap((message) => message.attachments ?? []).filter((part) => part['message_link']);

    assert.ok(quotes.length >= 5);
    assert.ok(all.every((message) => !message.msg.includes('{{site}}')));
  });
});

/** Everybody who does something with a message. */
function actors({ from, reactions = {}, starredBy = [], pinnedBy }: SeedMessage): string[] {
  return [
    from,
    ...Object.values(reactions).flat(),
    ...starredBy,
    ...(pinnedBy === undefined ? [] : [pinnedBy]),
  ];
}

function withoutTimes({ messages: said, ...rest }: Seed): unknown {
  return { ...rest, messages: said.map((message) => ({ ...message, at: 0, edited: 0 })) };
}

function numberOf(times: ReadonlyMap<string, number>, id: string): number {
  return times.get(id) ?? NaN;
}
