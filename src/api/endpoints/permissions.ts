import { get } from '../endpoint';
import type { WireDelta } from '../wire';
import type { WirePermission } from '../wireServer';
import type { UpdatedSince } from './rooms/roomReading';

/** Who may do what. */
export const permissions = {
  /**
   * Which roles hold each permission, all or those changed since a time. It is not paged.
   *
   * @returns the changed permissions in `update`, those that went in `remove`
   * @throws `refused` `error-roomId-param-invalid` (so it is called): no date
   * @since 0.73
   * @see `permissions.listAll`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/permissions.ts
   */
  listAll: get<UpdatedSince, WireDelta<WirePermission>>('permissions.listAll'),
} as const;
