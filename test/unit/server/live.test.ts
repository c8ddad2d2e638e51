import assert from 'node:assert/strict';
import { ask, itemIn, type Item } from '../../support/ask';
import { connected, signedIn, Socket } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { tokenOf } from '../../support/workspace';
import { noon, town } from './town';

describe('a connection', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('is greeted before it has said anything', async () => {
    const socket = new Socket(server());

    assert.deepEqual(await socket.frame(() => true), { server_id: '0' });
  });

  it('is given a session', async () => {
    const socket = new Socket(server());

    const { msg, session } = await socket.connect();

    assert.equal(msg, 'connected');
    assert.equal(typeof session, 'string');
  });

  it('fails with a version that nobody speaks', async () => {
    const socket = new Socket(server());
    await socket.frame(() => true);

    socket.send({ msg: 'connect', version: '9', support: ['9'] });

    assert.deepEqual(await socket.message('failed'), { msg: 'failed', version: '1' });
    assert.equal(await socket.closed, 1000);
  });

  it('must be made before anything else is asked', async () => {
    const socket = new Socket(server());
    await socket.frame(() => true);

    socket.send({ msg: 'ping' });

    const { reason, offendingMessage } = await socket.message('error');
    assert.equal(reason, 'Must connect first');
    assert.deepEqual(offendingMessage, { msg: 'ping' });
  });

  it('is made once', async () => {
    const socket = await connected(server());

    socket.send({ msg: 'connect', version: '1', support: ['1'] });

    assert.equal((await socket.message('error'))['reason'], 'Already connected');
  });

  it('is told of frames that are none', async () => {
    const socket = await connected(server());

    socket.send('{');
    socket.send({ msg: 'dance' });
    await socket.settled();

    const errors = socket.frames.filter(({ msg }) => msg === 'error');
    assert.deepEqual(
      errors.map(({ reason }) => reason),
      ['Parse error', 'Bad request'],
    );
  });

  it('has its pings answered with their ids', async () => {
    const socket = await connected(server());

    socket.send({ msg: 'ping' });
    socket.send({ msg: 'ping', id: 'x' });

    await socket.frame(({ msg, id }) => msg === 'pong' && id === 'x');
    assert.deepEqual(await socket.message('pong'), { msg: 'pong' });
  });

  it('is made nowhere else', async () => {
    const socket = new Socket({ url: `${server().url}/elsewhere` });

    assert.equal(await socket.closed, 1006);
  });
});

describe('a connection below a sub-path', () => {
  const server = eachWithServer({ data: town(), now: noon, rootPath: '/chat' });

  it('is made there', async () => {
    assert.equal((await new Socket(server()).connect())['msg'], 'connected');
  });
});

describe('the heart beat', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('asks whether one is there', async () => {
    const socket = await connected(server());

    server().sockets.beat();

    assert.deepEqual(await socket.message('ping'), { msg: 'ping' });
  });

  it('ends who was silent since the last one', async () => {
    const silent = await connected(server());
    const alive = await connected(server());
    server().sockets.beat();
    await alive.message('ping');
    alive.send({ msg: 'pong' });
    await alive.settled();

    server().sockets.beat();

    assert.equal(await silent.closed, 1006);
    assert.equal(server().sockets.count(), 1);
  });
});

describe('a token that counts no more', () => {
  let time = Date.parse(noon);
  const server = eachWithServer({ data: town(), now: noon, clock: 'runs', wallClock: () => time });
  const password = { user: { username: 'ann' }, password: 'ann-password' };
  beforeEach(() => {
    time = Date.parse(noon);
  });

  it('takes its sockets along, which are told', async () => {
    const socket = await signedIn(server(), 'ann');
    await socket.listen('stream-notify-user', 'ann-id/force_logout');

    await ask(server(), 'POST logout', { as: 'ann' });

    assert.equal(await socket.closed, 1000);
    assert.ok(socket.frames.some(({ msg }) => msg === 'changed'));
  });

  it('leaves the sockets of others', async () => {
    const socket = await connected(server());
    await socket.call('login', password);

    await ask(server(), 'POST logout', { as: 'ann' });
    await socket.settled();

    assert.equal(server().sockets.count('ann'), 1);
  });

  it('takes them along when it is too old', async () => {
    const socket = await connected(server());
    await socket.call('login', password);
    await socket.message('added');

    time += 91 * 24 * 60 * 60_000;
    server().sockets.beat();

    assert.equal(await socket.closed, 1000);
  });
});

