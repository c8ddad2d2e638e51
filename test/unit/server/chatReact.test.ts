import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, roomIn, said, town } from './town';

const data = town({
  messages: [
    said('one', 60, { reactions: { ':+1:': ['bob'] } }),
    said('last', 50),
    said('silent', 40, { room: 'quiet' }),
    said('read', 30, { room: 'locked' }),
    said('away', 20, { room: 'secret' }),
  ],
});

function reacting(server: () => { url: string }) {
  return async (messageId: string, others: Item, as = 'ann') => {
    const { status, body } = await ask(server(), 'POST chat.react', { as, body: { messageId, ...others } });
    return { status, body };
  };
}

describe('chat.react', () => {
  const server = eachWithServer({ data, now: noon });
  const react = reacting(server);

  const reactions = (id: string) => server().world.messages.byId(id)?.reactions;

  for (const key of ['emoji', 'reaction']) {
    for (const name of ['smile', ':smile:']) {
      it(`reacts by ${key} ${name}`, async () => {
        const { status, body } = await react('last', { [key]: name });

        assert.deepEqual([status, body], [200, { success: true }]);
        assert.deepEqual(reactions('last'), { ':smile:': { usernames: ['ann'] } });
      });
    }
  }

  it('takes a second one back, and the key with the last', async () => {
    await react('one', { emoji: '+1' }, 'bob');

    assert.equal('reactions' in (server().world.messages.byId('one') ?? {}), false);
  });

  it('keeps others beside it', async () => {
    await react('one', { emoji: '+1' });
    await react('one', { emoji: '+1' }, 'bob');

    assert.deepEqual(reactions('one'), { ':+1:': { usernames: ['ann'] } });
  });

  it('takes another name of an emoji for another emoji', async () => {
    await react('one', { emoji: 'thumbsup' }, 'bob');

    assert.deepEqual(Object.keys(reactions('one') ?? {}), [':+1:', ':thumbsup:']);
  });

  it('knows the colours of hands, and what the workspace made itself', async () => {
    const { world } = server();
    const made = { _id: 'e1', name: 'party', aliases: ['fest'], extension: 'png', etag: 'x' };
    world.customEmoji.add({ ...made, _updatedAt: noon });

    const answers = [
      await react('last', { emoji: 'thumbsup_tone3' }),
      await react('last', { emoji: 'fest' }),
    ];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
  });

  it('does not change what is as it should be', async () => {
    const before = server().world.messages.byId('one')?._updatedAt;

    await react('one', { emoji: '+1', shouldReact: true }, 'bob');
    await react('last', { emoji: '+1', shouldReact: false }, 'bob');

    assert.deepEqual(reactions('one'), { ':+1:': { usernames: ['bob'] } });
    assert.deepEqual(
      [server().world.messages.byId('one')?._updatedAt, reactions('last')],
      [before, undefined],
    );
  });

  it('shows where the room shows its last message', async () => {
    await react('last', { emoji: 'tada' }, 'carol');

    const shown = roomIn(server().world, 'dev').lastMessage?.reactions;
    assert.deepEqual(shown, { ':tada:': { usernames: ['carol'] } });
  });

  const refusals: readonly [what: string, id: string, others: Item, error: string, as?: string][] = [
    [
      'what is not there',
      'nothing',
      { emoji: 'smile' },
      'The provided "messageId" does not match any existing message. [error-message-not-found]',
    ],
    ['a name that nobody knows', 'one', { emoji: 'no_such' }, 'Invalid emoji provided. [error-not-allowed]'],
    ['the character itself', 'one', { emoji: '👍' }, 'Invalid emoji provided. [error-not-allowed]'],
    [
      'no name at all',
      'one',
      { emoji: '' },
      'The required "emoji" param is missing. [error-emoji-param-not-provided]',
    ],
    ['a room of others', 'away', { emoji: 'smile' }, 'Not Authorized [not-authorized]', 'carol'],
    [
      'who has been muted',
      'silent',
      { emoji: 'smile' },
      'You have been muted and cannot speak in this room [error-not-allowed]',
      'bob',
    ],
    [
      'in a read-only room',
      'read',
      { emoji: 'smile' },
      "You can't send messages because the room is readonly.",
      'bob',
    ],
  ];
  for (const [what, id, others, error, as] of refusals) {
    it(`refuses ${what}`, async () => {
      const { status, body } = await react(id, others, as);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('lets a read-only room react that may', async () => {
    roomIn(server().world, 'locked').reactWhenReadOnly = true;

    const { status } = await react('read', { emoji: 'smile' }, 'bob');

    assert.equal(status, 200);
  });

  it('wants one name, not two', async () => {
    const { body } = await react('one', { emoji: 'smile', reaction: 'smile' });

    assert.equal(body['errorType'], 'invalid-params');
  });
});

describe('chat.react of an older release', () => {
  const server = eachWithServer({ data, now: noon, version: '7.10.0' });
  const react = reacting(server);

  it('adds what should not be, where there is no reaction yet', async () => {
    await react('last', { emoji: '+1', shouldReact: false });

    const { reactions } = server().world.messages.byId('last') ?? {};
    assert.deepEqual(reactions, { ':+1:': { usernames: ['ann'] } });
  });
});
