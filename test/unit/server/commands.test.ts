import assert from 'node:assert/strict';
import { ask, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { roomIn, said, seenBy, town } from './town';

const data = town({ messages: [said('main', 60)] });

describe('commands.list', () => {
  const server = eachWithServer({ data });
  const list = (query = {}) => ask(server(), 'GET commands.list', { as: 'ann', query });

  it('names every command with what it needs', async () => {
    const { body } = await list({ count: '0' });

    const commands = listIn(body, 'commands');
    assert.deepEqual([body['appsLoaded'], body['total']], [true, commands.length]);
    assert.deepEqual(
      commands.find(({ command }) => command === 'topic'),
      {
        command: 'topic',
        description: 'Slash_Topic_Description',
        params: 'Slash_Topic_Params',
        permission: 'edit-room',
        clientOnly: false,
        providesPreview: false,
      },
    );
  });

  it('is empty, and says so by its status, until the apps are there', async () => {
    const control = `${server().url}/__control/apps`;
    await fetch(control, { method: 'POST', body: '{"loaded":false}' });

    const { status, body } = await list();

    assert.deepEqual([status, body['appsLoaded'], body['commands']], [202, false, []]);
  });
});

describe('commands.get', () => {
  const server = eachWithServer({ data });
  const get = (query: Record<string, string>) => ask(server(), 'GET commands.get', { as: 'ann', query });

  it('finds one in whatever case', async () => {
    assert.equal(itemIn((await get({ command: 'SHRUG' })).body, 'command')['command'], 'shrug');
  });

  const refusals: [string, Record<string, string>, string][] = [
    ['no command', {}, 'The query param "command" must be provided.'],
    ['an unknown one', { command: 'x' }, 'There is no command in the system by the name of: x'],
  ];
  for (const [name, query, error] of refusals) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual((await get(query)).body, { success: false, error });
    });
  }
});

