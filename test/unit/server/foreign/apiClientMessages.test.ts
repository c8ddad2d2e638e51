import assert from 'node:assert/strict';
import { each, type Item, itemIn, listIn, textIn } from '../../../support/ask';
import { type ApiClient, apiClient, refusalOf, register } from '../../../support/foreign/apiClient';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';

describe("Rocket.Chat's own client, with messages", () => {
  const server = eachWithUnusedServer();
  let rita: ApiClient;
  let sam: ApiClient;
  beforeEach(async () => {
    rita = apiClient(server());
    sam = apiClient(server());
    await register(rita, 'rita');
    await register(sam, 'sam');
  });

  const posted = async (client: ApiClient, body: Item) =>
    itemIn(await client.post('/v1/chat.postMessage', { roomId: 'GENERAL', ...body }), 'message');
  const stored = (message: Item) => server().world.messages.byId(textIn(message, '_id'));

  it('posts with attachments of every kind', async () => {
    const attachment = {
      color: '#764FA5',
      title: 'Build 42',
      title_link: 'https://ci.example.com/42',
      text: 'all green',
      ts: '2026-03-02T09:00:00.000Z',
      collapsed: true,
      fields: [{ short: true, title: 'branch', value: 'main' }],
    };

    const message = await posted(rita, { text: 'look', emoji: ':rocket:', attachments: [attachment] });

    assert.deepEqual([message['msg'], message['emoji']], ['look', ':rocket:']);
    assert.deepEqual(message['attachments'], [attachment]);
    assert.equal(stored(message)?.msg, 'look');
  });

  it('mentions, and the other finds it unread', async () => {
    // To be put into the default channel counts as a mention.
    await sam.post('/v1/subscriptions.read', { rid: 'GENERAL' });
    await posted(rita, { text: 'ping @sam' });

    const before = itemIn(await sam.get('/v1/subscriptions.getOne', { roomId: 'GENERAL' }), 'subscription');
    const list = await sam.get('/v1/chat.getMentionedMessages', { roomId: 'GENERAL' });
    await sam.post('/v1/subscriptions.read', { rid: 'GENERAL' });

    const after = itemIn(await sam.get('/v1/subscriptions.getOne', { roomId: 'GENERAL' }), 'subscription');
    assert.deepEqual(each(listIn(list, 'messages'), 'msg'), ['ping @sam']);
    assert.deepEqual([before['unread'], before['userMentions'], before['alert']], [1, 1, true]);
    assert.deepEqual([after['unread'], after['userMentions'], after['alert']], [0, 0, false]);
  });

  it('talks in a thread', async () => {
    const main = await posted(rita, { text: 'lunch?' });
    const reply = { rid: 'GENERAL', msg: 'yes', tmid: main['_id'] };
    await sam.post('/v1/chat.sendMessage', { message: reply });

    const list = await rita.get('/v1/chat.getThreadsList', { rid: 'GENERAL', type: 'following' });
    const replies = await rita.get('/v1/chat.getThreadMessages', { tmid: main['_id'] });

    assert.deepEqual(each(listIn(list, 'threads'), 'tcount'), [1]);
    assert.deepEqual(each(listIn(replies, 'messages'), 'msg'), ['yes']);
    assert.equal(stored(main)?.replies?.length, 2);
  });

  it('reacts, stars and pins, and takes it back', async () => {
    const message = await posted(sam, { text: 'ship it' });
    const messageId = message['_id'];
    await sam.post('/v1/chat.react', { messageId, emoji: 'thumbsup', shouldReact: true });
    await sam.post('/v1/chat.starMessage', { messageId });
    const { message: pin } = await rita.post('/v1/chat.pinMessage', { messageId });

    const starred = await sam.get('/v1/chat.getStarredMessages', { roomId: 'GENERAL' });
    const pinned = await sam.get('/v1/chat.getPinnedMessages', { roomId: 'GENERAL' });
    await sam.post('/v1/chat.unStarMessage', { messageId });
    await rita.post('/v1/chat.unPinMessage', { messageId });

    assert.deepEqual([starred['total'], pinned['total']], [1, 1]);
    assert.equal(itemIn({ pin }, 'pin')['t'], 'message_pinned');
    assert.deepEqual(stored(message)?.reactions, { ':thumbsup:': { usernames: ['sam'] } });
    assert.deepEqual([stored(message)?.starred, stored(message)?.pinned], [[], false]);
  });

  it('finds by a word, and by who said it', async () => {
    await posted(rita, { text: 'the kettle is on' });
    await posted(sam, { text: 'a kettle of fish' });

    const all = await sam.get('/v1/chat.search', { roomId: 'GENERAL', searchText: 'kettle', count: 10 });
    const own = await sam.get('/v1/chat.search', { roomId: 'GENERAL', searchText: 'from:me kettle' });

    assert.deepEqual(each(listIn(all, 'messages'), 'msg'), ['a kettle of fish', 'the kettle is on']);
    assert.deepEqual(each(listIn(own, 'messages'), 'msg'), ['a kettle of fish']);
  });

  it('edits, deletes and hears of both when it syncs', async () => {
    const kept = await posted(sam, { text: 'tpyo' });
    const dropped = await posted(sam, { text: 'never mind' });
    const roomId = 'GENERAL';
    await sam.post('/v1/chat.update', { roomId, msgId: kept['_id'], text: 'typo' });
    await sam.post('/v1/chat.delete', { roomId, msgId: dropped['_id'] });

    const { result } = await sam.get('/v1/chat.syncMessages', { roomId, lastUpdate: textIn(kept, 'ts') });

    const changes = itemIn({ result }, 'result');
    assert.ok(each(listIn(changes, 'updated'), 'msg').includes('typo'));
    assert.deepEqual(each(listIn(changes, 'deleted'), '_id'), [dropped['_id']]);
    assert.equal(stored(dropped), undefined);
  });

  it('leaves the message of another alone', async () => {
    const message = await posted(rita, { text: 'mine' });
    const change = { roomId: 'GENERAL', msgId: message['_id'], text: 'yours' };

    const { status, body } = await refusalOf(sam.post('/v1/chat.update', change));

    assert.equal(status, 400);
    assert.equal(body['error'], 'Message editing not allowed [error-action-not-allowed]');
    assert.equal(stored(message)?.msg, 'mine');
  });
});
