import assert from 'node:assert/strict';
import { isObject } from '../../server/isObject';
import { ask, itemIn, textIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, seenBy, town } from './town';

const messages = [
  said('main', 60),
  said('reply', 50, { thread: 'main', from: 'bob' }),
  said('answer', 40, { thread: 'main' }),
];
const data = town({ messages, views: [{ user: 'bob', room: 'dev', seen: 45 }] });

/** The frame inside the answer. */
function frameIn(body: Item): Item {
  const frame: unknown = JSON.parse(textIn(body, 'message'));
  return isObject(frame) ? frame : assert.fail('The message holds no frame');
}

describe('method.call', () => {
  const server = eachWithServer({ data, now: noon });
  const call = async (method: string, params: unknown[], as = 'bob') => {
    const message = JSON.stringify({ msg: 'method', id: '7', method, params });
    const answer = await ask(server(), `POST method.call/${method}`, { as, body: { message } });
    return { ...answer, frame: frameIn(answer.body) };
  };

  it('answers under the id of the call, with dates as the protocol has them', async () => {
    const { status, body, frame } = await call('sendMessage', [{ _id: 'new', rid: 'dev', msg: 'hi' }]);

    const result = itemIn(frame, 'result');
    assert.deepEqual([status, body['success'], frame['msg'], frame['id']], [200, true, 'result', '7']);
    assert.deepEqual([result['_id'], result['ts']], ['new', { $date: Date.parse(noon) }]);
  });

  it('keeps reasons against a message out of the answer, and whispers them', async () => {
    const whispers: string[] = [];
    server().world.events.on('ephemeral', (userId, note) => whispers.push(`${userId}: ${note.msg}`));

    const { status, frame } = await call('sendMessage', [{ rid: 'quiet', msg: 'hi' }]);

    assert.deepEqual([status, frame['result'], frame['error']], [200, undefined, undefined]);
    assert.deepEqual(whispers, ['bob-id: You have been muted and cannot speak in this room']);
  });

  it('marks a thread as read', async () => {
    await call('readThreads', ['main']);

    assert.deepEqual(seenBy(server().world, 'bob').tunread, []);
  });

  it('answers a thread with its first message, then the newest', async () => {
    const { frame } = await call('getThreadMessages', [{ tmid: 'main' }]);

    const found: unknown = frame['result'];
    assert.ok(Array.isArray(found));
    assert.deepEqual(
      found.map((message: Item) => message['_id']),
      ['main', 'answer', 'reply'],
    );
  });

  it('takes dates as the protocol has them', async () => {
    const latest = { $date: Date.parse(noon) - 55 * 60_000 };

    const { frame } = await call('getChannelHistory', [{ rid: 'dev', latest, count: 10 }]);

    const [first] = itemIn(frame, 'result')['messages'] as Item[];
    assert.equal(first?.['_id'], 'main');
  });

  it('reacts, pins and stars', async () => {
    await call('setReaction', ['smile', 'main']);
    await call('pinMessage', [{ _id: 'main' }], 'ann');
    const { frame } = await call('starMessage', [{ _id: 'main', rid: 'dev', starred: true }]);

    const main = server().world.messages.byId('main');
    assert.equal(frame['result'], true);
    assert.deepEqual(main?.reactions, { ':smile:': { usernames: ['bob'] } });
    assert.deepEqual([main.pinned, main.starred], [true, [{ _id: 'bob-id' }]]);
  });

  it('says who types to whoever listens', async () => {
    const heard: unknown[] = [];
    server().world.events.on('activity', (event, args) => heard.push([event, args]));

    await call('stream-notify-room', ['dev/user-activity', 'bob', ['user-typing'], {}]);
    const { frame } = await call('stream-notify-room', ['dev/user-activity', 'ann', ['user-typing'], {}]);

    assert.deepEqual(heard, [['dev/user-activity', ['bob', ['user-typing'], {}]]]);
    assert.equal(itemIn(frame, 'error')['error'], 'not-allowed');
  });

  it('lets people be there, away, or what they want', async () => {
    const bob = server().world.users.byUsername('bob') ?? assert.fail();

    await call('UserPresence:online', []);
    await call('UserPresence:setDefaultStatus', ['busy']);

    assert.deepEqual([bob.status, bob.statusConnection], ['busy', 'online']);
  });

  it('does not know every method', async () => {
    const { status, body, frame } = await call('nothing', []);

    assert.deepEqual([status, body['success']], [400, false]);
    assert.deepEqual(frame['error'], {
      isClientSafe: true,
      error: 404,
      reason: "Method 'nothing' not found",
      message: "Method 'nothing' not found [404]",
      errorType: 'Meteor.Error',
    });
  });

  it('wants parameters of the right shape', async () => {
    const { frame } = await call('sendMessage', [{ rid: 'dev', msg: 'hi', alias: 'x' }]);

    assert.equal(itemIn(frame, 'error')['message'], 'Match failed [400]');
  });

  it('is not for strangers', async () => {
    const { status } = await ask(server(), 'POST method.call/sendMessage', { body: { message: '{}' } });

    assert.equal(status, 401);
  });
});

describe('method.call of an older release', () => {
  const server = eachWithServer({ data, version: '7.9.0' });

  it('calls it a success when the method refuses', async () => {
    const body = { message: '{"msg":"method","id":"1","method":"nothing","params":[]}' };

    const answer = await ask(server(), 'POST method.call/nothing', { as: 'bob', body });

    assert.deepEqual([answer.status, answer.body['success']], [200, true]);
    assert.equal(itemIn(frameIn(answer.body), 'error')['error'], 404);
  });
});

describe('method.callAnon', () => {
  const server = eachWithServer({ data });
  const call = async (method: string, params: unknown[], headers: Record<string, string> = {}) => {
    const body = { message: JSON.stringify({ msg: 'method', id: '1', method, params }) };
    const { body: answer } = await ask(server(), `POST method.callAnon/${method}`, { body, headers });
    return frameIn(answer);
  };

  it('signs in, with a token that REST takes', async () => {
    const frame = await call('login', [{ user: { username: 'ann' }, password: 'ann-password' }]);

    const { id, token, type } = itemIn(frame, 'result');
    const headers = { 'X-User-Id': String(id), 'X-Auth-Token': String(token) };
    assert.equal(type, 'password');
    assert.equal((await ask(server(), 'GET me', { headers })).body['username'], 'ann');
  });

  it('refuses a wrong password', async () => {
    const frame = await call('login', [{ user: { username: 'ann' }, password: 'no' }]);

    const { error, reason } = itemIn(frame, 'error');
    assert.deepEqual([error, reason], [403, 'User not found']);
  });

  it('signs out', async () => {
    await call('logout', [], { 'X-User-Id': 'ann-id', 'X-Auth-Token': 'ann-token' });

    assert.equal(server().world.users.byToken('ann-token'), undefined);
  });

  it('lets nobody speak who is not signed in', async () => {
    const frame = await call('sendMessage', [{ rid: 'dev', msg: 'hi' }]);

    assert.equal(itemIn(frame, 'error')['error'], 'error-invalid-user');
  });
});
