import { post, type ByRoom } from '../endpoint';
import type { GroupReply } from './groups';
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

/** What those do who run a private group. */
export const groupManagement = {
  setTopic: post<ByRoom & Topic, Topic>('groups.setTopic', { isSafe: true }),
  setDescription: post<ByRoom & Description, Description>('groups.setDescription', { isSafe: true }),
  setPurpose: post<ByRoom & Purpose, Purpose>('groups.setPurpose', { isSafe: true }),
  setAnnouncement: post<ByRoom & Announcement, Announcement>('groups.setAnnouncement', { isSafe: true }),
  setReadOnly: post<ByRoom & ReadOnly, GroupReply>('groups.setReadOnly'),
  setType: post<ByRoom & Kind, GroupReply>('groups.setType'),
  setCustomFields: post<ByRoom & CustomFields, GroupReply>('groups.setCustomFields', { isSafe: true }),
  setEncrypted: post<
    ByRoom & {
      /** True: messages are end-to-end encrypted from now on. */
      readonly encrypted: boolean;
    },
    GroupReply
  >('groups.setEncrypted'),
  rename: post<ByRoom & NewName, GroupReply>('groups.rename'),
  archive: post<ByRoom, object>('groups.archive'),
  unarchive: post<ByRoom, object>('groups.unarchive'),
  delete: post<ByRoom, object>('groups.delete'),
} as const;
