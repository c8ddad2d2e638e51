import type { Route } from '../../route';
import { complaintRoutes } from '../files/complaints';
import { editingRoutes } from './editing';
import { followingRoutes } from './following';
import { markingRoutes } from './marking';
import { messageRoutes } from './messages';
import { messageSyncRoutes } from './messageSync';
import { postingRoutes } from './posting';
import { receiptsRoute } from './receipts';
import { searchRoute } from './search';
import { threadRoutes } from './threads';

/** All of `chat.*`. */
export const chatRoutes: readonly Route[] = [
  ...postingRoutes,
  ...editingRoutes,
  ...markingRoutes,
  ...followingRoutes,
  ...complaintRoutes,
  ...messageRoutes,
  ...messageSyncRoutes,
  ...threadRoutes,
  searchRoute,
  receiptsRoute,
];
