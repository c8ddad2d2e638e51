import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, seenBy, town } from './town';

const data = town({ messages: [said('rude', 60), said('away', 30, { room: 'secret' })] });

describe('chat.reportMessage', () => {
  const server = eachWithServer({ data, now: noon });

  const report = async (messageId: string, description: string) => {
    const body = { messageId, description };
    const answer = await ask(server(), 'POST chat.reportMessage', { as: 'carol', body });
    return { status: answer.status, body: answer.body };
  };

  it('takes the report', async () => {
    const answer = await report('rude', 'not nice');

    assert.deepEqual(answer, { status: 200, body: { success: true } });
  });

  const refusals: readonly [id: string, description: string, error: string][] = [
    ['rude', '  ', 'error-invalid-description'],
    ['nothing', 'not nice', 'error-invalid-message_id'],
    ['away', 'not nice', 'error-invalid-message_id'],
  ];
  for (const [id, description, error] of refusals) {
    it(`refuses '${description}' about ${id}`, async () => {
      const answer = await report(id, description);

      assert.deepEqual(answer, { status: 400, body: { success: false, error } });
    });
  }
});

describe('chat.ignoreUser', () => {
  const server = eachWithServer({ data, now: noon });

  const ignore = async (query: Record<string, string>, as = 'ann'): Promise<Item> => {
    const given = { rid: 'dev', userId: 'bob-id', ignore: 'true', ...query };
    return (await ask(server(), 'GET chat.ignoreUser', { as, query: given })).body;
  };

  it('ignores once, and no more', async () => {
    const answers = [await ignore({}), await ignore({})];
    const ignored = seenBy(server().world, 'ann').ignored;
    await ignore({ ignore: 'false' });

    assert.deepEqual(answers, [{ success: true }, { success: true }]);
    assert.deepEqual([ignored, seenBy(server().world, 'ann').ignored], [['bob-id'], []]);
  });

  const noSubscription = 'Invalid subscription [error-invalid-subscription]';
  const refusals: readonly [what: string, query: Record<string, string>, as: string, error: string][] = [
    ['who is not in the room', {}, 'carol', noSubscription],
    ['whom the room does not know', { userId: 'carol-id' }, 'ann', noSubscription],
    [
      'a blank room',
      { rid: ' ' },
      'ann',
      'The required "rid" param is missing. [error-room-id-param-not-provided]',
    ],
    [
      'a blank person',
      { userId: ' ' },
      'ann',
      'The required "userId" param is missing. [error-user-id-param-not-provided]',
    ],
  ];
  for (const [what, query, as, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const body = await ignore(query, as);

      assert.equal(body['error'], error);
    });
  }

  it('wants to know whether', async () => {
    const query = { rid: 'dev', userId: 'bob-id' };
    const { body } = await ask(server(), 'GET chat.ignoreUser', { as: 'ann', query });

    assert.equal(body['errorType'], 'error-invalid-params');
  });
});
