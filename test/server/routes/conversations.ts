import type { Route } from '../route';
import { channelRoutes } from './channels';
import { directRoutes } from './directs';
import { groupRoutes } from './groups';
import { markingRoutes } from './marking';
import { messageRoutes } from './messages';
import { postingRoutes } from './posting';
import { roomRoutes } from './rooms';
import { spotlightRoute } from './spotlight';
import { subscriptionRoutes } from './subscriptions';
import { threadRoutes } from './threads';
import { uploadRoutes } from './uploads';

/** Everything about rooms and what is said in them. */
export const conversationRoutes: readonly Route[] = [
  ...roomRoutes,
  ...subscriptionRoutes,
  ...channelRoutes,
  ...groupRoutes,
  ...directRoutes,
  ...postingRoutes,
  ...messageRoutes,
  ...markingRoutes,
  ...threadRoutes,
  ...uploadRoutes,
  spotlightRoute,
];
