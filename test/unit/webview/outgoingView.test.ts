import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import type { Outgoing } from '../../../src/model/sendingItems';
import type { Beholder } from '../../../src/webview/messageView';
import { outgoingView } from '../../../src/webview/outgoingView';

const beholder: Beholder = {
  me: { id: 'ann-id', username: 'ann' },
  you: 'You',
  systemText: (type, parameter) => `${type}: ${parameter}`,
};

describe('outgoingView', () => {
  const entry: Outgoing = {
    id: messageId('o1'),
    place: { room: roomId('general') },
    text: 'On its way',
    quotes: [{ id: messageId('q1'), author: 'Bob', text: 'Hi' }],
    acceptedAt: 7,
    state: 'failed',
    alsoToRoom: false,
  };

  it('shows what is being sent as mine', () => {
    const { author, text, delivery } = outgoingView({ ...entry, state: 'waiting' }, beholder);

    assert.deepEqual([author.isMe, text, delivery?.state], [true, 'On its way', 'sending']);
  });

  it('shows what it quotes', () => {
    const [quote] = outgoingView(entry, beholder).attachments;

    assert.deepEqual([quote?.author_name, quote?.text], ['Bob', 'Hi']);
  });

  it('says why it did not go', () => {
    assert.deepEqual(outgoingView(entry, beholder, 'Too long.').delivery, {
      state: 'failed',
      reason: 'Too long.',
    });
  });

  it('shows its attachments as they will look, before what it quotes', () => {
    const attachments = [
      { title: 'Build', color: 'good', ts: 0, fields: [{ title: 'Branch', value: 'main' }] },
    ];

    const [own, quote] = outgoingView({ ...entry, extras: { attachments } }, beholder).attachments;

    assert.deepEqual(
      [own?.title, own?.color, own?.ts, own?.fields],
      ['Build', 'good', '1970-01-01T00:00:00.000Z', [{ title: 'Branch', value: 'main', short: false }]],
    );
    assert.equal(quote?.author_name, 'Bob');
  });

  it('shows the name and face that it is given', () => {
    const extras = { alias: 'Deployer', avatar: 'https://example.org/a.png', emoji: ':rocket:' };

    const { author } = outgoingView({ ...entry, extras }, beholder);

    assert.deepEqual(
      [author.name, author.showsUsername, author.avatar, author.emoji],
      ['Deployer', true, 'https://example.org/a.png', ':rocket:'],
    );
  });
});
