import assert from 'node:assert/strict';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

describe('subscriptions.read', () => {
  const unread = town({
    messages: [
      said('main', 100, { from: 'bob' }),
      said('hello', 50, { text: '@bob @all' }),
      said('reply', 40, { thread: 'main' }),
    ],
    views: [{ user: 'bob', room: 'dev', seen: 90 }],
  });
  const server = eachWithServer({ data: unread, now: noon });

  async function read(body: object) {
    const answer = await ask(server(), 'POST subscriptions.read', { as: 'bob', body });
    const { alert, unread, userMentions, tunread, ls } =
      server().world.subscriptions.of('bob-id', 'dev') ?? assert.fail();
    return { answer, state: { alert, unread, userMentions, tunread, ls } };
  }

  it('leaves the alert for a thread that is still unread', async () => {
    const { answer, state } = await read({ rid: 'dev' });

    assert.deepEqual(answer.body, { success: true });
    assert.deepEqual(state, { alert: true, unread: 0, userMentions: 0, tunread: ['main'], ls: noon });
  });

  it('clears everything with the threads', async () => {
    const { state } = await read({ roomId: 'dev', readThreads: true });

    assert.deepEqual(state, { alert: false, unread: 0, userMentions: 0, tunread: undefined, ls: noon });
  });

  it('shows a hidden room again, and forgets that everyone was named', async () => {
    const own = server().world.subscriptions.of('bob-id', 'dev') ?? assert.fail();
    own.open = false;
    own.groupMentions = 1;

    await read({ rid: 'dev' });

    assert.deepEqual([own.open, own.groupMentions], [true, 0]);
  });

  it('refuses a room that one is not in', async () => {
    const answers = [await read({ rid: 'nowhere' }), await read({ rid: 5 })];

    for (const { answer } of answers) {
      assert.deepEqual(answer.body, { success: false, error: 'error-invalid-subscription' });
    }
  });

  it('refuses both names of the room together', async () => {
    const { answer } = await read({ rid: 'dev', roomId: 'dev' });

    assert.deepEqual([answer.status, answer.body['errorType']], [400, 'invalid-params']);
  });
});
