import type { SamplesOf } from './sample';

const withBob = { roomId: 'ann-bob' } as const;
const ofBob = { args: withBob };

export const im: SamplesOf<'im'> = {
  list: { args: { count: 20 } },
  create: { args: { username: 'carl' } },
  history: { args: { ...withBob, showThreadMessages: true } },
  messages: { args: { ...withBob, mentionIds: 'ann-id' } },
  counters: ofBob,
  members: { args: { ...withBob, filter: 'bob' } },
  files: { args: { ...withBob, name: 'map' } },
  open: { args: { roomId: 'ann-root' } },
  close: ofBob,
  setTopic: { args: { roomId: 'ann-root', topic: 'Lunch' }, as: 'root' },
  delete: { args: withBob, as: 'root' },
  blockUser: { args: { ...withBob, block: true } },
};
