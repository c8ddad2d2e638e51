import { post, type ByRoom, type ByUser } from '../endpoint';
import type { ChannelReply } from './channels';
import type { Everybody, Invited } from './roomArguments';

/** Who is in a channel, and who may do more there. */
export const channelPeople = {
  invite: post<ByRoom & Invited, ChannelReply>('channels.invite'),
  kick: post<
    ByRoom & {
      /** The person's id; a user name is refused here. */
      readonly userId: string;
    },
    ChannelReply
  >('channels.kick'),
  addAll: post<ByRoom & Everybody, ChannelReply>('channels.addAll'),
  addOwner: post<ByRoom & ByUser, object>('channels.addOwner'),
  removeOwner: post<ByRoom & ByUser, object>('channels.removeOwner'),
  addModerator: post<ByRoom & ByUser, object>('channels.addModerator'),
  removeModerator: post<ByRoom & ByUser, object>('channels.removeModerator'),
  addLeader: post<ByRoom & ByUser, object>('channels.addLeader'),
  removeLeader: post<ByRoom & ByUser, object>('channels.removeLeader'),
} as const;