describe('the limits of methods', () => {
  let time = Date.parse(noon);
  const server = eachWithServer({ data: town(), now: noon, limiter: true, wallClock: () => time });
  beforeEach(() => {
    time = Date.parse(noon);
  });
  const send = (socket: Socket) => socket.call('sendMessage', { rid: 'dev', msg: 'x' });

  it('let five messages pass in a second, and refuse the next', async () => {
    const socket = await signedIn(server(), 'ann');
    for (let sent = 0; sent < 5; sent++) assert.ok('result' in (await send(socket)));

    const { error, details } = itemIn(await send(socket), 'error');

    assert.deepEqual([error, details], ['too-many-requests', { timeToReset: 1000 }]);
  });

  it('begin anew with the time', async () => {
    const socket = await signedIn(server(), 'ann');
    for (let sent = 0; sent < 6; sent++) await send(socket);

    time += 1000;

    assert.ok('result' in (await send(socket)));
  });

  it('let no connection call a method more than ten times in ten seconds', async () => {
    const socket = await signedIn(server(), 'ann');
    for (let call = 0; call < 10; call++) await socket.call('readThreads', 'none');

    const { error } = itemIn(await socket.call('readThreads', 'none'), 'error');

    assert.equal(error, 'too-many-requests');
  });

  it('do not concern typing', async () => {
    const socket = await signedIn(server(), 'ann');
    const type = () => socket.call('stream-notify-room', 'dev/user-activity', 'ann', ['user-typing'], {});
    for (let call = 0; call < 20; call++) await type();

    assert.ok(!('error' in (await type())));
  });
});

describe('signing in by a socket', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('takes the token of REST, and tells who one is', async () => {
    const socket = await connected(server());

    const { result } = await socket.call('login', { resume: tokenOf('ann') });

    assert.deepEqual(result, { id: 'ann-id', token: tokenOf('ann'), type: 'resume' });
    const { collection, id, fields } = await socket.message('added');
    assert.deepEqual([collection, id], ['users', 'ann-id']);
    assert.ok(fields);
  });

  it('takes a password, whose token REST takes', async () => {
    const socket = await connected(server());

    const login = { user: { username: 'ann' }, password: 'ann-password' };
    const { token } = itemIn(await socket.call('login', login), 'result');

    const headers = { 'X-User-Id': 'ann-id', 'X-Auth-Token': String(token) };
    assert.equal((await ask(server(), 'GET me', { headers })).status, 200);
  });

  it('says when the token ends as the protocol writes moments', async () => {
    const socket = await connected(server());

    const login = { user: { username: 'ann' }, password: 'ann-password' };
    const { tokenExpires } = itemIn(await socket.call('login', login), 'result');

    assert.deepEqual(tokenExpires, { $date: Date.parse(noon) + 90 * 24 * 60 * 60_000 });
  });

  const refusals: readonly [what: string, login: Item, code: unknown][] = [
    ['a token that nobody has', { resume: 'nobody' }, 403],
    ['a wrong password', { user: { username: 'ann' }, password: 'x' }, 403],
  ];
  for (const [what, login, code] of refusals) {
    it(`refuses ${what}`, async () => {
      const socket = await connected(server());

      const { isClientSafe, error, errorType } = itemIn(await socket.call('login', login), 'error');

      assert.deepEqual([isClientSafe, error, errorType], [true, code, 'Meteor.Error']);
    });
  }

  it('ends with a sign-out, and the socket stays', async () => {
    const socket = await signedIn(server(), 'ann');

    await socket.call('logout');

    assert.equal(itemIn(await socket.call('sendMessage', {}), 'error')['error'], 'error-invalid-user');
    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 401);
  });

  it('tells of each call that it has taken effect', async () => {
    const socket = await signedIn(server(), 'ann');

    const { id } = await socket.call('readThreads', 'none');
    await socket.settled();

    assert.ok(socket.frames.some(({ msg, methods }) => msg === 'updated' && String(methods) === id));
  });
});
