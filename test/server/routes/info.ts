import type { JsonObject } from '../route';
import type { User } from '../world/documents';
import type { World } from '../world/world';

/** `GET /api/info`, outside v1: the patch version is for those who may view statistics. */
export function serverInfo(world: World, user: User | undefined): JsonObject {
  const { version } = world;
  const minimumClientVersions = { desktop: '3.9.6', mobile: '4.39.0' };
  if (!user || !world.hasPermission(user, 'view-statistics')) {
    return { version: version.split('.').slice(0, 2).join('.'), success: true, minimumClientVersions };
  }
  return { version, info: { version }, success: true, minimumClientVersions };
}
