import { after } from './after';
import type { SamplesOf } from './sample';

const secret = { roomId: 'secret' } as const;
const bobInSecret = { roomId: 'secret', userId: 'bob-id' } as const;
const ofSecret = { args: secret };

export const groups: SamplesOf<'groups'> = {
  list: { args: { count: 20 } },
  listAll: { args: { count: 20 }, as: 'root' },
  info: { args: { roomName: 'secret' } },
  history: { args: { ...secret, showThreadMessages: true } },
  messages: { args: { ...secret, starredIds: 'ann-id' } },
  files: { args: { ...secret, name: 'map' } },
  counters: ofSecret,
  members: { args: { ...secret, filter: 'bob' } },
  roles: ofSecret,
  moderators: ofSecret,
  online: { args: { _id: 'secret' } },
  leave: { args: { roomId: 'bobssecret' } },
  open: { args: { roomId: 'closedsecret' } },
  close: ofSecret,
  create: { args: { name: 'release', members: ['bob'] } },
  invite: { args: { ...secret, userId: 'carl-id' } },
  kick: { args: bobInSecret },
  addAll: { args: { roomId: 'rootssecret', activeUsersOnly: 'true' }, as: 'root' },
  addOwner: { args: bobInSecret },
  removeOwner: after('POST groups.addOwner', bobInSecret),
  addModerator: { args: bobInSecret },
  removeModerator: after('POST groups.addModerator', bobInSecret),
  addLeader: { args: bobInSecret },
  removeLeader: after('POST groups.addLeader', bobInSecret),
  setTopic: { args: { ...secret, topic: 'Louder' } },
  setDescription: { args: { ...secret, description: 'All about it' } },
  setPurpose: { args: { ...secret, purpose: 'All about it' } },
  setAnnouncement: { args: { ...secret, announcement: 'Freeze on Friday' } },
  setReadOnly: { args: { ...secret, readOnly: true } },
  setType: { args: { ...secret, type: 'c' } },
  setCustomFields: { args: { ...secret, customFields: { costCentre: '42' } } },
  setEncrypted: { args: { ...secret, encrypted: true } },
  rename: { args: { ...secret, name: 'whispers' } },
  archive: ofSecret,
  unarchive: { args: { roomId: 'oldsecret' }, as: 'root' },
  delete: ofSecret,
};
