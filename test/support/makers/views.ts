import type { MessagesView, PlaceView, Setup } from '../../../src/webview/protocol/conversation';
import type { AuthorView, MessageView } from '../../../src/webview/protocol/message';

const start = Date.parse('2026-03-02T09:00:00.000Z');

/** Ms of a minute of the second of March, counted from nine. */
export function atMinute(minutes: number): number {
  return start + minutes * 60_000;
}

/** How ann's page begins. */
export function setup(over: Partial<Setup> = {}): Setup {
  return {
    locale: 'en-GB',
    hourCycle: 'h23',
    me: { id: 'ann-id', username: 'ann' },
    sendsOn: 'enter',
    groupingPeriod: 300_000,
    showsAvatars: true,
    home: 'sideBar',
    ...over,
  };
}

export function author(username: string, over: Partial<AuthorView> = {}): AuthorView {
  return {
    id: `${username}-id`,
    username,
    name: username,
    showsUsername: false,
    isMe: username === 'ann',
    avatar: `avatar:${username}`,
    ...over,
  };
}

/** Said by bob in general at nine; a test names what matters to it. */
export function messageView(id: string, over: Partial<MessageView> = {}): MessageView {
  const offers = over.offers ?? ['reply', 'quote', 'react', 'star', 'copyText', 'copyLink', 'open'];
  return {
    id,
    kind: 'said',
    author: author('bob'),
    sentAt: atMinute(0),
    text: `text of ${id}`,
    attachments: [],
    files: [],
    previews: [],
    mentions: [],
    channels: [],
    reactions: [],
    isStarred: false,
    mentionsMe: false,
    standsAlone: false,
    hasBlocks: false,
    offers,
    contextValue: ['message', ...offers].join('.'),
    ...over,
  };
}

/** Messages `m1`, `m2`, … a minute apart, said by bob and cleo by turns of three. */
export function messageViews(many: number, over: Partial<MessageView> = {}): MessageView[] {
  return Array.from({ length: many }, (_, at) =>
    messageView(`m${at + 1}`, {
      author: author(at % 6 < 3 ? 'bob' : 'cleo'),
      sentAt: atMinute(at),
      ...over,
    }),
  );
}

/** The channel general, where ann may write. */
export function placeView(over: Partial<PlaceView> = {}): PlaceView {
  return {
    place: { room: 'general' },
    account: 'ann @ chat.example.org',
    title: 'general',
    icon: 'symbol-numeric',
    contextValue: 'room',
    box: { state: 'open', placeholder: 'Message #general', maxLength: 5000, files: {} },
    typing: '',
    ...over,
  };
}

/** All that general has, as it is told at first. */
export function messagesView(
  messages: readonly MessageView[],
  over: Partial<MessagesView> = {},
): MessagesView {
  return {
    place: { room: 'general' },
    isFresh: true,
    ids: messages.map(({ id }) => id),
    changed: messages,
    hasOlder: false,
    hasNewer: false,
    ...over,
  };
}
