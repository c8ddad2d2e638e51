import type { Route } from '../route';
import { adminRoomRoutes } from './adminRooms';
import { autocompleteRoutes } from './autocomplete';
import { channelRoutes } from './channels';
import { chatRoutes } from './chat';
import { directoryRoute } from './directory';
import { directRoutes } from './directs';
import { discussionRoutes } from './discussions';
import { groupRoutes } from './groups';
import { ownRoomRoutes } from './ownRooms';
import { roomDisciplineRoutes } from './roomDiscipline';
import { roomHistoryRoutes } from './roomHistory';
import { roomMemberRoutes } from './roomMembers';
import { roomSettingsRoutes } from './roomSettings';
import { roomRoutes } from './rooms';
import { spotlightRoutes } from './spotlight';
import { subscriptionRoutes } from './subscriptions';
import { teamConversionRoutes } from './teamConversion';
import { teamMemberRoutes } from './teamMembers';
import { teamRoomRoutes } from './teamRooms';
import { teamRoutes } from './teams';
import { uploadRoutes } from './uploads';

/** Everything about rooms and what is said in them. */
export const conversationRoutes: readonly Route[] = [
  ...roomRoutes,
  ...ownRoomRoutes,
  ...roomMemberRoutes,
  ...roomDisciplineRoutes,
  ...roomSettingsRoutes,
  ...roomHistoryRoutes,
  ...adminRoomRoutes,
  ...autocompleteRoutes,
  ...discussionRoutes,
  ...subscriptionRoutes,
  ...channelRoutes,
  ...groupRoutes,
  ...directRoutes,
  ...teamRoutes,
  ...teamMemberRoutes,
  ...teamRoomRoutes,
  ...teamConversionRoutes,
  ...chatRoutes,
  ...uploadRoutes,
  ...spotlightRoutes,
  directoryRoute,
];
