import assert from 'node:assert/strict';
import type { Message } from '../../../src/model/message';
import { messageView, type Beholder, type Standing } from '../../../src/webview/messageView';
import { message } from '../../support/makers/message';

const beholder: Beholder = {
  me: { id: 'ann-id', username: 'ann' },
  you: 'You',
  systemText: (type, parameter) => `${type}: ${parameter}`,
};
const standing: Standing = {
  offers: ['reply'],
  contextValue: 'message.read',
  isUnread: false,
  isIgnored: false,
  keepsReceipts: true,
};
const shown = (over: Partial<Message>) => messageView(message('m1', over), standing, beholder);

describe('messageView', () => {
  it('shows what somebody said', () => {
    const { kind, text, author, offers, contextValue } = shown({ text: '*Hi*' });

    assert.deepEqual([kind, text, offers, contextValue], ['said', '*Hi*', ['reply'], 'message.read']);
    assert.deepEqual([author.name, author.isMe, author.avatar], ['bob', false, '/avatar/bob']);
  });

  it('puts the user name beside an alias', () => {
    const { author } = shown({ author: { id: 'bot-id', username: 'bot', name: 'Release' } });

    assert.deepEqual([author.name, author.username, author.showsUsername], ['Release', 'bot', true]);
  });

  it('says what the room says of itself in words', () => {
    assert.equal(shown({ kind: 'system', type: 'uj', text: 'bob' }).text, 'uj: bob');
  });

  for (const kind of ['encrypted', 'deleted'] as const) {
    it(`hands over nothing of what is ${kind}`, () => {
      const attachments = [{ title: 'secret' }];
      const view = shown({ kind, text: 'secret', tree: [{ type: 'PARAGRAPH' }], attachments });

      assert.equal(JSON.stringify(view).includes('secret'), false);
      assert.equal(view.tree, undefined);
    });
  }

  it('says of what is deleted that and nothing of an edit', () => {
    const edit = { editedAt: 5, editedBy: 'bob' };

    assert.deepEqual(shown(edit).edited, { at: 5, by: 'bob' });
    assert.equal(shown({ kind: 'deleted', ...edit }).edited, undefined);
  });

  it('names who reacted, me first as You', () => {
    const { reactions } = shown({ reactions: { ':tada:': ['bob', 'ann'], ':eyes:': ['bob'] } });

    assert.deepEqual(reactions, [
      { name: ':tada:', people: ['You', 'bob'], isMine: true },
      { name: ':eyes:', people: ['bob'], isMine: false },
    ]);
  });

  it('knows my name among those that a message mentions', () => {
    const mentions: Message['mentions'] = [
      { id: 'ann-id', username: 'ann', kind: 'user' },
      { id: 'all', username: 'all', kind: 'everybody' },
    ];

    assert.deepEqual(
      shown({ mentions }).mentions.map(({ isMe }) => isMe),
      [true, false],
    );
  });

  it('says who has not read it yet only where the server keeps that', () => {
    const unread = message('m1', { isUnreadBySome: true });

    assert.equal(messageView(unread, standing, beholder).receipt, 'unread');
    assert.equal(messageView(unread, { ...standing, keepsReceipts: false }, beholder).receipt, undefined);
  });

  it('begins a thread only where somebody answered', () => {
    const thread = messageView(
      message('m1', { replies: 2, isFollowed: true }),
      { ...standing, isUnread: true },
      beholder,
    );

    assert.equal(shown({ replies: 0 }).thread, undefined);
    assert.deepEqual(thread.thread, { replies: 2, lastReplyAt: undefined, isUnread: true, isFollowed: true });
  });
});
