import assert from 'node:assert/strict';
import { ask, each, itemIn, jsonOf, listIn, textIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, room, said, seenBy, town } from './town';

const data = town({
  messages: [said('before', 60), said('away', 30, { room: 'secret' })],
  rooms: [room('alone', { members: ['ann'] })],
});

const settings = { Message_Read_Receipt_Enabled: true, Message_Read_Receipt_Store_Users: true };

describe('read receipts', () => {
  const server = eachWithServer({ data, now: noon, settings });

  const grant = (modules: unknown) =>
    fetch(`${server().url}/__control/licences`, { method: 'POST', body: JSON.stringify({ modules }) });
  const receiptsOf = async (messageId: string, as = 'ann') =>
    (await ask(server(), 'GET chat.getMessageReadReceipts', { as, query: { messageId } })).body;
  const post = async (rid: string, others: Item = {}) => {
    const body = { message: { rid, msg: 'hi', ...others } };
    return itemIn((await ask(server(), 'POST chat.sendMessage', { as: 'ann', body })).body, 'message');
  };
  const read = (rid: string, as: string) => ask(server(), 'POST subscriptions.read', { as, body: { rid } });
  const isUnread = (id: string) => server().world.messages.byId(id)?.['unread'];

  it('are to be paid for', async () => {
    const body = await receiptsOf('nothing');

    assert.deepEqual(body, {
      success: false,
      error: 'This is an enterprise feature [error-action-not-allowed]',
      errorType: 'error-action-not-allowed',
      details: { method: 'getReadReceipts' },
    });
  });

  it('begin with the author', async () => {
    await grant(['message-read-receipt']);
    const id = textIn(await post('dev'), '_id');

    const body = await receiptsOf(id);

    const user = { _id: 'ann-id', username: 'ann', name: 'Ann' };
    const receipt = { _id: `${id}ann-id`, messageId: id, roomId: 'dev', userId: 'ann-id', ts: noon, user };
    assert.deepEqual(body, { receipts: [receipt], success: true });
  });

  it('follow as people look at the room', async () => {
    await grant(['message-read-receipt']);
    const sent = await post('dev');
    const id = textIn(sent, '_id');

    seenBy(server().world, 'bob').ls = '2026-03-02T11:00:00.000Z';
    await read('dev', 'bob');

    const readers = each(listIn(await receiptsOf(id), 'receipts'), 'userId');
    assert.deepEqual([sent['unread'], readers, isUnread(id)], [true, ['ann-id', 'bob-id'], undefined]);
  });

  it('leave a message unread until the last one has come', async () => {
    await grant(['message-read-receipt']);
    seenBy(server().world, 'bob').ls = '2026-03-02T11:00:00.000Z';
    const id = textIn(await post('dev'), '_id');

    await read('dev', 'ann');

    assert.equal(isUnread(id), true);
  });

  it('have nobody to wait for where the author is alone', async () => {
    await grant(['message-read-receipt']);

    const id = textIn(await post('alone'), '_id');

    assert.equal(isUnread(id), undefined);
  });

  it('come for replies with the reading of the thread', async () => {
    await grant(['message-read-receipt']);
    const id = textIn(await post('dev', { tmid: 'before' }), '_id');

    await ask(server(), 'POST chat.readThread', { as: 'bob', body: { tmid: 'before' } });

    assert.deepEqual(each(listIn(await receiptsOf(id), 'receipts'), 'userId'), ['ann-id', 'bob-id']);
  });

  it('are none for replies that one has only passed by', async () => {
    await grant(['message-read-receipt']);
    seenBy(server().world, 'bob').ls = '2026-03-02T11:00:00.000Z';
    const id = textIn(await post('dev', { tmid: 'before' }), '_id');

    await read('dev', 'bob');

    const readers = each(listIn(await receiptsOf(id), 'receipts'), 'userId');
    assert.deepEqual([readers, isUnread(id)], [['ann-id'], true]);
  });

  it('are none for what was there when one looked before', async () => {
    await grant(['message-read-receipt']);
    const id = textIn(await post('dev'), '_id');
    seenBy(server().world, 'bob').ls = '2026-03-02T13:00:00.000Z';

    await read('dev', 'bob');

    assert.deepEqual(each(listIn(await receiptsOf(id), 'receipts'), 'userId'), ['ann-id']);
  });

  it('are none for what was said before', async () => {
    await grant(['message-read-receipt']);

    const body = await receiptsOf('before');

    assert.deepEqual(body['receipts'], []);
  });

  const refusals: readonly [id: string, error: string][] = [
    ['', "The required 'messageId' param is missing. [error-invalid-message]"],
    ['nothing', 'Invalid message [error-invalid-message]'],
    ['away', 'Invalid room [error-invalid-room]'],
  ];
  for (const [id, error] of refusals) {
    it(`are refused for '${id}'`, async () => {
      await grant(['message-read-receipt']);

      const body = await receiptsOf(id, 'carol');

      assert.equal(body['error'], error);
    });
  }

  it('need a licence that is one', async () => {
    const answer = await grant('message-read-receipt');

    assert.deepEqual([answer.status, (await jsonOf(answer))['error']], [400, 'This is no licence']);
  });
});
