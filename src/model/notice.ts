import type { WireNotification } from '../api/realtime/streams';
import { messageId, type MessageId } from './message';
import { firstText, optionalText, present, text } from './parse';
import { roomId, type RoomId } from './room';

/** What the server wants shown as a notification. */
export interface Notice {
  readonly room: RoomId;
  readonly message: MessageId;
  readonly thread?: MessageId;
  /** Id, user name and name for people of who wrote it. */
  readonly userId: string;
  readonly username: string;
  readonly sender: string;
  /** As the server words it: `#general`, a person's name. */
  readonly title: string;
  readonly text: string;
}

/** Throws `Malformed`. */
export function noticeFromWire(wire: WireNotification): Notice {
  const { title, text: words, payload } = present(wire, 'a notification');
  const { _id, rid, tmid, sender } = present(payload, 'a notification');
  const { _id: userId, username, name } = present(sender, 'a notification');
  const thread = optionalText(tmid);
  return {
    room: roomId(text(rid, 'a notification')),
    message: messageId(text(_id, 'a notification')),
    thread: thread === undefined ? undefined : messageId(thread),
    userId: text(userId, 'a notification'),
    username: text(username, 'a notification'),
    sender: firstText([name], username),
    title: firstText([title], ''),
    text: firstText([words], ''),
  };
}