describe('commands.run', () => {
  const server = eachWithServer({ data });
  let whispers: string[] = [];
  beforeEach(() => {
    whispers = [];
    server().world.events.on('ephemeral', (_userId, { msg }) => whispers.push(msg));
  });

  const run = (command: string, params = '', others: object = {}) =>
    ask(server(), 'POST commands.run', {
      as: 'ann',
      body: { command, roomId: 'dev', params, ...others },
    });
  const last = () => server().world.messages.inRoom('dev').at(-1);

  const sayings: [string, string, string][] = [
    ['me', 'waves', '_waves_'],
    ['shrug', 'well', 'well ¯\\\\_(ツ)_/¯'],
    ['tableflip', '', ' (╯°□°）╯︵ ┻━┻'],
    ['unflip', 'calm', 'calm ┬─┬ ノ( ゜-゜ノ)'],
    ['lennyface', 'hm', 'hm ( ͡° ͜ʖ ͡°)'],
    ['gimme', 'tea', '༼ つ ◕_◕ ༽つ tea'],
  ];
  for (const [command, params, msg] of sayings) {
    it(`says what /${command} stands for`, async () => {
      const { status, body } = await run(command, params);

      assert.deepEqual([status, body], [200, { success: true }]);
      assert.equal(last()?.msg, msg);
    });
  }

  it('speaks in a thread', async () => {
    await run('me', 'nods', { tmid: 'main' });

    assert.equal(last()?.tmid, 'main');
  });

  it('brings people in and tells who is unknown or there', async () => {
    await run('invite', '@carol, bob');
    await run('invite', 'nobody');

    assert.ok(seenBy(server().world, 'carol'));
    assert.deepEqual(whispers, ['`@bob` is already in here.', 'No user exists by the name of `@nobody`.']);
  });

  it('sends people away', async () => {
    await run('kick', '@bob');

    assert.equal(server().world.subscriptions.of('bob-id', 'dev'), undefined);
    assert.equal(last()?.t, 'ru');
  });

  it('silences people and lets them speak again', async () => {
    await run('mute', '@bob');
    const muted = [...(roomIn(server().world, 'dev').muted ?? [])];
    await run('unmute', 'bob');

    assert.deepEqual([muted, roomIn(server().world, 'dev').muted], [['bob'], []]);
  });

  it('joins and leaves channels', async () => {
    await run('join', '#open');
    const joined = server().world.subscriptions.of('ann-id', 'open');
    const again = await run('join', 'open');
    await run('part', '', { roomId: 'open' });

    assert.ok(joined);
    assert.equal(again.body['errorType'], 'error-user-already-in-room');
    assert.equal(server().world.subscriptions.of('ann-id', 'open'), undefined);
  });

  it('tells the last owner why there is no way out', async () => {
    const { body } = await run('leave');

    assert.equal(body['errorType'], 'error-you-are-last-owner');
    assert.deepEqual(whispers, ['You are the last owner. Please set new owner before leaving the room.']);
  });

  it('archives and brings back', async () => {
    await run('archive');
    const archived = roomIn(server().world, 'dev').archived;
    const refused = await run('unarchive', '#dev');

    assert.deepEqual([archived, refused.body['errorType']], [true, 'error-not-authorized']);
    assert.deepEqual(whispers, ['Channel with name `#dev` has been archived successfully']);
  });

  it('makes channels and private groups', async () => {
    await run('create', '#tea');
    await run('create', '#coffee --private');
    await run('create', 'tea');

    const { rooms } = server().world;
    assert.deepEqual([rooms.byName('tea')?.t, rooms.byName('coffee')?.t], ['c', 'p']);
    assert.deepEqual(whispers, ['The channel `#tea` already exists.']);
  });

  it('brings everyone along', async () => {
    await run('invite-all-to', '#open', { roomId: 'secret' });
    const refused = whispers.length;
    await run('invite-all-to', '#fresh');

    assert.equal(refused, 1);
    assert.deepEqual(
      server().world.subscriptions.inRoom(server().world.rooms.byName('fresh')?._id ?? '').length,
      2,
    );
  });

  it('hides rooms', async () => {
    await run('hide', '#secret');

    assert.equal(seenBy(server().world, 'ann', 'secret').open, false);
  });

  it('writes to one person', async () => {
    await run('msg', '@carol psst');

    const room = server().world.rooms.directBetween(['ann-id', 'carol-id']);
    assert.equal(room?.lastMessage?.msg, 'psst');
  });

  it('sets the topic where one may', async () => {
    await run('topic', 'Tea only');
    await ask(server(), 'POST commands.run', {
      as: 'bob',
      body: { command: 'topic', roomId: 'dev', params: 'Coffee' },
    });

    assert.equal(roomIn(server().world, 'dev').topic, 'Tea only');
  });

  it('sets the own status', async () => {
    await run('status', 'in a meeting');

    assert.equal(server().world.users.byUsername('ann')?.statusText, 'in a meeting');
    assert.deepEqual(whispers, ['Status message changed successfully.']);
  });

  it('lists the shortcuts', async () => {
    await run('help');

    assert.match(whispers.join(), /Edit previous message/);
  });

  const refusals: [string, object, number, string][] = [
    ['an unknown command', { command: 'x' }, 400, 'The command provided does not exist (or is disabled).'],
    ['no command', { command: undefined }, 400, 'You must provide a command to run.'],
    [
      'parameters that are no text',
      { params: [1] },
      400,
      'The parameters for the command must be a single string.',
    ],
    [
      'no room',
      { roomId: undefined },
      400,
      "The room's id where to execute this command must be provided and be a string.",
    ],
    ['a thread that is no text', { tmid: 7 }, 400, 'The tmid parameter when provided must be a string.'],
    ['a room one may not see', { roomId: 'talk-not-there' }, 403, 'unauthorized'],
    ['a thread of another room', { tmid: 'nothing' }, 400, 'Invalid thread.'],
  ];
  for (const [name, over, status, error] of refusals) {
    it(`refuses ${name}`, async () => {
      const answer = await run('me', 'waves', over);

      assert.equal(answer.status, status);
      assert.deepEqual(answer.body, { success: false, error });
    });
  }
});
