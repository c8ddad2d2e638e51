import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { UnreadLine, UnreadLines } from '../../../src/webview/unreadLine';
import { message } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const place = { room: roomId('general') };
const unread = room('general', { hasUnread: true, unread: 2, lastSeen: 150 });
const mine = { id: 'ann-id', username: 'ann', name: 'ann' };
const messages = [100, 200, 300].map((sentAt) => message(`m${sentAt}`, { sentAt }));

describe('UnreadLine', () => {
  it('stands before the first message that came after the last reading', () => {
    const line = new UnreadLine();
    line.begin(place, unread);

    assert.deepEqual(line.in(messages, 'ann-id', false), { id: 'm200', count: 2 });
  });

  it('does not count my own messages', () => {
    const line = new UnreadLine();
    line.begin(place, unread);
    const answered = [...messages, message('m400', { sentAt: 400, author: mine })];

    assert.deepEqual(line.in(answered, 'ann-id', false), { id: 'm200', count: 2 });
  });

  it('is not there where all was read', () => {
    const line = new UnreadLine();
    line.begin(place, room('general', { lastSeen: 150 }));

    assert.equal(line.in(messages, 'ann-id', false), undefined);
  });

  it('stays where it is when the room is marked read, and when one comes back to it', () => {
    const line = new UnreadLine();
    line.begin(place, unread);
    line.in(messages, 'ann-id', false);
    line.begin(place, room('general', { lastSeen: 300 }));

    assert.equal(line.in(messages, 'ann-id', false)?.id, 'm200');
  });

  it('stays above once its message was dropped with what was read', () => {
    const line = new UnreadLine();
    line.begin(place, unread);
    line.in(messages, 'ann-id', true);

    assert.deepEqual(line.in(messages.slice(2), 'ann-id', true), { id: 'm200', count: 1 });
  });

  it('stands at the top with the number that the server says while what is unread reaches further back', () => {
    const line = new UnreadLine();
    line.begin(place, { ...unread, unread: 80, lastSeen: 50 });

    assert.deepEqual(line.in(messages, 'ann-id', true), { id: 'm100', count: 80 });
  });

  it('stands in a thread after my last answer, and stays there when I answer again', () => {
    const line = new UnreadLine();
    const thread = message('m100').id;
    line.begin({ ...place, thread }, { ...unread, unreadThreads: [thread] });
    const answered = [
      ...messages.slice(0, 2),
      message('m250', { sentAt: 250, author: mine }),
      ...messages.slice(2),
    ];
    const before = line.in(answered, 'ann-id', false);

    const again = [...answered, message('m400', { sentAt: 400, author: mine })];

    assert.deepEqual([before?.id, line.in(again, 'ann-id', false)?.id], ['m300', 'm300']);
  });

  it('is for a thread only where the thread is unread', () => {
    const line = new UnreadLine();
    const thread = message('m100').id;
    line.begin({ ...place, thread }, unread);
    const before = line.in(messages, 'ann-id', false);
    line.begin({ ...place, thread }, { ...unread, unreadThreads: [thread] });

    assert.deepEqual([before, line.in(messages, 'ann-id', false)?.id], [undefined, 'm200']);
  });
});

describe('UnreadLines', () => {
  const thread = { ...place, thread: message('m100').id };

  it('keeps the line of a room while one of its threads is shown', () => {
    const lines = new UnreadLines();
    lines.at(place).begin(place, unread);
    const inThread = lines.at(thread).in(messages, 'ann-id', false);

    assert.deepEqual([inThread, lines.at(place).in(messages, 'ann-id', false)?.id], [undefined, 'm200']);
  });

  it('forgets it once another room is shown', () => {
    const lines = new UnreadLines();
    lines.at(place).begin(place, unread);
    lines.at({ room: roomId('random') });

    assert.equal(lines.at(place).in(messages, 'ann-id', false), undefined);
  });
});
