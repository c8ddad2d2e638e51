import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { messageId, type MessageId } from '../../../src/model/message';
import type { Place } from '../../../src/model/place';
import { roomId } from '../../../src/model/room';
import type { Session } from '../../../src/model/session';
import { ConversationMessages } from '../../../src/webview/conversationMessages';
import type { ToPage } from '../../../src/webview/protocol/conversation';
import { sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';

const general: Place = { room: roomId('general') };
const thread: Place = { ...general, thread: messageId('first') };

/** A page that is in hand and shows these messages of its place. */
function situation(place: Place = general, shown: readonly string[] = []) {
  const { session } = sessionWith({});
  const opened: Place[] = [];
  const told: ToPage['type'][] = [];
  const conversations = {
    active: { place, atHand: undefined },
    open: (to: Place) => Promise.resolve(void opened.push(to)),
    holds: (_place: Place, id: MessageId) => shown.includes(id),
    tell: (_place: Place, { type }: ToPage) => told.push(type) > 0,
  };
  const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
  return { session, opened, told, messages: new ConversationMessages(current, conversations) };
}

describe('ConversationMessages', () => {
  const reply = message('reply', { thread: messageId('first') });

  it('picks a reaction beside the message that a page shows', () => {
    const { messages, told } = situation(general, ['m']);

    assert.equal(messages.pickReaction(message('m')), true);
    assert.deepEqual(told, ['pickReaction']);
  });

  it('leaves to others what the page of that room has not loaded', () => {
    const { messages, told } = situation(general, ['m']);

    assert.equal(messages.pickReaction(message('long ago')), false);
    assert.deepEqual(told, []);
  });

  it('answers in the thread of a message, or of the thread that it is in', async () => {
    const { messages, opened } = situation();

    await messages.reply(message('first'));
    await messages.reply(reply);

    assert.deepEqual(opened, [thread, thread]);
  });

  it('quotes in the place that is open if the message is in it, or else in its own', async () => {
    const inThread = situation(thread);
    const inRoom = situation(general);

    await inThread.messages.quote(message('first'));
    await inRoom.messages.quote(reply);

    assert.deepEqual([inThread.opened, inRoom.opened], [[thread], [thread]]);
  });

  it('knows the message of a page’s menu, and nothing else', () => {
    const { session, messages } = situation();
    session.messages.merge([message('m')]);

    const found = messages.messageOf({ webviewSection: 'message', rocketchatMessage: 'm' });

    assert.equal(found?.id, 'm');
    assert.equal(messages.messageOf({ webviewSection: 'room', rocketchatMessage: 'm' }), undefined);
    assert.equal(messages.messageOf('m'), undefined);
  });
});
