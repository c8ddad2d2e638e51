import { after } from './after';
import type { SamplesOf } from './sample';

const dev = { roomId: 'dev' } as const;
const bobInDev = { roomId: 'dev', userId: 'bob-id' } as const;
const sinceAges = '2026-01-01T00:00:00.000Z';

export const rooms: SamplesOf<'rooms'> = {
  get: { args: { updatedSince: sinceAges } },
  info: { args: { roomName: 'dev' } },
  nameExists: { args: { roomName: 'dev' } },
  getDiscussions: { args: dev },
  images: { args: dev },
  isMember: { args: { ...dev, username: 'bob' } },
  membersOrderedByRole: { args: { ...dev, filter: 'bob' } },
  bannedUsers: { args: dev, as: 'root' },
  roles: { args: { rid: 'dev' } },
  autocompleteChannelAndPrivate: { args: { selector: { name: 'de' } } },
  autocompleteChannelAndPrivateWithPagination: { args: { selector: { name: 'de' } } },
  autocompleteAvailableForTeams: { args: { name: 'de' } },
  createDiscussion: { args: { prid: 'dev', t_name: 'Which tests?', reply: 'All of them' } },
  join: { args: { roomId: 'bobs', joinCode: 'open-sesame' } },
  leave: { args: { roomId: 'bobsclub' } },
  favorite: { args: { ...dev, favorite: true } },
  saveNotification: { args: { ...dev, notifications: { disableNotifications: '1' } } },
  hide: { args: dev },
  open: { args: { roomId: 'closed' } },
  saveDraft: { args: { rid: 'dev', draft: 'I would' } },
  delete: { args: dev },
  cleanHistory: { args: { ...dev, oldest: sinceAges, latest: '2026-03-01T00:00:00.000Z' }, as: 'root' },
  muteUser: { args: bobInDev },
  unmuteUser: after('POST rooms.muteUser', bobInDev),
  banUser: { args: bobInDev },
  unbanUser: after('POST rooms.banUser', bobInDev),
  saveRoomSettings: { args: { rid: 'dev', roomTopic: 'What we ship' } },
  changeArchivationState: { args: { rid: 'dev', action: 'archive' } },
};
