import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { MessageStore } from '../../../src/model/messageStore';
import { roomId, type Room } from '../../../src/model/room';
import { RoomStore } from '../../../src/model/roomStore';
import { WaitingNotices } from '../../../src/model/toastsWaiting';
import { message } from '../../support/makers/message';
import { notice } from '../../support/makers/notice';
import { room } from '../../support/makers/room';

describe('WaitingNotices', () => {
  let rooms: RoomStore;
  let messages: MessageStore;
  let waiting: WaitingNotices;
  beforeEach(() => {
    rooms = new RoomStore();
    messages = new MessageStore();
    waiting = new WaitingNotices({ rooms, messages });
    rooms.onDidChange(() => waiting.look());
    messages.onDidChange(() => waiting.look());
  });

  const thread = messageId('thread');
  const general = (over: Partial<Room>) => rooms.merge([room('general', over)]);
  const taken = () => waiting.take().map(({ message: id }) => id as string);

  it('keeps what the server has not yet told of as unread', () => {
    general({ hasUnread: false });
    waiting.add(notice('one'));
    messages.merge([message('one', { sentAt: 5 })]);

    assert.deepEqual(taken(), ['one']);
  });

  it('keeps what comes for a room that is not known yet', () => {
    waiting.add(notice('one', { room: roomId('new') }));

    assert.deepEqual(taken(), ['one']);
  });

  it('lets go of what was read elsewhere', () => {
    waiting.add(notice('one'));
    general({ hasUnread: true });
    general({ hasUnread: false });

    assert.deepEqual(taken(), []);
  });

  it('lets go of what somebody said whom I ignore by now', () => {
    waiting.add(notice('one'));
    waiting.add(notice('two', { userId: 'cat-id' }));
    general({ ignored: ['bob-id'] });

    assert.deepEqual(taken(), ['two']);
  });

  it('lets go of what was read before the server announced it', () => {
    general({ hasUnread: false, lastSeen: 10 });
    messages.merge([message('one', { sentAt: 10 })]);
    waiting.add(notice('one'));

    assert.deepEqual(taken(), []);
  });

  it('tells what came after I was there', () => {
    messages.merge([message('seen', { sentAt: 10 }), message('new', { sentAt: 11 })]);
    waiting.add(notice('seen'));
    waiting.add(notice('new'));
    general({ hasUnread: true, lastSeen: 10 });

    assert.deepEqual(taken(), ['new']);
  });

  it('does not take a thread for read because its room was', () => {
    waiting.add(notice('reply', { thread }));
    messages.merge([message('reply', { thread, sentAt: 5 })]);
    general({ hasUnread: true, unreadThreads: ['thread'] });
    general({ hasUnread: false, unreadThreads: ['thread'], lastSeen: 10 });

    assert.deepEqual(taken(), ['reply']);
  });

  it('lets go of replies once their thread was read', () => {
    waiting.add(notice('reply', { thread }));
    general({ hasUnread: true, unreadThreads: ['thread'] });
    general({ hasUnread: true, unreadThreads: [] });

    assert.deepEqual(taken(), []);
  });

  it('lets go of what was deleted, with and without a mark', () => {
    const known = new Set(['gone']);
    const store = { get: (id: string) => (known.has(id) ? message(id) : messages.get(messageId(id))) };
    waiting = new WaitingNotices({ rooms, messages: store });
    waiting.add(notice('gone'));
    waiting.add(notice('marked'));

    known.delete('gone');
    messages.merge([message('marked', { kind: 'deleted' })]);

    assert.deepEqual(taken(), []);
  });

  it('gives each notice once', () => {
    waiting.add(notice('one'));
    taken();

    assert.deepEqual([taken(), waiting.isEmpty], [[], true]);
  });
});
