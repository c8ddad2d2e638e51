import type { Route } from '../route';
import { adminRoomRoutes } from './rooms/adminRooms';
import { autocompleteRoutes } from './rooms/autocomplete';
import { channelRoutes } from './channels';
import { chatRoutes } from './chat/chat';
import { directoryRoute } from './rooms/directory';
import { directRoutes } from './directs/directs';
import { discussionRoutes } from './rooms/discussions';
import { groupRoutes } from './groups';
import { ownRoomRoutes } from './rooms/ownRooms';
import { roomDisciplineRoutes } from './rooms/roomDiscipline';
import { roomHistoryRoutes } from './rooms/roomHistory';
import { roomMemberRoutes } from './rooms/roomMembers';
import { roomSettingsRoutes } from './rooms/roomSettings';
import { roomRoutes } from './rooms/rooms';
import { spotlightRoutes } from './rooms/spotlight';
import { subscriptionRoutes } from './rooms/subscriptions';
import { teamConversionRoutes } from './teams/teamConversion';
import { teamMemberRoutes } from './teams/teamMembers';
import { teamRoomRoutes } from './teams/teamRooms';
import { teamRoutes } from './teams/teams';
import { uploadRoutes } from './files/uploads';

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
