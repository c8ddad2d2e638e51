import type { SamplesOf } from './sample';

const ofDev = { args: { roomId: 'dev' } } as const;
const sinceAges = '2026-01-01T00:00:00.000Z';

export const chat: SamplesOf<'chat'> = {
  postMessage: { args: { roomId: 'dev', text: 'Ready?', attachments: [{ title: 'Build', text: 'green' }] } },
  sendMessage: { args: { message: { _id: 'ownId0123456789ab', rid: 'dev', msg: 'Ready.' } } },
  update: { args: { roomId: 'dev', msgId: 'mine', text: 'typed too fast' } },
  delete: { args: { roomId: 'dev', msgId: 'mine' } },
  react: { args: { messageId: 'call', emoji: ':tada:' } },
  pinMessage: { args: { messageId: 'call' } },
  unPinMessage: { args: { messageId: 'pinned' } },
  starMessage: { args: { messageId: 'call' } },
  unStarMessage: { args: { messageId: 'starred' } },
  reportMessage: { args: { messageId: 'call', description: 'an advertisement' } },
  ignoreUser: { args: { rid: 'dev', userId: 'bob-id', ignore: true } },
  getMessage: { args: { msgId: 'call' } },
  search: { args: { roomId: 'dev', searchText: 'tea' } },
  getMessageReadReceipts: {
    prepare: ({ world }) => {
      world.licences.add('message-read-receipt');
      return Promise.resolve({ messageId: 'mine' });
    },
  },
  getURLPreview: { args: { roomId: 'dev', url: 'https://example.com/' } },
  getPinnedMessages: ofDev,
  getStarredMessages: ofDev,
  getMentionedMessages: ofDev,
  getDiscussions: { args: { roomId: 'dev', text: 'tea' } },
  getDeletedMessages: { args: { roomId: 'dev', since: sinceAges } },
  getThreadsList: { args: { rid: 'dev', text: 'tea' } },
  getThreadMessages: { args: { tmid: 'question' } },
  readThread: { args: { tmid: 'question' } },
  followMessage: { args: { mid: 'call' } },
  unfollowMessage: { args: { mid: 'question' } },
  syncMessages: { args: { roomId: 'dev', lastUpdate: sinceAges } },
  syncThreadsList: { args: { rid: 'dev', updatedSince: sinceAges } },
  syncThreadMessages: { args: { tmid: 'question', updatedSince: sinceAges } },
};
