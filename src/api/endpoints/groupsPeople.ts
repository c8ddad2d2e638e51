import { post, type ByRoom, type ByUser } from '../endpoint';
import type { GroupReply } from './groups';
import type { Everybody, Invited } from './roomArguments';

/** Who is in a private group, and who may do more there. */
export const groupPeople = {
  invite: post<ByRoom & Invited, GroupReply>('groups.invite'),
  kick: post<ByRoom & ByUser, object>('groups.kick'),
  addAll: post<ByRoom & Everybody, GroupReply>('groups.addAll'),
  addOwner: post<ByRoom & ByUser, object>('groups.addOwner'),
  removeOwner: post<ByRoom & ByUser, object>('groups.removeOwner'),
  addModerator: post<ByRoom & ByUser, object>('groups.addModerator'),
  removeModerator: post<ByRoom & ByUser, object>('groups.removeModerator'),
  addLeader: post<ByRoom & ByUser, object>('groups.addLeader'),
  removeLeader: post<ByRoom & ByUser, object>('groups.removeLeader'),
} as const;
