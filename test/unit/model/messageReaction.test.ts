import assert from 'node:assert/strict';
import { react } from '../../../src/model/messageReaction';
import type { Answers } from '../../support/fakeClient';
import { failure } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, minute, wireMessage } from '../../support/makers/message';

const said = message('m');

function reacting(reactions: Record<string, string[]>, chat: Answers['chat'] = { react: () => ({}) }) {
  const made = sessionWith({ chat });
  const wire = Object.fromEntries(
    Object.entries(reactions).map(([name, usernames]) => [name, { usernames }]),
  );
  made.session.receive([wireMessage('m', { reactions: wire })]);
  return { ...made, shown: () => made.session.messages.get(said.id)?.reactions };
}

describe('react', () => {
  it('shows the reaction before the server has answered, and says what is meant', async () => {
    const { client, session, shown } = reacting({ ':tada:': ['bob'] });

    const done = react(session, said, ':tada:');
    const atOnce = shown();
    await done;

    assert.deepEqual(atOnce, { ':tada:': ['bob', 'ann'] });
    assert.deepEqual(argsOf(client, 'chat.react'), [{ messageId: 'm', emoji: ':tada:', shouldReact: true }]);
  });

  it('takes the same reaction back, and its name when nobody is left', async () => {
    const { client, session, shown } = reacting({ ':eyes:': ['ann'], ':tada:': ['bob'] });

    await react(session, said, 'eyes');

    assert.deepEqual(shown(), { ':tada:': ['bob'] });
    assert.deepEqual(argsOf(client, 'chat.react'), [{ messageId: 'm', emoji: ':eyes:', shouldReact: false }]);
  });

  it('takes it back when the server refuses, and leaves the other that was given meanwhile', async () => {
    const refused = failure('forbidden');
    const { session, shown } = reacting(
      {},
      { react: ({ emoji }) => (emoji === ':no:' ? Promise.reject(refused) : {}) },
    );

    const [failed] = await Promise.allSettled([react(session, said, 'no'), react(session, said, 'yes')]);

    assert.equal(failed.status, 'rejected');
    assert.deepEqual(shown(), { ':yes:': ['ann'] });
  });

  it('keeps what others gave meanwhile', async () => {
    const { session, shown } = reacting({});

    const done = react(session, said, 'tada');
    const reactions = { ':tada:': { usernames: ['ann'] }, ':eyes:': { usernames: ['bob'] } };
    session.receive([wireMessage('m', { reactions, _updatedAt: minute(1) })]);
    await done;

    assert.deepEqual(shown(), { ':tada:': ['ann'], ':eyes:': ['bob'] });
  });
});
