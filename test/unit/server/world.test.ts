import assert from 'node:assert/strict';
import { emptySeed } from '../../server/data/empty';
import type { Seed } from '../../server/data/seed';
import { passwordDigest } from '../../server/world/users';
import type { World } from '../../server/world/world';
import { longAgo, noon, room, roomIn, said, seenBy, town, worldOf } from './town';

describe('a data set played back', () => {
  it('counts every message and keeps the last one of a person', () => {
    const messages = [said('one', 30), said('two', 20), said('joined', 10, { type: 'uj', from: 'bob' })];

    const { msgs, lastMessage, lm } = roomIn(worldOf(town({ messages })), 'dev');

    assert.deepEqual([msgs, lastMessage?._id, lm], [3, 'two', '2026-03-02T11:40:00.000Z']);
  });

  it('alerts nobody by what the server says itself', () => {
    const messages = [said('joined', 10, { type: 'uj', text: 'ann' })];

    const world = worldOf(town({ messages, views: longAgo }));

    assert.equal(seenBy(world, 'bob').alert, false);
    assert.deepEqual(
      [world.messages.byId('joined')?.md, world.messages.byId('joined')?.groupable],
      [undefined, false],
    );
  });

  it('happens in order of time, whatever the order in the data', () => {
    const messages = [said('late', 10), said('early', 20), said('middle', 15.5)];

    const world = worldOf(town({ messages }));

    assert.deepEqual(
      world.messages.inRoom('dev').map((message) => message.ts),
      ['2026-03-02T11:40:00.000Z', '2026-03-02T11:44:30.000Z', '2026-03-02T11:50:00.000Z'],
    );
  });

  it('repeats itself to the letter', () => {
    const messages = [said('one', 30, { text: 'hi @bob', pinnedBy: 'ann' })];
    const everything = (world: World) => [
      world.rooms.all(),
      world.messages.inRoom('dev'),
      world.subscriptions.inRoom('dev'),
    ];

    const [first, second] = [worldOf(town({ messages })), worldOf(town({ messages }))];

    assert.deepEqual(everything(first), everything(second));
  });

  it('keeps thread counters on the first message', () => {
    const messages = [
      said('main', 60, { from: 'bob' }),
      said('r1', 50, { thread: 'main' }),
      said('r2', 40, { thread: 'main', text: '@carol look' }),
    ];

    const main = worldOf(town({ messages })).messages.byId('main');

    assert.equal(main?.tcount, 2);
    assert.equal(main.tlm, '2026-03-02T11:20:00.000Z');
    assert.deepEqual(main.replies, ['bob-id', 'ann-id', 'carol-id']);
  });

  it('leaves no thread reply as the last message, unless it is shown in the room', () => {
    const hidden = [said('main', 60), said('r1', 50, { thread: 'main' })];
    const shown = [said('main', 60), said('r1', 50, { thread: 'main', alsoInChannel: true })];

    const last = [hidden, shown].map(
      (messages) => roomIn(worldOf(town({ messages })), 'dev').lastMessage?._id,
    );

    assert.deepEqual(last, ['main', 'r1']);
  });

  it('pins with a note in the room, stars, reacts and edits', () => {
    const edited = { edited: 5, reactions: { ':tada:': ['bob'] }, starredBy: ['bob'] };
    const messages = [said('one', 30, { pinnedBy: 'ann', ...edited })];

    const world = worldOf(town({ messages }));

    const one = world.messages.byId('one');
    assert.deepEqual(one?.pinnedBy, { _id: 'ann-id', username: 'ann' });
    assert.deepEqual(one.reactions, { ':tada:': { usernames: ['bob'] } });
    assert.deepEqual(one.starred, [{ _id: 'bob-id' }]);
    assert.equal(one.editedAt, '2026-03-02T11:55:00.000Z');
    assert.equal(world.messages.inRoom('dev').at(-1)?.t, 'message_pinned');
    assert.equal(roomIn(world, 'dev').msgs, 2);
  });

  it('leaves no note of a pin in the future', () => {
    const world = worldOf(town({ messages: [said('one', 0.5, { pinnedBy: 'ann' })] }));

    assert.equal(world.messages.inRoom('dev').at(-1)?.ts, noon);
  });

  it('gives the message that opened a discussion the size of it', () => {
    const messages = [
      said('opener', 60, { type: 'discussion-created', discussion: 'talk' }),
      said('tea', 50, { room: 'talk', from: 'bob' }),
    ];

    const opener = worldOf(town({ messages })).messages.byId('opener');

    assert.deepEqual([opener?.drid, opener?.dcount, opener?.dlm], ['talk', 1, '2026-03-02T11:10:00.000Z']);
  });

  it('takes archived rooms off the list', () => {
    const { open, archived } = seenBy(worldOf(town()), 'bob', 'old');

    assert.deepEqual([open, archived], [false, true]);
  });

  it('opens no account by an empty password', () => {
    const [first] = worldOf({ ...emptySeed, rooms: [] }).users.all();

    assert.equal(first?.username, 'rocket.cat');
    assert.notEqual(first.secret.passwordSha256, passwordDigest(''));
  });

  it('leaves the set-up behind if there is an administrator', () => {
    const steps = [town(), emptySeed].map((seed) => worldOf(seed).setting('Show_Setup_Wizard'));

    assert.deepEqual(steps, ['completed', 'pending']);
  });

  it('says which name of the data set is not there', () => {
    const seed: Seed = town({ messages: [said('one', 30, { from: 'nobody' })] });

    assert.throws(() => worldOf(seed), /the user nobody/);
  });
});

