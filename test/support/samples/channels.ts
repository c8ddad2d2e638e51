import { after } from './after';
import type { SamplesOf } from './sample';

const dev = { roomId: 'dev' } as const;
const bobInDev = { roomId: 'dev', userId: 'bob-id' } as const;
const ofDev = { args: dev };

export const channels: SamplesOf<'channels'> = {
  list: { args: { count: 20 } },
  listJoined: { args: { count: 20 } },
  info: { args: { roomName: 'dev' } },
  history: { args: { ...dev, showThreadMessages: true } },
  messages: { args: { ...dev, mentionIds: 'ann-id' } },
  anonymousread: { args: dev, as: null },
  getAllUserMentionsByChannel: ofDev,
  files: { args: { ...dev, name: 'map' } },
  counters: ofDev,
  members: { args: { ...dev, filter: 'bob' } },
  roles: ofDev,
  moderators: ofDev,
  online: { args: { _id: 'dev' } },
  join: { args: { roomId: 'bobs', joinCode: 'open-sesame' } },
  leave: { args: { roomId: 'bobsclub' } },
  open: { args: { roomId: 'closed' } },
  close: ofDev,
  create: { args: { name: 'release', members: ['bob'] } },
  invite: { args: { ...dev, userId: 'carl-id' } },
  kick: { args: bobInDev },
  addAll: { args: { roomId: 'dev', activeUsersOnly: 'true' }, as: 'root' },
  addOwner: { args: bobInDev },
  removeOwner: after('POST channels.addOwner', bobInDev),
  addModerator: { args: bobInDev },
  removeModerator: after('POST channels.addModerator', bobInDev),
  addLeader: { args: bobInDev },
  removeLeader: after('POST channels.addLeader', bobInDev),
  setTopic: { args: { ...dev, topic: 'What we ship' } },
  setDescription: { args: { ...dev, description: 'All about it' } },
  setPurpose: { args: { ...dev, purpose: 'All about it' } },
  setAnnouncement: { args: { ...dev, announcement: 'Freeze on Friday' } },
  setReadOnly: { args: { ...dev, readOnly: true } },
  setType: { args: { ...dev, type: 'p' } },
  setJoinCode: { args: { ...dev, joinCode: 'open-sesame' } },
  setCustomFields: { args: { ...dev, customFields: { costCentre: '42' } } },
  setDefault: { args: { ...dev, default: true }, as: 'root' },
  rename: { args: { ...dev, name: 'builders' } },
  archive: ofDev,
  unarchive: { args: { roomId: 'old' }, as: 'root' },
  delete: ofDev,
};
