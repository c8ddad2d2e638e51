import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, said, seenBy, town } from './town';

const data = town({
  messages: [said('first', 60), said('own', 40, { from: 'bob' }), said('last', 20), said('seen', 90)],
  views: [{ user: 'bob', room: 'dev', seen: 70 }],
});
const method = 'POST subscriptions.unread';

describe('subscriptions.unread', () => {
  const server = eachWithServer({ data, now: noon });

  const unread = (body: object, as = 'bob') => asking(server(), method, as, { ...body });
  const read = () => asking(server(), 'POST subscriptions.read', 'bob', { rid: 'dev' });
  const state = () => {
    const { alert, open, ls } = seenBy(server().world, 'bob');
    return { alert, open, ls };
  };

  it('begins at the last message of anyone', async () => {
    await read();

    await unread({ roomId: 'dev' });

    assert.deepEqual(state(), { alert: true, open: true, ls: '2026-03-02T11:40:00.000Z' });
  });

  it('passes over what is hidden', async () => {
    const last = server().world.messages.byId('last') ?? assert.fail();
    last['_hidden'] = true;

    await unread({ roomId: 'dev' });

    assert.equal(state().ls, '2026-03-02T11:20:00.000Z');
  });

  it('begins at a certain message', async () => {
    await read();

    await unread({ firstUnreadMessage: { _id: 'first' } });

    assert.deepEqual(state(), { alert: true, open: true, ls: '2026-03-02T11:00:00.000Z' });
  });

  it('changes nothing for a message that is unread already', async () => {
    const before = state();

    const { body } = await unread({ firstUnreadMessage: { _id: 'last' } });

    assert.deepEqual([body, state()], [{ success: true }, before]);
  });

  it('passes over who is not in the room', async () => {
    const { body } = await unread({ roomId: 'dev' }, 'carol');

    assert.deepEqual(body, { success: true });
  });

  const first = (_id: string) => ({ firstUnreadMessage: { _id } });
  refuses(server, [
    [
      'an empty room',
      method,
      'bob',
      { roomId: 'open' },
      'There are no messages to mark unread [error-no-message-for-unread]',
    ],
    ['an own message', method, 'bob', first('own'), 'Not allowed [error-action-not-allowed]'],
    ['an unknown message', method, 'bob', first('nothing'), 'Not allowed [error-action-not-allowed]'],
    [
      'who is not in the room',
      method,
      'carol',
      first('last'),
      'Subscription not found [error-subscription-not-found]',
    ],
  ]);

  it('wants exactly one of the two', async () => {
    const { status, body } = await unread({ roomId: 'dev', ...first('last') });

    assert.deepEqual([status, body['errorType']], [400, 'invalid-params']);
  });
});
