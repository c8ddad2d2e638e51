import assert from 'node:assert/strict';
import type { WireReceipt } from '../../../src/api/wire';
import { readersOf } from '../../../src/model/messageReaders';
import { sessionWith } from '../../support/fakeSession';
import { message, minute } from '../../support/makers/message';

function receipt(username: string, ts: string): WireReceipt {
  const user = { _id: `${username}-id`, username, name: username.toUpperCase() };
  return { _id: username, messageId: 'm', roomId: 'general', userId: user._id, ts, user };
}

describe('readersOf', () => {
  it('names who has read it, the first one first, without its author', async () => {
    const receipts = [receipt('cleo', minute(5)), receipt('bob', minute(0)), receipt('ann', minute(2))];
    const { session } = sessionWith({ chat: { getMessageReadReceipts: () => ({ receipts }) } });

    assert.deepEqual(await readersOf(session, message('m')), [
      { username: 'ann', name: 'ANN', readAt: Date.parse(minute(2)) },
      { username: 'cleo', name: 'CLEO', readAt: Date.parse(minute(5)) },
    ]);
  });

  it('leaves out what cannot be read', async () => {
    const receipts = [receipt('', minute(1)), receipt('ann', minute(2))];
    const { session } = sessionWith({ chat: { getMessageReadReceipts: () => ({ receipts }) } });

    const readers = await readersOf(session, message('m'));

    assert.deepEqual(
      readers.map(({ username }) => username),
      ['ann'],
    );
  });
});
