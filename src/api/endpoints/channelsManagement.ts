import { post, type ByRoom } from '../endpoint';
import type { ChannelReply } from './channels';
import type {
  Announcement,
  CustomFields,
  Description,
  Kind,
  NewName,
  Purpose,
  ReadOnly,
  Topic,
} from './roomArguments';

/** What those do who run a channel. */
export const channelManagement = {
  setTopic: post<ByRoom & Topic, Topic>('channels.setTopic'),
  setDescription: post<ByRoom & Description, Description>('channels.setDescription'),
  setPurpose: post<ByRoom & Purpose, Purpose>('channels.setPurpose'),
  setAnnouncement: post<ByRoom & Announcement, Announcement>('channels.setAnnouncement', { isSafe: true }),
  setReadOnly: post<ByRoom & ReadOnly, ChannelReply>('channels.setReadOnly'),
  setType: post<ByRoom & Kind, ChannelReply>('channels.setType'),
  setJoinCode: post<
    ByRoom & {
      /** What somebody who joins must know; never empty. */
      readonly joinCode: string;
    },
    ChannelReply
  >('channels.setJoinCode', { isSafe: true }),
  setCustomFields: post<ByRoom & CustomFields, ChannelReply>('channels.setCustomFields', { isSafe: true }),
  setDefault: post<
    ByRoom & {
      /** True: new accounts join it by themselves. */
      readonly default: boolean;
    },
    ChannelReply
  >('channels.setDefault'),
  rename: post<ByRoom & NewName, ChannelReply>('channels.rename'),
  archive: post<ByRoom, object>('channels.archive'),
  unarchive: post<ByRoom, object>('channels.unarchive'),
  delete: post<ByRoom, object>('channels.delete'),
} as const;
