import assert from 'node:assert/strict';
import type RocketChatClient from 'rocketchat-api';
import { each, itemIn, listIn, textIn } from '../../../support/ask';
import { refusalOf, rocketchatApi } from '../../../support/foreign/rocketchatApi';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';
import { workspace } from '../../../support/workspace';

describe('the community client in talk', () => {
  const server = eachWithUnusedServer({ data: workspace() });
  const signedIn = async (name: string) => {
    const client = rocketchatApi(server());
    await client.login(name, `${name}-password`);
    return client;
  };
  let ann: RocketChatClient;
  beforeEach(async () => {
    ann = await signedIn('ann');
  });

  const post = async (text: string, more = {}) =>
    itemIn(await ann.chat.postMessage({ roomId: 'GENERAL', text, ...more }), 'message');

  it('posts, edits and deletes', async () => {
    const message = await post('tpyo', { attachments: [{ text: 'quoted', color: 'red' }] });
    const msgId = textIn(message, '_id');

    const edited = itemIn(await ann.chat.update({ roomId: 'GENERAL', msgId, text: 'typo' }), 'message');
    const deleted = await ann.chat.delete({ roomId: 'GENERAL', msgId });

    assert.deepEqual([edited['msg'], itemIn(edited, 'editedBy')['username']], ['typo', 'ann']);
    assert.equal(deleted['_id'], msgId);
    assert.equal(server().world.messages.byId(msgId), undefined);
  });

  it('reads back what was said, the newest first', async () => {
    for (const text of ['one', 'two', 'three']) await post(text);

    const page = await ann.channels.history({ roomId: 'GENERAL' }, { count: 2 });

    assert.deepEqual(each(listIn(page, 'messages'), 'msg'), ['three', 'two']);
  });

  it('writes to a person by name, hides the talk and finds it again', async () => {
    const { channel, message } = await ann.chat.postMessage({ channel: '@bob', text: 'psst' });
    const rid = textIn(itemIn({ message }, 'message'), 'rid');

    await ann.im.close(rid);
    await ann.im.open(rid);

    assert.equal(channel, '@bob');
    assert.deepEqual(each(listIn(await ann.im.list(), 'ims'), '_id'), [rid]);
    assert.deepEqual(each(listIn(await ann.im.history({ roomId: rid }), 'messages'), 'msg'), ['psst']);
  });

  it('gives a talk a topic, which is said in it', async () => {
    const root = await signedIn('root');
    const { message } = await root.chat.postMessage({ channel: '@bob', text: 'psst' });
    const rid = textIn(itemIn({ message }, 'message'), 'rid');

    const { topic } = await root.im.setTopic(rid, 'secrets');

    const history = await root.im.history({ roomId: rid });
    assert.equal(topic, 'secrets');
    assert.deepEqual(each(listIn(history, 'messages'), 'msg'), ['secrets', 'psst']);
  });

  it('sees the talks of all only as administrator', async () => {
    const root = await signedIn('root');
    await ann.chat.postMessage({ channel: '@bob', text: 'psst' });

    const everyone = await root.im.listEveryone();

    assert.equal(everyone['total'], 1);
    assert.deepEqual(await refusalOf(ann.im.listEveryone()), [
      403,
      'User does not have the permissions required for this action [error-unauthorized]',
    ]);
  });

  it('is told that a room is unknown, or that the words are not its own', async () => {
    const bob = await signedIn('bob');
    const msgId = textIn(await post('law'), '_id');

    const unknown = await refusalOf(bob.chat.postMessage({ roomId: 'nowhere', text: 'x' }));
    const foreign = await refusalOf(bob.chat.update({ roomId: 'GENERAL', msgId, text: 'mine' }));

    assert.deepEqual(unknown, [400, '[invalid-channel]']);
    assert.deepEqual(foreign, [400, 'Message editing not allowed [error-action-not-allowed]']);
  });
});
