import { messageId } from '../../../src/model/message';
import type { Notice } from '../../../src/model/notice';
import { roomId } from '../../../src/model/room';

/** Bob says something in general, as the server announces it; a test names what matters to it. */
export function notice(id: string, over: Partial<Notice> = {}): Notice {
  return {
    room: roomId('general'),
    message: messageId(id),
    userId: 'bob-id',
    username: 'bob',
    sender: 'Bob Stone',
    title: '#general',
    text: `bob: text of ${id}`,
    ...over,
  };
}
