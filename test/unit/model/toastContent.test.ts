import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { MessageStore } from '../../../src/model/messageStore';
import type { Notice } from '../../../src/model/notice';
import { roomId } from '../../../src/model/room';
import { RoomStore } from '../../../src/model/roomStore';
import { toastContent } from '../../../src/model/toastContent';
import { message } from '../../support/makers/message';
import { notice } from '../../support/makers/notice';
import { direct, room } from '../../support/makers/room';

const thread = messageId('thread');

describe('toastContent', () => {
  let rooms: RoomStore;
  let messages: MessageStore;
  let shared: string[];
  beforeEach(() => {
    rooms = new RoomStore();
    rooms.merge([room('general'), direct('bob', { name: 'Bob Stone' })]);
    messages = new MessageStore();
    shared = [];
  });

  const mine = { userId: 'ann-id', isShared: (id: string) => shared.includes(id) };
  const contentOf = (...notices: Notice[]) => toastContent(notices, { rooms, messages }, mine);
  function said(...notices: Notice[]): unknown[] {
    const content = contentOf(...notices);
    if (content.kind === 'room' || content.kind === 'rooms') return [content.kind];
    return [content.kind, content.sender, content.place, content.text];
  }

  it('names sender and room, and no name twice', () => {
    assert.deepEqual(said(notice('m')), ['message', 'Bob Stone', '#general', 'text of m']);
  });

  it('calls the sender as the rest of the house does once the message is here', () => {
    messages.merge([message('m', { text: 'edited' })]);

    assert.deepEqual(said(notice('m')), ['message', 'bob', '#general', 'edited']);
  });

  it('knows what was said to me alone', () => {
    const notices = [notice('m', { room: roomId('bob'), title: 'Bob Stone', text: 'hi' })];

    assert.deepEqual(said(...notices), ['direct', 'Bob Stone', undefined, 'hi']);
  });

  it('goes by the words of the server in a room that is not known yet', () => {
    assert.deepEqual(said(notice('m', { room: roomId('new'), title: '#new' })), [
      'message',
      'Bob Stone',
      '#new',
      'text of m',
    ]);
  });

  it('knows answers in a thread that I began', () => {
    messages.merge([message('thread', { author: { id: 'ann-id', username: 'ann', name: 'ann' } })]);

    assert.equal(contentOf(notice('m', { thread })).kind, 'answer');
  });

  it('knows answers to what I have shared, whether or not it is loaded', () => {
    shared = ['thread'];

    assert.equal(contentOf(notice('m', { thread })).kind, 'answer');
  });

  it("does not take answers in others' threads for answers to me", () => {
    messages.merge([message('thread')]);

    assert.equal(contentOf(notice('m', { thread })).kind, 'message');
  });

  it('shows no text of what is encrypted', () => {
    rooms.merge([room('secret', { isEncrypted: true })]);
    messages.merge([message('m', { kind: 'encrypted' })]);

    const texts = [notice('m'), notice('n', { room: roomId('secret') })].map((one) => said(one)[3]);

    assert.deepEqual(texts, [undefined, undefined]);
  });

  it('keeps long texts to one line of a toast', () => {
    const [, , , text] = said(notice('m', { text: `first\nsecond ${'x'.repeat(500)}` }));

    assert.ok(typeof text === 'string');
    assert.deepEqual([text.length, text.includes('\n'), text.at(-1)], [120, false, '…']);
  });

  it('counts messages of one room and leads there', () => {
    assert.deepEqual(contentOf(notice('a'), notice('b', { thread }), notice('c')), {
      kind: 'room',
      count: 3,
      place: '#general',
      isDirect: false,
      target: { room: 'general' },
    });
  });

  it('leads to the thread when all are in it', () => {
    const content = contentOf(notice('a', { thread }), notice('b', { thread }));

    assert.deepEqual(content.kind === 'room' && content.target, { room: 'general', thread });
  });

  it('counts messages and rooms where there are several', () => {
    const notices = [notice('a'), notice('b'), notice('c', { room: roomId('bob') })];

    assert.deepEqual(contentOf(...notices), { kind: 'rooms', count: 3, rooms: 2 });
  });
});
