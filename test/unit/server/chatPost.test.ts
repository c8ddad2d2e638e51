import assert from 'node:assert/strict';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { messageIn, noon, said, town } from './town';

type Message = Record<string, unknown>;

const data = town({ messages: [said('main', 60)] });

describe('chat.postMessage', () => {
  const server = eachWithServer({ data, now: noon });

  async function post(body: Message, as = 'ann') {
    const answer = await ask(server(), 'POST chat.postMessage', { as, body });
    return { ...answer, message: messageIn(answer.body) };
  }

  it('answers the time as a number, the target as a text, and the message', async () => {
    const { status, body, message } = await post({ channel: '#dev', text: '  hello  ' });

    assert.equal(status, 200);
    assert.deepEqual([body['ts'], body['channel']], [Date.parse(noon), '#dev']);
    assert.deepEqual(
      [message?.['msg'], message?.['groupable'], message?.['parseUrls'], message?.['rid']],
      ['hello', false, true, 'dev'],
    );
  });

  it('leaves out what is empty', async () => {
    const { message } = await post({ roomId: 'dev', text: null, alias: '', attachments: [] });

    assert.deepEqual(Object.keys(message ?? {}).sort(), [
      ...['_id', '_updatedAt', 'channels', 'groupable', 'mentions', 'msg', 'parseUrls', 'rid', 'ts', 'u'],
    ]);
    assert.equal(message?.['msg'], '');
  });

  it('does not look for links beside attachments unless asked to', async () => {
    const attachments = [{ msg: ' inside ', title: 'x' }];

    const plain = await post({ roomId: 'dev', text: 'https://a.example', attachments });
    const asked = await post({ roomId: 'dev', text: 'https://a.example', attachments, parseUrls: true });

    assert.deepEqual(plain.message?.['attachments'], [{ title: 'x', text: 'inside' }]);
    assert.equal(plain.message['urls'], undefined);
    assert.deepEqual(asked.message?.['urls'], [{ url: 'https://a.example', meta: {} }]);
  });

  it('takes a picture before an emoji', async () => {
    const { message } = await post(
      { channel: '#open', text: 'x', avatar: 'https://a.example/x.png', emoji: ':x:' },
      'hook',
    );

    assert.deepEqual([message?.['avatar'], message?.['emoji']], ['https://a.example/x.png', undefined]);
  });

  const targets: readonly [target: string, rid: string][] = [
    ['#dev', 'dev'],
    ['dev', 'dev'],
    ['#secret', 'secret'],
    ['@bob', 'ann-bob'],
    ['bob-id', 'ann-bob'],
    ['@bob-id', 'ann-bob'],
    ['ann-bob', 'ann-bob'],
    ['@carol', 'ann-idcarol-id'],
    ['@ann', ''],
  ];
  for (const [target, rid] of targets) {
    it(`finds ${target}`, async () => {
      const { status, message } = await post({ channel: target, text: 'x' });

      const own = server().world.rooms.directBetween(['ann-id'])?._id;
      assert.deepEqual([status, message?.['rid']], [200, rid || own]);
    });
  }

  it('joins a public channel on the way', async () => {
    await post({ channel: '#open', text: 'x' });

    const { world } = server();
    const types = world.messages.inRoom('open').map((message) => message.t);
    assert.equal(world.subscriptions.of('ann-id', 'open')?.open, true);
    assert.deepEqual(types, ['uj', undefined]);
  });

  it('shows a new direct message to the other one with its first message', async () => {
    await post({ channel: '@carol', text: 'x' });

    const theirs = server().world.subscriptions.of('carol-id', 'ann-idcarol-id');
    assert.deepEqual([theirs?.open, theirs?.unread, theirs?.fname], [true, 1, 'Ann']);
  });

  it('sends to every target once and answers the first', async () => {
    const { body } = await post({ roomId: ['dev', 'secret', 'dev'], text: 'x' });

    const { rooms } = server().world;
    assert.equal(body['channel'], 'dev');
    assert.deepEqual([rooms.byId('dev')?.msgs, rooms.byId('secret')?.msgs], [2, 1]);
  });

  it('sends nothing if one target fails, but stays in what it joined', async () => {
    const { status, body } = await post({ channel: ['#open', '#nowhere'], text: 'x' });

    const { world } = server();
    assert.deepEqual([status, body['error']], [400, '[invalid-channel]']);
    assert.notEqual(world.subscriptions.of('ann-id', 'open'), undefined);
    assert.equal(world.messages.inRoom('open').filter((message) => message.t === undefined).length, 0);
  });

  it('looks at one target whole before it looks for the next', async () => {
    const { body } = await post({ channel: ['#dev', '#open'], text: 'x', alias: 'Somebody' });

    const place = server().world.subscriptions.of('ann-id', 'open');
    assert.deepEqual([body['error'], place], ['Not enough permission', undefined]);
  });

  it('answers in a thread', async () => {
    const { message } = await post({ roomId: 'dev', text: 'x', tmid: 'main' });

    assert.equal(message?.['tmid'], 'main');
    assert.equal(server().world.messages.byId('main')?.tcount, 1);
  });

  const long = 'x'.repeat(5001);
  const refusals: readonly [what: string, body: Message, error: string, as?: string][] = [
    ['a text that is too long', { roomId: 'dev', text: long }, 'error-message-size-exceeded'],
    [
      'an attachment that is too long',
      { roomId: 'dev', attachments: [{ text: long }] },
      'error-message-size-exceeded',
    ],
    ['nobody', { channel: '@nobody', text: 'x' }, '[invalid-channel]'],
    ['no target at all', { channel: [], text: 'x' }, 'unknown-error'],
    ['an archived room', { channel: '#old', text: 'x' }, 'room_is_archived'],
    ['a room of others', { channel: '#secret', text: 'x' }, 'error-not-allowed', 'carol'],
    [
      'a channel that is closed to one',
      { channel: '#dev', text: 'x' },
      'Not allowed [error-not-allowed]',
      'gast',
    ],
    ['another name', { roomId: 'dev', text: 'x', alias: 'Bob' }, 'Not enough permission'],
  ];
  for (const [what, body, error, as] of refusals) {
    it(`refuses ${what}`, async () => {
      const answer = await post(body, as);

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }

  const invalid: readonly [what: string, body: Message][] = [
    ['both ways to name the room', { roomId: 'dev', channel: '#dev', text: 'x' }],
    ['neither way', { text: 'x' }],
    ['a thread beside a channel', { channel: '#dev', text: 'x', tmid: 'main' }],
    ['a key of chat.sendMessage', { roomId: 'dev', msg: 'x' }],
  ];
  for (const [what, body] of invalid) {
    it(`does not understand ${what}`, async () => {
      const answer = await post(body);

      assert.deepEqual([answer.status, answer.body['errorType']], [400, 'invalid-params']);
      assert.match(String(answer.body['error']), /must match exactly one schema in oneOf$/);
    });
  }
});
