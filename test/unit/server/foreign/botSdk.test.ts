import assert from 'node:assert/strict';
import { type Item, each, itemIn, listIn, textIn } from '../../../support/ask';
import { botSdk, people, refusalOf } from '../../../support/foreign/botSdk';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';

/** A bot at work in the demo's team, over REST alone. */
describe('the kit for bots', () => {
  const server = eachWithUnusedServer({ data: 'demo' });
  let bot: ReturnType<typeof botSdk>;
  beforeEach(async () => {
    bot = botSdk(server());
    await bot.login({ username: 'release-bot', password: 'demo' });
  });

  const general = async (): Promise<Item> =>
    itemIn({ room: await bot.channelInfo({ roomName: 'general' }) }, 'room');

  it('knows who it is and who is there', async () => {
    const names: unknown = await people(bot).allNames();
    const alice = itemIn({ user: await people(bot).info('alice') }, 'user');

    assert.equal(bot.username, 'release-bot');
    assert.ok(Array.isArray(names) && names.includes('alice') && names.includes('release-bot'));
    assert.deepEqual([alice['name'], 'emails' in alice], ['Alice Moreau', false]);
  });

  it('says something, edits it and reacts to it', async () => {
    const rid = textIn(await general(), '_id');

    const sent = itemIn({ message: await bot.sendMessage('released', rid) }, 'message');
    await bot.editMessage({ _id: textIn(sent, '_id'), rid, msg: 'released 4.2' });
    await bot.setReaction(':rocket:', textIn(sent, '_id'));

    const stored = server().world.messages.byId(textIn(sent, '_id'));
    assert.deepEqual([stored?.msg, stored?.u.username], ['released 4.2', 'release-bot']);
    assert.deepEqual(stored?.reactions, { ':rocket:': { usernames: ['release-bot'] } });
  });

  it('joins a channel', async () => {
    const { world } = server();
    const isIn = (rid: string) => world.subscriptions.of(bot.userId, rid) !== undefined;
    const channels = world.rooms.all().filter(({ t, teamId, archived }) => t === 'c' && !teamId && !archived);
    const rid = channels.find(({ _id }) => !isIn(_id))?._id ?? assert.fail('It is in all of them');

    await bot.joinRoom({ rid });

    assert.ok(isIn(rid));
  });

  it('writes to a person', async () => {
    const room = itemIn({ room: await bot.createDirectMessage('ben') }, 'room');

    await bot.sendMessage('your build is red', textIn(room, '_id'));

    const list: unknown = await bot.get('im.messages', { roomId: room['_id'] });
    assert.deepEqual(
      each(listIn({ list: itemIn({ list }, 'list')['messages'] }, 'list'), 'msg')[0],
      'your build is red',
    );
  });

  it('catches up with what has changed', async () => {
    const rid = textIn(await general(), '_id');
    const before = new Date(server().world.now());
    const sent = itemIn({ message: await bot.sendMessage('news', rid) }, 'message');

    const { updated } = await bot.loadHistory(rid, before);

    assert.deepEqual(
      updated.map(({ _id }) => _id),
      [sent['_id']],
    );
  });

  it('gets status and body of what is refused', async () => {
    const refused = await refusalOf(bot.privateInfo({ roomName: 'nothing' }));

    assert.equal(refused['status'], 400);
    assert.equal(itemIn(refused, 'data')['errorType'], 'error-room-not-found');
  });

  it('signs out', async () => {
    await bot.logout();

    const refused = await refusalOf(bot.get('me', {}));

    assert.equal(refused['status'], 401);
  });
});
