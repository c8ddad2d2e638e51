import { channelManagement } from './channels/channelManagement';
import { channelPeople } from './channels/channelPeople';
import { channelReading } from './channels/channelReading';
import { ownChannels } from './channels/ownChannels';

/** Public channels. */
export const channels = {
  ...channelReading,
  ...ownChannels,
  ...channelPeople,
  ...channelManagement,
} as const;