describe('a view of a room', () => {
  it('becomes the flags of the subscription', () => {
    const flags = {
      favorite: true,
      hideUnreadStatus: true,
      hideMentionStatus: true,
      disableNotifications: true,
    };
    const views = [{ user: 'bob', room: 'dev', hidden: true, ...flags }];

    const found = seenBy(worldOf(town({ views })), 'bob');

    assert.deepEqual(
      [found.f, found.open, found.hideUnreadStatus, found.hideMentionStatus, found.disableNotifications],
      [true, false, true, true, true],
    );
  });

  it('gives owners and moderators their roles', () => {
    const rooms = [room('lab', { members: ['ann', 'bob', 'carol'], moderators: ['bob'] })];

    const world = worldOf(town({ rooms }));

    const roles = ['ann', 'bob', 'carol'].map((name) => seenBy(world, name, 'lab').roles);
    assert.deepEqual(roles, [['owner'], ['moderator'], undefined]);
  });
});

describe('a new account', () => {
  const input = { username: 'dora', name: 'Dora', email: 'Dora@example.com', password: 'secret' };

  it('joins the default rooms, which count as unread', () => {
    const world = worldOf(town({ rooms: [room('lobby', { isDefault: true })] }));

    world.addUser(input);

    const { alert, unread, userMentions } = seenBy(world, 'dora', 'lobby');
    assert.deepEqual([alert, unread, userMentions], [true, 1, 1]);
    assert.equal(roomIn(world, 'lobby').usersCount, 3);
    assert.equal(world.messages.inRoom('lobby').at(-1)?.t, 'uj');
  });

  it('is the administrator only while there is none', () => {
    const settled = worldOf(town());
    const fresh = worldOf({ users: [], rooms: [], messages: [], views: [] });

    const roles = [settled, fresh].map((world) => world.addUser(input).roles);

    assert.deepEqual(roles, [['user'], ['user', 'admin']]);
    assert.deepEqual(fresh.addUser({ ...input, username: 'eve' }).roles, ['user']);
  });

  it('is found by its e-mail address in any writing', () => {
    const world = worldOf(town());

    const dora = world.addUser(input);

    assert.equal(world.users.byEmail('dora@EXAMPLE.com'), dora);
  });
});

describe('changes of the world', () => {
  it('are told with what changed', () => {
    const world = worldOf(town());
    const told: string[] = [];
    world.events.on('room', (_change, changed) => told.push(`room ${changed._id}`));
    world.events.on('message', (changed) => told.push(`message ${changed.t ?? ''}`));
    world.events.on('subscription', (change, of) => told.push(`${change} ${of.u.username} in ${of.rid}`));
    world.rooms.all().forEach((candidate) => (candidate.default = candidate._id === 'open'));

    world.addUser({ username: 'dora', name: 'Dora', email: 'd@example.com', password: 'x' });

    assert.deepEqual(told, ['inserted dora in open', 'message uj', 'room open']);
  });
});
